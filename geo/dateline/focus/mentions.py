"""What a story names literally, and how often."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from dateline.company import within
from dateline.model import Locative, Place, Resolution

BORDER_SHARE = 0.5
"""What a border between two places adds to the mentions of each."""

_QUALIFIES = range(1, 4)
"""Code points between a name and the area that tells which one is meant: "Cairo, Ill."."""

_WIDE = frozenset({"CONT", "OCN", "ZN"})
"""Feature codes of what is named in passing: "Europe", "the EU", "the Pacific"."""

_SPREAD = frozenset({"RGN", "RGNE"})
"""Feature codes that are as wide where no one country holds them: "the Middle East"."""


def literal_mentions(
    resolutions: Sequence[Resolution], locatives: Sequence[Locative]
) -> tuple[dict[int, float], dict[int, Place]]:
    """Count the literal mentions of each place, the wide ones only where there are no others.

    Parameters
    ----------
    resolutions
        In text order; each mention counts as far as it is sure. A region that only says which
        town is meant does not count.
    locatives
        A border is a half mention of the places on either side.

    Returns
    -------
    tuple
        Weight by id of place, and the places by their ids.
    """
    qualifiers = {
        after.mention.start
        for before, after in pairwise(resolutions)
        if before.place
        and after.place
        and after.mention.start - before.mention.end in _QUALIFIES
        and within(before.place, after.place)
    }
    literal = [
        (r.place, r.confidence)
        for r in resolutions
        if r.place and r.mention.kind == "literal" and r.mention.start not in qualifiers
    ]
    beside = [
        (place, BORDER_SHARE)
        for locative in locatives
        if locative.relation == "border"
        for place in locative.anchors
    ]
    counted = [(p, w) for p, w in literal + beside if not is_wide(p)] or literal
    weights: defaultdict[int, float] = defaultdict(float)
    for place, weight in counted:
        weights[place.id] += weight
    return dict(weights), {place.id: place for place, _ in counted}


def is_wide(place: Place) -> bool:
    """Tell whether a place is so wide that a story names it in passing.

    Parameters
    ----------
    place
        An ocean, a continent, a group of states, or a region of several countries is wide.
    """
    spread = place.feature_code in _SPREAD and not place.country_code
    return spread or place.feature_code in _WIDE
