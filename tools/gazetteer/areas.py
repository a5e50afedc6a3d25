"""Countries, first- and second-level divisions and continents, with outlines from one coverage."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from tools.gazetteer.coverage import borders, unite
from tools.gazetteer.divisions import Country, Division
from tools.gazetteer.draft import Draft, Outline, Row
from tools.gazetteer.drawn import centre
from tools.gazetteer.towns import Town
from tools.gazetteer.units import Unit

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

_DISPUTED = {
    "EH": "disputed: most of it held by Morocco, claimed by the Sahrawi Republic",
    "PS": "disputed: its extent is not agreed; drawn within the lines of 1967",
    "TW": "disputed: governs itself, claimed by the People's Republic of China",
    "XK": "disputed: declared independent in 2008, which Serbia and others do not recognise",
    "UA.11": "disputed: annexed by Russia in 2014, which the United Nations do not recognise",
    "UA.20": "disputed: annexed by Russia in 2014, which the United Nations do not recognise",
}
"""Countries and divisions whose standing a reader should know of, by code."""

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
        lon, lat = points.get(country.id) or middle_of(outline)
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
    add_borders(draft, (country.id for country in countries.values()))


def add_first_level(
    draft: Draft,
    divisions: dict[str, Division],
    units: list[Unit],
    towns: list[Town],
    points: Points,
) -> None:
    """Add first-level divisions: with the union of their units, or where their towns are."""
    shapes = _united(units, lambda unit: unit.division)
    seats = seats_of(towns, lambda town: town.division)
    for code, division in sorted(divisions.items()):
        outline = shapes.get(code)
        if division.level != 1 or division.id in draft.places:
            continue
        if outline is None and code not in seats:
            continue
        lon, lat = points.get(division.id) or (
            middle_of(outline) if outline is not None else seats[code]
        )
        add_division(draft, division, "ADM1", lon, lat)
        if outline is not None:
            draft.outlines[division.id] = outline
            draft.layers.setdefault("admin1", []).append((division.name, division.id))
    add_borders(draft, [key for code, key in draft.divisions.items() if code.count(".") == 1])


def note_disputes(draft: Draft) -> None:
    """Note which countries and divisions are disputed."""
    for code, text in _DISPUTED.items():
        draft.notes[draft.divisions[code]] = text


def add_division(draft: Draft, division: Division, kind: str, lon: float, lat: float) -> None:
    """Add a division at a position."""
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
    return {name: outline_of(group) for name, group in groups.items()}


def outline_of(units: list[Unit]) -> Outline:
    """Unite units at both levels."""
    fine = unite([unit.fine for unit in units])
    coarse = unite([unit.coarse for unit in units if unit.coarse is not None])
    return Outline(fine, coarse)


def middle_of(outline: Outline | None) -> tuple[float, float]:
    """Give the point that stands for an area."""
    if outline is None:
        message = "a country has neither an outline nor a point"
        raise ValueError(message)
    return centre(outline.fine)


def seats_of(towns: list[Town], key: Callable[[Town], str]) -> dict[str, tuple[float, float]]:
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


def add_borders(draft: Draft, keys: Iterable[int]) -> None:
    """Find which of some places are neighbours."""
    areas = {key: draft.outlines[key].fine for key in sorted(keys) if key in draft.outlines}
    draft.neighbours |= borders(areas)
