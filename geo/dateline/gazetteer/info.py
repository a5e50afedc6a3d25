"""What a gazetteer holds, counted when it was made."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FeatureCount:
    """How many places of one kind there are."""

    feature_class: str
    """GeoNames feature class."""
    feature_code: str
    """GeoNames feature code."""
    label: str
    """What the code means, in words."""
    count: int
    """Places with this code."""


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """One source of the gazetteer's rows."""

    key: str
    """`Place.source` of its rows."""
    name: str
    """Name of the data set."""
    version: str
    """Version it was taken in."""
    licence: str
    """Licence of the data."""
    attribution: str
    """Line owed to it on a page."""
    count: int
    """Places that have it as their source."""


@dataclass(frozen=True, slots=True)
class GazetteerInfo:
    """What a gazetteer holds."""

    path: Path
    """The file."""
    size_bytes: int
    """Its size in bytes."""
    version: int
    """Version of its tables."""
    places: int
    """Places in it."""
    names: int
    """Names that lead to them, all types and spellings."""
    names_by_type: tuple[tuple[str, int], ...]
    """The same by name type."""
    outlines: int
    """Areas and lines with an outline."""
    features: tuple[FeatureCount, ...]
    """Counts by feature code, most frequent first."""
    sources: tuple[SourceInfo, ...]
    """Where the rows come from."""


def read_info(connection: sqlite3.Connection, path: Path) -> GazetteerInfo:
    """Read the counts that were stored when the file was made."""
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    counts = json.loads(meta["counts"])
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return GazetteerInfo(
        path=path,
        size_bytes=path.stat().st_size,
        version=version,
        places=counts["places"],
        names=sum(counts["names"].values()),
        names_by_type=tuple(counts["names"].items()),
        outlines=counts["outlines"],
        features=tuple(sorted(_features(connection, counts["features"]), key=_by_count)),
        sources=tuple(
            SourceInfo(key, name, release, licence, line, counts["sources"].get(key, 0))
            for key, name, release, licence, line in connection.execute(
                "SELECT key, name, version, licence, attribution FROM source ORDER BY id"
            )
        ),
    )


def _features(connection: sqlite3.Connection, counts: dict[str, int]) -> Iterator[FeatureCount]:
    for code, kind, label in connection.execute("SELECT code, class, label FROM feature"):
        if count := counts.get(code, 0):
            yield FeatureCount(kind, code, label, count)


def _by_count(feature: FeatureCount) -> tuple[int, str]:
    return (-feature.count, feature.feature_code)
