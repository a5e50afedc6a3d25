"""Stories as data: JSON records, CSV, GeoJSON, and rows for a terminal."""

from dateline.exports.geojson import geojson_text, to_geojson
from dateline.exports.listing import PlaceRow, places_table, position, unplaced_names
from dateline.exports.numbers import to_json
from dateline.exports.record import DocId, Record, to_record
from dateline.exports.sheet import CSV_COLUMNS, to_csv

__all__ = [
    "CSV_COLUMNS",
    "DocId",
    "PlaceRow",
    "Record",
    "geojson_text",
    "places_table",
    "position",
    "to_csv",
    "to_geojson",
    "to_json",
    "to_record",
    "unplaced_names",
]
