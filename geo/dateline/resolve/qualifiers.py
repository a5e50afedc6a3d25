"""What the names beside a name say of where it is: "Paris, Texas", "the Texas town of Paris"."""

import re
from collections.abc import Iterable, Sequence

from dateline.company import within
from dateline.model import Candidate, Mention, Place

_SORTS = (
    "city|town|village|hamlet|port|capital|suburb|borough|township|community|resort|district|county"
)
_PARTS = "(?:(?:north|south|east|west)(?:ern)?-?|central|upper|lower|rural)"

_QUALIFIES = re.compile(
    rf"\s?,\s{{1,2}}|\s\(|,?\sin\s|,?\s(?:an?|the)\s(?:[a-z-]+\s){{0,2}}(?:{_SORTS})\sin\s(?:{_PARTS}+\s)?"
)
"""What stands between a name and the area that tells which one is meant: "Paris, Texas",
"Paris, a small town in Texas"."""

_INTRODUCES = re.compile(rf"(?:['’]s)?\s(?:[a-z-]+\s)?(?:{_SORTS})\sof\s")
"""What stands between an area and a name in it: "the Texas town of Paris"."""

BEHIND = re.compile(r"\s?,\s{1,2}|\s\(")
"""What stands between a town and its state: "Paris, Texas"."""

WIDE = frozenset({"PCLI", "ADM1"})
"""Feature codes of the areas that are named behind a town."""

Readings = tuple[Candidate, ...]
"""What a name may refer to, most important first."""


def qualifiers(
    text: str, mentions: Sequence[Mention], found: Sequence[Readings]
) -> list[tuple[Place, ...]]:
    """Find, for every mention, the areas named right behind or before it that hold a reading.

    Parameters
    ----------
    text
        The article's text.
    mentions
        Toponyms in text order.
    found
        Readings of each.

    Returns
    -------
    list of tuple of Place
        Empty where no area is named or none holds a reading.
    """
    areas: list[tuple[Place, ...]] = [()] * len(mentions)
    for i in reversed(range(len(mentions))):
        if between(text, mentions, i, _QUALIFIES):
            areas[i] = _holding(found[i], _narrowed(found[i + 1], areas[i + 1]))
        elif i and between(text, mentions, i - 1, _INTRODUCES):
            areas[i] = _holding(found[i], (c.place for c in found[i - 1]))
    return areas


def holders(
    text: str,
    mentions: Sequence[Mention],
    found: Sequence[Readings],
    areas: Sequence[tuple[Place, ...]],
) -> dict[int, frozenset[int]]:
    """Find the names that stand behind a place to say where it is, with the ids that they mean.

    "Buffalo, New York" means the state; "Nevsky Prospekt, St. Petersburg" may mean the city.

    Parameters
    ----------
    text
        The article's text.
    mentions
        Toponyms in text order.
    found
        Readings of each.
    areas
        Areas that qualify each, as from `qualifiers`.

    Returns
    -------
    dict
        By index of the mention the ids of the areas.
    """
    held = {}
    for i, around in enumerate(areas):
        if not around or not between(text, mentions, i, BEHIND):
            continue
        if mentions[i].surface.casefold() == mentions[i + 1].surface.casefold():
            continue  # a list that repeats itself
        wide = [a for a in around if a.feature_code in WIDE and not _is_town(a, found[i + 1])]
        if wide:
            held[i + 1] = frozenset(area.id for area in wide)
    return held


def between(
    text: str, mentions: Sequence[Mention], i: int, pattern: re.Pattern[str]
) -> re.Match[str] | None:
    """Match what stands between a mention and the next.

    Parameters
    ----------
    text
        The article's text.
    mentions
        Toponyms in text order.
    i
        Index of the first of the two.
    pattern
        Matches all that stands between.
    """
    if i + 1 >= len(mentions):
        return None
    return pattern.fullmatch(text, mentions[i].end, mentions[i + 1].start)


def _narrowed(readings: Readings, areas: Sequence[Place]) -> Iterable[Place]:
    """Give the nouns among the readings of a name, those in its own qualifying areas if any."""
    nouns = (c.place for c in readings if c.name_type not in {"adjective", "demonym"})
    return (place for place in nouns if agrees(place, areas))


def agrees(place: Place, areas: Sequence[Place]) -> bool:
    """Whether a place lies in one of the areas, if there are any."""
    return not areas or any(within(place, area) for area in areas)


def _holding(inner: Sequence[Candidate], outer: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(area for area in outer if any(within(c.place, area) for c in inner))


def _is_town(area: Place, readings: Readings) -> bool:
    """Whether the name of an area is in the first place that of a town in it."""
    towns = (c for c in readings if c.place.feature_class == "P")
    return any(c.name_type == "preferred" and within(c.place, area) for c in towns)
