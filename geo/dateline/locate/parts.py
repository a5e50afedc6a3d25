"""Parts of areas and of towns: "eastern Ukraine", "the south of the country", "central Minsk".

An area is cut by the rule of `dateline.geometry.parts`. A town, known by its point and population
only, is a circle with room for that many inhabitants; its parts are smaller circles and sectors,
drawn as uncertain.
"""

from dateline.geometry import (
    bearing,
    circle,
    part_name,
    part_of,
    sector,
    subtract,
    union,
)
from dateline.locate.company import is_country
from dateline.locate.extent import radius_km
from dateline.locate.phrases import Phrase
from dateline.locate.scene import Scene, Sketch
from dateline.model import Geometry, Place

_TOWN_PARTS = {
    "centre": "central",
    "center": "central",
    "heart": "central",
    "middle": "central",
    "inner": "inner",
    "downtown": "downtown",
    "midtown": "midtown",
    "outer": "outer",
}
_SIDES = {"upstate": "north"}
"""Words for the parts of a state that are not said of other areas."""

_HEART, _INNER, _RIM = 1 / 3, 2 / 3, 4 / 3
"""Shares of a town's radius up to which its centre, its inner and its outer parts reach."""

_QUARTER = 90.0
"""Degrees that the northern part of a town spans, seen from its middle."""

_REGION_WORDS = tuple(
    "region province oblast district governorate state county prefecture voivodeship".split()
)


def draw_part(phrase: Phrase, scene: Scene) -> Sketch | None:
    """Draw the part of a named area or town."""
    place = phrase.anchor()
    if not place or _is_name(phrase, scene) or _lies_there(phrase):
        return None
    region = phrase.word("k") or (phrase.after[0].text.lower() if phrase.after else "")
    if region in _REGION_WORDS and place.feature_class == "P":
        place = _region(phrase, place, scene) if "k" in phrase.groups else None
    elif phrase.word("k") not in ("", *_REGION_WORDS):
        return None
    return _sketch(phrase.word("p"), place, scene) if place else None


def _region(phrase: Phrase, town: Place, scene: Scene) -> Place | None:
    """Find the region that is called after a town."""
    named = scene.gazetteer.candidates(phrase.groups["a"].text)
    codes = (town.country_code, "ADM1")
    regions = (c.place for c in named if (c.place.country_code, c.place.feature_code) == codes)
    found = sorted(regions, key=lambda region: region.admin1_code == town.admin1_code)
    return found[0] if found else None


def draw_parts(phrase: Phrase, scene: Scene) -> Sketch | None:
    """Draw two parts of one area: "southern and eastern Kentucky"."""
    place = phrase.anchor()
    if not place or _is_name(phrase, scene):
        return None
    one, two = (_sketch(phrase.word(name), place, scene) for name in ("p", "k"))
    if not (one and two):
        return None
    name = f"{one.name.removesuffix(place.name)}and {two.name}"
    shape = union([one.geometry, two.geometry])
    return Sketch(name, (place,), shape, one.uncertain or two.uncertain)


def draw_country_part(phrase: Phrase, scene: Scene) -> Sketch | None:
    """Draw the part of "the country": the one that the story is about."""
    place = scene.main_country()
    return _sketch(phrase.word("p"), place, scene) if place else None


def _is_name(phrase: Phrase, scene: Scene) -> bool:
    """Tell whether the words are a name, or the beginning of one.

    "East London" is a town of its own; "Western Pennsylvania Kennel Association" is a club.
    """
    if not phrase.items[0].text[0].isupper():
        return False
    text = " ".join(item.text for item in phrase.items)
    following = phrase.after[0] if phrase.after else None
    goes_on = following and not following.resolution and following.text[0].isupper()
    return bool(goes_on or scene.gazetteer.candidates(text))


def _lies_there(phrase: Phrase) -> bool:
    """Tell whether the word says where in the country a region lies.

    "The eastern Donetsk region" and "Ukraine's eastern Donetsk region" mean the whole of it.
    """
    words = (phrase.word("a"), *(item.text.lower() for item in phrase.after[:1]))
    called = "k" in phrase.groups or any(word.endswith(_REGION_WORDS) for word in words)
    pointed = bool(phrase.before) and phrase.before[-1].symbol in "t'"
    return called and pointed and phrase.items[0].symbol == "p"


def _sketch(word: str, place: Place, scene: Scene) -> Sketch | None:
    part = _TOWN_PARTS.get(word) or part_name(_SIDES.get(word, word))
    area = scene.area(place)
    if not part or (word in {"upper", "lower"} and is_country(place)):
        return None
    name = f"{_adjective(part)} {place.name}"
    if area and part_name(part):
        drawn = scene.once(("part", place.id, part), lambda: part_of(area, part))
        return Sketch(name, (place,), drawn, uncertain=place.feature_class == "P")
    if place.feature_class != "P":
        return None
    radius = radius_km(place, scene)
    town = scene.once(("part", place.id, part), lambda: _town_part(place, part, radius))
    return Sketch(name, (place,), town) if town else None


def _adjective(part: str) -> str:
    """Name a part: "north-east" makes "north-eastern"."""
    return part if part == "central" or part in _TOWN_PARTS.values() else f"{part}ern"


def _town_part(place: Place, part: str, radius: float) -> Geometry | None:
    if part == "outer":
        return subtract(circle(place.point, radius * _RIM), [circle(place.point, radius * _INNER)])
    if part == "inner":
        return circle(place.point, radius * _INNER)
    if part in _TOWN_PARTS.values():
        return circle(place.point, radius * _HEART)
    return sector(place.point, 0, radius, bearing=bearing(part), width=_QUARTER)
