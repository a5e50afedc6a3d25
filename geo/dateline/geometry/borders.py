"""Borders: the line that two areas share, and the outline that an area shares with nobody."""

from collections.abc import Iterable

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from dateline.geometry.measures import rings
from dateline.geometry.shapes import Pairs, from_shapely, gather, largest_dimension, polygons_of
from dateline.model import Geometry

TOLERANCE = 0.03
"""Degrees (about 3 km) by which two outlines of one border differ where they come from different
sources, say a county's from the US Census and Mexico's from Natural Earth at 1:10 million."""

_SHORTEST = 4 * TOLERANCE
"""Degrees below which an approximate border is a place where two areas merely meet."""

Flags = NDArray[np.bool_]


def shared_border(a: Geometry, b: Geometry, *, tolerance: float = TOLERANCE) -> Geometry | None:
    """Find the line that two areas share.

    Areas of one coverage have the vertices of their border in common: the line is then exact.
    Otherwise it is the part of the outline of `a` that runs close to that of `b`.

    Parameters
    ----------
    a, b
        Areas in degrees.
    tolerance
        How close is close, in degrees; 0 asks for exact borders only.

    Returns
    -------
    Geometry or None
        Lines in the direction of the outline of `a`; ``None`` where the areas do not meet.

    Raises
    ------
    UsageError
        Where one of them is not an area.

    Examples
    --------
    >>> west = Geometry("Polygon", (((0, 0), (1, 0), (1, 1), (0, 1), (0, 0)),))
    >>> east = Geometry("Polygon", (((1, 0), (2, 0), (2, 1), (1, 1), (1, 0)),))
    >>> shared_border(west, east).coordinates
    ((1.0, 0.0), (1.0, 1.0))
    """
    mine, others = polygons_of(a), polygons_of(b)
    if not _near(mine, others, tolerance):
        return None
    edges = _edges(mine)
    exact = _runs(edges, _shared(edges, _edges(others)))
    if exact or not tolerance:
        return from_shapely(shapely.line_merge(gather(exact)))
    return from_shapely(_approximate(mine, others, tolerance))


def coast(area: Geometry, neighbours: Iterable[Geometry]) -> Geometry | None:
    """Find the part of an area's outline that it shares with none of its neighbours.

    Parameters
    ----------
    area
        The area; its neighbours have to be of the same coverage.
    neighbours
        The areas that it borders on.

    Returns
    -------
    Geometry or None
        Lines; ``None`` for a landlocked area.

    Raises
    ------
    UsageError
        Where one of them is not an area.
    """
    edges = _edges(polygons_of(area))
    theirs = [_edges(polygons_of(each)) for each in neighbours]
    free = ~_on_frame(edges)
    for each in theirs:
        free &= ~_shared(edges, each)
    return from_shapely(shapely.line_merge(gather(_runs(edges, free))))


def _near(mine: BaseGeometry, others: BaseGeometry, tolerance: float) -> bool:
    """Tell whether the boxes of any two parts come close."""
    tree = shapely.STRtree(shapely.get_parts(others))
    boxes = shapely.box(*shapely.bounds(shapely.get_parts(mine)).T)
    return bool(tree.query(shapely.buffer(boxes, tolerance, cap_style="square")).size)


def _edges(area: BaseGeometry) -> Pairs:
    """List an area's edges as rows of lon, lat, lon, lat; NaN rows part the rings."""
    pairs, ring = shapely.get_coordinates(rings(area), return_index=True)
    edges = np.hstack((pairs[:-1], pairs[1:]))
    edges[ring[:-1] != ring[1:]] = np.nan
    return edges


def _shared(edges: Pairs, others: Pairs) -> Flags:
    """Flag the edges that occur among the others, in either direction."""
    mine, theirs = _within(edges, others), _within(others, edges)
    found = np.zeros(len(edges), np.bool_)
    found[mine] = _matched(edges[mine], others[theirs])
    return found & ~_on_frame(edges)


def _within(edges: Pairs, others: Pairs) -> Flags:
    """Flag the edges inside the box of the others: the rest need not be compared."""
    low, high = np.nanmin(others[:, :2], axis=0), np.nanmax(others[:, :2], axis=0)
    inside: Flags = np.all((edges >= np.tile(low, 2)) & (edges <= np.tile(high, 2)), axis=1)
    return inside


def _matched(edges: Pairs, others: Pairs) -> Flags:
    """Flag the edges that are also among the others, by sorting both together."""
    both = np.concatenate((edges, others))
    ends = np.sort(both[:, ::2] + 1j * both[:, 1::2], axis=1)  # either direction is the same edge
    order = np.lexsort((ends[:, 1], ends[:, 0]))
    kind = np.empty(len(both), np.intp)
    kind[order] = np.cumsum((np.diff(ends[order], axis=0, prepend=np.nan) != 0).any(axis=1))
    theirs = np.zeros(len(both) + 1, np.bool_)
    theirs[kind[len(edges) :]] = True
    found: Flags = theirs[kind[: len(edges)]]
    return found


def _on_frame(edges: Pairs) -> Flags:
    """Flag edges that are no outline but the edge of the map: ±180° and the poles."""
    lon, lat = np.abs(edges[:, ::2]), np.abs(edges[:, 1::2])
    cut: Flags = (lon >= 180).all(axis=1) | (lat >= 90).all(axis=1) | np.isnan(lon[:, 0])  # noqa: PLR2004
    return cut


def _runs(edges: Pairs, flags: Flags) -> list[BaseGeometry]:
    """Join consecutive flagged edges to lines."""
    chosen = np.flatnonzero(flags)
    starts = np.flatnonzero(np.diff(chosen, prepend=-2) != 1)
    groups = np.split(chosen, starts[1:]) if len(chosen) else []
    return [
        shapely.linestrings(np.vstack((edges[group, :2], edges[group[-1:], 2:])))
        for group in groups
    ]


def _approximate(mine: BaseGeometry, others: BaseGeometry, tolerance: float) -> BaseGeometry:
    """Take the outline of one area where it runs close to the other."""
    outline = _around(shapely.boundary(mine), others, tolerance)
    if outline.is_empty:
        return outline
    close = _around(shapely.boundary(others), outline, tolerance)
    line = shapely.line_merge(shapely.intersection(outline, shapely.buffer(close, tolerance)))
    return gather(part for part in largest_dimension(line) if part.length > _SHORTEST)


def _around(lines: BaseGeometry, shape: BaseGeometry, margin: float) -> BaseGeometry:
    """Cut lines to the box of a shape and a margin."""
    west, south, east, north = shape.bounds
    return shapely.clip_by_rect(lines, west - margin, south - margin, east + margin, north + margin)
