"""The curated tables, read strictly: a wrong code or position stops the build at its line."""

import csv
from dataclasses import dataclass
from pathlib import Path

from tools.gazetteer.features import FEATURES

FOLDER = Path(__file__).with_name("tables")
"""Where the tables are; their form is told in ``README.md`` there."""

PLACE_TABLES = (
    "groups",
    "macro_regions",
    "regions",
    "seas",
    "lakes",
    "rivers",
    "islands",
    "ranges",
    "landmarks",
    "former",
)
"""Tables of places, in the order in which they are read."""

TARGET_TABLES = ("adjectives", "abbreviations", "synonyms")
"""Tables that add names to places that are there already."""

_PLACE_COLUMNS = (
    "key,name,names,adjectives,feature_code,country_codes,geonames_id,members,polygon,spine,"
    "half_width_km,box,point,clip,label,note"
).split(",")
_TARGET_COLUMNS = {
    "adjectives": ["target", "forms", "note"],
    "abbreviations": ["target", "forms", "case_sensitive", "note"],
    "synonyms": ["target", "forms", "note"],
}
_SHAPES = ("members", "polygon", "spine", "box", "point")
_LIMIT_LON = 360.0
"""Rings that cross the antimeridian go on counting."""

Position = tuple[float, float]


class TableError(ValueError):
    """A row of a curated table that cannot be right."""

    def __init__(self, where: str, found: str, expected: str) -> None:
        super().__init__(f"{where}: {found}: expected {expected}.")


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A row of a place table; the fields are its columns, taken apart."""

    where: str
    """File and line."""
    key: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    feature_code: str
    country_codes: tuple[str, ...]
    geonames_id: int | None
    members: tuple[str, ...]
    polygon: tuple[Position, ...]
    spine: tuple[Position, ...]
    half_width_km: float
    box: tuple[float, ...]
    point: Position | None
    clip: str
    label: Position | None
    note: str


@dataclass(frozen=True, slots=True)
class TargetEntry:
    """A row of a target table."""

    where: str
    """File and line."""
    target: str
    forms: tuple[str, ...]
    case_sensitive: bool


def read_places(countries: frozenset[str], folder: Path = FOLDER) -> list[PlaceEntry]:
    """Read all place tables that are there."""
    entries: list[PlaceEntry] = []
    known: dict[str, str] = {}
    for table in PLACE_TABLES:
        for where, row in _rows(folder / f"{table}.csv", _PLACE_COLUMNS):
            entry = _place(where, row, countries)
            if entry.key in known:
                raise TableError(where, f"key {entry.key!r} is at {known[entry.key]} too", "one")
            known[entry.key] = where
            entries.append(entry)
    return entries


def read_targets(table: str, folder: Path = FOLDER) -> list[TargetEntry]:
    """Read a target table, empty where it is not there."""
    return [
        TargetEntry(where, row["target"], _parts(row["forms"]), row.get("case_sensitive") == "1")
        for where, row in _rows(folder / f"{table}.csv", _TARGET_COLUMNS[table])
    ]


def _rows(path: Path, columns: list[str]) -> list[tuple[str, dict[str, str]]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        if reader.fieldnames != columns:
            raise TableError(f"{path.name}:1", str(reader.fieldnames), str(columns))
        rows = []
        for row in reader:
            where = f"{path.name}:{reader.line_num}"
            if None in row or None in row.values():
                raise TableError(where, "another number of cells", f"{len(columns)} cells")
            rows.append((where, row))
        return rows


def _place(where: str, row: dict[str, str], countries: frozenset[str]) -> PlaceEntry:
    filled = [shape for shape in _SHAPES if row[shape]]
    if len(filled) != 1:
        raise TableError(where, f"{filled or 'no shape'}", f"exactly one of {_SHAPES}")
    if row["feature_code"] not in FEATURES:
        raise TableError(where, f"feature code {row['feature_code']!r}", "a code of features.py")
    if row["clip"] not in ("", "land", "sea") or (row["clip"] == "sea" and not row["label"]):
        raise TableError(where, f"clip {row['clip']!r}", "land, sea (with a label) or nothing")
    for code in _parts(row["country_codes"]):
        if code not in countries:
            raise TableError(where, f"country {code!r}", "an ISO 3166-1 alpha-2 code")
    point, label = positions(where, row["point"]), positions(where, row["label"])
    return PlaceEntry(
        where=where,
        key=row["key"],
        name=row["name"],
        names=_parts(row["names"]),
        adjectives=_parts(row["adjectives"]),
        feature_code=row["feature_code"],
        country_codes=_parts(row["country_codes"]),
        geonames_id=int(row["geonames_id"]) if row["geonames_id"] else None,
        members=_parts(row["members"]),
        polygon=positions(where, row["polygon"]),
        spine=positions(where, row["spine"]),
        half_width_km=float(row["half_width_km"] or 0),
        box=_box(where, row["box"]),
        point=point[0] if point else None,
        clip=row["clip"],
        label=label[0] if label else None,
        note=row["note"],
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def positions(where: str, cell: str) -> tuple[Position, ...]:
    """Read ``lon lat, lon lat, …``.

    Examples
    --------
    >>> positions("seas.csv:2", "175 -15, 185 -15")
    ((175.0, -15.0), (185.0, -15.0))
    """
    return tuple(_position(where, pair) for pair in cell.split(",")) if cell else ()


def _position(where: str, pair: str) -> Position:
    numbers = _numbers(where, pair, 2)
    if abs(numbers[0]) > _LIMIT_LON or abs(numbers[1]) > 90:
        raise TableError(where, f"position {pair!r}", "lon lat in degrees")
    return (numbers[0], numbers[1])


def _box(where: str, cell: str) -> tuple[float, ...]:
    return tuple(_numbers(where, cell, 4)) if cell else ()


def _numbers(where: str, cell: str, count: int) -> list[float]:
    try:
        numbers = [float(part) for part in cell.split()]
    except ValueError:
        numbers = []
    if len(numbers) != count:
        raise TableError(where, repr(cell), f"{count} numbers")
    return numbers
