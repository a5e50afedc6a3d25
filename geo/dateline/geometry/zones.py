"""Zones around a position, for what a text gives roughly: circles and sectors.

Outlines are computed on the sphere, up to half a per cent off the ellipsoid: far less than the
phrases that they stand for. All are cut at the antimeridian and may contain a pole.
"""

from collections.abc import Iterable
from math import ceil

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dateline.errors import UsageError
from dateline.geometry.earth import checked
from dateline.geometry.frame import wrapped
from dateline.geometry.shapes import from_shapely
from dateline.geometry.sphere import on_sphere
from dateline.model import Geometry, LonLat

FARTHEST_KM = 10_000.0
"""A quarter of the way around the Earth: no phrase about a neighbourhood reaches farther."""

_ARC_STEP = 5.0
"""Degrees of bearing between the vertices of a circle: 0.1 % short of its radius at most."""

_CLOSEST = 89.999999
"""Latitude, 11 cm from the pole, up to which bearings make sense in floating point."""

_SIDE_STEPS = 8
_GRID = 1e-9
"""Degrees (0.1 mm) to which vertices are rounded, so that pieces cut apart join again."""


def circle(centre: LonLat, km: float) -> Geometry:
    """Draw a circle.

    Parameters
    ----------
    centre
        Its middle, degrees.
    km
        Its radius, above 0.

    Returns
    -------
    Geometry
        An area.

    Raises
    ------
    UsageError
        Where the centre is not on the Earth or the radius is out of range.

    Examples
    --------
    >>> circle(LonLat(0, 89.9), 100).type
    'Polygon'
    """
    return sector(centre, 0, km, bearing=0, width=360)


def sector(
    centre: LonLat, near_km: float, far_km: float, *, bearing: float, width: float
) -> Geometry:
    """Draw a sector of a circle, or of a ring.

    Parameters
    ----------
    centre
        From where distances and bearings count, degrees.
    near_km, far_km
        Between which distances, 0 ≤ near < far; a full ring has to begin at 0.
    bearing
        The middle direction, degrees clockwise from north.
    width
        Degrees from side to side, above 0, 360 for all around.

    Returns
    -------
    Geometry
        An area.

    Raises
    ------
    UsageError
        Where the centre is not on the Earth or a number is out of range.
    """
    if not (0 <= near_km < far_km <= FARTHEST_KM and 0 < width <= 360):  # noqa: PLR2004
        raise UsageError(
            f"Sector from {near_km} to {far_km} km, {width} degrees wide: expected 0 ≤ near < far "
            f"≤ {FARTHEST_KM:.0f} and 0 < width ≤ 360."
        )
    lon, lat = checked(centre)
    start = LonLat(lon, max(-_CLOSEST, min(_CLOSEST, lat)))
    sides = (bearing - width / 2, bearing + width / 2)
    outer = _arc(start, far_km, *sides)
    if width == 360:  # noqa: PLR2004
        return _area(outer)
    right = [on_sphere(start, km, sides[1]) for km in _between(far_km, near_km)]
    left = [on_sphere(start, km, sides[0]) for km in _between(near_km, far_km)]
    inner = reversed(_arc(start, near_km, *sides)) if near_km else [start]
    return _area([*outer, *right, *inner, *left])


def _arc(centre: LonLat, km: float, start: float, end: float) -> list[LonLat]:
    steps = ceil((end - start) / _ARC_STEP)
    return [on_sphere(centre, km, turn) for turn in np.linspace(start, end, steps + 1).tolist()]


def _between(start: float, end: float) -> list[float]:
    """Divide a side, without its ends."""
    distances: list[float] = np.linspace(start, end, _SIDE_STEPS + 1)[1:-1].tolist()
    return distances


def _area(outline: Iterable[LonLat]) -> Geometry:
    """Close an outline; where it goes around a pole, close it through the pole."""
    ring = np.array(list(outline), np.float64)
    ring = np.vstack((ring, ring[:1]))
    ring[:, 0] = np.unwrap(ring[:, 0], period=360)
    if abs(ring[-1, 0] - ring[0, 0]) > 180:  # noqa: PLR2004
        pole = np.copysign(90.0, ring[np.abs(ring[:, 1]).argmax(), 1])
        ring = np.vstack((ring, ((ring[-1, 0], pole), (ring[0, 0], pole), ring[0])))
    return stored(shapely.orient_polygons(shapely.polygons(ring)))


def stored(shape: BaseGeometry) -> Geometry:
    """Bring a zone into the form in which geometries are kept."""
    geometry = from_shapely(shapely.union_all([wrapped(shape)], grid_size=_GRID))
    if geometry is None:
        raise UsageError("Zone without extent: expected a distance above 0.")
    return geometry
