"""Parts of areas: their share, their side, and that they tile."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.geometry import (
    PARTS,
    area_km2,
    bounds_of,
    circle,
    mainland,
    part_name,
    part_of,
    union,
)
from dateline.model import Bounds, Geometry, LonLat


def box(west, south, east, north):
    ring = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return Geometry("Polygon", (tuple((float(x), float(y)) for x, y in ring),))


SQUARE = box(0, 0, 3, 3)
CHILE = box(-72, -54, -69, -18)
ITALY = Geometry(
    "Polygon", (((7.0, 44.0), (9.0, 46.0), (13.0, 46.0), (18.0, 40.0), (16.0, 38.0), (7.0, 44.0)),)
)
FIJI = Geometry(
    "MultiPolygon", (box(177, -19, 180, -16).coordinates, box(-180, -19, -177, -16).coordinates)
)
WITH_GUIANA = Geometry(
    "MultiPolygon", (box(-4, 43, 8, 50).coordinates, box(-54, 2, -52, 5).coordinates)
)
TWO_HALVES = Geometry(
    "MultiPolygon", (box(100, 1, 104, 6).coordinates, box(110, 1, 118, 6).coordinates)
)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("eastern", "east"),
        ("North-Western", "north-west"),
        ("southeast", "south-east"),
        ("central", "central"),
        ("middle", "central"),
        ("upper", "north"),
        ("Lower", "south"),
        ("NNE", None),
        ("outer", None),
        ("", None),
    ],
)
def test_words_for_parts(word, name):
    assert part_name(word) == name


@pytest.mark.parametrize(
    ("area", "part", "bounds"),
    [
        (SQUARE, "eastern", (2, 0, 3, 3)),
        (SQUARE, "west", (0, 0, 1, 3)),
        (SQUARE, "northern", (0, 2, 3, 3)),
        (SQUARE, "south-west", (0, 0, 1.5, 1.5)),
        (SQUARE, "central", (0.634, 0.634, 2.366, 2.366)),
        (CHILE, "central", (-72, -39.97, -69, -28.4)),
        (FIJI, "eastern", (-179, -19, -177, -16)),
        (FIJI, "central", (178.268, -18.36, -178.268, -16.63)),
        (WITH_GUIANA, "southern", (-4, 43, 8, 45.24)),
        (TWO_HALVES, "western", (100, 1, 104, 6)),
    ],
)
def test_where_a_part_lies(area, part, bounds):
    assert tuple(bounds_of([part_of(area, part)])) == pytest.approx(bounds, abs=0.03)


@pytest.mark.parametrize("area", [SQUARE, CHILE, ITALY, FIJI, circle(LonLat(100, 60), 900)])
@pytest.mark.parametrize("part", PARTS)
def test_one_word_is_a_third_and_two_are_a_quarter(area, part):
    share = 1 / 4 if "-" in part else 1 / 3
    assert area_km2(part_of(area, part)) == pytest.approx(share * area_km2(area), rel=0.015)


@settings(deadline=None)  # the machines are noisy
@given(st.floats(-180, 180), st.floats(-75, 75), st.floats(10, 1000))
def test_the_quarters_tile_the_area(lon, lat, km):
    disc = circle(LonLat(lon, lat), km)
    quarters = [part_of(disc, part) for part in PARTS if "-" in part]
    assert area_km2(union(quarters)) == pytest.approx(area_km2(disc), rel=1e-3)
    assert sum(map(area_km2, quarters)) == pytest.approx(area_km2(disc), rel=1e-3)


def test_polar_areas_have_parts():
    antarctica = box(-180, -90, 180, -70)
    assert tuple(bounds_of([part_of(antarctica, "eastern")])) == pytest.approx((60, -90, 180, -70))


def test_mainland_leaves_far_possessions_out():
    assert bounds_of([mainland(WITH_GUIANA)]) == Bounds(-4, 43, 8, 50)
    assert mainland(TWO_HALVES) == TWO_HALVES
    assert area_km2(mainland(FIJI)) == pytest.approx(area_km2(FIJI))


def test_an_unknown_part_is_refused():
    with pytest.raises(UsageError, match="'outer': expected one of north"):
        part_of(SQUARE, "outer")
