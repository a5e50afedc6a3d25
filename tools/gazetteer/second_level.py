"""Second-level divisions, and units that are divisions no more."""

from collections import defaultdict

from dateline.names import fold
from tools.gazetteer.areas import add_borders, add_division, middle_of, outline_of, seats_of
from tools.gazetteer.divisions import Division
from tools.gazetteer.draft import Draft, Row
from tools.gazetteer.towns import Town
from tools.gazetteer.units import Unit


def add_second_level(
    draft: Draft, divisions: dict[str, Division], units: list[Unit], towns: list[Town]
) -> None:
    """Add second-level divisions that Natural Earth draws or that towns are in.

    One without an outline that is called like a town in it would only be a second pin there.
    """
    drawn = _drawn_second(divisions, units)
    seats = seats_of(towns, lambda town: f"{town.division}.{town.admin2}" if town.admin2 else "")
    namesakes: dict[str, set[str]] = defaultdict(set)
    for town in towns:
        namesakes[f"{town.division}.{town.admin2}"].add(fold(town.name))
    for code, division in sorted(divisions.items()):
        if division.level != 2 or division.id in draft.places:
            continue
        if code in drawn:
            outline = outline_of(drawn[code])
            add_division(draft, division, "ADM2", *middle_of(outline))
            draft.outlines[division.id] = outline
        elif code in seats and not namesakes[code] & {
            fold(name) for name in (division.name, *division.alternates)
        }:
            add_division(draft, division, "ADM2", *seats[code])
    add_borders(draft, [draft.divisions[code] for code in drawn if code in draft.divisions])


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
        outline = outline_of(group)
        admin1 = group[0].division.partition(".")[2]
        name = properties.get("name_en") or properties["name"]
        lon, lat = middle_of(outline)
        draft.add(
            Row(*(key, name, "ADMD", group[0].country, admin1, "", lon, lat, 0, "natural_earth"))
        )
        draft.call(key, properties["name"], "alternate")
        draft.outlines[key] = outline
