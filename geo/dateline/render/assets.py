"""The files that the page is made of, read once: scripts, styles and the vendored Leaflet."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

MODULES = (
    "codec",
    "geometry",
    "words",
    "counting",
    "scale",
    "tracing",
    "linework",
    "data",
    "state",
    "labels",
    "spread",
    "patterns",
    "basemap",
    "tiles",
    "markers",
    "outlines",
    "clusters",
    "arranging",
    "features",
    "camera",
    "wheel",
    "card",
    "legend",
    "controls",
    "announce",
    "address",
    "scrolling",
    "actions",
    "reading",
    "mentions",
    "places",
    "printing",
    "dates",
    "binding",
    "height",
    "frame",
    "story",
)
"""Modules of ``assets/story`` in an order in which each follows what it imports."""

_IMPORT = re.compile(r"^import [^;]+;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_PICTURE = re.compile(r"url\(images/[^)]+\)")
_RULE = re.compile(r"(?P<selectors>[^{}@]+)\{(?P<body>[^{}]*)\}")
_UNUSED = re.compile(r"popup|tooltip|control-layers|attribution|vml|shadow|image-layer")


@cache
def asset(name: str) -> str:
    """Text of a file under ``assets``."""
    return (files("dateline.render") / "assets" / name).read_text(encoding="utf-8")


@cache
def leaflet_script() -> str:
    """Leaflet without the pointer to its source map, which a page on its own does not have."""
    return _SOURCE_MAP.sub("", asset("vendor/leaflet.js"))


@cache
def leaflet_style() -> str:
    """Leaflet's style sheet without its pictures, which belong to controls we do not use."""
    return small_style(_PICTURE.sub("none", asset("vendor/leaflet.css")))


@cache
def leaflet_page_style() -> str:
    """Leaflet's style sheet for our own pages, without rules for controls that they do not have."""
    return _RULE.sub(_used, leaflet_style())


def _used(rule: re.Match[str]) -> str:
    selectors = [one for one in rule["selectors"].split(",") if not _UNUSED.search(one)]
    return f"{','.join(selectors)}{{{rule['body']}}}" if selectors else ""


@cache
def map_style() -> str:
    """Our style sheet for the map."""
    return small_style(asset("map.css"))


@cache
def page_style() -> str:
    """Our style sheet for the text around it."""
    return small_style(asset("page.css") + asset("stacked.css") + asset("print.css"))


@cache
def story_script() -> str:
    """Our modules as one script that defines ``mountStory`` and nothing else."""
    return bundle([f"story/{name}" for name in MODULES], "mountStory")


def bundle(modules: Iterable[str], entry: str) -> str:
    """Join modules into one script that defines what the last of them exports, and nothing else.

    Parameters
    ----------
    modules
        Names under ``assets`` without their suffix, each after what it imports.
    entry
        What the script defines.
    """
    inlined = "".join(_inlined(asset(f"{name}.mjs")) for name in modules)
    return small_script(
        f'const {entry} = (() => {{\n"use strict";\n{inlined}return {entry};\n}})();\n'
    )


@cache
def mount_script() -> str:
    """Give the call that draws the story: what folium writes for `StoryMap`, without folium."""
    return small_script(asset("mount.js"))


def _inlined(module: str) -> str:
    r"""Strip a module of what only modules may say.

    Examples
    --------
    >>> _inlined('import { a } from "./a.mjs";\nexport const b = () => 2 * a;')
    'const b = () => 2 * a;'
    """
    return _EXPORT.sub("", _IMPORT.sub("", module))


def small_script(script: str) -> str:
    r"""Leave comments and blanks out of a script.

    Examples
    --------
    >>> small_script("/** Twice. */\nconst b = (a) => 2 * a;\n")
    'const b=(a)=>2*a;\n'
    """
    from rjsmin import jsmin

    return f"{jsmin(script)}\n"


def small_style(style: str) -> str:
    """Leave comments and blanks out of a style sheet.

    Examples
    --------
    >>> small_style("a { color: red; } /* red */")
    'a{color:red}'
    """
    from rcssmin import cssmin

    return str(cssmin(style))
