"""What is drawn: one feature a place or expression, with all that leads to it."""

from collections.abc import Iterator, Sequence
from typing import Literal

from dateline.describe import describe, full_name
from dateline.gazetteer import Gazetteer
from dateline.geometry import label_point
from dateline.model import Feature, Geometry, Locative, Place, Resolution
from dateline.names import slug
from dateline.resolve.reasons import reason_of
from dateline.spoken import spoken_name

UNCERTAIN = 0.6
"""Confidence below which a place is drawn as uncertain, with its alternatives named."""

LEAST_ALTERNATIVE = 0.05
"""Probability from which on another reading of a name is worth mentioning."""

MOST_ALTERNATIVES = 3
"""Alternatives named to a reader."""

RELATIONS = {
    "border": "border",
    "part": "part of an area",
    "offset": "distance and direction from a place",
    "near": "surroundings of a place",
    "between": "stretch between two places",
    "off": "waters off a place",
    "along": "stretch along a line",
}
"""What a locative expression is called on the page, by relation."""


def place_features(resolutions: Sequence[Resolution], gazetteer: Gazetteer) -> Iterator[Feature]:
    """Make one feature of each place, from all its mentions.

    Parameters
    ----------
    resolutions
        Toponyms in text order; unplaced ones are passed over.
    gazetteer
        Where outlines come from.

    Yields
    ------
    Feature
        In order of first mention; keys are not unique yet.
    """
    groups: dict[int, list[Resolution]] = {}
    for resolution in resolutions:
        if resolution.place:
            groups.setdefault(resolution.place.id, []).append(resolution)
    for group in groups.values():
        if group[0].place:
            yield _place_feature(group[0].place, group, gazetteer)


def _place_feature(place: Place, group: Sequence[Resolution], gazetteer: Gazetteer) -> Feature:
    outline = gazetteer.shape(place.id) if place.shape_type else None
    best = max(group, key=lambda r: r.confidence)
    literal = any(r.mention.kind == "literal" for r in group)
    name = spoken_name(group, place.name)
    return Feature(
        key=slug(name) or "place",
        name=name,
        description=describe(place),
        shape=(place.shape_type or "pin") if outline else "pin",
        geometry=outline or Geometry("Point", tuple(place.point)),
        label=place.point,
        kind="literal" if literal else "associative",
        confidence=best.confidence,
        uncertain=best.confidence < UNCERTAIN,
        reason=reason_of(best),
        alternatives=tuple(full_name(place) for place in other_readings(best)),
        spans=tuple((r.mention.start, r.mention.end) for r in group),
        place=place,
    )


def other_readings(resolution: Resolution) -> tuple[Place, ...]:
    """Give the other places that a name may well refer to, most likely first."""
    others = (r for r in resolution.ranked[1:] if r.probability >= LEAST_ALTERNATIVE)
    return tuple(r.candidate.place for r in others)[:MOST_ALTERNATIVES]


def expression_features(locatives: Sequence[Locative]) -> Iterator[Feature]:
    """Make one feature of each locative expression, from all places where it stands.

    Parameters
    ----------
    locatives
        In text order.

    Yields
    ------
    Feature
        In order of first mention; keys are not unique yet.
    """
    groups: dict[tuple[str, Geometry], list[Locative]] = {}
    for locative in locatives:
        groups.setdefault((locative.name, locative.geometry), []).append(locative)
    for (name, geometry), group in groups.items():
        yield _expression_feature(name, geometry, group)


def _expression_feature(name: str, geometry: Geometry, group: Sequence[Locative]) -> Feature:
    first = group[0]
    anchors = " and ".join(full_name(place) for place in first.anchors)
    return Feature(
        key=slug(name) or "expression",
        name=name,
        description=RELATIONS[first.relation],
        shape=_shape_of(geometry),
        geometry=geometry,
        label=label_point(geometry),
        kind="literal",
        confidence=0.5 if first.uncertain else 0.9,
        uncertain=first.uncertain,
        reason=f"“{first.surface}”: drawn from {anchors}.",
        alternatives=(),
        spans=tuple((one.start, one.end) for one in group),
    )


def _shape_of(geometry: Geometry) -> Literal["pin", "area", "line"]:
    if "Polygon" in geometry.type:
        return "area"
    return "line" if "Line" in geometry.type else "pin"
