"""The company a place keeps in a story: what else is named, and where that lies."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.model import LonLat, Place

CELL = 1.5
"""Degrees; side of the cells in which nearness is counted, some 160 km from north to south."""

Area = tuple[str, ...]
"""Codes from the country down: ``("US",)``, ``("US", "TX")``, ``("US", "TX", "277")``."""
Cell = tuple[int, int]
"""Column and row of a cell, counted from 0° E, 0° N."""


class Position(NamedTuple):
    """Where a place lies, as far as its company is concerned."""

    areas: tuple[Area, ...]
    """The areas that it lies in or is, the largest first."""
    cell: Cell | None
    """The cell of a town or another small place; ``None`` for what is as large as a state."""
    peers: Area
    """What a state or a county shares with those it may be listed with, or empty."""


@dataclass(frozen=True, slots=True)
class Company:
    """Places with their weights, summed up."""

    areas: Mapping[Area, float] = field(default_factory=dict)
    """Weight by area; a town counts for its county, its state and its country. Also by
    `Position.peers`."""
    cells: Mapping[Cell, float] = field(default_factory=dict)
    """Weight of towns and other small places by cell."""
    total: float = 0.0
    """Sum of the weights."""

    def share(self, area: Area) -> float:
        """Part of the weight that lies in an area, 0 to 1."""
        return self.areas.get(area, 0.0) / self.total if self.total else 0.0

    def nearby(self, point: LonLat) -> float:
        """Weight of what lies within about `CELL` degrees of a point."""
        return self.around(cell(point))

    def around(self, middle: Cell) -> float:
        """Weight of what lies in a cell or beside it."""
        column, row = middle
        known = self.cells
        return sum(
            known[column + dx, row + dy]
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            if (column + dx, row + dy) in known
        )


def areas_of(place: Place) -> tuple[Area, ...]:
    """Name the areas that a place lies in or is, the largest first."""
    country, admin1, admin2 = place.country_code, place.admin1_code, place.admin2_code
    if not (country and admin1):
        return ((country,),) if country else ()
    larger = (country,), (country, admin1)
    return (*larger, (country, admin1, admin2)) if admin2 else larger


def position_of(place: Place) -> Position:
    """Say where a place lies.

    Parameters
    ----------
    place
        Any entry of the gazetteer.
    """
    areas = areas_of(place)
    small = len(areas) > 1 and place.feature_code != "ADM1"
    return Position(areas, cell(place.point) if small else None, _peers(place, areas))


def _peers(place: Place, areas: tuple[Area, ...]) -> Area:
    """Name the set that a division is one of; the mark keeps it apart from all codes."""
    code = place.feature_code
    if code in {"ADM1", "ADM2"} and len(areas) > 1:
        return (*areas[-1][:-1], f"*{code}")
    return ()


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


def gather(positions: Iterable[tuple[Position, float]]) -> Company:
    """Sum up where places lie.

    Parameters
    ----------
    positions
        Each with the weight of its place: how often it is named times how certain it is.
    """
    areas: defaultdict[Area, float] = defaultdict(float)
    cells: defaultdict[Cell, float] = defaultdict(float)
    total = 0.0
    for position, weight in positions:
        total += weight
        for area in position.areas:
            areas[area] += weight
        if position.peers:
            areas[position.peers] += weight
        if position.cell:
            cells[position.cell] += weight
    return Company(areas, cells, total)


def without(whole: Company, part: Company) -> Company:
    """Take a name's own places out of the company that it is judged by."""
    areas, cells = dict(whole.areas), dict(whole.cells)
    for area, weight in part.areas.items():
        areas[area] -= weight
    for at, weight in part.cells.items():
        cells[at] -= weight
    return Company(areas, cells, whole.total - part.total)


def together(parts: Iterable[Company]) -> Company:
    """Add up companies."""
    areas: defaultdict[Area, float] = defaultdict(float)
    cells: defaultdict[Cell, float] = defaultdict(float)
    total = 0.0
    for part in parts:
        total += part.total
        for area, weight in part.areas.items():
            areas[area] += weight
        for at, weight in part.cells.items():
            cells[at] += weight
    return Company(areas, cells, total)
