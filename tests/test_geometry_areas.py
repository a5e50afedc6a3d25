"""Areas as sets, their size and their labels."""

from math import pi, radians, sin

import pytest

from dateline.errors import UsageError
from dateline.geometry import (
    EARTH_RADIUS_KM,
    area_km2,
    bounds_of,
    circle,
    clip,
    contains,
    label_point,
    length_km,
    simplify,
    subtract,
    union,
)
from dateline.model import Bounds, Geometry, LonLat


def box(west, south, east, north):
    ring = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return Geometry("Polygon", (tuple((float(x), float(y)) for x, y in ring),))


SQUARE = box(0, 0, 4, 4)
HORSESHOE = Geometry(
    "Polygon",
    (
        (
            (0.0, 0.0),
            (9.0, 0.0),
            (9.0, 1.0),
            (1.0, 1.0),
            (1.0, 8.0),
            (9.0, 8.0),
            (9.0, 9.0),
            (0.0, 9.0),
            (0.0, 0.0),
        ),
    ),
)
FIJI = Geometry(
    "MultiPolygon", (box(178, -19, 180, -16).coordinates, box(-180, -19, -179, -16).coordinates)
)


def test_union_drops_the_common_border():
    both = union([SQUARE, box(4, 0, 8, 4)])
    assert both.type == "Polygon"
    assert bounds_of([both]) == Bounds(0, 0, 8, 4)
    assert area_km2(both) == pytest.approx(2 * area_km2(SQUARE))


def test_union_of_what_does_not_touch():
    assert union([SQUARE, box(6, 0, 8, 4)]).type == "MultiPolygon"
    with pytest.raises(UsageError, match="expected at least one"):
        union([])


def test_subtract():
    half = subtract(SQUARE, [box(2, -1, 9, 9)])
    assert bounds_of([half]) == Bounds(0, 0, 2, 4)
    assert subtract(SQUARE, [box(-1, -1, 9, 9)]) is None
    assert area_km2(subtract(SQUARE, [])) == pytest.approx(area_km2(SQUARE))


@pytest.mark.parametrize(
    ("geometry", "bounds", "expected"),
    [
        (SQUARE, Bounds(2, 2, 9, 9), (2, 2, 4, 4)),
        (FIJI, Bounds(178.5, -18, -179.5, -17), (178.5, -18, -179.5, -17)),
        (FIJI, Bounds(178, -18, 179, -17), (178, -18, 179, -17)),
        (Geometry("Point", (1.0, 1.0)), Bounds(0, 0, 2, 2), (1, 1, 1, 1)),
    ],
)
def test_clip(geometry, bounds, expected):
    assert bounds_of([clip(geometry, bounds)]) == Bounds(*expected)


@pytest.mark.parametrize(
    "geometry",
    [SQUARE, Geometry("Point", (1.0, 1.0)), Geometry("LineString", ((0.0, 0.0), (1.0, 1.0)))],
)
def test_clip_outside_and_along_an_edge_is_nothing(geometry):
    assert clip(geometry, Bounds(50, 50, 60, 60)) is None
    assert clip(SQUARE, Bounds(4, 0, 8, 4)) is None


@pytest.mark.parametrize("bounds", [(0, 2, 1, 1), (0, 0, float("nan"), 1), (0, 0, float("inf"), 1)])
def test_a_box_upside_down_is_refused(bounds):
    with pytest.raises(UsageError, match="expected west, south, east, north"):
        clip(SQUARE, Bounds(*bounds))


@pytest.mark.parametrize(
    ("geometry", "point", "inside"),
    [
        (SQUARE, (2, 2), True),
        (SQUARE, (4, 4), True),
        (SQUARE, (4.001, 2), False),
        (HORSESHOE, (5, 5), False),
        (FIJI, (180, -17), True),
        (FIJI, (-180, -17), True),
        (FIJI, (0, -17), False),
    ],
)
def test_contains(geometry, point, inside):
    assert contains(geometry, LonLat(*point)) is inside


def test_simplify():
    disc = circle(LonLat(10, 50), 100)
    light = simplify(disc, 0.1)
    assert len(light.coordinates[0]) < len(disc.coordinates[0]) / 2
    assert area_km2(light) == pytest.approx(area_km2(disc), rel=0.1)
    assert simplify(disc, 0) == disc
    for degrees in (-1, float("nan")):
        with pytest.raises(UsageError, match="expected 0 or more"):
            simplify(disc, degrees)


def test_area_of_a_zone_of_the_sphere():
    expected = radians(4) * sin(radians(4)) * EARTH_RADIUS_KM**2
    assert area_km2(SQUARE) == pytest.approx(expected)
    whole = box(-180, -90, 180, 90)
    assert area_km2(whole) == pytest.approx(4 * pi * EARTH_RADIUS_KM**2)
    assert area_km2(Geometry("Point", (1.0, 1.0))) == 0


def test_length_of_outlines_and_lines():
    degree = pi * EARTH_RADIUS_KM / 180
    assert length_km(Geometry("LineString", ((0.0, 0.0), (0.0, 2.0)))) == pytest.approx(2 * degree)
    two = Geometry("MultiLineString", (((0.0, 0.0), (0.0, 1.0)), ((50.0, 0.0), (50.0, 1.0))))
    assert length_km(two) == pytest.approx(2 * degree)
    assert length_km(SQUARE) == pytest.approx(16 * degree, rel=1e-3)


@pytest.mark.parametrize(
    ("geometry", "expected"),
    [
        (SQUARE, (2, 2)),
        (Geometry("Point", (1.0, 2.0)), (1, 2)),
        (Geometry("LineString", ((0.0, 0.0), (2.0, 0.0))), (1, 0)),
        (FIJI, (179.5, -17.5)),
        (
            Geometry("MultiPolygon", (SQUARE.coordinates, box(20, 0, 29, 9).coordinates)),
            (24.5, 4.5),
        ),
    ],
)
def test_label_is_in_the_middle(geometry, expected):
    assert label_point(geometry) == pytest.approx(expected, abs=0.15)


@pytest.mark.parametrize("geometry", [HORSESHOE, SQUARE, FIJI, circle(LonLat(20, 89.5), 200)])
def test_label_is_inside(geometry):
    assert contains(geometry, label_point(geometry))
