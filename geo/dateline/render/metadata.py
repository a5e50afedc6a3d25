"""What others are told about a page: schema.org for search engines, Open Graph for networks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dateline.model import Article, Feature, Focus, Story
from dateline.render.blocks import headline_of
from dateline.render.embed import Published
from dateline.render.preview import HEIGHT, WIDTH

GEONAMES = "https://www.geonames.org/"
"""Addresses of GeoNames' places start so; their ids follow."""

MOST_DESCRIBED = 200
"""Code points of a description: about what networks and search engines show of it."""

MOST_NAMED = 12
"""Places that the description of the picture names."""

PLACE_NAME = "geo.placename"
"""Name of a ``meta`` element that says what a page is about (Daviel, "Geo tags for HTML")."""

_SENTENCE_END = re.compile(r"[.!?…。؟]\s")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Tag:
    """One ``meta`` element."""

    naming: Literal["name", "property"]
    """Attribute that its name stands in: Open Graph has ``property``, the others ``name``."""
    name: str
    """What it says something about."""
    content: str
    """What it says."""


def sharing_tags(story: Story, published: Published | None = None) -> tuple[Tag, ...]:
    """Describe a page to those who show a link to it (https://ogp.me; X's cards).

    Parameters
    ----------
    story
        Whose page it is.
    published
        Where the page will live. Without it there is no address and no picture: both have to
        be absolute.

    Returns
    -------
    tuple
        In the order in which they stand in the head.
    """
    return (
        Tag("name", "description", description_of(story.article)),
        *(Tag("property", name, content) for name, content in _graph(story.article) if content),
        *(_addressed(story, published) if published else ()),
        Tag("name", "twitter:card", _card(published)),
        *(Tag("name", PLACE_NAME, part.name) for part in story.focus),
    )


def _graph(article: Article) -> Iterator[tuple[str, str]]:
    yield "og:type", "article"
    yield "og:title", headline_of(article)
    yield "og:description", description_of(article)
    yield "article:published_time", article.published if _DATE.match(article.published) else ""


def _addressed(story: Story, published: Published) -> Iterator[Tag]:
    yield Tag("property", "og:url", published.page)
    if published.picture:
        yield Tag("property", "og:image", published.picture)
        yield Tag("property", "og:image:type", _PICTURES[published.picture.rpartition(".")[2]])
        yield Tag("property", "og:image:width", str(WIDTH))
        yield Tag("property", "og:image:height", str(HEIGHT))
        yield Tag("property", "og:image:alt", picture_text(story))


def _card(published: Published | None) -> str:
    return "summary_large_image" if published and published.picture else "summary"


_PICTURES = {"png": "image/png", "svg": "image/svg+xml"}
"""Media types of preview pictures by the ending of their names."""


def description_of(article: Article) -> str:
    """First words of the text after its headline, whole sentences if there is one.

    Examples
    --------
    >>> from dateline.model import Paragraph
    >>> description_of(Article("Rain. It rained " + "a lot " * 40, (Paragraph(0, 250),)))
    'Rain.'
    """
    first = next((p for p in article.paragraphs if p.kind == "paragraph"), None)
    text = " ".join(article.text[first.start : first.end].split()) if first else ""
    if len(text) <= MOST_DESCRIBED:
        return text or headline_of(article)
    ends = [match.start() + 1 for match in _SENTENCE_END.finditer(text[:MOST_DESCRIBED])]
    if ends:
        return text[: ends[-1]]
    shortened = text[: MOST_DESCRIBED - 1]
    return (shortened.rpartition(" ")[0] or shortened) + "…"


def picture_text(story: Story) -> str:
    """Say what the preview picture shows, in words of the article."""
    names = [feature.name for feature in story.features if feature.kind == "literal"][:MOST_NAMED]
    return ": ".join(part for part in (headline_of(story.article), ", ".join(names)) if part)


def metadata_of(story: Story, published: Published | None = None) -> dict[str, Any]:
    """Describe the article and its places.

    Parameters
    ----------
    story
        A story.
    published
        Where the page and its picture will live, if that is known.

    Returns
    -------
    dict
        ``contentLocation`` is what the article is about, or all its literal places where that
        is nowhere in particular; ``mentions`` holds the other places on the map.
    """
    article = story.article
    literal = [feature for feature in story.features if feature.kind == "literal"]
    about: Sequence[Feature | Focus] = story.focus or literal
    known = {_identity(thing) for thing in about}
    described = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": headline_of(article),
        "inLanguage": article.language,
        "author": {"@type": "Person", "name": article.byline} if article.byline else None,
        "datePublished": article.published,
        "license": article.licence,
        "url": published.page if published else None,
        "image": published.picture if published else None,
        "contentLocation": [_place(thing) for thing in about],
        "mentions": [_place(f) for f in story.features if _identity(f) not in known],
    }
    return {name: value for name, value in described.items() if value}


def _identity(thing: Feature | Focus) -> int | str:
    return thing.place.id if thing.place else thing.name


def _place(thing: Feature | Focus) -> dict[str, Any]:
    """Describe a place; `sameAs` names its entry in GeoNames, which nothing loads."""
    point = thing.label if isinstance(thing, Feature) else thing.point
    place: dict[str, Any] = {
        "@type": "Place",
        "name": thing.name,
        "geo": {"@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon},
    }
    if thing.place and thing.place.geonames_id:
        place["sameAs"] = f"{GEONAMES}{thing.place.geonames_id}/"
    return place
