"""Levels of detail of the base map, from the globe to a county."""

from dataclasses import dataclass
from typing import Literal

from dateline.render.box import WORLD

WEST, SOUTH = -180.0, -90.0
"""Corner from which cells are counted, in degrees."""

LayerName = Literal["land", "countries", "admin1", "counties", "lakes", "rivers"]
LAYERS: tuple[LayerName, ...] = ("land", "lakes", "rivers", "counties", "admin1", "countries")
"""From the bottom up."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of detail."""

    upto: float
    """Largest span of a view that it serves, in degrees of latitude."""
    tolerance: float
    """Degrees by which its lines may be off."""
    step: float
    """Degrees between the lines of its grid; divides 360."""
    cell: float
    """Side of a cell in degrees; a multiple of `step`."""
    layers: tuple[LayerName, ...]
    """What it draws."""
    names: tuple[str, ...]
    """Sorts of areas that it names."""
    least_unit: float
    """Degrees across from which on the units within countries are drawn."""
    towns: int
    """How many towns it may name."""


_AREAS: tuple[LayerName, ...] = ("land", "lakes", "countries")
_LINES: tuple[LayerName, ...] = ("land", "lakes", "rivers", "admin1", "countries")

LEVELS = (
    Level(WORLD, 0.35, 0.2, WORLD, _AREAS, ("country",), 9.0, 20),
    Level(WORLD, 0.2, 0.12, WORLD, _AREAS, ("country",), 9.0, 20),
    Level(90.0, 0.06, 0.05, 10.0, _AREAS, ("country",), 9.0, 30),
    Level(28.0, 0.018, 0.0125, 5.0, _LINES, ("country",), 1.8, 40),
    Level(10.0, 0.006, 0.005, 2.5, _LINES, ("country",), 1.2, 45),
    Level(3.5, 0.002, 0.00125, 1.0, LAYERS, ("country", "region"), 0.2, 45),
)
"""From the globe to a county. Spans and tolerances were chosen by looking at pages of each size:
a line is off by about a pixel where it is worst. The first is the world around a story that is
drawn at another level, the second the world as a story."""

BACKDROP, GLOBE = 0, 1
"""Levels that are one cell around the world."""
