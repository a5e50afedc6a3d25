"""The grid on which outlines are laid: true to a step in the story's view, coarser beyond it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from dateline.render.box import WORLD, Box, box_of
from dateline.render.codec import Point

Ring = list[Point]
"""A closed ring (first point last) or a line, in grid steps."""


SMALLEST_RING = 4
"""Points of a triangle with its first point repeated."""

FAR = 0.25
"""Degrees by which a line may be off outside the detail: a pixel when the world is shown."""


class Slack(NamedTuple):
    """How far a line may be off."""

    near: float = 1.0
    """In the detail, in grid steps."""
    far: float = FAR
    """Beyond it, in degrees."""


EXACT = Slack()
"""For what is drawn with an edge."""

SKETCH = Slack(2.0, 0.5)
"""For what is nobody's border: a sea, a range, a region that people speak of."""

WASH = Slack(6.0, 1.0)
"""For what is only a wash behind the story."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Where points snap to."""

    step: float
    """Degrees between neighbouring lines of the grid inside `detail`."""
    detail: Box
    """Where the grid is fine."""
    middle: float
    """Longitude around which outlines are gathered, in degrees."""

    def position(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Move a position by whole turns to within half a turn of the middle."""
        return longitude + self.turn(longitude, longitude), latitude

    def turn(self, west: float, east: float) -> float:
        """Degrees, a multiple of 360, that bring what lies between two meridians to the middle.

        Examples
        --------
        >>> Grid(0.01, Box(170, -20, 190, -10), 180.0).turn(-180.0, -178.0)
        360.0
        """
        return WORLD * round((self.middle - (west + east) / 2) / WORLD)

    def snap(
        self, line: Sequence[Sequence[float]], slack: Slack = EXACT, box: Box | None = None
    ) -> Ring:
        """Lay a ring or line on the grid, without the points that add nothing to it.

        A point counts if it is off the way past it by more than the slack. `box` is that around
        the line, where it is known.

        Examples
        --------
        >>> grid = Grid(0.5, Box(0, 0, 10, 10), 5.0)
        >>> grid.snap([(1.1, 1.1), (1.2, 1.2), (2.0, 3.3), (20.0, 21.3), (20.01, 21.3)])
        [(2, 2), (4, 7), (40, 43)]
        """
        around = box or box_of(line)
        turn = self.turn(around.west, around.east)
        west, south, east, north = self.detail
        west, east, many = west - turn, east - turn, 1 / self.step
        points: Ring = []
        near: list[bool] = []
        last_x = last_y = inf
        for x, y in line:
            inside = west <= x <= east and south <= y <= north
            if not inside and abs(x - last_x) + abs(y - last_y) < slack.far:
                continue
            last_x, last_y = x, y
            point = (round((x + turn) * many), round(y * many))
            if not points or point != points[-1]:
                points.append(point)
                near.append(inside)
        if len(line) > 1 and line[0] == line[-1] and points[0] != points[-1]:
            points.append(points[0])
            near.append(near[0])
        return straightened(points, near, max(slack.far / self.step, slack.near), slack.near)


def straightened(line: Ring, near: Sequence[bool], far: float, close: float = 1.0) -> Ring:
    """Drop the points that lie close to the way past them (Reumann and Witkam 1974).

    Parameters
    ----------
    line
        A ring or line without repetitions.
    near
        For each point, whether it is one of the detail.
    far
        Steps off the way that are too much for points beyond it.
    close
        Steps off the way that are too much for points of it.

    Examples
    --------
    >>> straightened([(0, 0), (4, 0), (8, 1), (12, 1), (12, 9)], [True] * 5, 9.0)
    [(0, 0), (12, 1), (12, 9)]
    """
    if len(line) <= SMALLEST_RING:
        return line
    limits = (far * far, close * close)
    kept = [line[0]]
    (x, y), before = line[0], line[1]
    across, up = before[0] - x, before[1] - y
    length = across * across + up * up
    for point, inside in zip(line[2:], near[2:], strict=True):
        off = (point[0] - x) * up - (point[1] - y) * across
        if off * off > length * limits[inside]:
            kept.append(before)
            x, y = before
            across, up = point[0] - x, point[1] - y
            length = across * across + up * up
        before = point
    kept.append(before)
    return kept if len(kept) >= SMALLEST_RING or line[0] != line[-1] else line
