"""Names that the text puts where the gazetteer has none of that name.

"The Eiffel Tower in Las Vegas" stands in Las Vegas; "Stroud, Ontario" is not the town in England.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.company import within
from dateline.model import Mention, Place
from dateline.resolve.qualifiers import BEHIND, WIDE, Readings, agrees, between

_ENUMERATES = re.compile(r",?\s(?:and|or)\s[A-Z]|,\s[A-Z]")
"""What follows the second of several names in a list: "Ohio, Iowa and"."""

_LARGE, _MIDDLING = 5_000_000, 100_000
"""Inhabitants from which a name is rather that of the city everybody knows: right before a
comma and its state or country, and before "in", which may belong to a word farther back."""

_STANDS_IN = re.compile(r"\s(?:in|at)\s")
"""What stands between a building and the place it is in: "the Eiffel Tower in Las Vegas"."""


def copies(
    text: str,
    mentions: Sequence[Mention],
    found: Sequence[Readings],
    areas: Sequence[tuple[Place, ...]],
) -> dict[int, Readings]:
    """Find buildings that the text puts into another country: the Eiffel Tower in Las Vegas.

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
        By index of the mention the places that it stands in, as approximate readings.
    """
    moved = {}
    for i in range(len(mentions) - 1):
        if not found[i] or not between(text, mentions, i, _STANDS_IN):
            continue
        there = [c for c in found[i + 1] if agrees(c.place, areas[i + 1])]
        if there and all(c.place.feature_class == "S" for c in found[i]):
            countries = {c.place.country_code for c in there}
            if countries.isdisjoint(c.place.country_code for c in found[i]):
                moved[i] = tuple(replace(c, approximate=True) for c in there)
    return moved


def strangers(
    text: str,
    mentions: Sequence[Mention],
    found: Sequence[Readings],
    areas: Sequence[tuple[Place, ...]],
) -> dict[int, Readings]:
    """Find towns that the text puts where the gazetteer has none of the name: "Stroud, Ontario".

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
        By index of the mention no readings: none of those that are known is meant.
    """
    lost: dict[int, Readings] = {}
    for i in range(len(mentions) - 1):
        behind = between(text, mentions, i, BEHIND)
        if not found[i + 1] or not (behind or between(text, mentions, i, _STANDS_IN)):
            continue
        area = found[i + 1][0].place
        sole = areas[i + 1] or not _ENUMERATES.match(text, mentions[i + 1].end)
        held = area.feature_code in WIDE if behind else area.feature_code == "ADM1"
        if held and sole and _is_small(found[i], _LARGE if behind else _MIDDLING):
            places = [c.place for c in found[i + 1]]
            if not any(within(c.place, place) for c in found[i] for place in places):
                lost[i] = ()
    return lost


def _is_small(readings: Readings, limit: int) -> bool:
    """Whether a name is that of towns and districts only, none of them a capital or very large."""
    return all(
        c.place.feature_class in {"A", "P"}
        and c.place.feature_code not in {"PPLC", *WIDE}
        and c.place.population < limit
        for c in readings
    )
