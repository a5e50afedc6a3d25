"""What every document of ours has: its mark, its template, its head, and what HTML may not hold."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from dateline import __version__
from dateline.render.assets import asset
from dateline.render.csp import policy
from dateline.render.payload import as_json

GENERATOR = f"Dateline {__version__}"
"""Content of ``<meta name="generator">``: how a story map of ours is known again."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@cache
def template(name: str) -> Template:
    """Compile a template in an environment that escapes everything."""
    environment = Environment(
        loader=FunctionLoader(asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


def head_of(script: str, style: str, data: Mapping[str, Any]) -> dict[str, str]:
    """Give scripts, styles and data, and the policy that admits them.

    Parameters
    ----------
    script
        All scripts but the early one.
    style
        All style sheets.
    data
        What the script reads; under ``tiles``, if they are wanted, the hosts to admit.
    """
    early = asset("early.js")
    tiles = data.get("tiles")
    return {
        "policy": policy([early, script], [style], tiles["hosts"] if tiles else ()),
        "early": early,
        "script": script,
        "style": style,
        "data": as_json(data),
    }


def writable(page: str) -> str:
    r"""Replace what HTML may not hold: controls, lone surrogates.

    Examples
    --------
    >>> writable("a\x00b")
    'a�b'
    """
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", page)
