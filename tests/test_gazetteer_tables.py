"""The curated tables are read strictly, and what they draw is cut as they say."""

import doctest
import math

import numpy as np
import pytest
import shapely
from tools.gazetteer import drawn, english, tables
from tools.gazetteer.coverage import rounded
from tools.gazetteer.drawn import Land, centre, cut, label_of, sketch
from tools.gazetteer.features import FEATURES
from tools.gazetteer.tables import FOLDER, TableError, read_places, read_targets

HEAD = ",".join(tables._PLACE_COLUMNS)
COUNTRIES = frozenset({"BY", "LT", "US", "CA"})
GOOD = {
    "key": "mordor",
    "name": "Mordor",
    "feature_code": "RGN",
    "country_codes": "BY",
    "polygon": "27 53, 28 53, 28 54",
}


def place(tmp_path, **cells):
    row = dict.fromkeys(tables._PLACE_COLUMNS, "") | GOOD | cells
    quoted = ",".join(f'"{row[column]}"' for column in tables._PLACE_COLUMNS)
    (tmp_path / "regions.csv").write_text(f"{HEAD}\n{quoted}\n", encoding="utf-8")
    return read_places(COUNTRIES, tmp_path)


def only(tmp_path, **cells):
    (entry,) = place(tmp_path, **cells)
    return entry


def test_a_good_row(tmp_path):
    entry = only(tmp_path, names="Land of Shadow|Udun", label="27.5 53.5", note="vague extent")
    assert entry.names == ("Land of Shadow", "Udun")
    assert entry.polygon == ((27.0, 53.0), (28.0, 53.0), (28.0, 54.0))
    assert entry.label == (27.5, 53.5)
    assert entry.where == "regions.csv:2"


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"polygon": ""}, "no shape: expected exactly one of"),
        ({"point": "1 2"}, "expected exactly one of"),
        ({"feature_code": "XYZ"}, "feature code 'XYZ': expected a code"),
        ({"country_codes": "BY|XX"}, "country 'XX': expected an ISO 3166-1"),
        ({"polygon": "27 53, 28"}, "' 28': expected 2 numbers"),
        ({"polygon": "27 53, 28 x, 1 1"}, "' 28 x': expected 2 numbers"),
        ({"polygon": "27 53, 28 95, 1 1"}, "expected lon lat in degrees"),
        ({"polygon": "", "box": "1 2 3"}, "'1 2 3': expected 4 numbers"),
        ({"clip": "air"}, "clip 'air': expected land, sea"),
        ({"clip": "sea"}, "clip 'sea': expected land, sea (with a label)"),
    ],
)
def test_a_bad_cell_stops_at_its_line(tmp_path, cells, told):
    with pytest.raises(TableError) as raised:
        place(tmp_path, **cells)
    assert str(raised.value).startswith("regions.csv:2: ")
    assert told in str(raised.value)


def test_a_key_may_be_there_once(tmp_path):
    place(tmp_path)
    text = (tmp_path / "regions.csv").read_text(encoding="utf-8")
    (tmp_path / "seas.csv").write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=r"seas\.csv:2: key 'mordor' is at regions\.csv:2 too"):
        read_places(COUNTRIES, tmp_path)


def test_other_columns_are_refused(tmp_path):
    (tmp_path / "regions.csv").write_text("key,name\na,b\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"regions\.csv:1"):
        read_places(COUNTRIES, tmp_path)


def test_the_tables_that_are_there_can_be_read(gazetteer):
    codes = {
        row[0] for row in gazetteer._store.rows("SELECT code FROM division WHERE length(code) = 2")
    }
    entries = read_places(frozenset(codes), FOLDER)
    assert len(entries) > 1_000
    for table in tables.TARGET_TABLES:
        assert len(read_targets(table)) > 40
    for entry in entries:
        found = gazetteer.candidates(entry.name)
        assert entry.name in [candidate.place.name for candidate in found], entry.where


def test_a_box_over_the_antimeridian_is_cut_there(tmp_path):
    shape = sketch(only(tmp_path, polygon="", box="170 -20 -170 -10"))
    assert sorted(part.bounds for part in shapely.get_parts(shape)) == [
        (-180.0, -20.0, -170.0, -10.0),
        (170.0, -20.0, 180.0, -10.0),
    ]


def test_a_ring_that_goes_on_counting_is_cut_too(tmp_path):
    shape = sketch(only(tmp_path, polygon="175 -15, 185 -15, 185 -10, 175 -10"))
    assert shape.area == pytest.approx(50)
    assert shapely.box(-180, -90, 180, 90).covers(shape)


def test_a_spine_is_as_wide_as_it_says(tmp_path):
    shape = sketch(only(tmp_path, polygon="", spine="10 60, 14 60", half_width_km="55.6"))
    west, south, east, north = shape.bounds
    assert (south, north) == pytest.approx((59.5, 60.5), abs=0.01)
    assert (west, east) == pytest.approx((9.0, 15.0), abs=0.05)


def test_clip(tmp_path):
    land = Land([shapely.box(0, 0, 10, 10)])
    coast = "5 5, 15 5, 15 8, 5 8"
    on_land = only(tmp_path, polygon=coast, clip="land")
    at_sea = only(tmp_path, polygon=coast, clip="sea", label="12 6")
    assert cut(on_land, sketch(on_land), land).bounds == (5, 5, 10, 8)
    assert cut(at_sea, sketch(at_sea), land).bounds == (10, 5, 15, 8)


def test_a_sea_is_the_part_around_its_label(tmp_path):
    land = Land([shapely.box(4, 0, 6, 10)])
    entry = only(tmp_path, polygon="0 2, 10 2, 10 8, 0 8", clip="sea", label="8 5")
    assert cut(entry, sketch(entry), land).bounds == (6, 2, 10, 8)


def test_nothing_is_left_where_there_is_no_land(tmp_path):
    entry = only(tmp_path, clip="land")
    assert cut(entry, sketch(entry), Land([shapely.box(0, 0, 1, 1)])) is None


def test_the_centre_lies_inside_a_horseshoe():
    horseshoe = shapely.box(0, 0, 10, 10) - shapely.box(2, 2, 8, 10)
    assert horseshoe.covers(shapely.Point(centre(horseshoe)))
    assert centre(shapely.box(0, 0, 10, 4)) == (5.0, 2.0)


def test_a_label_comes_first(tmp_path):
    entry = only(tmp_path, label="27.9 53.1")
    assert label_of(entry, sketch(entry)) == (27.9, 53.1)


def test_rounding_keeps_shared_borders_shared():
    left = shapely.Polygon([(0, 0), (1.00011, 0), (1.20007, 0.5), (1.00012, 1), (0, 1)])
    right = shapely.Polygon([(1.00011, 0), (2, 0), (2, 1), (1.00012, 1), (1.20007, 0.5)])
    a, b = rounded(np.array([left, right]))
    assert a.intersection(b).length == pytest.approx(2 * math.hypot(0.2, 0.5))
    assert {(1.0, 0.0), (1.2, 0.5), (1.0, 1.0)} <= set(a.exterior.coords) & set(b.exterior.coords)
    assert a.touches(b)


def test_rounding_leaves_what_it_would_spoil():
    sliver = shapely.Polygon([(0, 0), (1, 0.0001), (2, 0), (1, 0.0002)])
    square = shapely.box(5.0001, 5.0001, 6, 6)
    kept, moved = rounded(np.array([sliver, square]))
    assert kept.equals(sliver)
    assert moved.equals(shapely.box(5, 5, 6, 6))


def test_feature_codes_have_a_class_of_geonames():
    assert {kind for kind, _ in FEATURES.values()} <= set("AHLPRSTUV")


@pytest.mark.parametrize("module", [drawn, english, tables])
def test_examples_in_the_docstrings(module):
    assert doctest.testmod(module).failed == 0
