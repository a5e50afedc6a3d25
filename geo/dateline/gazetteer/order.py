"""Which of several places of one name comes first when nothing else is known.

Country, then group of states and continent, sea and region across borders, first-level division,
other region and nature, town, smaller divisions and buildings, and last villages of which nobody
knows the size; towns among themselves by population. A capital or a
city of a million stands before the divisions of its country (Moscow, New York, Washington).
"""

from collections.abc import Iterable
from math import log10
from typing import Final

from dateline.model import Candidate, Place

_ALTERNATE_FACTOR: Final = 1.0
"""Powers of ten by which a place counts as smaller where the name is not its preferred one."""

_GREAT_CITY: Final = 1_000_000
"""Inhabitants from which a city stands before the divisions of its country."""

_GROUPS: Final = frozenset({"ZN", "CONT"})
_SEAS: Final = frozenset({"OCN", "SEA", "GULF", "STRT"})


def by_importance(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Sort, most important first; ties go by id, so that the order is always the same."""
    found = tuple(candidates)
    divided = {c.place.country_code for c in found if c.place.feature_code == "ADM1"}

    def key(candidate: Candidate) -> tuple[float, float, int]:
        place = candidate.place
        tier = tier_of(place)
        if place.country_code in divided and _outshines(place):
            tier = 1.5
        return (tier, -_weight(candidate), place.id)

    return tuple(sorted(found, key=key))


def by_size(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Sort countries first, then all by population: what a person who types a name means."""

    def key(candidate: Candidate) -> tuple[bool, int, float, int]:
        tier = tier_of(candidate.place)
        return (tier > 0, -candidate.place.population, tier, candidate.place.id)

    return tuple(sorted(candidates, key=key))


def tier_of(place: Place) -> float:
    """Rank of the kind of place: 0 is a country, 6 a village whose size nobody knows."""
    code = place.feature_code
    if code.startswith("PCL") and code != "PCLH":
        return 0
    if code in _GROUPS:
        return 1
    if code in _SEAS or (code == "RGN" and not place.country_code):
        return 1.7
    if code == "ADM1":
        return 2
    if place.feature_class == "P":
        return 4 if place.population else 6
    return 5 if place.feature_class in "AS" else 3


def _outshines(place: Place) -> bool:
    return place.feature_class == "P" and (
        place.feature_code == "PPLC" or place.population >= _GREAT_CITY
    )


def _weight(candidate: Candidate) -> float:
    weight = log10(candidate.place.population + 10)
    return weight - _ALTERNATE_FACTOR if candidate.name_type == "alternate" else weight
