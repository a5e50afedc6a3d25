"""Outlines of areas and lines, measured once and laid on the grid of the page."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.model import Geometry
from dateline.render.box import Box, around, box_of
from dateline.render.grid import EXACT, SMALLEST_RING, Grid, Ring, Slack

FEW = 6
"""Up to this number, the parts of an area are kept however small they are."""

SMALL_ISLAND = 4
"""Grid steps across below which one island among many is left out: three pixels."""

Line = Sequence[Sequence[float]]
"""A ring, a hole or a line, in degrees."""


class Outline(NamedTuple):
    """The rings and lines of a geometry, each with the box around it."""

    lines: tuple[Line, ...]
    """All of them; none of a point."""
    boxes: tuple[Box, ...]
    """One a line, in the degrees of the geometry."""
    least: int
    """Points that a line needs to be seen: more where it is a ring."""

    @property
    def box(self) -> Box:
        """The box around all lines; there has to be one."""
        return around(self.boxes)


def outline_of(geometry: Geometry) -> Outline:
    """Measure a geometry.

    Examples
    --------
    >>> outline_of(Geometry("LineString", ((0.2, 0.1), (3.1, 4.0)))).box
    Box(west=0.2, south=0.1, east=3.1, north=4.0)
    """
    lines = tuple(parts(geometry))
    least = SMALLEST_RING if "Polygon" in geometry.type else 2
    return Outline(lines, tuple(map(box_of, lines)), least)


def snapped(outline: Outline, grid: Grid, slack: Slack = EXACT) -> Iterator[Ring]:
    """Yield the rings and lines of an outline on a grid; what shrinks to a point is dropped.

    Parameters
    ----------
    outline
        In degrees.
    grid
        Where its points snap to.
    slack
        How far its lines may be off.

    Examples
    --------
    >>> grid = Grid(1.0, Box(0, 0, 10, 10), 5.0)
    >>> list(snapped(outline_of(Geometry("LineString", ((0.2, 0.1), (3.1, 4.0)))), grid))
    [[(0, 0), (3, 4)]]
    """
    many = outline.least == SMALLEST_RING and len(outline.lines) > FEW
    for line, box in _large(outline, grid, slack) if many else zip(*outline[:2], strict=True):
        laid = grid.snap(line, slack, box)
        if len(laid) >= outline.least:
            yield laid


def _large(outline: Outline, grid: Grid, slack: Slack) -> Iterator[tuple[Line, Box]]:
    """Yield the rings that can be seen, and the largest in any case."""
    sizes = [max(box.east - box.west, box.north - box.south) for box in outline.boxes]
    largest = max(sizes)
    for line, box, size in zip(outline.lines, outline.boxes, sizes, strict=True):
        turn = grid.turn(box.west, box.east)
        moved = Box(box.west + turn, box.south, box.east + turn, box.north)
        near = moved.meets(grid.detail)
        least = SMALL_ISLAND * slack.near * grid.step if near else 2 * slack.far
        if size >= min(least, largest):
            yield line, box


def parts(geometry: Geometry) -> Iterator[Line]:
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
