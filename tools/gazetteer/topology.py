"""Polygons out of TopoJSON."""

from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from tools.gazetteer.coverage import GRID_DEGREES

_Line = npt.NDArray[np.float64]


def read_polygons(topology: dict[str, Any], name: str) -> dict[str, BaseGeometry]:
    """Read the polygons of one object of a TopoJSON file, by their ids or numbers, on the grid."""
    scale, translate = np.array(topology["transform"]["scale"]), topology["transform"]["translate"]
    arcs = [np.cumsum(arc, axis=0) * scale + translate for arc in topology["arcs"]]
    shapes = {}
    for number, geometry in enumerate(topology["objects"][name]["geometries"]):
        polygons = geometry.get("arcs", [])
        if geometry["type"] == "Polygon":
            polygons = [polygons]
        drawn = [[ring for r in rings if len(ring := _ring(r, arcs)) > 3] for rings in polygons]
        parts = [shapely.Polygon(rings[0], rings[1:]) for rings in drawn if rings]
        if parts:
            whole = shapely.make_valid(shapely.multipolygons(parts), method="structure")
            key = str(geometry.get("id", number))
            shapes[key] = shapely.set_precision(whole, GRID_DEGREES)
    return shapes


def _ring(ring: list[int], arcs: list[_Line]) -> _Line:
    pieces = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in ring]
    return np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])
