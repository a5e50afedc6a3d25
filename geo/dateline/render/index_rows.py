"""The places of a collection, as an index page lists them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.collection import Collection, Site
from dateline.model import Article, Feature
from dateline.render.blocks import paragraph_number
from dateline.render.index_passages import is_shown
from dateline.render.index_reports import Report, href_of
from dateline.render.tongue import tongue
from dateline.render.words import FALLBACK


@dataclass(frozen=True, slots=True)
class Where:
    """One article's part in a place."""

    report: Report
    """The article."""
    href: str
    """Address of the place on the article's page."""
    numbers: tuple[int, ...]
    """Paragraphs that name it, each once, but for the headline."""


@dataclass(frozen=True, slots=True)
class Row:
    """A place as the index lists it."""

    feature: Feature
    """What it is."""
    mentions: int
    """In all articles."""
    wheres: tuple[Where, ...]
    """Who mentions it, in the order of the page."""


def rows_of(collection: Collection, reports: Sequence[Report]) -> tuple[Row, ...]:
    """List the places, the most mentioned first.

    Parameters
    ----------
    collection
        Stories and their places.
    reports
        The articles, from `reports_of`.

    Returns
    -------
    tuple of Row
        One a site, in the collection's order.
    """
    by_name = {report.name: report for report in reports}
    found = [by_name[entry.name] for entry in collection.entries]
    return tuple(
        Row(site.feature, site.mentions, tuple(_wheres(site, collection, found)))
        for site in collection.sites
    )


def described_in(rows: Sequence[Row], language: str) -> tuple[Row, ...]:
    """Say what places are in a language of the page; expressions speak for themselves.

    Parameters
    ----------
    rows
        From `rows_of`, in English.
    language
        One of `dateline.render.words.languages`.
    """
    if language == FALLBACK:
        return tuple(rows)
    own = tongue(language)

    def told(feature: Feature) -> str:
        return own.describe(feature.place) if feature.place else ""

    return tuple(
        replace(row, feature=replace(row.feature, description=told(row.feature))) for row in rows
    )


def _wheres(site: Site, collection: Collection, reports: Sequence[Report]) -> Iterator[Where]:
    for sighting in sorted(site.sightings, key=lambda one: reports[one.entry].number):
        entry, report = collection.entries[sighting.entry], reports[sighting.entry]
        numbers = _numbers(entry.story.article, sighting.starts)
        yield Where(report, href_of(entry.name, f"place-{sighting.key}"), numbers)


def _numbers(article: Article, starts: Sequence[int]) -> tuple[int, ...]:
    numbers = dict.fromkeys(paragraph_number(article, start) for start in starts)
    return tuple(n for n in numbers if is_shown(article.paragraphs[n - 1]))
