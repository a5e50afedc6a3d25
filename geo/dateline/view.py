"""The map's first view: where the story takes place, not everything it touches on."""

from collections.abc import Sequence

from dateline.geometry import bounds_of
from dateline.model import Bounds, Feature

WORLD = Bounds(-170.0, -57.0, 170.0, 75.0)
"""Degrees; what is shown for a story without a place."""

LEADING_SHARE = 0.25
"""Share of the mentions of all areas from which on an area belongs in the first view."""

_WIDE = frozenset({"CONT", "RGN", "ZN", "OCN"})
"""Feature codes of what is too large to be where a story takes place."""


def first_view(features: Sequence[Feature]) -> Bounds:
    """Choose the part of the world to show first.

    Parameters
    ----------
    features
        What is drawn.

    Returns
    -------
    Bounds
        Around the literal towns, landmarks and locative expressions, and the areas that the
        story speaks of most. Associative places never move the view.
    """
    literal = [f for f in features if f.kind == "literal"] or list(features)
    narrow = [f for f in literal if not (f.place and f.place.feature_code in _WIDE)]
    spots = [f for f in narrow if not _is_area(f)]
    areas = [f for f in narrow if _is_area(f)]
    mentions = sum(len(f.spans) for f in areas)
    leading = [f for f in areas if len(f.spans) >= LEADING_SHARE * mentions]
    shown = [*spots, *leading] or narrow or literal
    return bounds_of([f.geometry for f in shown]) if shown else WORLD


def _is_area(feature: Feature) -> bool:
    return feature.place is not None and feature.shape != "pin"
