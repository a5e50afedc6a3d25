"""The new gazetteer's tables, filled from the package's and from what was read of the dump."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, Final, Protocol

from dateline.gazetteer.dump.files import Advance
from dateline.gazetteer.dump.merge import kept_names, merged_places
from dateline.gazetteer.dump.rows import FEATURE_CLASSES
from dateline.gazetteer.dump.stage import Stage
from dateline.gazetteer.schema import NAME_TYPES

SOURCE: Final = "geonames_dump"
"""`Place.source` of the places that only the dump has."""

_OF_THEIR_OWN: Final = ("meta", "source", "feature", "place", "name", "division")
"""Tables that are not copied as they are."""

_PLACES: Final = """
SELECT id, 0 AS origin, 1, name, feature, division, lon, lat, population, shape, source, 0 AS number
  FROM packaged.place
UNION ALL
SELECT place.id, 1, unit.known, coalesce(english.name, place.name), place.feature, unit.division,
  place.lon, place.lat, place.population, 0, ?, place.rowid
  FROM stage.place JOIN stage.unit ON unit.id = place.unit
  LEFT JOIN stage.english ON english.place = place.id
ORDER BY 1, 2, 12
"""
_NAMES: Final = """
SELECT name.key, name.place, name.type, name.exact,
  place.population, place.division, feature.class, feature.code, place.source = ?
  FROM stage.name CROSS JOIN main.place ON place.id = name.place
  CROSS JOIN main.feature ON feature.id = place.feature
ORDER BY 1, 2, 3, 4
"""
_SOURCE: Final = """
INSERT INTO main.source SELECT ?, ?, name, ?, licence, attribution
  FROM packaged.source WHERE key = 'geonames'
"""
_FEATURES: Final = "SELECT code, id FROM main.feature ORDER BY code"
_PARTS: Final = """
INSERT OR IGNORE INTO main.member SELECT whole, part FROM stage.part
  CROSS JOIN main.place AS a ON a.id = whole CROSS JOIN main.place AS b ON b.id = part
  WHERE a.source = ? ORDER BY whole, part
"""


class Watch(Protocol):
    """Shows what is going on."""

    def __call__(self, step: str, total: int) -> Advance:
        """Begin a step of so many bytes or rows; give what is called with each few of them."""


def write(made: sqlite3.Connection, stage: Stage, file: str, watch: Watch) -> tuple[int, int]:
    """Fill a new gazetteer with the package's rows and those of a stage.

    Parameters
    ----------
    made
        An empty gazetteer, with the package attached as ``packaged``.
    stage
        What was read of the dump.
    file
        Name of its file of places, without a suffix.
    watch
        Is told of the steps.

    Returns
    -------
    tuple of int
        Places in it, and those of the dump only.
    """
    (source,) = made.execute("SELECT max(id) + 1 FROM packaged.source").fetchone()
    _copy(made)
    made.execute("INSERT INTO main.source SELECT * FROM packaged.source ORDER BY id")
    made.execute(*_source(source, file, stage))
    _divisions(made, stage)
    made.execute("INSERT INTO stage.name SELECT * FROM packaged.name")
    rows = _shown(made.execute(_PLACES, (source,)), watch("places", _count(made, "stage.place")))
    made.executemany(
        "INSERT INTO main.place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        merged_places(row[:-1] for row in rows),
    )
    _features(made, stage)
    rows = _shown(made.execute(_NAMES, (source,)), watch("names", _count(made, "stage.name")))
    made.executemany("INSERT INTO main.name VALUES (?, ?, ?, ?)", kept_names(rows))
    made.execute(_PARTS, (source,))
    watch("finishing", 0)
    counts = _counts(made)
    made.execute("INSERT INTO main.meta VALUES ('counts', ?)", (json.dumps(counts),))
    return counts["places"], counts["sources"].get(SOURCE, 0)


def _copy(made: sqlite3.Connection) -> None:
    """Copy outlines, notes, neighbours and whatever else belongs to the package's places."""
    tables = made.execute(
        "SELECT name FROM packaged.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    for (table,) in tables:
        if table not in _OF_THEIR_OWN:
            made.execute(f"INSERT INTO main.{table} SELECT * FROM packaged.{table}")  # noqa: S608


def _source(number: int, file: str, stage: Stage) -> tuple[str, tuple[Any, ...]]:
    until = f", changes to {stage.changed}" if stage.changed else ""
    return _SOURCE, (number, SOURCE, f"{file}{until}: {stage.selection.text}")


def _divisions(made: sqlite3.Connection, stage: Stage) -> None:
    """Write the divisions: the package's under their numbers, then those that it lacks."""
    made.execute("INSERT INTO main.division SELECT * FROM packaged.division ORDER BY id")
    added = [(number, code, place) for code, (number, place) in stage.settle().items()]
    made.executemany("INSERT INTO main.division VALUES (?, ?, ?)", added)


def _features(made: sqlite3.Connection, stage: Stage) -> None:
    made.execute("INSERT INTO main.feature SELECT * FROM packaged.feature ORDER BY id")
    made.executemany(
        "INSERT INTO main.feature VALUES (?, ?, ?, ?)",
        [
            (stage.features[code], code, sort, stage.labels.get(code) or FEATURE_CLASSES[sort])
            for code, sort in stage.sorts.items()
        ],
    )


def _counts(made: sqlite3.Connection) -> dict[str, Any]:
    """Count what `read_info` reads."""

    def by(query: str) -> dict[Any, int]:
        return dict(made.execute(query).fetchall())

    sorts = by("SELECT feature, count(*) FROM main.place GROUP BY feature")
    kinds = by("SELECT type, count(*) FROM main.name GROUP BY type")
    return {
        "places": _count(made, "main.place"),
        "names": {kind: kinds.get(number, 0) for number, kind in enumerate(NAME_TYPES)},
        "outlines": made.execute("SELECT count(*) FROM main.place WHERE shape > 0").fetchone()[0],
        "features": {code: sorts.get(key, 0) for code, key in by(_FEATURES).items()},
        "sources": by(
            "SELECT source.key, count(*) FROM main.place JOIN main.source"
            " ON source.id = place.source GROUP BY 1"
        ),
    }


def _count(made: sqlite3.Connection, table: str) -> int:
    return int(made.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608


def _shown(rows: Iterable[Any], advance: Advance, step: int = 10_000) -> Iterator[Any]:
    for number, row in enumerate(rows, start=1):
        yield row
        if number % step == 0:
            advance(step)
