"""The company a place keeps in a story: what else is named, and where that lies."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dateline.model import LonLat, Place

CELL = 1.5
"""Degrees; side of the cells in which nearness is counted, some 160 km from north to south."""

Area = tuple[str, ...]
"""Codes from the country down: ``("US",)``, ``("US", "TX")``, ``("US", "TX", "277")``."""
Cell = tuple[int, int]
"""Column and row of a cell, counted from 0° E, 0° N."""


@dataclass(frozen=True, slots=True)
class Company:
    """Places with their weights, summed up."""

    areas: Mapping[Area, float] = field(default_factory=dict)
    """Weight by area; a town counts for its county, its state and its country."""
    cells: Mapping[Cell, float] = field(default_factory=dict)
    """Weight of towns and other small places by cell."""
    total: float = 0.0
    """Sum of the weights."""

    def share(self, area: Area) -> float:
        """Part of the weight that lies in an area, 0 to 1."""
        return self.areas.get(area, 0.0) / self.total if self.total else 0.0

    def nearby(self, point: LonLat) -> float:
        """Weight of what lies within about `CELL` degrees of a point."""
        column, row = cell(point)
        return sum(
            self.cells.get((column + dx, row + dy), 0.0) for dx in (-1, 0, 1) for dy in (-1, 0, 1)
        )


def areas_of(place: Place) -> tuple[Area, ...]:
    """Name the areas that a place lies in or is, the largest first."""
    codes = (place.country_code, place.admin1_code, place.admin2_code)
    known = next((i for i, code in enumerate(codes) if not code), len(codes))
    return tuple(codes[:i] for i in range(1, known + 1))


def within(place: Place, container: Place) -> bool:
    """Whether a place lies in another by their codes; no place lies in itself."""
    inner, outer = areas_of(place), areas_of(container)
    if place.id == container.id or not inner or not outer or container.feature_class != "A":
        return False
    return outer[-1] in inner


def cell(point: LonLat) -> Cell:
    """Find the cell of a point.

    Examples
    --------
    >>> cell(LonLat(27.57, 53.9)), cell(LonLat(-0.1, -0.1))
    ((18, 35), (-1, -1))
    """
    return (math.floor(point.lon / CELL), math.floor(point.lat / CELL))


def gather(places: Iterable[tuple[Place, float]]) -> Company:
    """Sum up places.

    Parameters
    ----------
    places
        Each with its weight: how often it is named times how certain it is.
    """
    areas: defaultdict[Area, float] = defaultdict(float)
    cells: defaultdict[Cell, float] = defaultdict(float)
    total = 0.0
    for place, weight in places:
        total += weight
        for area in areas_of(place):
            areas[area] += weight
        if len(areas_of(place)) > 1 and place.feature_code != "ADM1":
            cells[cell(place.point)] += weight
    return Company(dict(areas), dict(cells), total)


def without(whole: Company, part: Company) -> Company:
    """Take a name's own places out of the company that it is judged by."""
    areas = {k: v - part.areas.get(k, 0.0) for k, v in whole.areas.items()}
    cells = {k: v - part.cells.get(k, 0.0) for k, v in whole.cells.items()}
    return Company(areas, cells, whole.total - part.total)
