"""From resolved toponyms to what is drawn: one feature a place, with all that leads to it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from dateline.describe import describe, full_name
from dateline.gazetteer import Gazetteer
from dateline.geometry import label_point
from dateline.model import Article, Feature, Geometry, Locative, Place, Resolution, Story
from dateline.names import slug
from dateline.view import first_view

UNCERTAIN = 0.6
"""Confidence below which a place is drawn as uncertain, with its alternatives named."""

LEAST_ALTERNATIVE = 0.05
"""Probability from which on another reading of a name is worth mentioning."""

MOST_ALTERNATIVES = 3
"""Alternatives named to a reader."""

MOST_REASONS = 2
"""Reasons in the sentence a reader sees: those that set the place apart from the runner-up."""

BASE_MAP_SOURCES = ("natural-earth-admin1",)
"""Keys in ``SOURCES.toml`` of what every map is drawn on."""


def compose(
    article: Article,
    resolutions: Sequence[Resolution],
    locatives: Sequence[Locative],
    gazetteer: Gazetteer,
) -> Story:
    """Make the story of an article.

    Parameters
    ----------
    article
        The text.
    resolutions
        Its toponyms in text order.
    locatives
        Its locative expressions in text order.
    gazetteer
        Where outlines come from.

    Returns
    -------
    Story
        Features in order of first mention, each with a key that is unique in the story.
    """
    drawn = [*_places(resolutions, gazetteer), *_expressions(locatives)]
    features = _unique_keys(sorted(drawn, key=lambda f: f.spans[0]))
    unplaced = tuple(r.mention for r in resolutions if r.place is None)
    sources = {f.place.source for f in features if f.place} | set(BASE_MAP_SOURCES)
    return Story(
        article,
        tuple(resolutions),
        tuple(locatives),
        features,
        unplaced,
        first_view(features),
        gazetteer.attributions(sorted(sources)),
    )


def _places(resolutions: Sequence[Resolution], gazetteer: Gazetteer) -> Iterable[Feature]:
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
    return Feature(
        key=slug(place.name) or "place",
        name=place.name,
        description=describe(place),
        shape=(place.shape_type or "pin") if outline else "pin",
        geometry=outline or Geometry("Point", tuple(place.point)),
        label=place.point,
        kind="literal" if literal else "associative",
        confidence=best.confidence,
        uncertain=best.confidence < UNCERTAIN or _approximate(best),
        reason=reason_of(best),
        alternatives=_alternatives(best),
        spans=tuple((r.mention.start, r.mention.end) for r in group),
        place=place,
    )


def reason_of(resolution: Resolution) -> str:
    """Say in one sentence why a mention was resolved as it was.

    Parameters
    ----------
    resolution
        A resolution; unresolved ones say so.

    Examples
    --------
    >>> from dateline.model import Mention
    >>> reason_of(Resolution(Mention(0, 8, "Nowhere!", "literal"), None, 0.0))
    'No place of this name is in the gazetteer.'
    """
    if not resolution.place:
        return "No place of this name is in the gazetteer."
    if len(resolution.ranked) == 1:
        return f"{full_name(resolution.place)}: the only place of this name in the gazetteer."
    best, runner_up = resolution.ranked[:2]
    against = {reason.feature: reason.weight for reason in runner_up.reasons}
    lead = {r.sentence: r.weight - against.get(r.feature, 0.0) for r in best.reasons}
    why = [text for text in sorted(lead, key=lambda t: -lead[t]) if lead[text] > 0]
    sentence = " and ".join(why[:MOST_REASONS]) or "the likeliest reading"
    return f"{full_name(resolution.place)}: {sentence}."


def _alternatives(resolution: Resolution) -> tuple[str, ...]:
    others = (r for r in resolution.ranked[1:] if r.probability >= LEAST_ALTERNATIVE)
    return tuple(full_name(r.candidate.place) for r in others)[:MOST_ALTERNATIVES]


def _approximate(resolution: Resolution) -> bool:
    return bool(resolution.ranked) and resolution.ranked[0].candidate.approximate


def _expressions(locatives: Sequence[Locative]) -> Iterable[Feature]:
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
        description=_RELATIONS[first.relation],
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


_RELATIONS = {
    "border": "border",
    "part": "part of an area",
    "offset": "distance and direction from a place",
    "near": "surroundings of a place",
    "between": "stretch between two places",
    "off": "waters off a place",
    "along": "stretch along a line",
}


def _shape_of(geometry: Geometry) -> Literal["pin", "area", "line"]:
    if "Polygon" in geometry.type:
        return "area"
    return "line" if "Line" in geometry.type else "pin"


def _unique_keys(features: Iterable[Feature]) -> tuple[Feature, ...]:
    seen: Counter[str] = Counter()
    unique = []
    for feature in features:
        seen[feature.key] += 1
        count = seen[feature.key]
        unique.append(feature if count == 1 else replace(feature, key=f"{feature.key}-{count}"))
    return tuple(unique)
