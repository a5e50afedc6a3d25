"""Shared borders and coasts of hand-made coverages."""

import itertools

import pytest

from dateline.errors import UsageError
from dateline.geometry import bounds_of, coast, length_km, shared_border
from dateline.model import Bounds, Geometry


def area(*pairs):
    return Geometry("Polygon", (tuple((float(x), float(y)) for x, y in (*pairs, pairs[0])),))


WEST = area((0, 0), (2, 0), (2, 1), (3, 2), (2, 3), (2, 4), (0, 4))
EAST = area((2, 0), (5, 0), (5, 4), (2, 4), (2, 3), (3, 2), (2, 1))
AWAY = area((8, 0), (9, 0), (9, 4), (8, 4))
CORNER = area((5, 4), (6, 4), (6, 5), (5, 5))


def test_the_border_is_exact_and_the_same_from_either_side():
    border = shared_border(WEST, EAST)
    assert border == Geometry(
        "LineString", ((2.0, 0.0), (2.0, 1.0), (3.0, 2.0), (2.0, 3.0), (2.0, 4.0))
    )
    back = shared_border(EAST, WEST)
    assert back.coordinates == border.coordinates[::-1]


def test_a_border_over_the_start_of_a_ring_is_one_line():
    turned = area((3, 2), (2, 3), (2, 4), (0, 4), (0, 0), (2, 0), (2, 1))
    assert shared_border(turned, EAST).type == "LineString"


@pytest.mark.parametrize("other", [AWAY, CORNER])
def test_areas_that_do_not_share_a_line(other):
    assert shared_border(EAST, other) is None


def test_an_exclave_gives_several_lines():
    exclave = area((8, 1), (7, 1), (7, 2), (8, 2))
    both = Geometry("MultiPolygon", (EAST.coordinates, exclave.coordinates))
    neighbour = area((8, 0), (9, 0), (9, 4), (8, 4), (8, 2), (8, 1))
    around = Geometry("MultiPolygon", (WEST.coordinates, neighbour.coordinates))
    border = shared_border(both, around)
    assert border.type == "MultiLineString"
    assert len(border.coordinates) == 2


def test_coverages_that_do_not_match_are_met_within_the_tolerance():
    rough = area((2.01, -1), (5, -1), (5, 5), (2.01, 5), (2.005, 3), (3.01, 2), (2.01, 1))
    border = shared_border(WEST, rough)
    assert length_km(border) == pytest.approx(length_km(shared_border(WEST, EAST)), rel=0.03)
    assert all(pair in WEST.coordinates[0] for pair in border.coordinates[1:-1])
    assert shared_border(WEST, rough, tolerance=0) is None


def test_the_cut_at_the_antimeridian_is_no_border():
    halves = Geometry(
        "MultiPolygon",
        (
            area((170, 0), (180, 0), (180, 9), (170, 9)).coordinates,
            area((-180, 0), (-170, 0), (-170, 9), (-180, 9)).coordinates,
        ),
    )
    outline = coast(halves, [])
    assert outline.type == "MultiLineString"
    assert all(
        abs(a[0]) < 180 or abs(b[0]) < 180
        for line in outline.coordinates
        for a, b in itertools.pairwise(line)
    )


def test_coast_is_what_no_neighbour_shares():
    shore = coast(WEST, [EAST])
    assert bounds_of([shore]) == Bounds(0, 0, 2, 4)
    assert length_km(shore) + length_km(shared_border(WEST, EAST)) == pytest.approx(length_km(WEST))


def test_a_landlocked_area_has_no_coast():
    inner = area((1, 1), (2, 1), (2, 2), (1, 2))
    ring = Geometry(
        "Polygon", (area((0, 0), (3, 0), (3, 3), (0, 3)).coordinates[0], inner.coordinates[0])
    )
    assert coast(inner, [ring]) is None
    assert shared_border(inner, ring) is not None


def test_points_have_no_border():
    with pytest.raises(UsageError, match="expected an area"):
        shared_border(WEST, Geometry("Point", (0.0, 0.0)))
