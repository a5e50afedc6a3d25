"""Boxes in degrees that are not cut at the antimeridian."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from dateline.model import Bounds

HALF = 180.0
"""Degrees from the first meridian to the antimeridian."""

WORLD = 360.0
"""Degrees around the globe."""

POLE = 90.0
"""Degrees of latitude."""

MERCATOR_LIMIT = 85.0
"""Degrees of latitude that the web's map projection shows (85.051 exactly)."""


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


def around(boxes: Sequence[Box]) -> Box:
    """Smallest box around boxes.

    Examples
    --------
    >>> around([Box(1, 2, 3, 4), Box(0, 3, 2, 6)])
    Box(west=0, south=2, east=3, north=6)
    """
    wests, souths, easts, norths = zip(*boxes, strict=True)
    return Box(min(wests), min(souths), max(easts), max(norths))


def box_of(ring: Iterable[Sequence[Any]]) -> Box:
    """Smallest box around points, in their own units.

    Examples
    --------
    >>> box_of([(3, 4), (1, 9)])
    Box(west=1, south=4, east=3, north=9)
    """
    xs, ys = zip(*ring, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))
