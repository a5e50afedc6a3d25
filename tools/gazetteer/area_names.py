"""Names of divisions."""

import json
import re
from collections import defaultdict

from dateline.names import fold
from tools.gazetteer.country_names import call
from tools.gazetteer.divisions import Division
from tools.gazetteer.draft import Draft, Row
from tools.gazetteer.english import DIRECTIONS, bare_form, without_article, without_final_h
from tools.gazetteer.sources import Archives
from tools.gazetteer.units import Unit

_ENGLISH = frozenset({"AU", "CA", "GB", "NZ", "US"})
"""Countries whose divisions have their English names in GeoNames."""

_REGIONAL = frozenset({"Region", "Province", "Governorate", "Prefecture", "Department", "Oblast"})
"""Natural Earth's words for divisions that are more than a city."""

_CITY = re.compile("city|municipality|capital", re.IGNORECASE)
"""Kinds of divisions that are a city."""

_STEM = 4
"""Letters that two spellings of one name begin with alike ("Belgorod", "Belgorodskaya oblast'")."""

_TRANSLATED = re.compile("Condado|Parroquia de|Parroquia del|Comtat|Bwrdeistref|Distrito de")
"""Beginnings of translations of a division's name that no English text has."""


def name_divisions(
    draft: Draft, archives: Archives, divisions: dict[str, Division], units: list[Unit]
) -> None:
    """Choose an English name of each first-level division and add its others."""
    drawn = _names_drawn(units, divisions)
    kinds = {unit.division: unit.properties.get("type_en") or "" for unit in units}
    official = _official(archives)
    towns = {
        (row.country, fold(row.name))
        for row in draft.places.values()
        if row.code in ("PPLC", "PPLA", "PPLG")
    }
    for code, division in sorted(divisions.items()):
        row = draft.places.get(division.id)
        if row is None or row.code not in ("ADM1", "ADM2"):
            continue
        others = (division.name, *division.alternates)
        if division.level == 1:
            short = _english(division, drawn.get(code, ()), official)
            shared = (row.country, fold(short)) in towns and row.country != "US"
            if shared or fold(short) in DIRECTIONS:
                kind = "" if _CITY.search(division.kind) else kinds.get(code, "")
                row.name = _display(short, others, kind)
            else:
                row.name = short
            draft.call(row.id, row.name)
            if row.name != short:  # Uruguay's Florida is no more than another of that name
                draft.names.pop((fold(short), row.id, "preferred", ""), None)
            draft.call(row.id, short, "preferred" if row.name == short else "alternate")
        _call_others(draft, division, (*others, *drawn.get(code, ())))
    _forget_directions(draft)
    _leave_to_divisions(draft)
    _tell_apart(draft, kinds)


def _call_others(draft: Draft, division: Division, names: tuple[str, ...]) -> None:
    """Add the other names of a division, with and without the word for it."""
    county = f"{bare_form(division.name)} Co" if division.code.startswith("US.") else ""
    for name in (*names, county):
        if name and not _TRANSLATED.match(name):
            for form in (name, bare_form(name)):
                bare = without_article(division.code[:2], form)
                for spelling in (form, bare):
                    call(draft, division.id, spelling)
                    call(draft, division.id, without_final_h(division.code[:2], spelling))


def _forget_directions(draft: Draft) -> None:
    """Drop names of divisions that mean them at home only: "the South", "Central"."""
    for entry in list(draft.names):
        if entry[0] in DIRECTIONS and draft.places[entry[1]].code.startswith("ADM"):
            del draft.names[entry]


def _leave_to_divisions(draft: Draft) -> None:
    """Take from countries the other names that a division of theirs has: "West Bank"."""
    countries = {row.country: row.id for row in draft.places.values() if row.code[:3] == "PCL"}
    for key, place, kind, exact in list(draft.names):
        row = draft.places[place]
        if row.code == "ADM1" and kind == "preferred":
            draft.names.pop((key, countries[row.country], "alternate", exact), None)


def _tell_apart(draft: Draft, kinds: dict[str, str]) -> None:
    """Add the kind to the names of divisions that are called alike: "Minsk Region"."""
    namesakes: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in draft.places.values():
        if row.code == "ADM1":
            namesakes[row.country, row.name].append(row)
    for rows in namesakes.values():
        for row in rows if len(rows) > 1 else ():
            long = f"{row.name} {kinds.get(f'{row.country}.{row.admin1}', '')}"
            if bare_form(long) == row.name and not long.endswith("Municipality"):
                row.name = long
                draft.call(row.id, long)


def _english(division: Division, drawn_names: tuple[str, ...], official: dict[str, str]) -> str:
    """Choose among GeoNames', Natural Earth's English and CLDR's name.

    Codes have been given to other divisions over the years, so a name counts only where
    GeoNames has it too, if with another word for the division or another ending, or where
    Natural Earth and CLDR agree.
    """
    if division.code[:2] in _ENGLISH:
        return division.name
    exact = {fold(name) for name in (division.name, *division.alternates)}
    known = {_core(name) for name in (division.name, *division.alternates)}
    drawn, listed = "".join(drawn_names[:1]), official.get(division.iso, "")
    agreed = _core(drawn) == _core(listed) != ""
    stems = {core[:_STEM] for core in known}
    names = [
        name
        for name in (drawn, listed)
        if name and (agreed or _core(name) in known or _core(name)[:_STEM] in stems)
    ]
    best = [name for name in names if name == drawn or fold(name) in exact] or names
    return min(best, key=len, default=division.name)


def _display(short: str, known: tuple[str, ...], kind: str) -> str:
    """Take the long form where the country has a greater town of the short one."""
    long = sorted(name for name in known if fold(bare_form(name)) == fold(short))
    if not long and kind in _REGIONAL:
        return f"{short} {kind}"
    return long[0] if long else short


def _core(name: str) -> str:
    return fold(bare_form(name) or name).replace(" ", "")


def _names_drawn(units: list[Unit], divisions: dict[str, Division]) -> dict[str, tuple[str, ...]]:
    """Natural Earth's names of the units that are a division by themselves, the English first."""
    by_id = {division.id: division.code for division in divisions.values()}
    names: dict[str, tuple[str, ...]] = {}
    for unit in units:
        code = by_id.get(unit.properties.get("gn_id") or 0, "")
        keys = ("name_en", "name", "name_alt") if code.count(".") == 1 else ("name_en", "name")
        own = [unit.properties.get(key) or "" for key in keys]
        if code and code not in names:
            names[code] = tuple(filter(None, "|".join(own).split("|")))
    return names


def _official(archives: Archives) -> dict[str, str]:
    """CLDR's English names by ISO 3166-2 code."""
    entries = json.loads(
        archives.text("cldr-subdivisions-full", "package/subdivisions/en/en.json")
    )["subdivisions"]["localeDisplayNames"]["subdivisions"]
    return {f"{key[:2]}-{key[2:]}".upper(): name for key, name in entries.items()}
