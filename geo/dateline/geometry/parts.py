"""Parts of an area: "eastern Ukraine", "north-western Syria", "central Poland".

People use these words for shares of an area, not for bands of fixed width. The rule here:

- one direction is the third of the area that lies farthest that way: north, middle and south
  (and likewise west, middle and east) tile the area;
- two directions are a quarter: north-east is the eastern half of the northern half; the four
  quarters tile the area, and none of them is ever empty, however the area is shaped;
- central is the third in the middle: between the outer thirds where an area is twice as long as
  wide, otherwise the middle 58 % (√⅓) both ways.

Far-off possessions do not count (`mainland`): southern France is not in Guiana. Shares are of the
area on the sphere, the cuts run along parallels and meridians.
"""

from math import asin, cos, degrees, radians, sqrt

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dateline.errors import UsageError
from dateline.geometry.compass import compass_point
from dateline.geometry.frame import continuous, wrapped
from dateline.geometry.mainland import mainland_of
from dateline.geometry.measures import equal_area
from dateline.geometry.shapes import Pairs, from_shapely, polygons_of
from dateline.model import Geometry

_LON, _LAT = 0, 1
_SIDES = {
    "north": (_LAT, True),
    "south": (_LAT, False),
    "east": (_LON, True),
    "west": (_LON, False),
}
_ALIASES = {"upper": "north", "lower": "south", "middle": "central", "mid": "central"}
_CENTRAL = sqrt(1 / 3)
_ELONGATED = 2.0
"""Extent one way over extent the other from which an area is cut across only."""

_BISECTIONS = 40
"""Halvings of the extent in search of a cut: far below a millimetre."""

PARTS = (*_SIDES, "north-east", "north-west", "south-east", "south-west", "central")
"""The parts there are, as `part_name` spells them."""


def part_name(word: str) -> str | None:
    """Find the part that a word means.

    Parameters
    ----------
    word
        "northern", "South-east", "central", "upper" …

    Returns
    -------
    str or None
        One of `PARTS`, ``None`` where `word` is none.

    Examples
    --------
    >>> part_name("Northeastern"), part_name("lower"), part_name("north-central")
    ('north-east', 'south', 'north')
    """
    key = word.lower()
    if key.endswith("central") and key != "central":
        key = key.removesuffix("central")
    name = _ALIASES.get(key) or compass_point(key) or key
    return name if name in PARTS else None


def part_of(area: Geometry, part: str) -> Geometry:
    """Cut a part out of an area, by the rule above.

    Parameters
    ----------
    area
        The whole, longitudes −180 to 180.
    part
        What `part_name` understands.

    Returns
    -------
    Geometry
        The part.

    Raises
    ------
    UsageError
        Where `area` is not an area or `part` not a part.

    Examples
    --------
    >>> square = Geometry("Polygon", (((0, 0), (3, 0), (3, 3), (0, 3), (0, 0)),))
    >>> sorted({round(lon, 6) for lon, _ in part_of(square, "eastern").coordinates[0]})
    [2.0, 3.0]
    """
    name = part_name(part)
    if name is None:
        raise UsageError(f"Part {part!r}: expected one of {', '.join(PARTS)}.")
    whole = mainland_of(continuous(polygons_of(area)))
    cut = _centre(whole) if name == "central" else _towards(whole, name)
    return from_shapely(wrapped(cut)) or area


def _towards(whole: BaseGeometry, name: str) -> BaseGeometry:
    """Cut off a third, or the half of a half."""
    words = name.split("-")
    share = 1 / 3 if len(words) == 1 else 1 / 2
    for word in words:
        axis, far = _SIDES[word]
        low, high = (1 - share, 1.0) if far else (0.0, share)
        whole = _band(whole, axis, low, high)
    return whole


def _centre(whole: BaseGeometry) -> BaseGeometry:
    """Cut out the middle third."""
    west, south, east, north = whole.bounds
    wide, tall = (east - west) * cos(radians((south + north) / 2)), north - south
    if max(wide, tall) >= _ELONGATED * min(wide, tall):
        return _band(whole, _LON if wide > tall else _LAT, 1 / 3, 2 / 3)
    low, high = (1 - _CENTRAL) / 2, (1 + _CENTRAL) / 2
    return _band(_band(whole, _LAT, low, high), _LON, low, high)


def _band(whole: BaseGeometry, axis: int, low: float, high: float) -> BaseGeometry:
    """Keep what lies between two shares of the area, counted from west or south."""
    edges = _edges(whole, axis)
    box = list(whole.bounds)
    if low > 0:
        box[axis] = _quantile(edges, axis, low)
    if high < 1:
        box[axis + 2] = _quantile(edges, axis, high)
    return shapely.intersection(whole, shapely.box(*box))


def _edges(whole: BaseGeometry, axis: int) -> Pairs:
    """List the edges on Lambert's cylinder: across and along the axis, start and end."""
    rings = shapely.get_rings(shapely.get_parts(shapely.orient_polygons(equal_area(whole))))
    pairs, ring = shapely.get_coordinates(rings, return_index=True)
    inner = ring[:-1] == ring[1:]
    edges: Pairs = np.hstack((pairs[:-1], pairs[1:]))[inner]
    return edges[:, [1 - axis, axis, 3 - axis, 2 + axis]]


def _quantile(edges: Pairs, axis: int, share: float) -> float:
    """Find the degree up to which a share of the area lies, by bisection."""
    low, high = edges[:, 1].min(), edges[:, 1].max()
    goal = share * _below(edges, high)
    for _ in range(_BISECTIONS):
        middle = (low + high) / 2
        if abs(_below(edges, middle)) < abs(goal):
            low = middle
        else:
            high = middle
    return degrees(low) if axis == _LON else degrees(asin(low))


def _below(edges: Pairs, level: float) -> float:
    """Measure the area up to a level, signed: Green's theorem over the edges cut off there."""
    x0, y0, x1, y1 = edges.T
    rise = np.where(y1 == y0, 1.0, y1 - y0)
    top0, top1 = np.minimum(y0, level), np.minimum(y1, level)
    across0 = x0 + (x1 - x0) * (top0 - y0) / rise
    across1 = x0 + (x1 - x0) * (top1 - y0) / rise
    return float(((across0 + across1) * (top1 - top0)).sum() / 2)
