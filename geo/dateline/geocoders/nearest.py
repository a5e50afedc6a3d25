"""What is near a position: the towns of the gazetteer, and the areas that it lies in."""

from math import asin, cos, degrees, pi, radians, sin
from typing import Final

from dateline.gazetteer import Gazetteer
from dateline.geometry import EARTH_RADIUS_KM, contains, distance_km, haversine_km
from dateline.model import Bounds, LonLat, Place

_FIRST_KM: Final = 25.0
"""Half the side of the first box in which towns are looked for; it is doubled until some are in."""

_FARTHEST_KM: Final = EARTH_RADIUS_KM * pi
"""From a pole to the other one."""

_MOST: Final = 1_000_000
"""Towns in a box: all of them."""

_SLACK: Final = 1.01
"""By how much a box on the sphere is enlarged, which is up to 0.5 % off the ellipsoid."""

_MORE: Final = 8
"""Towns measured exactly beyond those wanted: on the sphere they may come in another order."""

_ASKED: Final = 5
"""Nearest towns that say which areas a position may lie in."""

_OFF_KM: Final = 50.0
"""Kilometres from the nearest town beyond which nothing is said of a position outside all areas."""


def nearest_towns(gazetteer: Gazetteer, point: LonLat, count: int) -> list[tuple[float, Place]]:
    """Find the towns nearest to a position, by distance on the ellipsoid.

    Parameters
    ----------
    gazetteer
        Its towns of 5,000 inhabitants or more are found (`Gazetteer.towns`).
    point
        Degrees.
    count
        How many are wanted.

    Returns
    -------
    list of tuple of float and Place
        Kilometres and town, the nearest first; fewer only where the gazetteer has no more.
    """
    km, near = _FIRST_KM, _within_box(gazetteer, point, _FIRST_KM)
    while km < _FARTHEST_KM and (len(near) < count or near[count - 1][0] * _SLACK > km):
        km = near[count - 1][0] * _SLACK if len(near) >= count else 2 * km
        near = _within_box(gazetteer, point, km)
    measured = [(distance_km(point, town.point), town) for _, town in near[: count + _MORE]]
    return sorted(measured, key=lambda pair: (pair[0], pair[1].id))[:count]


def _within_box(gazetteer: Gazetteer, point: LonLat, km: float) -> list[tuple[float, Place]]:
    """List the towns in a box with their distances on the sphere, the nearest first."""
    towns = gazetteer.towns(box_around(point, km), _MOST)
    near = [(haversine_km(point, town.point), town) for town in towns]
    return sorted(near, key=lambda pair: (pair[0], pair[1].id))


def box_around(point: LonLat, km: float) -> Bounds:
    """Make the box that holds all that is within a distance.

    Examples
    --------
    >>> [round(side, 2) for side in box_around(LonLat(179.5, 60.0), 111.2)]
    [177.5, 59.0, -178.5, 61.0]
    >>> box_around(LonLat(0, 89.9), 111.2)[0::2]
    (-180.0, 180.0)
    """
    angle = km / EARTH_RADIUS_KM
    south, north = point.lat - degrees(angle), point.lat + degrees(angle)
    sides = max(-90.0, south), min(90.0, north)
    narrow = cos(radians(point.lat))
    if south <= -90 or north >= 90 or sin(angle) >= narrow:  # noqa: PLR2004 - the poles
        return Bounds(-180.0, sides[0], 180.0, sides[1])
    half = degrees(asin(sin(angle) / narrow))
    return Bounds(_wound(point.lon - half), sides[0], _wound(point.lon + half), sides[1])


def _wound(lon: float) -> float:
    return (lon + 180) % 360 - 180


def areas_at(gazetteer: Gazetteer, point: LonLat) -> tuple[Place | None, Place | None]:
    """Find the country and the first-level division that a position lies in.

    Parameters
    ----------
    gazetteer
        Whose areas.
    point
        Degrees.

    Returns
    -------
    tuple
        Country and division, each ``None`` where there is none, as far from any land.
    """
    towns = nearest_towns(gazetteer, point, _ASKED)
    units = list(dict.fromkeys((t.country_code, t.admin1_code) for _, t in towns))
    for country, admin1 in units:
        area = gazetteer.admin1(country, admin1) or gazetteer.country(country)
        if area and holds(gazetteer, area, point):
            return gazetteer.country(country), gazetteer.admin1(country, admin1)
    if towns and towns[0][0] <= _OFF_KM:
        return gazetteer.country(units[0][0]), gazetteer.admin1(*units[0])
    return None, None


def holds(gazetteer: Gazetteer, area: Place, point: LonLat) -> bool:
    """Whether a position lies in an area's outline; false where it has none."""
    outline = gazetteer.shape(area.id)
    return outline is not None and contains(outline, point)
