"""Distances and directions against values computed by hand or published."""

import itertools
from math import pi

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.geometry import (
    EARTH_RADIUS_KM,
    bearing,
    bearing_to,
    compass_point,
    destination,
    direction,
    distance_km,
    haversine_km,
)
from dateline.geometry.sphere import great_circle
from dateline.model import LonLat

KYIV = LonLat(30.5234, 50.4501)
LONDON = LonLat(-0.1278, 51.5074)
PARIS = LonLat(2.3522, 48.8566)

positions = st.builds(
    LonLat, st.floats(-180, 180, allow_nan=False), st.floats(-89, 89, allow_nan=False)
)


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        (LONDON, PARIS, 343.5),
        (LonLat(0, 0), LonLat(180, 0), pi * EARTH_RADIUS_KM),
        (LonLat(0, 90), LonLat(77, 90), 0),
        (LonLat(179.5, 0), LonLat(-179.5, 0), pi * EARTH_RADIUS_KM / 180),
        (LonLat(-74.006, 40.7128), LonLat(-118.2437, 34.0522), 3936),
    ],
)
def test_haversine(a, b, km):
    assert haversine_km(a, b) == pytest.approx(km, rel=5e-4, abs=1e-9)


def test_geodesic_of_one_degree_on_the_equator():
    assert distance_km(LonLat(0, 0), LonLat(1, 0)) == pytest.approx(111.3195, abs=1e-3)


@pytest.mark.parametrize(
    ("point", "km", "degrees", "reached"),
    [
        (KYIV, 30, 0, (30.5234, 50.7198)),
        (KYIV, 0, 90, (30.5234, 50.4501)),
        (LonLat(179.9, 0), 22.2639, 90, (-179.9, 0)),
        (LonLat(0, 0), 10_001.965729, 0, (0, 90)),
    ],
)
def test_destination(point, km, degrees, reached):
    there = destination(point, km, degrees)
    assert there.lat == pytest.approx(reached[1], abs=1e-4)
    assert there.lat > 89.99 or there.lon == pytest.approx(reached[0], abs=1e-4)


@settings(deadline=None)  # the machines are noisy
@given(positions, st.floats(0.001, 5000), st.floats(0, 360))
def test_destination_is_as_far_as_asked(start, km, degrees):
    there = destination(start, km, degrees)
    assert distance_km(start, there) == pytest.approx(km, rel=1e-6, abs=1e-6)
    assert -180 <= there.lon <= 180


@settings(deadline=None)  # the machines are noisy
@given(positions, positions)
def test_haversine_is_symmetric_and_close_to_the_geodesic(a, b):
    assert haversine_km(a, b) == pytest.approx(haversine_km(b, a), abs=1e-9)
    assert haversine_km(a, b) == pytest.approx(distance_km(a, b), rel=0.006, abs=1e-6)


@pytest.mark.parametrize(
    ("point", "km", "degrees"),
    [
        (LonLat(0, 91), 1, 0),
        (LonLat(181, 0), 1, 0),
        (LonLat(float("nan"), 0), 1, 0),
        (KYIV, -1, 0),
        (KYIV, float("inf"), 0),
        (KYIV, 1, float("nan")),
    ],
)
def test_unusable_offsets_are_refused_in_one_line(point, km, degrees):
    with pytest.raises(UsageError, match="expected") as caught:
        destination(point, km, degrees)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "degrees"),
    [
        ("north", 0),
        ("north-east", 45),
        ("Northeastern", 45),
        ("north east", 45),
        ("NNE", 22.5),
        ("east-south-east", 112.5),
        ("southward", 180),
        ("westerly", 270),
        ("north–western", 315),
    ],
)
def test_bearing_names(name, degrees):
    assert bearing(name) == degrees
    assert bearing(direction(degrees)) == degrees


@pytest.mark.parametrize("word", ["", "nort", "central", "up", "northnorth", "é", "n-e-s-w"])
def test_words_that_are_no_direction(word):
    assert compass_point(word) is None
    with pytest.raises(UsageError, match="expected a point of the compass"):
        bearing(word)


@settings(deadline=None)  # the machines are noisy
@given(st.floats(-720, 720))
def test_the_nearest_point_is_within_half_a_step(degrees):
    apart = (bearing(direction(degrees)) - degrees + 180) % 360 - 180
    assert abs(apart) <= 11.25 + 1e-9


def test_bearing_from_london_to_paris():
    assert bearing_to(LONDON, PARIS) == pytest.approx(148.1, abs=0.1)


@settings(deadline=None)  # the machines are noisy
@given(positions, positions)
def test_a_great_circle_is_continuous_and_ends_where_it_should(a, b):
    line = great_circle(a, b, 8)
    assert line[0] == a
    assert (line[-1].lon - b.lon) % 360 == pytest.approx(0, abs=1e-9)
    assert all(abs(p.lon - q.lon) <= 180 for p, q in itertools.pairwise(line))
