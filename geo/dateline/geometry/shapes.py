"""Between the model's plain geometries and shapely's; everything is checked on the way in."""

from collections.abc import Iterable
from itertools import accumulate, chain
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from dateline.errors import UsageError
from dateline.model import Geometry, LonLat

_DEPTHS = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
"""How many layers of tuples lie above the positions (RFC 7946, section 3.1)."""

_FARTHEST = 540.0
"""Largest longitude that makes sense, in degrees: one turn beyond the antimeridian."""

Pairs = NDArray[np.float64]
"""Positions as rows of longitude and latitude."""


def to_shapely(geometry: Geometry) -> BaseGeometry:
    """Convert a model geometry.

    Parameters
    ----------
    geometry
        A geometry in degrees, longitude first.

    Returns
    -------
    BaseGeometry
        The same for shapely.

    Raises
    ------
    UsageError
        Where the coordinates are not nested as the type demands, are not finite or not on Earth.
    """
    try:
        shape = _build(geometry.type, geometry.coordinates)
    except (KeyError, TypeError, ValueError, IndexError, shapely.GEOSException) as error:
        raise UsageError(
            f"{geometry.type} {_excerpt(geometry)}: expected nested (longitude, latitude) pairs."
        ) from error
    west, south, east, north = shape.bounds if not shape.is_empty else (np.nan,) * 4
    if not (-_FARTHEST <= west <= east <= _FARTHEST and -90 <= south <= north <= 90):  # noqa: PLR2004
        raise UsageError(
            f"{geometry.type} {_excerpt(geometry)}: expected positions on Earth, longitude first."
        )
    return shape


def _build(kind: str, coordinates: tuple[Any, ...]) -> BaseGeometry:
    """Build by flat arrays, which is some ten times faster than `shapely.geometry.shape`."""
    level: list[Any] = [coordinates]
    offsets = []
    for _ in range(_DEPTHS[kind]):
        offsets.append([0, *accumulate(map(len, level))])
        level = list(chain.from_iterable(level))
    pairs = np.fromiter(chain.from_iterable(level), np.float64).reshape(len(level), 2)
    if not np.isfinite(pairs).all():
        raise ValueError(kind)
    ragged = tuple(np.array(each) for each in reversed(offsets))
    return shapely.from_ragged_array(shapely.GeometryType[kind.upper()], pairs, ragged or None)[0]


def _excerpt(geometry: Geometry) -> str:
    """Show the beginning of the coordinates, on one line."""
    text = ascii(geometry.coordinates)
    return text if len(text) <= 40 else f"{text[:40]}…"  # noqa: PLR2004


def from_shapely(shape: BaseGeometry) -> Geometry | None:
    """Convert back; of a mixed collection the parts of the highest dimension count.

    Outlines come out counter-clockwise, holes clockwise (RFC 7946, 3.1.6).

    Parameters
    ----------
    shape
        Any shapely geometry in degrees.

    Returns
    -------
    Geometry or None
        The same for the model; ``None`` where nothing is left.
    """
    parts = largest_dimension(shapely.orient_polygons(shape))
    if not parts:
        return None
    plain = [_plain(part) for part in parts]
    kind = {"LinearRing": "LineString"}.get(parts[0].geom_type, parts[0].geom_type)
    if len(plain) == 1:
        return Geometry(kind, plain[0])
    return Geometry(f"Multi{kind}", tuple(plain))  # type: ignore[arg-type]


def _plain(part: BaseGeometry) -> tuple[Any, ...]:
    """Turn one part into nested tuples."""
    if part.geom_type == "Point":
        return (part.x, part.y)
    if part.geom_type == "Polygon":
        return tuple(_positions(ring) for ring in (part.exterior, *part.interiors))
    return _positions(part)


def _positions(line: BaseGeometry) -> tuple[tuple[float, float], ...]:
    return tuple(map(tuple, shapely.get_coordinates(line).tolist()))


def largest_dimension(shape: BaseGeometry) -> list[BaseGeometry]:
    """Take a geometry apart and keep the parts of its highest dimension.

    Parameters
    ----------
    shape
        Any shapely geometry, collections of collections included.

    Returns
    -------
    list of BaseGeometry
        Points, lines or polygons, not empty.
    """
    parts = shapely.get_parts(shape)
    while any(part.geom_type.startswith(("Multi", "Geometry")) for part in parts):
        parts = shapely.get_parts(parts)
    kept = [part for part in parts if not part.is_empty]
    top = max((shapely.get_dimensions(part) for part in kept), default=0)
    return [part for part in kept if shapely.get_dimensions(part) == top]


def gather(parts: Iterable[BaseGeometry]) -> BaseGeometry:
    """Make one geometry of parts of one dimension, without dissolving anything.

    Parameters
    ----------
    parts
        Points, lines or polygons.

    Returns
    -------
    BaseGeometry
        A multi-geometry; an empty collection of no parts.
    """
    simple = list(parts)
    if not simple:
        return shapely.GeometryCollection()
    makers = (shapely.multipoints, shapely.multilinestrings, shapely.multipolygons)
    return makers[shapely.get_dimensions(simple[0])](simple)


def polygons_of(geometry: Geometry) -> BaseGeometry:
    """Convert a geometry that has to be an area.

    Raises
    ------
    UsageError
        Where it is a point or a line.
    """
    if not geometry.type.endswith("Polygon"):
        raise UsageError(f"{geometry.type} {_excerpt(geometry)}: expected an area.")
    return to_shapely(geometry)


def line_of(positions: Iterable[LonLat]) -> BaseGeometry:
    """Make a shapely line of positions."""
    return shapely.linestrings(np.array(list(positions), np.float64))
