"""Names as people type them: alone, or with the areas that they lie in."""

import re
from collections.abc import Iterable
from typing import Final

from dateline.company import within
from dateline.gazetteer import Gazetteer
from dateline.model import Candidate, Place

LONGEST: Final = 120
"""Code points of a query without commas that is tried as a name and an area."""

_BETWEEN: Final = re.compile(r"\s*[,;]\s*")
"""What separates a name from the areas that it lies in."""


def find(query: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Find places by name, or by a name and the areas around it.

    Parameters
    ----------
    query
        "Paris", "Paris, Texas", "Paris, Lamar County, TX", "Paris FR" or "Paris Texas".
    gazetteer
        Where names are looked up.

    Returns
    -------
    tuple of Candidate
        Most important first.

    Examples
    --------
    >>> from dateline.gazetteer import open_gazetteer
    >>> with open_gazetteer() as gazetteer:
    ...     for query in ("Paris, FR", "Springfield Illinois", "Paris, Atlantis"):
    ...         print([c.place.admin1_name for c in find(query, gazetteer)][:1])
    ['Île-de-France']
    ['Illinois']
    []
    """
    if whole := gazetteer.candidates(query):
        return whole
    name, *areas = _BETWEEN.split(query)
    if areas:
        return _inside(name, areas, gazetteer)
    words = query.split() if len(query) <= LONGEST else []
    splits = ((" ".join(words[:i]), " ".join(words[i:])) for i in range(len(words) - 1, 0, -1))
    found = (_inside(first, [rest], gazetteer) for first, rest in splits)
    return next(filter(None, found), ())


def _inside(name: str, areas: Iterable[str], gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Look a name up among the places that lie in one area of each name."""
    found = gazetteer.candidates(name)
    for area in filter(None, areas):
        around = _areas(area, gazetteer)
        found = tuple(c for c in found if any(_lies_in(c.place, a, gazetteer) for a in around))
    return found


def _areas(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    country = gazetteer.country(name.upper())
    named = tuple(c.place for c in gazetteer.candidates(name))
    return (*named, country) if country else named


def _lies_in(place: Place, area: Place, gazetteer: Gazetteer) -> bool:
    """Whether a place lies in an area, or in a member of a group or continent."""
    if area.feature_class == "A":
        return within(place, area)
    members = gazetteer.members(area.id)
    return any(place.country_code == m.country_code for m in members if m.country_code)
