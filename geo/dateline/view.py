"""The map's first view: where the story takes place, not everything it touches on."""

from collections.abc import Sequence

from dateline.geometry import bounds_of, haversine_km
from dateline.model import Bounds, Feature, Focus

WORLD = Bounds(-170.0, -57.0, 170.0, 75.0)
"""Degrees; what is shown for a story without a place."""

CORE_SHARE = 0.8
"""Share of the mentions that the view must hold; the rest may be far away."""

MARGIN = 1.5
"""Times the reach of the core within which further places are taken in."""

LEAST_REACH_KM = 20.0
"""Kilometres; places this near the middle are never left out."""

LEADING_SHARE = 0.25
"""Share of the mentions of all areas from which on an area belongs in the first view."""

MOST_COMPARED = 100
"""Features among which the middle is looked for: time grows with the square."""

_WIDE = frozenset({"CONT", "RGN", "ZN", "OCN", "SEA"})
"""Feature codes of what is too large to be where a story takes place."""


def first_view(features: Sequence[Feature], focus: Sequence[Focus] = ()) -> Bounds:
    """Choose the part of the world to show first.

    Parameters
    ----------
    features
        What is drawn.
    focus
        What the story is about; with it only places that it accounts for are in the view, and
        locative expressions that name one of them or none.

    Returns
    -------
    Bounds
        Around the literal towns, landmarks and locative expressions that most mentions are of,
        and the areas near them that the story speaks of most. Associative places and
        uncertain ones never move the view, as long as there are others.
    """
    literal = [f for f in features if f.kind == "literal"] or list(features)
    certain = [f for f in literal if f.place is None or not f.uncertain] or literal
    narrow = [f for f in certain if not (f.place and f.place.feature_code in _WIDE)] or certain
    meant = (_meant(narrow, focus) if focus else narrow) or narrow
    spots = [f for f in meant if not _is_area(f)]
    shown = _core(spots, _leading(meant)) if spots else _core(_leading(meant) or meant, ())
    return bounds_of([f.geometry for f in shown]) if shown else WORLD


def _meant(features: Sequence[Feature], focus: Sequence[Focus]) -> list[Feature]:
    """Keep what the focus accounts for, and expressions that do not name other places only."""
    within = frozenset[int]().union(*(part.within for part in focus))
    accounted = {
        start: feature.place.id in within
        for feature in features
        if feature.place
        for start, _ in feature.spans
    }

    def is_meant(feature: Feature) -> bool:
        if feature.place:
            return feature.place.id in within
        inside = [accounted[i] for span in feature.spans for i in range(*span) if i in accounted]
        return any(inside) or not inside

    return [feature for feature in features if is_meant(feature)]


def _is_area(feature: Feature) -> bool:
    return feature.place is not None and feature.shape != "pin"


def _leading(features: Sequence[Feature]) -> list[Feature]:
    """Pick the areas that many of the mentions of areas are of."""
    areas = [f for f in features if _is_area(f)]
    mentions = sum(len(f.spans) for f in areas)
    return [f for f in areas if len(f.spans) >= LEADING_SHARE * mentions]


def _core(features: Sequence[Feature], also: Sequence[Feature]) -> list[Feature]:
    """Leave out what is far from where most mentions are.

    The middle is the feature with the least sum of distances to all mentions (the
    weighted medoid); the reach is the distance within which `CORE_SHARE` of them lie.
    """
    if not features:
        return []
    middle = min(features[:MOST_COMPARED], key=lambda f: _distances(f, features))
    far = sorted((haversine_km(middle.label, f.label), len(f.spans)) for f in features)
    wanted, reach = CORE_SHARE * sum(weight for _, weight in far), 0.0
    for distance, weight in far:
        reach = distance
        wanted -= weight
        if wanted <= 0:
            break
    limit = max(LEAST_REACH_KM, MARGIN * reach)
    return [f for f in (*features, *also) if haversine_km(middle.label, f.label) <= limit]


def _distances(middle: Feature, features: Sequence[Feature]) -> float:
    return sum(len(f.spans) * haversine_km(middle.label, f.label) for f in features)
