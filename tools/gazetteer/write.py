"""From the rows in memory to the file: sorted, so that the same rows give the same bytes."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from dateline.gazetteer.fresh import fresh
from dateline.gazetteer.outline import encode
from dateline.gazetteer.schema import LAYERS, NAME_TYPES, POINT_GRID
from dateline.model import Bounds, Geometry
from tools.gazetteer.draft import Draft, Name, Outline
from tools.gazetteer.features import FEATURES
from tools.gazetteer.sources import Source

_LARGE_BYTES = 2_000
"""Outlines smaller than this (about 700 vertices) are quick to draw without a coarse one."""


def write(draft: Draft, sources: tuple[Source, ...], path: Path) -> None:
    """Write the file beside `path` and put it in place in one step."""
    with fresh(path, path.with_suffix(".new")) as connection:
        for table, rows in _tables(draft, sources):
            _insert(connection, table, rows)


def _insert(connection: sqlite3.Connection, table: str, rows: list[tuple[object, ...]]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def _tables(
    draft: Draft, sources: tuple[Source, ...]
) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    names = _names(draft)
    feature = _numbered(row.code for row in draft.places.values())
    division = _numbered([*(row.division for row in draft.places.values()), *draft.divisions])
    source = {entry.key: number for number, entry in enumerate(sources)}
    yield "meta", [("counts", json.dumps(_counts(draft, names)))]
    yield (
        "source",
        [(source[s.key], s.key, s.name, s.version, s.licence, s.attribution) for s in sources],
    )
    yield "feature", [(number, code, *FEATURES[code]) for code, number in feature.items()]
    yield (
        "place",
        [
            (
                *(row.id, row.name, feature[row.code], division[row.division]),
                *(round(row.lon * POINT_GRID), round(row.lat * POINT_GRID), row.population),
                *(_shape(draft.outlines.get(row.id)), source[row.source]),
            )
            for _, row in sorted(draft.places.items())
        ],
    )
    yield (
        "name",
        sorted((key, place, NAME_TYPES.index(kind), exact) for key, place, kind, exact in names),
    )
    yield (
        "division",
        [(number, code, draft.divisions.get(code)) for code, number in division.items()],
    )
    yield "member", sorted((a, b) for a, members in draft.members.items() for b in members)
    yield "neighbour", sorted(draft.neighbours)
    yield "note", sorted(draft.notes.items())
    units = set(draft.divisions.values())
    yield (
        "outline",
        [
            (key, *_blobs(shape, division=key in units))
            for key, shape in sorted(draft.outlines.items())
        ],
    )
    yield "box", sorted(_boxes(draft))


def _numbered(codes: Iterable[str]) -> dict[str, int]:
    """Give each code a number, the most frequent the smallest: small ones take less room."""
    counts = Counter(codes)
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    return {code: number for number, code in enumerate(ranked)}


def _names(draft: Draft) -> list[Name]:
    """Leave out what a place's preferred name says already."""
    return [
        (key, place, kind, exact)
        for key, place, kind, exact in draft.names
        if kind == "preferred" or (key, place, "preferred", "") not in draft.names
    ]


def _counts(draft: Draft, names: list[Name]) -> dict[str, object]:
    kinds = Counter(kind for _, _, kind, _ in names)
    return {
        "places": len(draft.places),
        "names": {kind: kinds[kind] for kind in NAME_TYPES},
        "outlines": sum(key in draft.places for key in draft.outlines),
        "features": dict(sorted(Counter(row.code for row in draft.places.values()).items())),
        "sources": dict(sorted(Counter(row.source for row in draft.places.values()).items())),
    }


def _shape(outline: Outline | None) -> int:
    if outline is None:
        return 0
    return 1 if outline.fine.geom_type.endswith("Polygon") else 2


def _blobs(outline: Outline, *, division: bool) -> tuple[bytes, bytes | None]:
    """Encode both levels; divisions keep both, since their neighbours have both."""
    fine = encode(_plain(outline.fine))
    if outline.coarse is None or outline.coarse.is_empty:
        return fine, None
    needed = division or len(fine) > _LARGE_BYTES
    return fine, encode(_plain(outline.coarse)) if needed else None


def _plain(shape: BaseGeometry) -> Geometry:
    if shape.geom_type == "Polygon":
        return Geometry("Polygon", _rings(shape))
    if shape.geom_type == "MultiPolygon":
        return Geometry("MultiPolygon", tuple(_rings(part) for part in shape.geoms))
    if shape.geom_type == "LineString":
        return Geometry("LineString", tuple(shape.coords))
    if shape.geom_type == "MultiLineString":
        return Geometry("MultiLineString", tuple(tuple(part.coords) for part in shape.geoms))
    message = f"a {shape.geom_type} cannot be an outline"
    raise ValueError(message)


def _rings(polygon: BaseGeometry) -> tuple[tuple[tuple[float, float], ...], ...]:
    return tuple(tuple(ring.coords) for ring in (polygon.exterior, *polygon.interiors))


def _boxes(draft: Draft) -> Iterator[tuple[object, ...]]:
    for layer, entries in draft.layers.items():
        for label, key in entries:
            name = draft.places[key].name if key in draft.places else label
            yield (LAYERS.index(layer), key, *box_of([draft.outlines[key].fine]), name)


def box_of(shapes: Iterable[BaseGeometry]) -> Bounds:
    """Give the smallest box around shapes, over the antimeridian where that is smaller."""
    parts = shapely.get_parts(list(shapes))
    boxes = sorted(map(tuple, shapely.bounds(parts).tolist()))
    south, north = min(box[1] for box in boxes), max(box[3] for box in boxes)
    reach, gaps = boxes[0][2], []
    for west, _, east, _ in boxes[1:]:
        if west > reach:
            gaps.append((west - reach, reach, west))
        reach = max(reach, east)
    outside = 360 - (reach - boxes[0][0])
    if gaps and max(gaps)[0] > outside:
        _, east, west = max(gaps)
        return Bounds(west, south, east, north)
    return Bounds(boxes[0][0], south, reach, north)
