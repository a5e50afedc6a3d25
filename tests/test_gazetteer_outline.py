"""Outlines come back from their bytes as they went in, on the grid."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import GazetteerError
from dateline.gazetteer.outline import GRID, decode, encode
from dateline.model import Geometry

LONS = st.integers(-180 * GRID, 180 * GRID).map(lambda step: step / GRID)
LATS = st.integers(-90 * GRID, 90 * GRID).map(lambda step: step / GRID)
LINES = st.lists(st.tuples(LONS, LATS), min_size=2, max_size=40).map(tuple)
RINGS = st.lists(st.tuples(LONS, LATS), min_size=3, max_size=40).map(lambda v: (*v, v[0]))
POLYGONS = st.lists(RINGS, min_size=1, max_size=4).map(tuple)


@given(POLYGONS)
def test_a_polygon_with_holes_survives(rings):
    area = Geometry("Polygon", rings)
    assert decode(encode(area)) == area


@given(st.lists(POLYGONS, min_size=2, max_size=4).map(tuple))
def test_several_polygons_survive(polygons):
    area = Geometry("MultiPolygon", polygons)
    assert decode(encode(area)) == area


@given(LINES)
def test_a_line_survives(vertices):
    line = Geometry("LineString", vertices)
    assert decode(encode(line)) == line


@given(st.lists(LINES, min_size=2, max_size=5).map(tuple))
def test_several_lines_survive(lines):
    network = Geometry("MultiLineString", lines)
    assert decode(encode(network)) == network


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=2).map(tuple))
def test_any_position_moves_by_half_a_step_at_most(vertices):
    back = decode(encode(Geometry("LineString", vertices))).coordinates
    for (lon, lat), (near_lon, near_lat) in zip(vertices, back, strict=True):
        assert abs(lon - near_lon) <= 0.5 / GRID + 1e-9
        assert abs(lat - near_lat) <= 0.5 / GRID + 1e-9


def test_long_steps_take_wide_numbers():
    line = Geometry("LineString", ((-180.0, -90.0), (180.0, 90.0), (-180.0, -90.0)))
    assert decode(encode(line)) == line


def test_one_degree_square_by_hand():
    square = Geometry("Polygon", (((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0)),))
    assert len(encode(square)) < 60
    assert decode(encode(square)).coordinates[0][1] == (1.0, 0.0)


@pytest.mark.parametrize("kind", ["Point", "MultiPoint"])
def test_points_have_no_outline(kind):
    with pytest.raises(ValueError, match="expected polygons or lines"):
        encode(Geometry(kind, (1.0, 2.0)))


@pytest.mark.parametrize("damage", [b"", b"not zlib", None])
def test_damaged_bytes_are_told_in_one_line(damage):
    good = encode(Geometry("LineString", ((0.0, 0.0), (1.0, 1.0))))
    with pytest.raises(GazetteerError) as raised:
        decode(good[:-3] if damage is None else damage)
    assert "install dateline again" in str(raised.value)
    assert "\n" not in str(raised.value)
