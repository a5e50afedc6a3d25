"""Distances, bearings and lines on the sphere: fast, and right to half a per cent."""

from itertools import pairwise
from math import asin, atan2, cos, degrees, radians, sin, sqrt

from dateline.model import LonLat

EARTH_RADIUS_KM = 6371.0088
"""Mean radius R₁ of the GRS 80 ellipsoid, in km (Moritz 2000, adopted by the IUGG)."""


def haversine_km(a: LonLat, b: LonLat) -> float:
    """Measure the great-circle distance on a sphere.

    The haversine formula (Sinnott 1984, "Virtues of the Haversine"), which stays exact for small
    distances; up to 0.5 % off the ellipsoid, and some hundred times faster than `distance_km`.

    Parameters
    ----------
    a, b
        Longitude and latitude in degrees.

    Returns
    -------
    float
        Kilometres, 0 to 20 015.

    Examples
    --------
    >>> london, paris = LonLat(-0.1278, 51.5074), LonLat(2.3522, 48.8566)
    >>> round(haversine_km(london, paris), 1)
    343.6
    """
    lat_a, lat_b = radians(a[1]), radians(b[1])
    chord = (
        sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(radians(b[0] - a[0]) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def bearing_to(a: LonLat, b: LonLat) -> float:
    """Tell in which direction a great circle leaves `a` for `b`.

    Parameters
    ----------
    a, b
        Longitude and latitude in degrees.

    Returns
    -------
    float
        Degrees clockwise from north, 0 to 360.

    Examples
    --------
    >>> bearing_to(LonLat(0, 0), LonLat(10, 0))
    90.0
    """
    lat_a, lat_b, turn = radians(a[1]), radians(b[1]), radians(b[0] - a[0])
    east = sin(turn) * cos(lat_b)
    north = cos(lat_a) * sin(lat_b) - sin(lat_a) * cos(lat_b) * cos(turn)
    return degrees(atan2(east, north)) % 360


def on_sphere(point: LonLat, km: float, bearing: float) -> LonLat:
    """Go a distance along a great circle: `destination` without the ellipsoid, and fast.

    The longitude is not wrapped, so that an outline around `point` stays in one piece.

    Parameters
    ----------
    point
        Where to start, in degrees.
    km
        How far.
    bearing
        In which direction, degrees clockwise from north.

    Returns
    -------
    LonLat
        Where that ends; the longitude is within 180° of `point`'s.
    """
    lat, arc, turn = radians(point[1]), km / EARTH_RADIUS_KM, radians(bearing)
    sine = sin(lat) * cos(arc) + cos(lat) * sin(arc) * cos(turn)
    reached = asin(max(-1.0, min(1.0, sine)))
    east = atan2(sin(turn) * sin(arc) * cos(lat), cos(arc) - sin(lat) * sine)
    return LonLat(point[0] + degrees(east), degrees(reached))


def great_circle(a: LonLat, b: LonLat, steps: int) -> tuple[LonLat, ...]:
    """Divide the great circle from `a` to `b` into equal steps.

    Parameters
    ----------
    a, b
        Its ends, in degrees.
    steps
        How many, 1 or more.

    Returns
    -------
    tuple of LonLat
        ``steps + 1`` positions; longitudes run on over ±180, so that the line is continuous.
    """
    length, bearing = haversine_km(a, b), bearing_to(a, b)
    inner = [on_sphere(a, length * step / steps, bearing) for step in range(1, steps)]
    line = [LonLat(*a), *inner, LonLat(*b)]
    turns = [0.0]
    for last, here in pairwise(line):
        turns.append(turns[-1] - 360 * round((here.lon - last.lon) / 360))
    return tuple(LonLat(p.lon + turn, p.lat) for p, turn in zip(line, turns, strict=True))
