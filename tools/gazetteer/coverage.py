"""Areas that share their borders: simpler together, united, and who is beside whom."""

from functools import partial
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

_Vertices = npt.NDArray[np.float64]

FINE_DEGREES = 0.012
"""Tolerance of the fine level: about 1.3 km, below a pixel at the scale of a province."""

COARSE_DEGREES = 0.1
"""Tolerance of the coarse level, for maps of a continent and more."""

GRID_DEGREES = 1e-4
"""Step of the grid that vertices lie on: that of `dateline.gazetteer.outline`."""

ROUND_DEGREES = 8 * GRID_DEGREES
"""Step that vertices are rounded to, 89 m or less: far below the tolerance, and what is below it
would take room only. A power of two of the grid's, since whole bits compress."""


def simplified(shapes: list[BaseGeometry], degrees: float, least: float) -> list[BaseGeometry]:
    """Simplify a coverage; shared borders stay shared, parts below `least` square degrees go."""
    simple = shapely.coverage_simplify(np.array(shapes), degrees)
    return [_without_specks(shape, least) for shape in rounded(simple)]


def rounded(shapes: npt.NDArray[np.object_]) -> npt.NDArray[np.object_]:
    """Round the vertices of a coverage.

    A vertex goes to the same place in every shape that has it, so shared borders stay shared.
    Where rounding would make a shape cross itself or another, or it does so already, its
    vertices stay as they are.
    """
    kept: set[tuple[float, float]] = set()
    bad = _faulty(shapes)
    while True:
        kept |= set(map(tuple, shapely.get_coordinates(shapes[bad]).tolist()))
        trial = shapely.transform(shapes, partial(_rounded, kept=frozenset(kept)))
        worse = (~shapely.is_valid(trial) | _faulty(trial)) & ~bad
        if not worse.any():
            return shapely.remove_repeated_points(trial)
        bad |= worse


def _faulty(shapes: npt.NDArray[np.object_]) -> npt.NDArray[np.bool_]:
    """Tell which shapes of a coverage overlap others or leave gaps to them."""
    return ~shapely.is_empty(shapely.coverage_invalid_edges(shapes))


def _rounded(xy: _Vertices, kept: frozenset[tuple[float, float]]) -> _Vertices:
    near: _Vertices = np.round(np.round(xy / ROUND_DEGREES) * ROUND_DEGREES, 4)
    stay = np.array([vertex in kept for vertex in map(tuple, xy.tolist())])
    return np.where(stay[:, None], xy, near)


def _without_specks(shape: BaseGeometry, area: float) -> BaseGeometry:
    """Drop the parts below an area in square degrees, but keep the largest."""
    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    kept = parts[(areas >= area) | (areas == areas.max())]
    return kept[0] if len(kept) == 1 else shapely.multipolygons(kept)


def unite(shapes: list[BaseGeometry]) -> BaseGeometry:
    """Unite polygons of the coverage; vertices stay as they are."""
    if len(shapes) == 1:
        return shapes[0]
    whole = shapely.coverage_union_all(shapes)
    if not whole.is_valid:
        whole = shapely.union_all(shapes, grid_size=GRID_DEGREES)
    return shapely.normalize(whole)


def borders(areas: dict[int, BaseGeometry]) -> set[tuple[int, int]]:
    """Find which areas of a coverage share an edge; both directions of each pair."""
    first: dict[tuple[tuple[float, float], tuple[float, float]], int] = {}
    pairs: set[tuple[int, int]] = set()
    for key, shape in areas.items():
        for a, b in _edges(shape):
            edge = (a, b) if a < b else (b, a)
            other = first.setdefault(edge, key)
            if other != key:
                pairs |= {(key, other), (other, key)}
    return pairs


def _edges(shape: BaseGeometry) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    edges: list[tuple[tuple[float, float], tuple[float, float]]] = []
    for part in shapely.get_parts(shape):
        for ring in (part.exterior, *part.interiors):
            vertices = [(x, y) for x, y in np.round(shapely.get_coordinates(ring), 4).tolist()]
            edges += pairwise(vertices)
    return edges
