"""The articles of a collection, as an index page shows them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from dateline.article import direction
from dateline.collection import Collection, Entry
from dateline.model import Bounds
from dateline.render.blocks import headline_of
from dateline.render.index_passages import Passage, passages_of
from dateline.render.leads import leads_of
from dateline.render.page import is_date

MOST_LEADING = 5
"""Places that stand under an article's headline."""


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
        passages=tuple(passages_of(article, leads, keys)),
    )


def href_of(name: str, fragment: str = "") -> str:
    """Address of a story's page beside the index.

    Examples
    --------
    >>> href_of("São-Tomé", "place-são-tomé")
    'S%C3%A3o-Tom%C3%A9.html#place-s%C3%A3o-tom%C3%A9'
    """
    return f"{quote(name)}.html" + (f"#{quote(fragment)}" if fragment else "")
