"""Where the label or the pin of a shape goes."""

import shapely
from shapely.geometry.base import BaseGeometry

from dateline.geometry.earth import wrapped_longitude
from dateline.geometry.frame import continuous
from dateline.geometry.measures import equal_area, flattened
from dateline.geometry.shapes import largest_dimension, to_shapely
from dateline.model import Geometry, LonLat

_LABEL_DETAIL = 1 / 200
"""Share of an area's extent below which its outline does not matter to its label."""

_NEARLY = 0.85
"""Share of the largest circle's radius from which the centre of gravity has room enough."""


def label_point(geometry: Geometry) -> LonLat:
    """Find where a label looks right.

    Parameters
    ----------
    geometry
        Any.

    Returns
    -------
    LonLat
        For an area the centre of gravity of its largest part where there is room, otherwise the
        centre of the largest circle in it; for a line the middle of its longest part, for points
        the first.
    """
    part = max(largest_dimension(continuous(to_shapely(geometry))), key=_size)
    lat = (part.bounds[1] + part.bounds[3]) / 2
    flat = flattened(part, lat)
    inside = _middle(flat)
    spot = flattened(inside, lat, back=True)
    return LonLat(wrapped_longitude(spot.x), spot.y)


def _size(part: BaseGeometry) -> float:
    """Area or length, whichever the part has."""
    return float(equal_area(part).area or part.length)


def _middle(flat: BaseGeometry) -> BaseGeometry:
    """Find the visual centre of one point, line or polygon."""
    if flat.geom_type == "Point":
        return flat
    if flat.geom_type == "LineString":
        return shapely.line_interpolate_point(flat, 0.5, normalized=True)
    west, south, east, north = flat.bounds
    detail = max(east - west, north - south) * _LABEL_DETAIL
    simple = shapely.simplify(flat, detail)
    circle = shapely.maximum_inscribed_circle(simple, 2 * detail)
    candidates = (shapely.centroid(flat), shapely.get_point(circle, 0))
    room = _NEARLY * shapely.length(circle)
    fitting = (p for p in candidates if shapely.contains(flat, p) and _room(simple, p) >= room)
    return next(fitting, None) or shapely.point_on_surface(flat)


def _room(area: BaseGeometry, point: BaseGeometry) -> float:
    return float(shapely.distance(shapely.boundary(area), point))
