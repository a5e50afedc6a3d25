"""Places of the package that have no GeoNames id, known again in the dump by name and place.

The package's seas, rivers, regions and landmarks are rows of its own. GeoNames has most of them
as a point; taking that too would put a second, poorer "Danube" beside the river's course.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from dateline.gazetteer.outline import decode
from dateline.gazetteer.schema import POINT_GRID
from dateline.model import Bounds, Geometry, LonLat

_MARGIN: Final = 0.25
"""Degrees (28 km along a meridian) by which a point may lie outside the place's box: GeoNames
marks a river at its mouth, and the package's points are rounded."""

_OWN: Final = (
    "SELECT place.id, place.lon, place.lat, feature.class, outline.fine FROM packaged.place"
    " JOIN packaged.feature ON feature.id = place.feature"
    " LEFT JOIN packaged.outline ON outline.id = place.id WHERE place.id < 0"
)
_NAMES: Final = (
    "SELECT key, place FROM packaged.name WHERE place < 0 AND type IN (0, 1) AND exact = ''"
)


class Twins:
    """Names of the package's own places, each with the boxes that they lie in."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._boxes: dict[tuple[str, str], list[Bounds]] = defaultdict(list)
        own: dict[int, tuple[str, tuple[Bounds, ...]]] = {}
        for key, lon, lat, sort, outline in connection.execute(_OWN):
            point = LonLat(lon / POINT_GRID, lat / POINT_GRID)
            own[key] = sort, tuple(_boxes(decode(outline))) if outline else (_around([point]),)
        for name, key in connection.execute(_NAMES):
            sort, boxes = own[key]
            self._boxes[name, sort] += boxes

    def has(self, key: str, sort: str, point: LonLat) -> bool:
        """Whether the package has a place of this name (folded) and feature class here."""
        boxes = self._boxes.get((key, sort))
        return boxes is not None and any(_holds(box, point) for box in boxes)


def _boxes(geometry: Geometry) -> Iterator[Bounds]:
    """Give the box of each part: one of the whole would go around the world at 180°."""
    many = geometry.type.startswith("Multi")
    for part in geometry.coordinates if many else (geometry.coordinates,):
        yield _around(part[0] if geometry.type.endswith("Polygon") else part)


def _around(line: list[LonLat] | tuple[LonLat, ...]) -> Bounds:
    lons, lats = zip(*line, strict=True)
    return Bounds(
        *(min(lons) - _MARGIN, min(lats) - _MARGIN), *(max(lons) + _MARGIN, max(lats) + _MARGIN)
    )


def _holds(box: Bounds, point: LonLat) -> bool:
    return box.west <= point.lon <= box.east and box.south <= point.lat <= box.north
