"""Coasts, waters and rivers: "off Lampedusa", "the Libyan coast", "along the Rhine"."""

from typing import Literal

from dateline.geometry import (
    area_km2,
    bounds_of,
    circle,
    clip,
    coast,
    intersect,
    margin,
    part_name,
    part_of,
    simplify,
    subtract,
)
from dateline.locate.extent import distance_of
from dateline.locate.phrases import Phrase
from dateline.locate.scene import Scene, Sketch
from dateline.model import Geometry, Place

_OFF_KM = 40.0
"""How far "off" reaches out to sea where no distance is given: nearly to where a coast of 100 m
drops below the horizon (36 km)."""

_SLACK = 1.25
"""How much farther than stated a distance out to sea may be."""

_FARTHEST_KM = 400.0
"""Distance in km (the 200 nautical miles of an economic zone) up to which "off" says where."""

_SMOOTH = 1 / 800
"""Degrees of coastline detail, to a km of distance, that a margin around it does not show."""

_LEAST_SEA = 0.1
"""Share of a circle that has to be sea: less, and the town lies inland."""

_LAKES = frozenset({"LK", "LKS", "LKN", "LKSN", "LGN", "RSV"})
"""GeoNames feature codes of lakes, lagoons and reservoirs."""

_NOT_AT_SEA = frozenset(
    "sealed blocked closed cordoned walled fenced kicked pulled called cut set take took taken "
    "show showed fend fended hold held keep kept shut write wrote written lay laid pay paid sell "
    "sold break broke drop dropped live lives lived based based".split()
)
"""Verbs that "off" belongs to: a town that is sealed off is not a matter of the sea."""


def draw_off(phrase: Phrase, scene: Scene) -> Sketch | None:
    """Draw the waters off a place."""
    place, distance = phrase.anchor(), distance_of(phrase)
    if not place or ("n" in phrase.groups and not distance) or not _at_sea(phrase):
        return None
    if distance and distance[0] > _FARTHEST_KM:
        return None
    km, words = (distance[0] * _SLACK, f"{distance[1]} ") if distance else (_OFF_KM, "")
    part = part_name(phrase.word("p")) if "p" in phrase.groups else None
    sea = scene.once(("off", place.id, km, part), lambda: _waters(place, km, part, scene))
    return Sketch(f"{words}off {place.name}", (place,), sea) if sea else None


def _at_sea(phrase: Phrase) -> bool:
    """Tell whether "off" is about the sea: a coast or a distance says so, a verb says not."""
    if any(item.symbol in "CN" for item in phrase.items):
        return True
    verb = phrase.before[-1].text.lower() if phrase.before else ""
    return phrase.literal() and verb not in _NOT_AT_SEA


def _waters(place: Place, km: float, part: str | None, scene: Scene) -> Geometry | None:
    if place.feature_class in "AT" and scene.area(place):
        shore = shore_of(place, part, scene, coarse=True)
        smooth = simplify(shore, km * _SMOOTH) if shore else None
        return _without_land(margin(smooth, km), scene, "countries") if smooth else None
    if place.feature_class not in "PT":
        return None
    around = circle(place.point, km)
    sea = _without_land(around, scene, "admin1")
    return sea if sea and area_km2(sea) >= _LEAST_SEA * area_km2(around) else None


def _without_land(
    zone: Geometry, scene: Scene, layer: Literal["countries", "admin1"]
) -> Geometry | None:
    """Take the land away: in detail around a town, roughly along a whole coast."""
    box = bounds_of([zone])
    shapes = scene.gazetteer.layer(layer, box, coarse=layer == "countries")
    land = (clip(shape, box) for _, shape in shapes)
    return subtract(zone, [shape for shape in land if shape])


def draw_coast(phrase: Phrase, scene: Scene) -> Sketch | None:
    """Draw the coast of an area, of a part of it, or the shore of a lake: a line."""
    place = phrase.anchor()
    lake = bool(place and place.feature_code in _LAKES)
    if not place or not (lake or place.feature_class in "AT") or not scene.area(place):
        return None
    part = part_name(phrase.word("p")) if "p" in phrase.groups else None
    shore = scene.once(("coast", place.id, part), lambda: shore_of(place, part, scene))
    name = f"{f'{part}ern ' if part else ''}{'shore' if lake else 'coast'} of {place.name}"
    return Sketch(name, (place,), shore, uncertain=False) if shore else None


def shore_of(
    place: Place, part: str | None, scene: Scene, *, coarse: bool = False
) -> Geometry | None:
    """Find the coast of an area: its outline without borders.

    Parameters
    ----------
    place
        A place with an area.
    part
        Which part of it, as `dateline.geometry.part_name` spells it, or ``None``.
    scene
        Where outlines come from.
    coarse
        Whether outlines to about 10 km will do.

    Returns
    -------
    Geometry or None
        Lines; ``None`` for a landlocked area.
    """
    area, *beside = (
        scene.gazetteer.shape(each.id, coarse=True) if coarse else scene.area(each)
        for each in (place, *scene.neighbours(place))
    )
    shore = coast(area, [each for each in beside if each]) if area else None
    return intersect(shore, part_of(area, part)) if shore and area and part else shore


def draw_line(phrase: Phrase, scene: Scene) -> Sketch | None:
    """Draw a river or a canal that something lies along."""
    place = phrase.anchor()
    if not place or place.shape_type != "line":
        return None
    line = scene.once(("line", place.id), lambda: scene.gazetteer.shape(place.id))
    return Sketch(f"along the {place.name}", (place,), line, uncertain=False) if line else None
