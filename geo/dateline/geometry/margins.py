"""Zones along a line: strips, margins, and lines moved aside."""

from math import ceil, floor, pi

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dateline.errors import UsageError
from dateline.geometry.earth import checked
from dateline.geometry.frame import continuous, wrapped
from dateline.geometry.measures import flattened
from dateline.geometry.shapes import Pairs, from_shapely, line_of, to_shapely
from dateline.geometry.sphere import EARTH_RADIUS_KM, great_circle, on_sphere
from dateline.geometry.zones import FARTHEST_KM, stored
from dateline.model import Geometry, LonLat

_DEGREE_KM = pi * EARTH_RADIUS_KM / 180

_LINE_STEPS = 32
_BAND = 5.0
"""Degrees of latitude over which one scale serves for a margin: 5 % off at 50°, at its edges."""


def strip(a: LonLat, b: LonLat, half_width_km: float) -> Geometry:
    """Draw a strip along the great circle between two positions.

    Parameters
    ----------
    a, b
        Its ends, degrees.
    half_width_km
        How far it reaches to either side and beyond the ends.

    Returns
    -------
    Geometry
        An area.

    Raises
    ------
    UsageError
        Where a position is not on the Earth or the width is out of range.
    """
    line = line_of(great_circle(checked(a), checked(b), _LINE_STEPS))
    return _margin(line, half_width_km)


def margin(geometry: Geometry, km: float) -> Geometry:
    """Draw what lies within a distance of a shape, the shape included.

    Parameters
    ----------
    geometry
        Any, longitudes −180 to 180.
    km
        The distance, above 0.

    Returns
    -------
    Geometry
        An area.

    Raises
    ------
    UsageError
        Where the distance is out of range.
    """
    return _margin(continuous(to_shapely(geometry)), km)


def _margin(shape: BaseGeometry, km: float) -> Geometry:
    if not 0 < km <= FARTHEST_KM:
        raise UsageError(f"Margin of {km} km: expected above 0, up to {FARTHEST_KM:.0f}.")
    wide = [_widened(piece, km) for piece in _bands(shape)]
    earth = shapely.box(-540, -90, 540, 90)
    return stored(shapely.intersection(shapely.union_all(wide), earth))


def _bands(shape: BaseGeometry) -> list[BaseGeometry]:
    """Cut a shape into bands of latitude, each of which one scale fits."""
    west, south, east, north = shape.bounds
    if north - south <= _BAND:
        return [shape]
    lows = (_BAND * step for step in range(floor(south / _BAND), ceil(north / _BAND)))
    boxes = [shapely.box(west - 1, low, east + 1, low + _BAND) for low in lows]
    return [piece for piece in shapely.intersection(shape, boxes) if not piece.is_empty]


def _widened(piece: BaseGeometry, km: float) -> BaseGeometry:
    lat = (piece.bounds[1] + piece.bounds[3]) / 2
    wide = shapely.buffer(flattened(piece, lat), km / _DEGREE_KM)
    return flattened(wide, lat, back=True)


def moved(geometry: Geometry, km: float, bearing: float) -> Geometry:
    """Move every vertex of a geometry the same way: a line some way south of a border.

    Parameters
    ----------
    geometry
        Any, longitudes −180 to 180.
    km
        How far, 0 or more.
    bearing
        In which direction, degrees clockwise from north.

    Returns
    -------
    Geometry
        The moved one.
    """

    def move(pairs: Pairs) -> Pairs:
        return np.array([on_sphere(LonLat(*pair), km, bearing) for pair in pairs.tolist()])

    shape = shapely.transform(continuous(to_shapely(geometry)), move)
    return from_shapely(wrapped(shape)) or geometry
