"""Positions, distances and destinations on the WGS 84 ellipsoid, by geopy."""

from math import isfinite

from dateline.errors import UsageError
from dateline.model import LonLat


def distance_km(a: LonLat, b: LonLat) -> float:
    """Measure the geodesic distance on the WGS 84 ellipsoid.

    Parameters
    ----------
    a, b
        Longitude and latitude in degrees.

    Returns
    -------
    float
        Kilometres.

    Raises
    ------
    UsageError
        Where a position is not on the Earth.

    Examples
    --------
    >>> round(distance_km(LonLat(0, 0), LonLat(1, 0)), 2)
    111.32
    """
    from geopy.distance import geodesic

    return float(geodesic(checked(a).latlon, checked(b).latlon).kilometers)


def destination(point: LonLat, km: float, bearing: float) -> LonLat:
    """Go a distance along a geodesic of the WGS 84 ellipsoid.

    Parameters
    ----------
    point
        Where to start, in degrees.
    km
        How far, 0 or more.
    bearing
        In which direction, degrees clockwise from north.

    Returns
    -------
    LonLat
        Where that ends, longitude −180 to 180.

    Raises
    ------
    UsageError
        Where `point` is not on the Earth, or `km` or `bearing` is not a usable number.

    Examples
    --------
    >>> tuple(round(degree, 4) for degree in destination(LonLat(30.5234, 50.4501), 30, 0))
    (30.5234, 50.7198)
    """
    from geopy.distance import geodesic

    start = checked(point)
    if not (isfinite(km) and km >= 0 and isfinite(bearing)):
        raise UsageError(
            f"Offset of {km} km at {bearing} degrees: expected two finite numbers, km not below 0."
        )
    reached = geodesic(kilometers=km).destination(start.latlon, bearing % 360)
    return LonLat(wrapped_longitude(reached.longitude), reached.latitude)


def wrapped_longitude(lon: float) -> float:
    """Bring a longitude into −180 to 180.

    Examples
    --------
    >>> wrapped_longitude(190), wrapped_longitude(180), wrapped_longitude(-540)
    (-170.0, 180.0, -180.0)
    """
    return float(lon) if -180 <= lon <= 180 else float((lon + 180) % 360 - 180)  # noqa: PLR2004


def checked(point: LonLat) -> LonLat:
    """Return `point` if it is on the Earth.

    Raises
    ------
    UsageError
        Where it is not.
    """
    lon, lat = point
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):  # noqa: PLR2004
        raise UsageError(
            f"Position {lon}, {lat}: expected longitude −180 to 180 first, then latitude −90 to 90."
        )
    return LonLat(lon, lat)
