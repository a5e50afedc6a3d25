"""The grid on which everything drawn is laid: fine in the story's view, coarse beyond it.

Snapping each point by itself, instead of simplifying whole lines, keeps what was shared
shared: a country's outline and the border between it and its neighbour run through the very
same points, wherever they come from.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from dateline.model import Bounds, Geometry
from dateline.render.codec import Point

Ring = list[Point]
"""A closed ring (first point last) or a line, in grid steps."""


class Box(NamedTuple):
    """A box in unwrapped degrees: ``west < east`` always, east may exceed 180."""

    west: float
    south: float
    east: float
    north: float

    def grown(self, share: float) -> "Box":
        """Return the box with `share` of its size added on every side, poles permitting.

        Examples
        --------
        >>> Box(0.0, 80.0, 10.0, 84.0).grown(0.5)
        Box(west=-5.0, south=78.0, east=15.0, north=86.0)
        """
        across, up = (self.east - self.west) * share, (self.north - self.south) * share
        return Box(
            self.west - across,
            max(self.south - up, -POLE),
            self.east + across,
            min(self.north + up, POLE),
        )

    def meets(self, other: "Box") -> bool:
        """Whether the boxes have a point in common."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )

    def holds(self, other: "Box") -> bool:
        """Whether another box lies in this one."""
        return (
            self.west <= other.west
            and self.south <= other.south
            and other.east <= self.east
            and other.north <= self.north
        )

    def bounds(self) -> Bounds:
        """Return the box with its longitudes wrapped into −180…180.

        Examples
        --------
        >>> Box(170.0, -20.0, 190.0, -10.0).bounds()
        Bounds(west=170.0, south=-20.0, east=-170.0, north=-10.0)
        """
        if self.east - self.west >= WORLD:
            return Bounds(-180.0, self.south, 180.0, self.north)
        return Bounds(_wrap(self.west), self.south, _wrap(self.east), self.north)


SMALLEST_RING = 4
"""Points of a triangle with its first point repeated."""

HALF = 180.0
"""Degrees from the first meridian to the antimeridian."""

WORLD = 360.0
"""Degrees around the globe."""

POLE = 90.0
"""Degrees of latitude."""

MERCATOR_LIMIT = 85.0
"""Degrees of latitude that the web's map projection shows (85.051 exactly)."""


def unwrapped(bounds: Bounds) -> Box:
    """Turn bounds that may cross the antimeridian into a box that does not.

    Examples
    --------
    >>> unwrapped(Bounds(177.0, -19.0, -178.0, -16.0))
    Box(west=177.0, south=-19.0, east=182.0, north=-16.0)
    """
    east = bounds.east + WORLD if bounds.crosses_antimeridian else bounds.east
    return Box(bounds.west, bounds.south, east, bounds.north)


def _wrap(longitude: float) -> float:
    """Bring a longitude into −180…180."""
    return longitude if -HALF <= longitude <= HALF else (longitude + HALF) % WORLD - HALF


@dataclass(frozen=True, slots=True)
class Grid:
    """Where points snap to."""

    step: float
    """Degrees between neighbouring lines of the grid inside `detail`."""
    detail: Box
    """Where the grid is fine."""
    coarsening: int
    """How many steps lie between the lines in use outside `detail`."""
    middle: float
    """Longitude around which outlines are gathered, in degrees."""

    def position(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Move a position by whole turns to within half a turn of the middle."""
        return longitude + self.turn(longitude, longitude), latitude

    def turn(self, west: float, east: float) -> float:
        """Degrees, a multiple of 360, that bring what lies between two meridians to the middle.

        Examples
        --------
        >>> Grid(0.01, Box(170, -20, 190, -10), 8, 180.0).turn(-180.0, -178.0)
        360.0
        """
        return WORLD * round((self.middle - (west + east) / 2) / WORLD)

    def snap(self, line: Sequence[Sequence[float]]) -> Ring:
        """Lay a ring or line on the grid and drop points that fall together.

        Examples
        --------
        >>> grid = Grid(0.5, Box(0, 0, 10, 10), 4, 5.0)
        >>> grid.snap([(1.1, 1.1), (1.2, 1.2), (2.0, 3.3), (20.0, 21.3)])
        [(2, 2), (4, 7), (40, 44)]
        """
        xs, ys = zip(*line, strict=True)
        turn = self.turn(min(xs), max(xs))
        around = Box(min(xs) + turn, min(ys), max(xs) + turn, max(ys))
        if not around.meets(self.detail):
            points = self._snapped(xs, ys, turn, self.coarsening)
        elif self.detail.holds(around):
            points = self._snapped(xs, ys, turn, 1)
        else:
            points = self._mixed(xs, ys, turn)
        return [p for p, before in zip(points, (None, *points), strict=False) if p != before]

    def _snapped(self, xs: Sequence[float], ys: Sequence[float], turn: float, wide: int) -> Ring:
        """Snap every point to each `wide`-th line of the grid."""
        many = 1 / (self.step * wide)
        columns = [round((x + turn) * many) * wide for x in xs]
        return list(zip(columns, [round(y * many) * wide for y in ys], strict=True))

    def _mixed(self, xs: Sequence[float], ys: Sequence[float], turn: float) -> Ring:
        """Snap points in the detail finely, the others coarsely."""
        west, south, east, north = self.detail
        west, east = west - turn, east - turn
        near = self._snapped(xs, ys, turn, 1)
        far = self._snapped(xs, ys, turn, self.coarsening)
        return [
            fine if west <= x <= east and south <= y <= north else coarse
            for x, y, fine, coarse in zip(xs, ys, near, far, strict=True)
        ]


def snapped(shapes: Iterable[Geometry], grid: Grid) -> Iterator[Ring]:
    """Yield the rings and lines of shapes on a grid; what shrinks to a point is dropped.

    Examples
    --------
    >>> grid = Grid(1.0, Box(0, 0, 10, 10), 4, 5.0)
    >>> list(snapped([Geometry("LineString", ((0.2, 0.1), (3.1, 4.0)))], grid))
    [[(0, 0), (3, 4)]]
    """
    for shape in shapes:
        least = SMALLEST_RING if "Polygon" in shape.type else 2
        for part in parts(shape):
            ring = grid.snap(part)
            if len(ring) >= least:
                yield ring


def parts(geometry: Geometry) -> Iterator[Sequence[Sequence[float]]]:
    """Yield the rings and lines of a geometry, holes included; none for points.

    Examples
    --------
    >>> list(parts(Geometry("LineString", ((0.0, 0.0), (1.0, 1.0)))))
    [((0.0, 0.0), (1.0, 1.0))]
    >>> list(parts(Geometry("Point", (0.0, 0.0))))
    []
    """
    match geometry.type:
        case "LineString":
            yield geometry.coordinates
        case "MultiLineString" | "Polygon":
            yield from geometry.coordinates
        case "MultiPolygon":
            for polygon in geometry.coordinates:
                yield from polygon


def box_of(ring: Iterable[Sequence[Any]]) -> Box:
    """Smallest box around points, in their own units.

    Examples
    --------
    >>> box_of([(3, 4), (1, 9)])
    Box(west=1, south=4, east=3, north=9)
    """
    xs, ys = zip(*((p[0], p[1]) for p in ring), strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))
