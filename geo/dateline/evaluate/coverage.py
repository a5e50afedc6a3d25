"""How much of the gold the gazetteer has at all: what no resolver on it can get beyond."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.evaluate.areas import holds
from dateline.evaluate.toponyms import NEAR_KM, Toponym, is_placed, point_of
from dateline.gazetteer import Gazetteer
from dateline.geocode import geocode
from dateline.geometry import haversine_km
from dateline.model import LonLat, Mention


@dataclass(frozen=True, slots=True)
class Coverage:
    """Gold toponyms with coordinates, and how many of them the gazetteer has."""

    near: int
    """Those with a candidate of their name within 161 km."""
    right: int
    """Those with one, or with one that is an area around the gold's point."""
    gold: int
    """All of them."""
    uncovered: Counter[str]
    """Names without a candidate that would be `right`."""

    @property
    def share(self) -> float:
        """Upper bound of the accuracy within 161 km, 0 to 1."""
        return self.near / self.gold if self.gold else 0.0

    @property
    def share_area(self) -> float:
        """Upper bound of the accuracy that counts areas around the gold's point, 0 to 1."""
        return self.right / self.gold if self.gold else 0.0


def coverage_of(gold: Iterable[Toponym], gazetteer: Gazetteer) -> Coverage:
    """Look gold up.

    Parameters
    ----------
    gold
        Toponyms with ``surface``; those without coordinates are left out.
    gazetteer
        Where they are looked up, as `dateline.geocode.geocode` does it.

    Examples
    --------
    >>> from dateline.gazetteer import open_gazetteer
    >>> gold = [{"start": 0, "end": 5, "surface": "Minsk", "lat": 53.9, "lon": 27.6},
    ...         {"start": 9, "end": 15, "surface": "Utopia", "lat": 0, "lon": -30}]
    >>> with open_gazetteer() as gazetteer:
    ...     coverage = coverage_of(gold, gazetteer)
    >>> coverage.share, dict(coverage.uncovered)
    (0.5, {'Utopia': 1})
    """
    located = [g for g in gold if is_placed(g)]
    found = [_reach(g["surface"], point_of(g), gazetteer) for g in located]
    lacking = (g["surface"] for g, (_, right) in zip(located, found, strict=True) if not right)
    return Coverage(
        sum(near for near, _ in found),
        sum(right for _, right in found),
        len(located),
        Counter(lacking),
    )


def _reach(surface: str, point: LonLat, gazetteer: Gazetteer) -> tuple[bool, bool]:
    """Tell whether a candidate of a name is near a point, and whether one is right for it."""
    mention = Mention(0, len(surface), surface, "literal")
    places = [candidate.place for candidate in geocode(mention, gazetteer)]
    near = any(haversine_km(place.point, point) <= NEAR_KM for place in places)
    return near, near or any(holds(gazetteer, place, point) for place in places)
