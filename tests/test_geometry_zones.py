"""Circles, sectors, strips and margins: sizes by formula, positions by geodesic."""

from math import cos, pi

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.geometry import (
    EARTH_RADIUS_KM,
    area_km2,
    bounds_of,
    circle,
    contains,
    destination,
    margin,
    sector,
    strip,
)
from dateline.model import Geometry, LonLat

KYIV = LonLat(30.5234, 50.4501)


def cap_km2(km):
    return 2 * pi * EARTH_RADIUS_KM**2 * (1 - cos(km / EARTH_RADIUS_KM))


@pytest.mark.parametrize(
    ("centre", "km"),
    [
        (KYIV, 30),
        ((0, 0), 1),
        ((179.9, -17), 50),
        ((0, 90), 100),
        ((15, -89.5), 300),
        ((-60, 80), 3000),
    ],
)
def test_circles_have_the_area_of_a_cap(centre, km):
    disc = circle(LonLat(*centre), km)
    assert area_km2(disc) == pytest.approx(cap_km2(km), rel=3e-3)
    assert contains(disc, LonLat(*centre))


def test_a_circle_over_the_antimeridian_is_cut():
    disc = circle(LonLat(179.9, -17), 50)
    assert disc.type == "MultiPolygon"
    assert bounds_of([disc]).crosses_antimeridian


@settings(deadline=None)  # the machines are noisy
@given(
    st.floats(-180, 180),
    st.floats(-80, 80),
    st.floats(2, 500),
    st.floats(0, 360),
)
def test_a_sector_holds_the_point_it_stands_for(lon, lat, km, degrees):
    start = LonLat(lon, lat)
    wedge = sector(start, km * 0.75, km * 1.25, bearing=degrees, width=45)
    assert contains(wedge, destination(start, km, degrees))
    assert not contains(wedge, start)
    assert not contains(wedge, destination(start, km, degrees + 90))
    ring = cap_km2(km * 1.25) - cap_km2(km * 0.75)
    assert area_km2(wedge) == pytest.approx(ring / 8, rel=0.02)


def test_a_strip_runs_from_end_to_end():
    kherson, mykolaiv = LonLat(32.6178, 46.6354), LonLat(31.9946, 46.975)
    band = strip(kherson, mykolaiv, 5)
    assert contains(band, kherson)
    assert contains(band, mykolaiv)
    assert contains(band, LonLat(32.3062, 46.8052))
    assert not contains(band, LonLat(32.3062, 46.9))
    assert area_km2(band) == pytest.approx(60.6 * 10 + pi * 25, rel=0.02)


def test_a_strip_over_the_pacific():
    band = strip(LonLat(178.4, -18.1), LonLat(-171.8, -13.8), 20)
    assert bounds_of([band]).crosses_antimeridian
    assert contains(band, LonLat(-171.8, -13.8))


def test_a_margin_has_its_width_far_north_too():
    line = Geometry("LineString", ((20.0, 55.0), (20.0, 70.0)))
    near = margin(line, 50)
    assert contains(near, destination(LonLat(20, 68), 47, 90))
    assert not contains(near, destination(LonLat(20, 68), 54, 90))
    assert contains(near, destination(LonLat(20, 57), 47, 270))
    assert area_km2(near) == pytest.approx(15 * 111.195 * 100 + pi * 2500, rel=0.03)


@pytest.mark.parametrize(
    "draw",
    [
        lambda: circle(KYIV, 0),
        lambda: circle(KYIV, float("nan")),
        lambda: circle(KYIV, 20_000),
        lambda: circle(LonLat(0, 99), 1),
        lambda: sector(KYIV, 5, 4, bearing=0, width=45),
        lambda: sector(KYIV, 1, 4, bearing=0, width=0),
        lambda: strip(KYIV, KYIV, 0),
        lambda: strip(KYIV, LonLat(0, 99), 5),
        lambda: margin(Geometry("Point", (0.0, 0.0)), -1),
    ],
)
def test_numbers_out_of_range_are_refused(draw):
    with pytest.raises(UsageError, match="expected"):
        draw()
