"""How far places and words reach: the sizes behind drawings that are guesses."""

from math import pi, sqrt

from dateline.geometry import area_km2
from dateline.locate.lexicon import NAUTICAL_KM, UNITS, number_of
from dateline.locate.phrases import Phrase
from dateline.locate.scene import Scene
from dateline.model import Place

_PEOPLE_PER_KM2 = 3000.0
"""Inhabitants to a km² of a town, between Dallas (1,500) and Minsk (4,900): turns population
into a radius, 12 km for Dallas and 14 km for Minsk."""

_TOWN_KM = (1.0, 30.0)
"""Least and largest radius of a town, in km."""

_SPOT_KM = 0.5
"""Radius of a building or a square, in km."""

_USUAL_KM = (0.01, 2000.0)
"""Distances, in km, outside which "… from" says nothing about a place."""

_LABELS = {1.0: "km", 1.609344: "miles", 0.001: "m", 0.0009144: "yards", 0.0003048: "feet"}

SPOTS = frozenset("PST")
"""GeoNames feature classes of what has a neighbourhood: towns, buildings, peaks and islands."""


def radius_km(place: Place, scene: Scene) -> float:
    """Estimate how far a place reaches from its point.

    Parameters
    ----------
    place
        A town, a building, an area.
    scene
        Where its outline is.

    Returns
    -------
    float
        Kilometres: of a circle of the same area, for a town estimated from its population.
    """
    outline = scene.area(place)
    if outline:
        return sqrt(area_km2(outline) / pi)
    if place.feature_class == "P":
        return min(max(sqrt(place.population / _PEOPLE_PER_KM2 / pi), _TOWN_KM[0]), _TOWN_KM[1])
    return _SPOT_KM


def spot_of(phrase: Phrase, scene: Scene, name: str = "a") -> Place | None:
    """Give the anchor of a phrase that has to be a spot: of a town and its region, the town.

    Parameters
    ----------
    phrase
        "near Kherson", "between Kherson and Mykolaiv" …
    scene
        Where the town is looked up, should the name have been taken for the region.
    name
        The anchor's name in the pattern.

    Returns
    -------
    Place or None
        A town, a building, a peak or an island that is named as such, not by an adjective.
    """
    place = phrase.anchor(name)
    if not place or not phrase.literal(name):
        return None
    if place.feature_class in SPOTS:
        return place
    named = scene.gazetteer.candidates(phrase.groups[name].text)
    codes = ("P", place.country_code, place.admin1_code)
    towns = (c.place for c in named if _codes(c.place) == codes)
    return next(towns, None) if place.feature_code.startswith("ADM") else None


def _codes(place: Place) -> tuple[str, str, str]:
    return (place.feature_class, place.country_code, place.admin1_code)


def distance_of(phrase: Phrase) -> tuple[float, str] | None:
    """Read a phrase's distance.

    Parameters
    ----------
    phrase
        One with a number and a unit.

    Returns
    -------
    tuple or None
        Kilometres, and the distance in words with a unit in its short form ("30 km"); ``None``
        where none is given, or none that makes sense.
    """
    if "n" not in phrase.groups:
        return None
    words, factor = phrase.word("n"), UNITS[phrase.word("u")]
    value = 1.0 if phrase.groups["n"].symbol == "a" else number_of(words)
    if "q" in phrase.groups:
        factor = NAUTICAL_KM
    if not value or not _USUAL_KM[0] <= value * factor <= _USUAL_KM[1]:
        return None
    unit = "nautical miles" if "q" in phrase.groups else _LABELS[factor]
    rough = any(word in words for word in ("few", "several", "couple", "half"))
    amount = " ".join(words.split()) if rough else f"{value:g}"
    return value * factor, f"{amount} {unit if value != 1 else unit.removesuffix('s')}"
