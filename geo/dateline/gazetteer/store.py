"""Rows of the file, and the places built from them, each once."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dateline.errors import GazetteerError
from dateline.gazetteer.file import WAY_OUT, connect
from dateline.gazetteer.info import GazetteerInfo, read_info
from dateline.gazetteer.schema import POINT_GRID, SHAPE_TYPES
from dateline.model import LonLat, Place

Row = tuple[Any, ...]


class Store:
    """One open file; what was read of it once is kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = connect(path)
        self._places: dict[int, Place] = {}
        self._codes: dict[int, tuple[str, str, str]] = {}
        self._divisions: dict[str, int | None] = {}
        self._division_names: dict[str, str] = {}
        self._features = {
            key: (kind, code)
            for key, kind, code in self.rows("SELECT id, class, code FROM feature")
        }
        self._sources: dict[int, str] = dict(self.rows("SELECT id, key FROM source"))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def rows(self, query: str, values: tuple[Any, ...] = ()) -> list[Row]:
        """Run a query.

        Raises
        ------
        GazetteerError
            Where the file is damaged.
        """
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            message = f"{self._path} is damaged ({error}): expected a gazetteer; {WAY_OUT}"
            raise GazetteerError(message) from error

    def info(self) -> GazetteerInfo:
        """Read what the file says of itself."""
        try:
            return read_info(self._connection, self._path)
        except (sqlite3.DatabaseError, LookupError, ValueError) as error:
            message = f"{self._path} is damaged ({error}): expected a gazetteer; {WAY_OUT}"
            raise GazetteerError(message) from error

    def place(self, key: int) -> Place:
        """Give a place by its id.

        Raises
        ------
        GazetteerError
            Where there is none.
        """
        if key not in self._places:
            rows = self.rows("SELECT * FROM place WHERE id = ?", (key,))
            if not rows:
                message = f"{key} is not in the gazetteer: expected the id of a place in it."
                raise GazetteerError(message)
            self.keep(rows[0])
        return self._places[key]

    def places(self, keys: Iterable[int]) -> tuple[Place, ...]:
        """Give places by name."""
        return tuple(sorted(map(self.place, keys), key=lambda place: (place.name, place.id)))

    def keep(self, row: Row) -> Place:
        """Build the place of a row of the table `place`, unless it is there already."""
        place = self._places.get(row[0])
        if place is None:
            place = self._places[row[0]] = self._build(row)
        return place

    def division(self, code: str) -> Place | None:
        """Give the country or division that has a code: "US", "US.TX"."""
        if code not in self._divisions:
            rows = self.rows("SELECT place FROM division WHERE code = ?", (code,))
            self._divisions[code] = rows[0][0] if rows else None
        key = self._divisions[code]
        return None if key is None else self.place(key)

    def _build(self, row: tuple[Any, ...]) -> Place:
        key, name, feature, division, lon, lat, population, shape, source = row
        kind, code = self._features[feature]
        country, admin1, admin2 = self._codes_of(division)
        unit = f"{country}.{admin1}" if admin1 else ""
        return Place(
            id=key,
            name=name,
            feature_class=kind,
            feature_code=code,
            country_code=country,
            admin1_code=admin1,
            admin1_name=self._division_name(unit),
            admin2_code=admin2,
            admin2_name=self._division_name(f"{unit}.{admin2}" if admin2 else ""),
            country_name=self._division_name(country),
            point=LonLat(lon / POINT_GRID, lat / POINT_GRID),
            population=population,
            geonames_id=key if key > 0 else None,
            shape_type=SHAPE_TYPES[shape],
            source=self._sources[source],
        )

    def _codes_of(self, division: int) -> tuple[str, str, str]:
        """Give the codes of country, first and second level that a division's code is made of."""
        if division not in self._codes:
            rows = self.rows("SELECT code FROM division WHERE id = ?", (division,))
            country, admin1, admin2 = (*rows[0][0].split("."), "", "")[:3]
            self._codes[division] = (country, admin1, admin2)
        return self._codes[division]

    def _division_name(self, code: str) -> str:
        if not code:
            return ""
        if code not in self._division_names:
            rows = self.rows(
                "SELECT place.name FROM division JOIN place ON place.id = division.place"
                " WHERE division.code = ?",
                (code,),
            )
            self._division_names[code] = rows[0][0] if rows else ""
        return self._division_names[code]
