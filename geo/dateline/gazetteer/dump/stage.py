"""What was read of the dump, on disk, in the order in which it was read.

Everything goes through here, so that memory does not grow with the dump: SQLite sorts these
tables on disk when they are merged with the package's.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

from dateline.gazetteer.dump.packaged import Packaged
from dateline.gazetteer.dump.places import Entry
from dateline.gazetteer.dump.rows import AlternateName, Label, Unit
from dateline.gazetteer.dump.selection import Selection
from dateline.gazetteer.dump.units import Units
from dateline.gazetteer.naming import keyed
from dateline.gazetteer.schema import NAME_TYPES, POINT_GRID
from dateline.names import fold

_TABLES: Final = """
CREATE TABLE stage.place (
  id INTEGER, name TEXT, feature INTEGER, unit INTEGER, lon INTEGER, lat INTEGER,
  population INTEGER);
CREATE TABLE stage.name (key TEXT, place INTEGER, type INTEGER, exact TEXT);
CREATE TABLE stage.english (place INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE stage.part (whole INTEGER, part INTEGER);
CREATE TABLE stage.unit (id INTEGER PRIMARY KEY, division INTEGER, known INTEGER);
"""
"""``unit`` numbers the codes of divisions as they come; which of them are known, and so which
``division`` a place is in, is only clear at the end."""

_BATCH: Final = 10_000
"""Rows put in at a time."""

_PREFERRED, _ALTERNATE, _ABBREVIATION = map(
    NAME_TYPES.index, ("preferred", "alternate", "abbreviation")
)
_SHORTEST: Final = 3
"""Letters that an abbreviation has at least; of two letters there are too many."""

Row = tuple[Any, ...]


class Stage:
    """Tables on disk for what is read, attached as ``stage``."""

    def __init__(
        self, connection: sqlite3.Connection, file: Path, packaged: Packaged, selection: Selection
    ) -> None:
        connection.execute("ATTACH ? AS stage", (str(file),))
        for setting in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"):
            connection.execute(f"PRAGMA stage.{setting}")
        connection.executescript(_TABLES)
        self._connection, self._packaged, self.selection = connection, packaged, selection
        self._units = Units(packaged)
        self.sorts: dict[str, str] = {}
        """Feature codes that the package does not have → their classes."""
        self.features = dict(packaged.features)
        """Feature code → number in the file."""
        self.labels: dict[str, str] = {}
        """Feature code → what it means, as far as the dump says it."""
        self.changed = ""
        """Date of the last change of a row that was taken."""

    def units(self, rows: Iterable[Unit]) -> None:
        """Take the codes of countries and divisions."""
        self._units.take(rows)

    def meanings(self, rows: Iterable[Label]) -> None:
        """Take the meanings of feature codes."""
        self.labels.update(rows)

    def places(self, entries: Iterable[Entry]) -> None:
        """Take places with their names, as far as they are selected and not the package's."""
        names: list[Row] = []

        def rows() -> Iterator[Row]:
            for entry in entries:
                key, written = keyed(entry.name)
                if self._is_wanted(entry, key):
                    names.extend(self._names(entry, key, written))
                    yield self._row(entry)

        for _ in self._fill("place", 7, rows()):
            self._insert("name", 4, names)
            names.clear()
        self._insert("name", 4, names)

    def alternate_names(self, rows: Iterable[AlternateName]) -> None:
        """Take names in English; that places have a row is seen to later."""
        english: list[Row] = []

        def names() -> Iterator[Row]:
            for row in rows:
                if row.place in self._packaged.others or row.colloquial:
                    continue
                if row.preferred and not row.historic and row.language == "en":
                    english.append((row.place, row.name))
                yield from self._alternate(row)

        for _ in self._fill("name", 4, names()):
            self._insert("english", 2, english)
            english.clear()
        self._insert("english", 2, english)

    def parts(self, rows: Iterable[tuple[int, int]]) -> None:
        """Take which place is part of which."""
        for _ in self._fill("part", 2, rows):
            pass

    def settle(self) -> dict[str, tuple[int, int | None]]:
        """Settle the divisions; give those that the package lacks: code → number and place."""
        added, settled = self._units.settle()
        self._insert("unit", 3, settled)
        return added

    def _is_wanted(self, entry: Entry, key: str) -> bool:
        if entry.id in self._packaged.others or not self.selection.takes(entry):
            return False
        return bool(key) and not self._packaged.twins.has(key, entry.sort, entry.point)

    def _row(self, entry: Entry) -> Row:
        code = entry.code
        if code not in self.features:
            self.features[code] = max(self.features.values(), default=-1) + 1
            self.sorts[code] = entry.sort
        self.changed = max(self.changed, entry.changed)
        lon, lat = (round(degrees * POINT_GRID) for degrees in entry.point)
        population = entry.population if entry.sort == "P" else 0
        return (
            *(entry.id, entry.name, self.features[code], self._units.number(entry)),
            *(lon, lat, population),
        )

    def _names(self, entry: Entry, key: str, written: str) -> Iterator[Row]:
        kind = _ALTERNATE if entry.id in self._packaged.towns else _PREFERRED
        yield (key, entry.id, kind, written)
        if entry.ascii and entry.ascii != entry.name and fold(entry.ascii) not in ("", key):
            plain, plainly = keyed(entry.ascii)
            yield (plain, entry.id, kind, plainly)

    def _alternate(self, row: AlternateName) -> Iterator[Row]:
        short = row.language == "abbr"
        key, written = keyed(row.name, exact=short)
        if len(key) < (_SHORTEST if short else 1) or key in self._packaged.taken:
            return
        yield (key, row.place, _ABBREVIATION if short else _ALTERNATE, written)

    def _fill(self, table: str, width: int, rows: Iterable[Row]) -> Iterator[None]:
        """Put rows in, and pause after each batch."""
        waiting = iter(rows)
        while batch := list(islice(waiting, _BATCH)):
            self._insert(table, width, batch)
            yield

    def _insert(self, table: str, width: int, rows: Sequence[Row]) -> None:
        marks = ", ".join("?" * width)
        self._connection.executemany(
            f"INSERT OR IGNORE INTO stage.{table} VALUES ({marks})",  # noqa: S608 - our own names
            rows,
        )
