"""Outlines as bytes: a grid of whole numbers, so that a border shared by two areas stays shared.

A vertex is stored as the number of steps of a ten-thousandth of a degree (11 m or less). The
same position in two outlines is therefore the same pair of floats in both, and what two areas
have in common can be found by comparing vertices.

Layout, little-endian, before compression with zlib: kind and width of a step (one byte each),
number of rings (four bytes); for each ring its length (four bytes), whether it starts a polygon
(one byte), and its first vertex (four bytes each for longitude and latitude); then the steps
from vertex to vertex, all longitudes before all latitudes, low bytes before high bytes, which
compresses best. The closing vertex of a polygon's ring is left out.
"""

import struct
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, pairwise, repeat
from operator import truediv
from typing import Any, Final

from dateline.errors import GazetteerError
from dateline.model import Geometry, GeometryType

GRID: Final = 10_000
"""Steps a degree."""

_GRIDS: Final = repeat(GRID)
_AREA, _LINE = 1, 2
_HEAD: Final = struct.Struct("<BBI")
_WIDTHS: Final = {2: "h", 4: "i"}
_SHORT: Final = 2**15
"""Bound of a step that fits two bytes."""
_Ring = Sequence[tuple[float, float]]


def encode(geometry: Geometry) -> bytes:
    """Pack an area or a line.

    Parameters
    ----------
    geometry
        Polygons with closed rings, or lines; vertices are rounded to the grid.

    Raises
    ------
    ValueError
        For points: they have no outline.

    Examples
    --------
    >>> square = Geometry("Polygon", (((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0)),))
    >>> decode(encode(square)) == square
    True
    """
    kind = _kind(geometry)
    rings = [(first, _on_grid(ring, kind)) for first, ring in _rings(geometry)]
    steps_x = [list(_steps(x for x, _ in ring)) for _, ring in rings]
    steps_y = [list(_steps(y for _, y in ring)) for _, ring in rings]
    flat = array("i", chain.from_iterable(chain(steps_x, steps_y)))
    width = 2 if all(-_SHORT <= step < _SHORT for step in flat) else 4
    parts = [
        _HEAD.pack(kind, width, len(rings)),
        _bytes(array("I", (len(ring) for _, ring in rings))),
        bytes(first for first, _ in rings),
        _bytes(array("i", (ring[0][0] for _, ring in rings))),
        _bytes(array("i", (ring[0][1] for _, ring in rings))),
        _planes(flat, width),
    ]
    return zlib.compress(b"".join(parts), 9)


def decode(blob: bytes) -> Geometry:
    """Unpack what `encode` packed.

    Raises
    ------
    GazetteerError
        Where the bytes are not an outline.
    """
    try:
        return _decode(zlib.decompress(blob))
    except (zlib.error, struct.error, ValueError, IndexError) as error:
        message = f"an outline of the gazetteer is damaged ({error}): install dateline again."
        raise GazetteerError(message) from error


def _decode(data: bytes) -> Geometry:
    kind, width, count = _HEAD.unpack_from(data)
    at = _HEAD.size
    lengths = _array("I", data[at : at + 4 * count])
    firsts = data[at + 4 * count : at + 5 * count]
    at += 5 * count
    xs = _array("i", data[at : at + 4 * count])
    ys = _array("i", data[at + 4 * count : at + 8 * count])
    steps = _unplanes(data[at + 8 * count :], width)
    rings = list(_walk(lengths, xs, ys, steps))
    if kind == _LINE:
        return Geometry("LineString", rings[0]) if count == 1 else _many("MultiLineString", rings)
    polygons: list[list[Any]] = []
    for first, ring in zip(firsts, rings, strict=True):
        if first:
            polygons.append([])
        polygons[-1].append((*ring, ring[0]))
    packed = [tuple(polygon) for polygon in polygons]
    return Geometry("Polygon", packed[0]) if len(packed) == 1 else _many("MultiPolygon", packed)


def _many(kind: GeometryType, parts: list[Any]) -> Geometry:
    return Geometry(kind, tuple(parts))


def _walk(
    lengths: Sequence[int], xs: Sequence[int], ys: Sequence[int], steps: Sequence[int]
) -> Iterator[tuple[tuple[float, float], ...]]:
    at, half = 0, len(steps) // 2
    for length, x, y in zip(lengths, xs, ys, strict=True):
        end = at + length - 1
        lons = accumulate(steps[at:end], initial=x)
        lats = accumulate(steps[half + at : half + end], initial=y)
        yield tuple(zip(map(truediv, lons, _GRIDS), map(truediv, lats, _GRIDS), strict=True))
        at = end


def _kind(geometry: Geometry) -> int:
    if geometry.type in ("Polygon", "MultiPolygon"):
        return _AREA
    if geometry.type in ("LineString", "MultiLineString"):
        return _LINE
    message = f"{geometry.type} has no outline: expected polygons or lines."
    raise ValueError(message)


def _rings(geometry: Geometry) -> Iterator[tuple[bool, _Ring]]:
    if geometry.type == "LineString":
        yield True, geometry.coordinates
        return
    polygons: Iterable[Any] = geometry.coordinates
    if geometry.type == "MultiLineString":
        polygons = [(line,) for line in geometry.coordinates]
    if geometry.type == "Polygon":
        polygons = [geometry.coordinates]
    for polygon in polygons:
        for number, ring in enumerate(polygon):
            yield number == 0, ring


def _on_grid(ring: _Ring, kind: int) -> list[tuple[int, int]]:
    vertices = [(round(x * GRID), round(y * GRID)) for x, y in ring]
    return vertices[:-1] if kind == _AREA else vertices


def _steps(values: Iterable[int]) -> Iterator[int]:
    return (b - a for a, b in pairwise(values))


def _planes(steps: "array[int]", width: int) -> bytes:
    raw = _bytes(array(_WIDTHS[width], steps))
    return b"".join(raw[plane::width] for plane in range(width))


def _unplanes(data: bytes, width: int) -> "array[int]":
    raw, length = bytearray(len(data)), len(data) // width
    for plane in range(width):
        raw[plane::width] = data[plane * length : (plane + 1) * length]
    return _array(_WIDTHS[width], bytes(raw))


def _bytes(values: "array[int]") -> bytes:
    if sys.byteorder == "big":
        values.byteswap()
    return values.tobytes()


def _array(code: str, data: bytes) -> "array[int]":
    values: array[int] = array(code)
    values.frombytes(data)
    if sys.byteorder == "big":
        values.byteswap()
    return values
