"""What an index page says: its articles with the paragraphs that name places, and its places."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from dateline.article import direction
from dateline.collection import Collection, Entry, Site
from dateline.model import Article, Bounds, Feature, Paragraph, ToponymKind
from dateline.render.blocks import headline_of, paragraph_number
from dateline.render.page import is_date
from dateline.render.segments import Lead, Run, leads_of, runs_of
from dateline.render.tongue import tongue
from dateline.render.words import FALLBACK

MOST_LEADING = 5
"""Places that stand under an article's headline."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph, led to one place at most."""

    text: str
    """What is shown."""
    key: str = ""
    """Place that it leads to, by its key in the collection; empty for plain text."""
    kind: ToponymKind = "literal"
    """Literal or associative, for this stretch alone."""
    within: str = ""
    """Key of the expression that it is a part of, if there is one."""
    first: bool = True
    """Whether its mention begins here."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that names places."""

    number: int
    """Place among the article's paragraphs from 1."""
    pieces: tuple[Piece, ...]
    """Its text."""


@dataclass(frozen=True, slots=True)
class Report:
    """An article as the index shows it."""

    number: int
    """Place on the page from 1; its passages' fragments are ``#a<number>-p<paragraph>``."""
    name: str
    """Stem of its page; the fragment in the index is ``#article-<name>``."""
    href: str
    """Address of its page, relative to the index."""
    headline: str
    """Title or first words."""
    language: str
    """BCP 47 tag."""
    direction: str
    """``ltr`` or ``rtl``."""
    byline: str
    """Who wrote it; may be empty."""
    published: str
    """Date as given; may be empty."""
    dated: bool
    """Whether `published` is a date."""
    leading: tuple[tuple[str, str], ...]
    """Keys and names of the places that it names most."""
    places: int
    """How many places it names."""
    view: Bounds
    """Where it takes place."""
    passages: tuple[Passage, ...]
    """Its paragraphs that name places, but for the headline."""


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


def reports_of(collection: Collection) -> tuple[Report, ...]:
    """List the articles: the newest first if all have dates, otherwise as they were given.

    Parameters
    ----------
    collection
        Stories and their places.

    Returns
    -------
    tuple of Report
        Numbered from 1.
    """
    keys = _keys(collection)
    names = {site.feature.key: site.feature.name for site in collection.sites}
    return tuple(
        _report(number, collection.entries[position], keys[position], names)
        for number, position in enumerate(_order(collection.entries), 1)
    )


def _order(entries: Sequence[Entry]) -> list[int]:
    dates = [entry.story.article.published for entry in entries]
    if not all(map(is_date, dates)):
        return list(range(len(entries)))
    return sorted(range(len(entries)), key=lambda position: dates[position], reverse=True)


def _keys(collection: Collection) -> list[dict[str, str]]:
    """For each entry, its story's keys and what the collection calls them."""
    keys: list[dict[str, str]] = [{} for _ in collection.entries]
    for site in collection.sites:
        for sighting in site.sightings:
            keys[sighting.entry][sighting.key] = site.feature.key
    return keys


def _report(number: int, entry: Entry, keys: Mapping[str, str], names: Mapping[str, str]) -> Report:
    article, leads = entry.story.article, leads_of(entry.story)
    often = Counter(keys[lead.key] for lead in leads)
    return Report(
        number=number,
        name=entry.name,
        href=href_of(entry.name),
        headline=headline_of(article),
        language=article.language,
        direction=direction(article.language),
        byline=article.byline,
        published=article.published,
        dated=is_date(article.published),
        leading=tuple((key, names[key]) for key, _ in often.most_common(MOST_LEADING)),
        places=len(often),
        view=entry.story.view,
        passages=tuple(_passages(article, leads, keys)),
    )


def href_of(name: str, fragment: str = "") -> str:
    """Address of a story's page beside the index.

    Examples
    --------
    >>> href_of("São-Tomé", "place-são-tomé")
    'S%C3%A3o-Tom%C3%A9.html#place-s%C3%A3o-tom%C3%A9'
    """
    return f"{quote(name)}.html" + (f"#{quote(fragment)}" if fragment else "")


def _passages(
    article: Article, leads: Sequence[Lead], keys: Mapping[str, str]
) -> Iterator[Passage]:
    for number in dict.fromkeys(paragraph_number(article, lead.start) for lead in leads):
        paragraph = article.paragraphs[number - 1]
        if _is_shown(paragraph):
            runs = runs_of(article, paragraph, leads)
            yield Passage(number, tuple(_pieces(runs, keys)))


def _pieces(runs: Sequence[Run], keys: Mapping[str, str]) -> Iterator[Piece]:
    """Turn runs into pieces; neighbours without a place are joined."""
    plain = ""
    for run in runs:
        if not run.leads:
            plain += run.text
            continue
        if plain:
            yield Piece(plain)
            plain = ""
        lead, outer = run.leads[-1], run.leads[0]
        within = keys[outer.key] if outer is not lead else ""
        yield Piece(run.text, keys[lead.key], lead.kind, within, lead.number in run.opens)
    if plain:
        yield Piece(plain)


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
    return tuple(n for n in numbers if _is_shown(article.paragraphs[n - 1]))


def _is_shown(paragraph: Paragraph) -> bool:
    return paragraph.kind != "title"
