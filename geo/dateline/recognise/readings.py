"""What the places that a name may mean tell of its being a toponym at all."""

from collections.abc import Iterator, Sequence

from dateline.company import Area, areas_of
from dateline.model import Candidate
from dateline.recognise.matches import Match

LARGE, MEDIUM, SMALL = 500_000, 50_000, 5_000
"""Inhabitants that part large, middling, small and tiny towns; round numbers, our choice."""

_AREAS = {
    "PCLI": "country",
    "ADM1": "admin1",
    "ADM2": "admin2",
    "ZN": "group",
    "CONT": "region",
    "RGN": "region",
}
_CLEAR = frozenset({"country", "admin1", "adjective", "capital", "group", "region"})
"""Sorts of places whose names are seldom those of persons."""

_CLASSES = {"H": "water", "T": "relief"}


def prior(candidate: Candidate) -> str:
    """Name the sort of place that a candidate is, as a feature.

    Parameters
    ----------
    candidate
        The most important reading of a name.
    """
    place = candidate.place
    if candidate.name_type in {"adjective", "demonym"}:
        return "adjective"
    if place.feature_class == "P":
        if place.feature_code == "PPLC":
            return "capital"
        sizes = ((LARGE, "large_town"), (MEDIUM, "medium_town"), (SMALL, "small_town"))
        return next((name for least, name in sizes if place.population >= least), "tiny_town")
    by_class = _CLASSES.get(place.feature_class, "area" if place.shape_type else "spot")
    return _AREAS.get(place.feature_code, by_class)


def breadth(match: Match) -> str:
    """Tell names of wide or unmistakable places from those that persons may bear too."""
    return "area" if prior(match.candidates[0]) in _CLEAR else "town"


def named_areas(matches: Sequence[Match]) -> frozenset[Area]:
    """Collect the countries and states that a text names by names which hardly mean else.

    Parameters
    ----------
    matches
        All matches of the text.
    """
    readings = (match.candidates[0] for match in matches)
    clear = (c.place for c in readings if prior(c) in {"country", "admin1", "adjective"})
    return frozenset(areas_of(place)[-1] for place in clear if areas_of(place))


def of_readings(match: Match, named: frozenset[Area]) -> Iterator[str]:
    """See whether a town of this name lies in an area that the text names."""
    towns = [c.place for c in match.candidates if c.place.feature_class == "P"]
    if any(named.intersection(areas_of(town)[1:2]) for town in towns):
        yield "in_named_admin1"
    elif any(named.intersection(areas_of(town)[:1]) for town in towns):
        yield "in_named_country"
