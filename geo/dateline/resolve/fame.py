"""Stories about the world, and the cities that everybody knows.

Where a story names several countries, "Dubai" is the city in the Emirates and no village of that
name in one of them; in a local paper it may well be the village.
"""

from collections.abc import Sequence

from dateline.model import Candidate, Place
from dateline.resolve.score import LARGE
from dateline.resolve.senses import Name

COUNTRIES = 4
"""Countries named from which on a story is about the world; chosen on the corpora, where fewer
move towns of American papers abroad."""

OUTSTANDING = 5
"""Times that a city must be larger than every other place of its name."""

METROPOLIS = 1_000_000
"""Inhabitants from which a city that is no seat of anything is known to all; most such towns are
suburbs."""

_SEATS = frozenset({"PPLC", "PPLA", "PPLA2", "PPLG"})


def is_about_the_world(names: Sequence[Name]) -> bool:
    """Whether a story names so many countries that it is no local one.

    Parameters
    ----------
    names
        All names of one article.
    """
    firsts = (name.candidates[0].place for name in names if name.candidates)
    return len({p.country_code for p in firsts if p.feature_code == "PCLI"}) >= COUNTRIES


def is_known_to_all(place: Place, readings: Sequence[Candidate]) -> bool:
    """Whether a place is a seat or a metropolis beside which nothing else of its name counts.

    Parameters
    ----------
    place
        One of the readings.
    readings
        All readings of a name.
    """
    least = LARGE if place.feature_code in _SEATS else METROPOLIS
    if place.feature_class != "P" or place.population < least:
        return False
    towns = (c.place for c in readings if c.place.feature_class == "P" and c.place.id != place.id)
    return all(
        town.population * OUTSTANDING <= place.population
        for town in towns
        if town.feature_code != "PPLX"
    )
