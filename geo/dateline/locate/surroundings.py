"""Where near a place: distances, directions, strips. All of it is drawn as uncertain.

What a phrase leaves open is drawn open: a distance in the news is a round number, so a sector
reaches a quarter less and a quarter more far; a direction is one of eight, so it is 45° wide.
"""

from dateline.geometry import (
    bearing,
    circle,
    compass_point,
    haversine_km,
    margin,
    moved,
    sector,
    strip,
    union,
)
from dateline.locate.borders import draw_pair, draw_side
from dateline.locate.company import is_country
from dateline.locate.extent import SPOTS, distance_of, radius_km, spot_of
from dateline.locate.phrases import Phrase
from dateline.locate.scene import Scene, Sketch
from dateline.model import Geometry, Place

_SLACK = 0.25
"""Share by which a stated distance may be out."""

_WIDTH = 45.0
"""Degrees that one of eight directions spans."""

_BEYOND_KM = 30.0
"""How far "north of Kyiv" reaches beyond the town, in km, where no distance is given."""

_NEAR_TOWN = (1.5, 5.0)
"""How far "near" reaches: times the town's radius, plus km."""

_NEAR_KM = {"S": 1.0, "T": 10.0, "H": 10.0}
"""The same in km for buildings, mountains and islands, and lakes."""

_LONGEST_KM, _LONGEST_ROAD_KM = 500.0, 1500.0
"""Distance of two towns up to which something can lie between them; farther apart, "between" is
about what they have to do with each other, unless a road is named."""

_CAPITALS_KM = 150.0
"""The same for two capitals: their names mostly stand for their governments."""

_NOT_A_PLACE = frozenset(
    "talks relations agreement deal ties tensions dispute match game flights meeting negotiations "
    "divided choose time choice rivalry war treaty pact alliance difference distance".split()
)
"""What "between" follows where nothing lies there."""

_SOMEWHERE = frozenset("anywhere everywhere somewhere halfway midway".split())
"""What "between" follows where it means a stretch, however long."""

_MARGIN_KM = 300.0
"""Distance from a border beyond which it says nothing."""

_STRIP_SHARE, _STRIP_KM = 0.06, (2.0, 15.0)
"""Half the width of a strip: a share of its length, within these km."""


def draw_offset(phrase: Phrase, scene: Scene) -> Sketch | None:
    """Draw "30 km north of Kyiv", and "north of Kyiv"."""
    place, point = spot_of(phrase, scene) or phrase.anchor(), compass_point(phrase.word("d"))
    distance = distance_of(phrase)
    if not place or not point or not phrase.literal() or ("n" in phrase.groups and not distance):
        return None
    if not distance:
        return _beyond(place, point, scene)
    if is_country(place) or place.feature_class == "L":
        return None
    km, words = distance
    reach = radius_km(place, scene) if place.shape_type else 0.0
    return _sector(f"{words} {point} of {place.name}", place, (km, reach), point, scene)


def _sector(
    name: str, place: Place, distance: tuple[float, float], point: str, scene: Scene
) -> Sketch:
    km, reach = distance
    near, far = reach + km * (1 - _SLACK), reach + km * (1 + _SLACK)
    return _wedge(name, place, (near, far), point, scene)


def _beyond(place: Place, point: str, scene: Scene) -> Sketch | None:
    """Draw a direction without a distance: from the edge of the town on."""
    if place.feature_class not in SPOTS:
        return None
    reach = radius_km(place, scene)
    return _wedge(f"{point} of {place.name}", place, (reach, reach + _BEYOND_KM), point, scene)


def _wedge(name: str, place: Place, reach: tuple[float, float], point: str, scene: Scene) -> Sketch:
    shape = scene.once(
        ("sector", place.id, reach, point),
        lambda: sector(place.point, *reach, bearing=bearing(point), width=_WIDTH),
    )
    return Sketch(name, (place,), shape)


def draw_around(phrase: Phrase, scene: Scene) -> Sketch | None:
    """Draw "12 miles outside Dallas", "within 30 km of Kyiv": a circle."""
    place, distance = spot_of(phrase, scene), distance_of(phrase)
    if not place or not distance:
        return None
    km, words = distance
    start = "within " if phrase.items[0].symbol == "W" else ""
    shape = scene.once(("circle", place.id, km), lambda: circle(place.point, km))
    return Sketch(f"{start}{words} {'of' if start else 'from'} {place.name}", (place,), shape)


def draw_margin(phrase: Phrase, scene: Scene) -> Sketch | None:
    """Draw "15 km from the Polish border": a band along it, to one side where that is said."""
    distance = distance_of(phrase)
    line = draw_pair(phrase, scene) if "b" in phrase.groups else draw_side(phrase, scene)
    if not distance or not line or distance[0] > _MARGIN_KM:
        return None
    (km, words), point = distance, compass_point(phrase.word("d"))
    if point:
        aside = moved(line.geometry, km, bearing(point))
        return Sketch(
            f"{words} {point} of the {line.name}", line.anchors, margin(aside, km * _SLACK)
        )
    return Sketch(f"{words} from the {line.name}", line.anchors, margin(line.geometry, km))


def draw_near(phrase: Phrase, scene: Scene) -> Sketch | None:
    """Draw "near Kyiv", "on the outskirts of Kyiv", "around Kyiv and Chernihiv"."""
    names = [name for name in ("a", "b") if name in phrase.groups]
    places = [spot_of(phrase, scene, name) or _literal(phrase, name) for name in names]
    drawn = [(place, _neighbourhood(place, scene)) for place in places if place]
    found = [(place, shape) for place, shape in drawn if shape]
    if len(found) < len(names):
        return None
    anchors = tuple(place for place, _ in found)
    name = f"near {' and '.join(place.name for place in anchors)}"
    return Sketch(name, anchors, union([shape for _, shape in found]) if names[1:] else found[0][1])


def _literal(phrase: Phrase, name: str) -> Place | None:
    return phrase.anchor(name) if phrase.literal(name) else None


def _neighbourhood(place: Place, scene: Scene) -> Geometry | None:
    """Draw what is near a town, a building, a mountain or a lake."""
    outline = scene.area(place)
    if outline and place.feature_class in _NEAR_KM:
        km = _NEAR_KM[place.feature_class]
        return scene.once(("margin", place.id, km), lambda: margin(outline, km))
    if place.feature_class in SPOTS:
        km = _NEAR_KM.get(place.feature_class) or _near_town(place, scene)
        return scene.once(("circle", place.id, km), lambda: circle(place.point, km))
    return None


def _near_town(place: Place, scene: Scene) -> float:
    return _NEAR_TOWN[0] * radius_km(place, scene) + _NEAR_TOWN[1]


def draw_between(phrase: Phrase, scene: Scene) -> Sketch | None:
    """Draw "between Kherson and Mykolaiv", "the road from Kyiv to Zhytomyr"."""
    a, b = spot_of(phrase, scene, "a"), spot_of(phrase, scene, "b")
    if not (a and b):
        return None
    km = haversine_km(a.point, b.point)
    if not _SLACK < km <= _longest(phrase, a, b):
        return None
    half = min(max(km * _STRIP_SHARE, _STRIP_KM[0]), _STRIP_KM[1])
    shape = scene.once(("strip", a.id, b.id), lambda: strip(a.point, b.point, half))
    return Sketch(f"between {a.name} and {b.name}", (a, b), shape)


def _longest(phrase: Phrase, a: Place, b: Place) -> float:
    """Tell up to which distance "between" means the stretch between two places, in km."""
    if "R" in phrase.groups:
        return _LONGEST_ROAD_KM
    before = phrase.before[-1].text.lower() if phrase.before else ""
    if before in _NOT_A_PLACE:
        return 0.0
    if before in _SOMEWHERE:
        return _LONGEST_ROAD_KM * 2
    return _CAPITALS_KM if a.feature_code == b.feature_code == "PPLC" else _LONGEST_KM
