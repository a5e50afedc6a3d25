"""Areas as sets: uniting, taking away, cutting to a box, asking what lies inside."""

from collections.abc import Iterable
from math import isfinite

import shapely
from shapely.geometry.base import BaseGeometry

from dateline.errors import UsageError
from dateline.geometry.earth import checked
from dateline.geometry.shapes import from_shapely, gather, largest_dimension, to_shapely
from dateline.model import Bounds, Geometry, LonLat


def union(geometries: Iterable[Geometry]) -> Geometry:
    """Unite geometries; neighbours lose the border between them.

    Parameters
    ----------
    geometries
        At least one; where areas are among them, points and lines are left out.

    Returns
    -------
    Geometry
        The union, still cut at the antimeridian.

    Raises
    ------
    UsageError
        Where there is nothing to unite.
    """
    united = from_shapely(shapely.union_all([to_shapely(each) for each in geometries]))
    if united is None:
        raise UsageError("Union of no geometry: expected at least one.")
    return united


def subtract(geometry: Geometry, others: Iterable[Geometry]) -> Geometry | None:
    """Take others away from a geometry, as land from a circle at sea.

    Parameters
    ----------
    geometry
        What to take from.
    others
        What to take away.

    Returns
    -------
    Geometry or None
        What is left, of the same dimension; ``None`` where that is nothing.
    """
    shape = to_shapely(geometry)
    rest = shapely.difference(shape, shapely.union_all([to_shapely(each) for each in others]))
    return from_shapely(rest) if _same_dimension(rest, shape) else None


def intersect(geometry: Geometry, area: Geometry) -> Geometry | None:
    """Keep what of a geometry lies in an area, as a coast in the north of its country.

    Parameters
    ----------
    geometry
        What to take from.
    area
        Where it has to lie.

    Returns
    -------
    Geometry or None
        What lies there, of the same dimension; ``None`` where that is nothing.
    """
    shape = to_shapely(geometry)
    inside = shapely.intersection(shape, to_shapely(area))
    return from_shapely(inside) if _same_dimension(inside, shape) else None


def clip(geometry: Geometry, bounds: Bounds) -> Geometry | None:
    """Cut a geometry down to a box.

    Parameters
    ----------
    geometry
        Any, degrees.
    bounds
        The box; may cross the antimeridian.

    Returns
    -------
    Geometry or None
        What lies inside, of the same dimension; ``None`` where nothing does.

    Raises
    ------
    UsageError
        Where `bounds` is not a box.

    Examples
    --------
    >>> clip(Geometry("LineString", ((0.0, 0.0), (9.0, 0.0))), Bounds(2, -1, 4, 1)).coordinates
    ((2.0, 0.0), (4.0, 0.0))
    """
    if not (all(map(isfinite, bounds)) and bounds.south <= bounds.north):
        raise UsageError(f"Box {tuple(bounds)}: expected west, south, east, north in degrees.")
    shape = to_shapely(geometry)
    pieces = [shapely.intersection(shape, shapely.box(*box)) for box in _plain_boxes(bounds)]
    kept = [piece for piece in pieces if _same_dimension(piece, shape)]
    return from_shapely(gather(part for piece in kept for part in largest_dimension(piece)))


def _plain_boxes(bounds: Bounds) -> tuple[Bounds, ...]:
    """Divide a box that crosses the antimeridian in two."""
    if not bounds.crosses_antimeridian:
        return (bounds,)
    return (bounds._replace(east=180.0), bounds._replace(west=-180.0))


def _same_dimension(piece: BaseGeometry, shape: BaseGeometry) -> bool:
    dimensions = shapely.get_dimensions((piece, shape))
    return not piece.is_empty and bool(dimensions[0] == dimensions[1])


def simplify(geometry: Geometry, degrees: float) -> Geometry:
    """Leave out detail (Douglas–Peucker, topology kept, so that no ring crosses itself).

    Parameters
    ----------
    geometry
        Any.
    degrees
        How far the new outline may be from the old.

    Returns
    -------
    Geometry
        A lighter one. Borders shared with others are not kept in step.

    Raises
    ------
    UsageError
        Where `degrees` is negative or not a number.
    """
    if not degrees >= 0:
        raise UsageError(f"Simplifying by {degrees} degrees: expected 0 or more.")
    if degrees == 0:
        return geometry
    return from_shapely(shapely.simplify(to_shapely(geometry), degrees)) or geometry


def contains(geometry: Geometry, point: LonLat) -> bool:
    """Tell whether a position lies in an area, on its outline included.

    Parameters
    ----------
    geometry
        Any; a line or point contains only what lies exactly on it.
    point
        Degrees.

    Returns
    -------
    bool
        Whether it does.

    Examples
    --------
    >>> contains(Geometry("Polygon", (((0, 0), (1, 0), (1, 1), (0, 1), (0, 0)),)), LonLat(0.5, 1))
    True
    """
    lon, lat = checked(point)
    shape = to_shapely(geometry)
    turns = (lon, lon - 360, lon + 360)
    return bool(shapely.intersects_xy(shape, turns, (lat, lat, lat)).any())
