"""Toponyms of gold and of predictions: how they pair up, how far apart they are."""

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.geometry import haversine_km
from dateline.model import LonLat, Resolution

NEAR_KM = 161.0
"""Kilometres (100 miles): the customary distance within which a place counts as right."""

FARTHEST_KM = 20_039.0
"""Kilometres, half the Earth's circumference: the error of a mention left unplaced."""

Toponym = Mapping[str, Any]
"""One toponym as in the JSON contract: ``start``, ``end``, ``lat``, ``lon``, ``kind`` …"""


def said(resolution: Resolution) -> Toponym:
    """Write a resolution as a toponym to be scored, with its place's id in the gazetteer.

    Examples
    --------
    >>> from dateline.model import Mention
    >>> said(Resolution(Mention(0, 7, "Nowhere", "literal"), None, 0.0))["lat"] is None
    True
    """
    mention, place = resolution.mention, resolution.place
    return {
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "kind": mention.kind,
        "lat": place.point.lat if place else None,
        "lon": place.point.lon if place else None,
        "name": place.name if place else None,
        "place": place.id if place else None,
    }


def pair(gold: Sequence[Toponym], predicted: Sequence[Toponym]) -> dict[int, int]:
    """Pair overlapping spans one to one, the best overlap first.

    Parameters
    ----------
    gold, predicted
        Toponyms with ``start`` and ``end``.

    Returns
    -------
    dict
        Index of the gold toponym by index of the predicted one.

    Examples
    --------
    >>> pair([{"start": 0, "end": 5}], [{"start": 3, "end": 9}, {"start": 0, "end": 4}])
    {1: 0}
    """
    overlaps = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            shared = min(g["end"], p["end"]) - max(g["start"], p["start"])
            if shared > 0:
                joint = max(g["end"], p["end"]) - min(g["start"], p["start"])
                overlaps.append((-shared / joint, g["start"], p["start"], i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in sorted(overlaps):
        if i not in taken and j not in pairs:
            pairs[j] = i
            taken.add(i)
    return pairs


def is_placed(toponym: Toponym) -> bool:
    """Tell whether a toponym has coordinates."""
    return toponym.get("lat") is not None and toponym.get("lon") is not None


def point_of(toponym: Toponym) -> LonLat:
    """Give the position of a toponym that has one."""
    return LonLat(toponym["lon"], toponym["lat"])


def error_km(gold: Toponym, predicted: Toponym) -> float:
    """Measure how far off a prediction is; as far as can be where it was left unplaced.

    Examples
    --------
    >>> error_km({"lat": 0, "lon": 0}, {"lat": None, "lon": None})
    20039.0
    """
    if not is_placed(predicted):
        return FARTHEST_KM
    return haversine_km(point_of(gold), point_of(predicted))
