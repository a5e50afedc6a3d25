"""Conversion to shapely and back, and what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.geometry import part_of
from dateline.geometry.shapes import from_shapely, to_shapely
from dateline.model import Geometry

RING = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 0.0))
HOLE = ((2.0, 1.0), (3.0, 2.0), (3.0, 1.0), (2.0, 1.0))

GEOMETRIES = [
    Geometry("Point", (1.0, 2.0)),
    Geometry("MultiPoint", ((1.0, 2.0), (3.0, 4.0))),
    Geometry("LineString", ((1.0, 2.0), (3.0, 4.0), (5.0, 6.0))),
    Geometry("MultiLineString", (((1.0, 2.0), (3.0, 4.0)), ((5.0, 6.0), (7.0, 8.0)))),
    Geometry("Polygon", (RING,)),
    Geometry("Polygon", (RING, HOLE)),
    Geometry(
        "MultiPolygon", ((RING, HOLE), (((10.0, 0.0), (11.0, 0.0), (11.0, 1.0), (10.0, 0.0)),))
    ),
]


@pytest.mark.parametrize("geometry", GEOMETRIES, ids=lambda g: g.type)
def test_there_and_back(geometry):
    assert from_shapely(to_shapely(geometry)) == geometry


@settings(deadline=None)  # the machines are noisy
@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=2, max_size=9))
def test_lines_keep_every_coordinate(pairs):
    line = Geometry("LineString", tuple(pairs))
    assert from_shapely(to_shapely(line)) == line


@pytest.mark.parametrize(
    "geometry",
    [
        Geometry("Point", (float("nan"), 2.0)),
        Geometry("Point", (1.0, 91.0)),
        Geometry("Point", (700.0, 1.0)),
        Geometry("Point", (1.0, 2.0, 3.0)),
        Geometry("LineString", ((1.0, 2.0),)),
        Geometry("LineString", (1.0, 2.0)),
        Geometry("Polygon", (((0.0, 0.0), (1.0, 1.0)),)),
        Geometry("Polygon", RING),
        Geometry("MultiPolygon", (("a", "b"),)),
        Geometry("Circle", (1.0, 2.0)),
        Geometry("Point", ("\n" * 99, 1.0)),
    ],
)
def test_malformed_coordinates_are_refused_in_one_line(geometry):
    with pytest.raises(UsageError, match="expected") as caught:
        to_shapely(geometry)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 160


def test_a_line_is_not_an_area():
    with pytest.raises(UsageError, match="expected an area"):
        part_of(Geometry("LineString", ((1.0, 2.0), (3.0, 4.0))), "north")
