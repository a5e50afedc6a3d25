"""The index page: one HTML file with the places of many articles on one map."""

import json
from collections import Counter
from functools import cache
from importlib.resources import files

from dateline.article import direction
from dateline.collection import Collection
from dateline.gazetteer import Gazetteer
from dateline.render.assets import (
    asset,
    bundle,
    leaflet_page_style,
    leaflet_script,
    map_style,
    page_style,
    small_script,
    small_style,
)
from dateline.render.document import GENERATOR, head_of, template, writable
from dateline.render.index_payload import index_payload
from dateline.render.index_reports import Report, reports_of
from dateline.render.index_rows import Row, described_in, rows_of
from dateline.render.modules import in_order
from dateline.render.options import PageOptions
from dateline.render.tiles import tiles_of
from dateline.render.words import FALLBACK, primary, words

WORDS = "index/words"
"""Folder of the page's own words, one JSON file a language."""


def render_index(
    collection: Collection,
    *,
    gazetteer: Gazetteer,
    options: PageOptions = PageOptions(),  # noqa: B008 - frozen
) -> str:
    """Write the index page of a collection.

    Parameters
    ----------
    collection
        Stories and their places, from `dateline.collection.collect`. Their own pages lie beside
        the index as ``<name>.html``.
    gazetteer
        Where the base map comes from.
    options
        What a caller may choose; `published` has no meaning here.

    Returns
    -------
    str
        A complete HTML document that loads nothing. The same collection gives the same page,
        byte for byte.

    Raises
    ------
    UsageError
        If `options` name tiles that cannot be had.
    """
    spoken = _spoken(options.language or _language(collection))
    own = index_words(spoken)
    reports = reports_of(collection)
    rows = described_in(rows_of(collection, reports), spoken)
    payload = index_payload(collection, reports, rows, gazetteer, own)
    if options.tiles:
        payload["tiles"] = tiles_of(options.tiles)
    script = leaflet_script() + index_script() + small_script(asset("index/mount.js"))
    style = leaflet_page_style() + map_style() + page_style() + index_style()
    page = template("index.html.j2").render(
        **head_of(script, style, payload),
        reports=reports,
        rows=rows,
        title=collection.title or own["collection"],
        counted=_counted(own, reports, rows),
        words=own,
        language=spoken,
        direction=direction(spoken),
        generator=GENERATOR,
        attributions=collection.attributions,
    )
    return writable(page)


def _language(collection: Collection) -> str:
    """Language of most articles."""
    languages = Counter(entry.story.article.language for entry in collection.entries)
    return languages.most_common(1)[0][0] if languages else FALLBACK


def _spoken(language: str) -> str:
    """Give the language that the page speaks to readers of one."""
    folder = files("dateline.render") / "assets" / WORDS
    return primary(language) if (folder / f"{primary(language)}.json").is_file() else FALLBACK


def _counted(own: dict[str, str], reports: tuple[Report, ...], rows: tuple[Row, ...]) -> str:
    places, articles = str(len(rows)), str(len(reports))
    return own["found"].replace("{places}", places).replace("{articles}", articles)


@cache
def index_words(language: str) -> dict[str, str]:
    """Words of the index page: those of a story's page, and its own.

    Examples
    --------
    >>> index_words("de")["articles"], index_words("de")["zoom_in"]
    ('Artikel', 'Vergrößern')
    """
    own: dict[str, str] = json.loads(asset(f"{WORDS}/{language}.json"))
    return words(language) | own


@cache
def index_script() -> str:
    """Our modules as one script that defines ``mountIndex`` and nothing else."""
    return bundle(in_order("index/index"), "mountIndex")


@cache
def index_style() -> str:
    """Style sheet of the index, which comes after those of the map and of a story's page."""
    return small_style(asset("index/index.css"))
