"""Countries, first- and second-level divisions and continents, with outlines from one coverage."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from dateline.names import fold
from tools.gazetteer.divisions import Country, Division
from tools.gazetteer.draft import Draft, Outline, Row
from tools.gazetteer.drawn import centre
from tools.gazetteer.towns import Town
from tools.gazetteer.units import Unit, borders, unite

CONTINENTS = {
    "AF": (6255146, "Africa"),
    "AS": (6255147, "Asia"),
    "EU": (6255148, "Europe"),
    "NA": (6255149, "North America"),
    "SA": (6255150, "South America"),
    "OC": (6255151, "Oceania"),
    "AN": (6255152, "Antarctica"),
}
"""GeoNames' continents by their two letters."""

_DEPENDENT = frozenset(
    "AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO "
    "MP MQ MS NC NF NU PF PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT".split()
)
"""ISO 3166-1 codes of what is no independent state."""

_POINTS = Path(__file__).with_name("points.csv")
Points = dict[int, tuple[float, float]]


def read_points(path: Path = _POINTS) -> Points:
    """Read GeoNames' own positions of countries and divisions: id → (longitude, latitude).

    No package carries them; they are facts, written down here.
    """
    with path.open(encoding="utf-8", newline="") as file:
        return {
            int(row["geonames_id"]): (float(row["lon"]), float(row["lat"]))
            for row in csv.DictReader(file)
        }


def add_countries(
    draft: Draft, countries: dict[str, Country], units: list[Unit], points: Points
) -> None:
    """Add each country with the union of its units."""
    shapes = _united(units, lambda unit: unit.country)
    for code, country in countries.items():
        outline = shapes.get(code)
        lon, lat = points.get(country.id) or _middle(outline)
        kind = "PCLD" if code in _DEPENDENT else "PCLI"
        draft.add(
            Row(
                *(country.id, country.name, kind, code, "", "", lon, lat),
                *(country.population, "geonames"),
            )
        )
        draft.divisions[code] = draft.iso[code] = country.id
        if outline is not None:
            draft.outlines[country.id] = outline
            draft.layers.setdefault("countries", []).append((country.name, country.id))
    _border(draft, (country.id for country in countries.values()))


def add_first_level(
    draft: Draft,
    divisions: dict[str, Division],
    units: list[Unit],
    towns: list[Town],
    points: Points,
) -> None:
    """Add first-level divisions: with the union of their units, or where their towns are."""
    shapes = _united(units, lambda unit: unit.division)
    seats = _seats(towns, lambda town: town.division)
    for code, division in sorted(divisions.items()):
        outline = shapes.get(code)
        if division.level != 1 or division.id in draft.places:
            continue
        if outline is None and code not in seats:
            continue
        lon, lat = points.get(division.id) or (
            _middle(outline) if outline is not None else seats[code]
        )
        _add_division(draft, division, "ADM1", lon, lat)
        if outline is not None:
            draft.outlines[division.id] = outline
            draft.layers.setdefault("admin1", []).append((division.name, division.id))
    _border(draft, [key for code, key in draft.divisions.items() if code.count(".") == 1])


def add_second_level(
    draft: Draft, divisions: dict[str, Division], units: list[Unit], towns: list[Town]
) -> None:
    """Add second-level divisions that Natural Earth draws or that towns are in.

    One without an outline that is called like a town in it would only be a second pin there.
    """
    drawn = _drawn_second(divisions, units)
    seats = _seats(towns, lambda town: f"{town.division}.{town.admin2}" if town.admin2 else "")
    namesakes: dict[str, set[str]] = defaultdict(set)
    for town in towns:
        namesakes[f"{town.division}.{town.admin2}"].add(fold(town.name))
    for code, division in sorted(divisions.items()):
        if division.level != 2 or division.id in draft.places:
            continue
        if code in drawn:
            outline = _outline(drawn[code])
            _add_division(draft, division, "ADM2", *_middle(outline))
            draft.outlines[division.id] = outline
        elif code in seats and not namesakes[code] & {
            fold(name) for name in (division.name, *division.alternates)
        }:
            _add_division(draft, division, "ADM2", *seats[code])
    _border(draft, [draft.divisions[code] for code in drawn if code in draft.divisions])


def _drawn_second(divisions: dict[str, Division], units: list[Unit]) -> dict[str, list[Unit]]:
    """Find the units that are second-level divisions, by id or else by code and name."""
    by_id = {division.id: division for division in divisions.values()}
    by_iso = {division.iso: division for division in divisions.values() if division.iso}
    drawn: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        division = by_id.get(unit.properties.get("gn_id") or 0)
        if division is None:
            division = by_iso.get(unit.iso)
            names = {division.name, *division.alternates} if division else set()
            if unit.properties.get("name") not in names:
                continue
        if division is not None and division.level == 2:
            drawn[division.code].append(unit)
    return drawn


def add_former(draft: Draft, units: list[Unit]) -> None:
    """Add the units that GeoNames no longer counts as divisions: abolished, merged, split."""
    groups: dict[int, list[Unit]] = defaultdict(list)
    for unit in units:
        key = unit.properties.get("gn_id") or 0
        if key > 0 and key not in draft.places and unit.country and unit.properties.get("name"):
            groups[key].append(unit)
    for key, group in sorted(groups.items()):
        properties = group[0].properties
        outline = _outline(group)
        admin1 = group[0].division.partition(".")[2]
        name = properties.get("name_en") or properties["name"]
        lon, lat = _middle(outline)
        draft.add(
            Row(*(key, name, "ADMD", group[0].country, admin1, "", lon, lat, 0, "natural_earth"))
        )
        draft.call(key, properties["name"], "alternate")
        draft.outlines[key] = outline


def _add_division(draft: Draft, division: Division, kind: str, lon: float, lat: float) -> None:
    country, admin1, *rest = division.code.split(".")
    draft.add(
        Row(
            *(division.id, division.name, kind, country, admin1, "".join(rest), lon, lat),
            *(0, "geonames"),
        )
    )
    draft.divisions[division.code] = division.id
    if division.iso:
        draft.iso[division.iso] = division.id


def _united(units: list[Unit], key: Callable[[Unit], str]) -> dict[str, Outline]:
    groups: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        if name := key(unit):
            groups[name].append(unit)
    return {name: _outline(group) for name, group in groups.items()}


def _outline(units: list[Unit]) -> Outline:
    fine = unite([unit.fine for unit in units])
    coarse = unite([unit.coarse for unit in units if unit.coarse is not None])
    return Outline(fine, coarse)


def _middle(outline: Outline | None) -> tuple[float, float]:
    """Give the point that stands for an area."""
    if outline is None:
        message = "a country has neither an outline nor a point"
        raise ValueError(message)
    return centre(outline.fine)


def _seats(towns: list[Town], key: Callable[[Town], str]) -> dict[str, tuple[float, float]]:
    """Where a division's people are: the mean of its towns, weighted by inhabitants."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for town in towns:
        if name := key(town):
            weight = town.population + 1.0
            total = sums[name]
            total[0] += weight
            total[1] += weight * town.lon
            total[2] += weight * town.lat
    return {name: (lon / weight, lat / weight) for name, (weight, lon, lat) in sums.items()}


def _border(draft: Draft, keys: Iterable[int]) -> None:
    areas = {key: draft.outlines[key].fine for key in sorted(keys) if key in draft.outlines}
    draft.neighbours |= borders(areas)
