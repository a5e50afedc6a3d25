"""Names, adjectives and demonyms of countries and divisions."""

import json
import re
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from dateline.names import fold
from tools.gazetteer.divisions import Country, Division
from tools.gazetteer.draft import Draft, Row
from tools.gazetteer.english import DIRECTIONS, bare_form, is_latin
from tools.gazetteer.sources import Archives
from tools.gazetteer.units import Unit

_SHORT = 3
"""Keys of as many letters or fewer are no names of areas, but codes."""

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

_NATIONALITIES = (
    "SELECT alpha2, noun, adjective FROM country_demonym JOIN country ON country.id = country_id"
    " ORDER BY alpha2"
)
_COUNTRY_NAMES = (
    "SELECT alpha2, country_name.name FROM country_name JOIN country ON country.id = country_id"
    " WHERE kind != 'local' AND coalesce(language_code, 'en') = 'en' ORDER BY 1, 2"
)


def name_countries(draft: Draft, archives: Archives, countries: dict[str, Country]) -> None:
    """Add other names, adjectives and demonyms of the countries."""
    for country in countries.values():
        for name in (country.name, country.official, *country.alternates):
            _call(draft, country.id, name)
    with _Atlas(archives) as atlas:
        for code, name in atlas.execute(_COUNTRY_NAMES):
            if code in countries:
                _call(draft, countries[code].id, name)
        for code, noun, adjective in atlas.execute(_NATIONALITIES):
            if code in countries:
                _nationality(draft, countries[code].id, noun or "", adjective or "")


def _call(draft: Draft, place: int, name: str) -> None:
    if name.isupper() and len(fold(name)) in (2, 3):
        draft.call(place, name, "abbreviation", exact=True)
    elif len(fold(name)) > _SHORT and is_latin(name) and "," not in name:
        draft.call(place, name, "alternate")
        if " of the " in name:  # "Democratic Republic of Congo"
            draft.call(place, name.replace(" of the ", " of "), "alternate")


class _Atlas:
    """The factbook's database, which SQLite opens from a file only."""

    def __init__(self, archives: Archives) -> None:
        self._bytes = archives.read("pyworldatlas", "pyworldatlas/data/atlas.sqlite3")

    def __enter__(self) -> sqlite3.Connection:
        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name) / "atlas.sqlite3"
        path.write_bytes(self._bytes)
        self._connection = sqlite3.connect(path)
        return self._connection

    def __exit__(self, *error: object) -> None:
        self._connection.close()
        self._folder.cleanup()


def _nationality(draft: Draft, place: int, noun: str, adjective: str) -> None:
    for word in forms(adjective):
        draft.call(place, word, "adjective")
    for word in forms(noun):
        draft.call(place, word, "demonym")


def forms(entry: str) -> Iterator[str]:
    """Take the factbook's nouns and adjectives apart.

    Examples
    --------
    >>> list(forms("Lao(s) or Laotian(s)"))
    ['Lao', 'Laos', 'Laotian', 'Laotians']
    >>> list(forms("Frenchman(men), Frenchwoman(women)"))
    ['Frenchman', 'Frenchmen', 'Frenchwoman', 'Frenchwomen']
    >>> list(forms("Motswana (singular), Batswana (plural)"))
    ['Motswana', 'Batswana']
    >>> list(forms("Burkinabe (singular and plural)"))
    ['Burkinabe']
    """
    for part in re.split(r"[,;/]| or ", entry.split("; note", maxsplit=1)[0]):
        word = re.sub(r" ?\((?:singular|plural|colloquial|collective|US)[^)]*\)", "", part).strip()
        stem, mark, ending = word.partition("(")
        stem, ending = stem.strip(), ending.rstrip(")")
        if not stem[:1].isupper() or stem == "NA":
            continue
        yield stem
        if mark and ending == "s":
            yield stem + "s"
        elif mark:
            yield stem[: -len(ending)] + ending


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
        if division.level == 1:
            known = (division.name, *division.alternates)
            short = _english(division, drawn.get(code, ()), official)
            shared = (row.country, fold(short)) in towns and row.country != "US"
            kind = "" if _CITY.search(division.kind) else kinds.get(code, "")
            shared |= fold(short) in DIRECTIONS
            row.name = _display(short, known, kind) if shared else short
            draft.call(row.id, row.name)
            draft.call(row.id, short, "preferred" if row.name == short else "alternate")
        county = f"{bare_form(division.name)} Co" if division.code.startswith("US.") else ""
        for name in (division.name, county, *division.alternates, *drawn.get(code, ())):
            if name and not _TRANSLATED.match(name):
                _call(draft, division.id, name)
                _call(draft, division.id, bare_form(name))
    _forget_directions(draft)
    _leave_to_divisions(draft)
    _tell_apart(draft, kinds)


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
