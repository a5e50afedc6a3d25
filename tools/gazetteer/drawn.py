"""Outlines of the curated places, cut along the same coast as everything else."""

import math

import numpy as np
import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from tools.gazetteer.coverage import GRID_DEGREES, unite
from tools.gazetteer.tables import PlaceEntry, Position, TableError
from tools.gazetteer.units import Unit

HALF_TURN = 180.0
"""Degrees of longitude: where the antimeridian lies, east and west."""

_KM_PER_DEGREE = 111.2
"""Length of a degree of latitude (6371.0088 km sphere)."""
_STEP_DEGREES = 0.05
"""Vertices closer to their neighbours' line than this are dropped from curves drawn by hand."""


_BESIDE_DEGREES = 0.1
"""How far a label may lie from the water: the coarse coast's tolerance."""


class Land:
    """The land at one level, for cutting."""

    def __init__(self, shapes: list[BaseGeometry]) -> None:
        self._shapes = np.array(shapes)
        self._tree = shapely.STRtree(self._shapes)

    def cut(self, area: BaseGeometry, clip: str) -> BaseGeometry:
        """Give the part of an area on land or at sea."""
        near = np.sort(self._tree.query(area))
        land = shapely.union_all(self._shapes[near]) if len(near) else shapely.Polygon()
        if clip == "land":
            return shapely.intersection(area, land, grid_size=GRID_DEGREES)
        return shapely.difference(area, land, grid_size=GRID_DEGREES)


def lands(units: list[Unit]) -> tuple[Land, Land]:
    """Give the land at the fine and at the coarse level."""
    return (
        Land([unit.fine for unit in units]),
        Land([unit.coarse for unit in units if unit.coarse is not None]),
    )


def sketch(entry: PlaceEntry) -> BaseGeometry | None:
    """Give what the row draws by itself, before the coast cuts it; nothing for members."""
    if entry.polygon:
        return _wrapped(shapely.Polygon(entry.polygon))
    if entry.box:
        west, south, east, north = entry.box
        return _wrapped(shapely.box(west, south, east if east > west else east + 360, north))
    if entry.spine:
        line = shapely.LineString(entry.spine)
        return _wrapped(_band(line, entry.half_width_km) if entry.half_width_km else line)
    return shapely.Point(entry.point) if entry.point else None


def _band(line: BaseGeometry, half_width_km: float) -> BaseGeometry:
    """Buffer a line by kilometres, with degrees of longitude shortened by its middle latitude."""
    shrink = math.cos(math.radians(line.centroid.y))
    flat = shapely.transform(line, lambda xy: xy * [shrink, 1])
    wide = flat.buffer(half_width_km / _KM_PER_DEGREE, quad_segs=4)
    return shapely.transform(wide, lambda xy: xy / [shrink, 1]).simplify(_STEP_DEGREES / 5)


def _wrapped(shape: BaseGeometry) -> BaseGeometry:
    """Cut at the antimeridian what runs past it."""
    parts = []
    for turn in (-360, 0, 360):
        window = shapely.box(-180 + turn, -90, 180 + turn, 90)
        inside = translate(shape.intersection(window), -turn)
        parts += [part for part in shapely.get_parts(inside) if part.geom_type == shape.geom_type]
    return parts[0] if len(parts) == 1 else shapely.union_all(parts)


def cut(entry: PlaceEntry, shape: BaseGeometry, land: Land) -> BaseGeometry | None:
    """Cut a sketch along the coast as the row says, on the grid; nothing may be left of it."""
    if shape.geom_type in ("Point", "LineString", "MultiLineString"):
        return shape
    drawn = shapely.set_precision(shape, GRID_DEGREES)
    parts = _polygons(land.cut(drawn, entry.clip) if entry.clip else drawn)
    if entry.clip == "sea":
        parts = _around(entry, parts) or _polygons(drawn)
    if not parts:
        return None
    return shapely.normalize(parts[0] if len(parts) == 1 else shapely.multipolygons(parts))


def _polygons(shape: BaseGeometry) -> list[BaseGeometry]:
    parts = shapely.get_parts(shape)
    return [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]


def _around(entry: PlaceEntry, parts: list[BaseGeometry]) -> list[BaseGeometry]:
    """Take the part of the sea that the label lies in, or just beside where the coast is coarse.

    A sea that was cut at the antimeridian goes on beyond it.
    """
    label = shapely.Point(entry.label)
    distances = [part.distance(label) for part in parts]
    near = [part for part, far in zip(parts, distances, strict=True) if far <= _BESIDE_DEGREES]
    found = near if len(near) == 1 else [p for p in near if p.distance(label) == min(distances)]
    return [part for part in parts if part in found or any(_meet(part, one) for one in found)]


def _meet(part: BaseGeometry, other: BaseGeometry) -> bool:
    """Whether two parts lie on either side of the antimeridian, at a common latitude."""
    (west, south, east, north), (x0, y0, x1, y1) = part.bounds, other.bounds
    across = (west == -HALF_TURN and x1 == HALF_TURN) or (x0 == -HALF_TURN and east == HALF_TURN)
    return bool(across and south < y1 and y0 < north)


def unite_members(entry: PlaceEntry, shapes: dict[str, BaseGeometry]) -> BaseGeometry:
    """Unite the outlines of a row's members, by their codes."""
    for code in entry.members:
        if code not in shapes:
            raise TableError(entry.where, f"member {code!r}", "a code that has an outline")
    return unite([shapes[code] for code in entry.members])


def label_of(entry: PlaceEntry, shape: BaseGeometry) -> Position:
    """Give the row's label, or the middle of its shape."""
    if entry.label or entry.point:
        return entry.label or entry.point or (0.0, 0.0)
    if shape.geom_type.endswith("LineString"):
        lines = shapely.get_parts(shape)
        longest = lines[shapely.length(lines).argmax()]
        middle = longest.interpolate(0.5, normalized=True)
        return (middle.x, middle.y)
    return centre(shape)


def centre(shape: BaseGeometry) -> Position:
    """Give the centroid where it lies inside, else that of the largest part, else its middle.

    GeoNames' own points of countries and states lie 27 km (median of 170) from this one, and
    61 km from the middle of the largest circle inside.
    """
    parts = shapely.get_parts(shape)
    largest = parts[shapely.area(parts).argmax()]
    for candidate in (shape.centroid, largest.centroid):
        if shape.covers(candidate):
            return (candidate.x, candidate.y)
    lon, lat = shapely.maximum_inscribed_circle(largest, tolerance=0.01).coords[0]
    return (lon, lat)
