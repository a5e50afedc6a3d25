"""The antimeridian: geometries are stored cut at ±180° (RFC 7946, 3.1.9) and drawn in one piece."""

from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dateline.errors import UsageError
from dateline.geometry.shapes import Pairs, from_shapely, gather, largest_dimension, to_shapely
from dateline.model import Bounds, Geometry

_TURN = 360.0
_HALF = 180.0
_TOUCH = 1e-9
"""Degrees within which an edge counts as lying on the antimeridian (0.1 mm)."""


def bounds_of(geometries: Iterable[Geometry]) -> Bounds:
    """Find the smallest box around all of some geometries.

    Parameters
    ----------
    geometries
        Any mixture, degrees.

    Returns
    -------
    Bounds
        Crosses the antimeridian where that makes the box narrower, as for Fiji.

    Raises
    ------
    UsageError
        Where there is no geometry at all.

    Examples
    --------
    >>> bounds_of([Geometry("Point", (178.0, -18.0)), Geometry("Point", (-179.0, -16.0))])
    Bounds(west=178.0, south=-18.0, east=-179.0, north=-16.0)
    """
    shapes = [wrapped(to_shapely(geometry)) for geometry in geometries]
    if not shapes or all(shape.is_empty for shape in shapes):
        raise UsageError("Bounds of no geometry: expected at least one.")
    return _box(shapely.bounds(shapely.get_parts(shapes)))


def _box(boxes: Pairs) -> Bounds:
    """Enclose the boxes of parts, leaving out the widest gap between them."""
    boxes = boxes[np.argsort(boxes[:, 0], kind="stable")]
    west, east = boxes[:, 0], np.maximum.accumulate(boxes[:, 2])
    south, north = float(boxes[:, 1].min()), float(boxes[:, 3].max())
    gaps = west[1:] - east[:-1]
    over = west[0] + _TURN - east[-1]
    if not len(gaps) or gaps.max() <= over:
        return Bounds(float(west[0]), south, float(east[-1]), north)
    widest = int(gaps.argmax())
    return Bounds(float(west[widest + 1]), south, float(east[widest]), north)


def split_antimeridian(geometry: Geometry) -> Geometry:
    """Cut a geometry that runs on over ±180° and bring the pieces back, as RFC 7946 asks.

    Parameters
    ----------
    geometry
        Longitudes −540 to 540.

    Returns
    -------
    Geometry
        Longitudes −180 to 180.

    Examples
    --------
    >>> split_antimeridian(Geometry("LineString", ((179.0, 0.0), (181.0, 0.0)))).coordinates
    (((179.0, 0.0), (180.0, 0.0)), ((-180.0, 0.0), (-179.0, 0.0)))
    """
    return from_shapely(wrapped(to_shapely(geometry))) or geometry


def unwrap(geometry: Geometry, west: float | None = None) -> Geometry:
    """Undo the cut for drawing: move what lies beyond the antimeridian one turn to the east.

    Parameters
    ----------
    geometry
        Longitudes −180 to 180.
    west
        The western edge of the view, degrees; everything that ends west of it is moved. By
        default that of the smallest box around the geometry.

    Returns
    -------
    Geometry
        In one piece where it was one; longitudes up to 540.

    Examples
    --------
    >>> unwrap(Geometry("MultiPoint", ((178.0, 0.0), (-178.0, 0.0)))).coordinates
    ((178.0, 0.0), (182.0, 0.0))
    """
    return from_shapely(continuous(to_shapely(geometry), west)) or geometry


def continuous(shape: BaseGeometry, west: float | None = None) -> BaseGeometry:
    """Do as `unwrap` does, for shapely; pieces that met at the antimeridian are joined."""
    parts = shapely.get_parts(shape)
    boxes = shapely.bounds(parts)
    if west is None:
        box = _box(boxes)
        if not box.crosses_antimeridian:
            return shape
        west = box.west
    beyond = boxes[:, 2] < west
    if not beyond.any():
        return shape
    return _joined([*parts[~beyond], *shift(parts[beyond], _TURN)])


def _joined(parts: Sequence[BaseGeometry]) -> BaseGeometry:
    """Dissolve the seam; parts that do not touch it are left as they are."""
    boxes = shapely.bounds(parts)
    touching = np.abs(np.abs(boxes[:, (0, 2)]) - _HALF).min(axis=1) < _TOUCH
    array = np.array(parts)
    seam = shapely.union_all(array[touching])
    if seam.geom_type.endswith("LineString"):
        seam = shapely.line_merge(seam)
    return gather([*array[~touching], *(largest_dimension(seam) if touching.any() else ())])


def wrapped(shape: BaseGeometry) -> BaseGeometry:
    """Do as `split_antimeridian` does, for shapely."""
    if shape.is_empty or (shape.bounds[0] >= -_HALF and shape.bounds[2] <= _HALF):
        return shape
    pieces: list[BaseGeometry] = []
    for turn in (-_TURN, 0.0, _TURN):
        strip = shapely.box(turn - _HALF, -90, turn + _HALF, 90)
        piece = shapely.intersection(shape, strip)
        if not piece.is_empty and shapely.get_dimensions(piece) == shapely.get_dimensions(shape):
            pieces.extend(shift(np.array(largest_dimension(piece)), -turn))
    return gather(sorted(pieces, key=_eastern_first))


def _eastern_first(piece: BaseGeometry) -> bool:
    return bool(piece.bounds[0] < 0)


def shift(parts: Pairs, degrees: float) -> Pairs:
    """Move shapely geometries east by whole turns.

    Parameters
    ----------
    parts
        An array of geometries.
    degrees
        How far.

    Returns
    -------
    array
        The moved ones.
    """
    offset = np.array((degrees, 0.0))
    moved: Pairs = shapely.transform(parts, lambda pairs: pairs + offset)
    return moved
