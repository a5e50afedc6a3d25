"""The page: one HTML file with the text beside the map."""

import re
from dataclasses import dataclass
from typing import Any

from dateline.article import direction
from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.model import Story
from dateline.render.assets import (
    leaflet_page_style,
    leaflet_script,
    map_style,
    mount_script,
    page_style,
    story_script,
)
from dateline.render.blocks import blocks_of, groups_of, headline_of, paragraph_number
from dateline.render.document import GENERATOR, head_of, template, writable
from dateline.render.metadata import metadata_of, sharing_tags
from dateline.render.options import PageOptions
from dateline.render.packing import packed
from dateline.render.payload import as_json, payload_of
from dateline.render.tiles import tiles_of
from dateline.render.words import FALLBACK, primary, words

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def render_page(
    story: Story,
    *,
    gazetteer: Gazetteer | None = None,
    options: PageOptions = PageOptions(),  # noqa: B008 - frozen
) -> str:
    """Write the page of a story.

    Parameters
    ----------
    story
        A story, from `dateline.pipeline.map_article`.
    gazetteer
        Where the base map comes from; the one in the package by default.
    options
        What a caller may choose.

    Returns
    -------
    str
        A complete HTML document that loads nothing. The same story gives the same page, byte
        for byte.

    Raises
    ------
    UsageError
        If `options` name tiles that cannot be had.
    """
    if gazetteer is not None:
        return _page(story, gazetteer, options)
    with open_gazetteer() as opened:
        return _page(story, opened, options)


def _page(story: Story, gazetteer: Gazetteer, options: PageOptions) -> str:
    language = options.language or story.article.language
    own = words(language)
    payload = payload_of(story, gazetteer, own)
    if options.tiles:
        payload["tiles"] = tiles_of(options.tiles)
    script = leaflet_script() + story_script() + mount_script()
    style = leaflet_page_style() + map_style() + page_style()
    page = template("page.html.j2").render(
        **head_of(script, style, packed(payload)),
        **_text(story),
        payload=payload,
        story=story,
        words=own,
        language=story.article.language or "en",
        direction=direction(story.article.language),
        spoken=primary(story.article.language) or FALLBACK,
        generator=GENERATOR,
        metadata=as_json(metadata_of(story, options.published)),
        tags=sharing_tags(story, options.published),
        published=options.published,
    )
    return writable(page)


def _text(story: Story) -> dict[str, Any]:
    """Text, in the order in which a reader meets it."""
    blocks = blocks_of(story)
    title = next((block for block in blocks if block.kind == "title"), None)
    return {
        "headline": headline_of(story.article),
        "numbers": {feature.key: n for n, feature in enumerate(story.features, 1)},
        "title": title,
        "groups": groups_of([block for block in blocks if block is not title]),
        "unplaced": _unplaced(story),
        "published_is_date": is_date(story.article.published),
    }


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A name that the map cannot show, and where the text has it."""

    name: str
    """As the text writes it."""
    paragraphs: tuple[int, ...]
    """Numbers of the blocks it stands in."""


def _unplaced(story: Story) -> tuple[Unplaced, ...]:
    """Gather unplaced mentions by what they say, in text order."""
    found: dict[str, list[int]] = {}
    for mention in story.unplaced:
        found.setdefault(mention.surface, []).append(paragraph_number(story.article, mention.start))
    return tuple(Unplaced(name, tuple(dict.fromkeys(ns))) for name, ns in found.items())


def is_date(published: str) -> bool:
    """Whether a date is one that ``<time>`` understands.

    Examples
    --------
    >>> is_date("2020-08-19"), is_date("2020-08"), is_date("last Tuesday")
    (True, True, False)
    """
    return bool(_DATE.fullmatch(published))
