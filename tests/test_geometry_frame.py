"""The antimeridian: boxes, cuts and their undoing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.geometry import area_km2, bounds_of, circle, split_antimeridian, unwrap
from dateline.model import Bounds, Geometry, LonLat


def box(west, south, east, north):
    return (((west, south), (east, south), (east, north), (west, north), (west, south)),)


FIJI = Geometry("MultiPolygon", (box(177, -19, 180, -16), box(-180, -18, -178, -16)))
ANTARCTICA = Geometry("Polygon", box(-180, -90, 180, -70))


@pytest.mark.parametrize(
    ("geometries", "bounds"),
    [
        ([FIJI], (177, -19, -178, -16)),
        ([ANTARCTICA], (-180, -90, 180, -70)),
        ([ANTARCTICA, FIJI], (-180, -90, 180, -16)),
        ([Geometry("Polygon", box(20, 50, 180, 70)), FIJI], (20, -19, -178, 70)),
        ([Geometry("Point", (10.0, 5.0))], (10, 5, 10, 5)),
        ([Geometry("Point", (170.0, 0.0)), Geometry("Point", (-170.0, 1.0))], (170, 0, -170, 1)),
        ([Geometry("Point", (80.0, 0.0)), Geometry("Point", (-80.0, 1.0))], (-80, 0, 80, 1)),
        ([Geometry("LineString", ((175.0, 0.0), (185.0, 1.0)))], (175, 0, -175, 1)),
    ],
)
def test_smallest_box(geometries, bounds):
    assert bounds_of(geometries) == Bounds(*bounds)


@settings(deadline=None)  # the machines are noisy
@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=8))
def test_the_box_holds_every_point_and_is_at_most_as_wide_as_the_plain_one(pairs):
    west, south, east, north = bounds_of([Geometry("MultiPoint", tuple(pairs))])
    width = (east - west) % 360 if west > east else east - west
    assert width <= max(p[0] for p in pairs) - min(p[0] for p in pairs) + 1e-9
    for lon, lat in pairs:
        assert south <= lat <= north
        assert (lon - west) % 360 <= width + 1e-9 or lon == west


def test_no_geometry_has_no_box():
    with pytest.raises(UsageError, match="expected at least one"):
        bounds_of([])


def test_split_cuts_at_180_and_unwrap_joins_again():
    whole = Geometry("Polygon", box(175, -5, 190, 5))
    cut = split_antimeridian(whole)
    assert cut.type == "MultiPolygon"
    assert bounds_of([cut]) == Bounds(175, -5, -170, 5)
    assert all(-180 <= lon <= 180 for part in cut.coordinates for lon, _ in part[0])
    joined = unwrap(cut)
    assert joined.type == "Polygon"
    assert {lon for lon, _ in joined.coordinates[0]} >= {175.0, 190.0}
    assert area_km2(joined) == pytest.approx(area_km2(cut))


def test_a_line_over_the_antimeridian_is_joined():
    cut = split_antimeridian(Geometry("LineString", ((170.0, 0.0), (180.0, 2.0), (190.0, 0.0))))
    assert cut.type == "MultiLineString"
    assert unwrap(cut).coordinates == ((170.0, 0.0), (180.0, 2.0), (190.0, 0.0))


def test_what_does_not_cross_is_left_alone():
    square = Geometry("Polygon", tuple(tuple(map(tuple, r)) for r in box(1.0, 2.0, 3.0, 4.0)))
    assert unwrap(square) == square
    assert split_antimeridian(square) == square
    assert unwrap(ANTARCTICA).type == "Polygon"


def test_unwrap_to_the_frame_of_a_view():
    alaska = Geometry("Point", (-150.0, 64.0))
    assert unwrap(alaska, west=100.0).coordinates == (210.0, 64.0)
    assert unwrap(alaska, west=-170.0).coordinates == (-150.0, 64.0)


@settings(deadline=None)  # the machines are noisy
@given(st.floats(-180, 180), st.floats(-88, 88), st.floats(1, 2000))
def test_circles_survive_the_round_trip(lon, lat, km):
    disc = circle(LonLat(lon, lat), km)
    again = split_antimeridian(unwrap(disc))
    assert area_km2(again) == pytest.approx(area_km2(disc), rel=1e-6)
    assert tuple(bounds_of([again])) == pytest.approx(tuple(bounds_of([disc])), abs=1e-6)
