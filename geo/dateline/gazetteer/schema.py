"""The form of the gazetteer's file: tables, version, and the codes that rows are written with.

The file is SQLite, read-only and deterministic: the same sources give the same bytes. A reader
of another `VERSION` refuses it.
"""

from typing import Final, Literal, get_args

from dateline.model import NameType

APPLICATION_ID: Final = 0x444C4E47
"""Mark in the file's header ("DLNG"), so that no other SQLite file is taken for a gazetteer."""

VERSION: Final = 1
"""Version of the tables; raised whenever a reader of the old ones would go wrong."""

POINT_GRID: Final = 100_000
"""Steps a degree in which points are stored: GeoNames gives five decimals."""

NAME_TYPES: Final[tuple[NameType, ...]] = get_args(NameType)
"""``name.type`` is an index into this."""

SHAPE_TYPES: Final[tuple[Literal["", "area", "line"], ...]] = ("", "area", "line")
"""``place.shape`` is an index into this."""

LAYERS: Final = ("land", "countries", "admin1", "counties", "lakes", "rivers")
"""``box.layer`` is an index into this."""

TABLES: Final = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, version TEXT NOT NULL,
  licence TEXT NOT NULL, attribution TEXT NOT NULL);
CREATE TABLE feature (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, class TEXT NOT NULL, label TEXT NOT NULL);
CREATE TABLE place (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, feature INTEGER NOT NULL,
  division INTEGER NOT NULL, lon INTEGER NOT NULL, lat INTEGER NOT NULL,
  population INTEGER NOT NULL, shape INTEGER NOT NULL, source INTEGER NOT NULL);
CREATE TABLE name (
  key TEXT NOT NULL, place INTEGER NOT NULL, type INTEGER NOT NULL, exact TEXT NOT NULL,
  PRIMARY KEY (key, place, type, exact)) WITHOUT ROWID;
CREATE TABLE division (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, place INTEGER);
CREATE TABLE member (
  place INTEGER NOT NULL, member INTEGER NOT NULL, PRIMARY KEY (place, member)) WITHOUT ROWID;
CREATE TABLE neighbour (
  place INTEGER NOT NULL, neighbour INTEGER NOT NULL,
  PRIMARY KEY (place, neighbour)) WITHOUT ROWID;
CREATE TABLE note (place INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE outline (id INTEGER PRIMARY KEY, fine BLOB NOT NULL, coarse BLOB);
CREATE TABLE box (
  layer INTEGER NOT NULL, outline INTEGER NOT NULL, west REAL NOT NULL, south REAL NOT NULL,
  east REAL NOT NULL, north REAL NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (layer, outline)) WITHOUT ROWID;
CREATE INDEX town ON place (population DESC, lon, lat, shape)
  WHERE population >= 5000 AND shape = 0;
"""
"""All tables.

`name.exact` is the one spelling that a case-sensitive short form matches, without dots and blanks
("US"), otherwise empty. `division.code` is that of a country or of a first- or second-level
division in it ("US", "US.TX", "US.TX.277"); every place is in one. ``outline.id`` is a place's id,
or above all of them for shapes of the base map only. The index `town` is for the base map's labels.
"""
