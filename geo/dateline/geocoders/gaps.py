"""Names that the gazetteer lacks, asked of a geocoder and judged by the rest of the story."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.gazetteer import Gazetteer
from dateline.geocoders.enquiry import Enquiry
from dateline.geocoders.evidence import WEIGHTS, is_about, reasons_of
from dateline.geocoders.nearest import holds
from dateline.geocoders.placing import place_of
from dateline.model import Candidate, LonLat, Place, Ranked, Reason, Resolution, Story
from dateline.names import strip_possessive
from dateline.resolve import LEAST_PLACED
from dateline.resolve.score import probabilities

MOST_NAMES: Final = 50
"""Names of one article that are asked for, first come; at a second each that is a minute."""

_QUALIFIES: Final = re.compile(r"\s?,\s{1,2}|\s\(|,?\sin\s")
"""What stands between a name and the area that it lies in: "Pinhook, Missouri"."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """A name without a place, and the area that the text puts right after it."""

    name: str
    area: Place | None


def fill(
    text: str, resolutions: Sequence[Resolution], enquiry: Enquiry, gazetteer: Gazetteer
) -> tuple[Resolution, ...]:
    """Place names that the gazetteer lacks, as far as a geocoder knows them.

    Only these names are sent, one by one, each with the area named right after it; never the text.

    Parameters
    ----------
    text
        The article's text.
    resolutions
        One a mention, in text order.
    enquiry
        Asks the geocoder.
    gazetteer
        Says in which country an answer lies.

    Returns
    -------
    tuple of Resolution
        The same, with places where there were none.
    """
    gaps: dict[_Gap, list[int]] = {}
    for i, gap in _gaps(text, resolutions):
        gaps.setdefault(gap, []).append(i)
    filled = list(resolutions)
    for gap, indices in list(gaps.items())[:MOST_NAMES]:
        ranked = _ranked(gap, resolutions, enquiry, gazetteer)
        if ranked and ranked[0].probability >= LEAST_PLACED:
            best = ranked[0]
            for i in indices:
                mention = resolutions[i].mention
                filled[i] = Resolution(mention, best.candidate.place, best.probability, ranked)
    return tuple(filled)


def credit(story: Story, enquiry: Enquiry) -> Story:
    """Add the line owed to the service, if a place of the story is from it."""
    if not any(feature.place and feature.place.geocoder for feature in story.features):
        return story
    return replace(story, attributions=(*story.attributions, enquiry.attribution))


def _gaps(text: str, resolutions: Sequence[Resolution]) -> Iterator[tuple[int, _Gap]]:
    """Find the mentions that the gazetteer has no candidate for."""
    for i, resolution in enumerate(resolutions):
        if resolution.place or resolution.ranked:
            continue
        name = " ".join(strip_possessive(resolution.mention.surface).split())
        after = resolutions[i + 1] if i + 1 < len(resolutions) else None
        area = after.place if after else None
        between = text[resolution.mention.end : after.mention.start] if after else ""
        qualified = area and area.feature_class == "A" and _QUALIFIES.fullmatch(between)
        yield i, _Gap(name, area if qualified else None)


def _ranked(
    gap: _Gap, resolutions: Sequence[Resolution], enquiry: Enquiry, gazetteer: Gazetteer
) -> tuple[Ranked, ...]:
    """Ask for a name and put the answers in order."""
    query = f"{gap.name}, {gap.area.name}" if gap.area else gap.name
    company = [r.place for r in resolutions if r.place]
    near = None if gap.area else _centre(company)
    judged: list[tuple[Place, tuple[Reason, ...]]] = []
    for answer in enquiry.ask(query, near):
        if not is_about(gap.name, answer):
            continue
        if gap.area and gap.area.shape_type and not holds(gazetteer, gap.area, answer.point):
            continue
        place = place_of(answer, enquiry.name, gazetteer)
        judged.append((place, reasons_of(place, gap.area, company, enquiry.name, first=not judged)))
    scores = [sum(reason.weight for reason in reasons) for _, reasons in judged]
    shares = probabilities(scores, WEIGHTS)
    ranked = [
        Ranked(Candidate(place, "alternate"), score, share, reasons)
        for (place, reasons), score, share in zip(judged, scores, shares, strict=True)
    ]
    return tuple(sorted(ranked, key=lambda r: -r.score))


def _centre(company: Sequence[Place]) -> LonLat | None:
    """Give the position of the town or spot that the story names most."""
    spots = Counter(place.point for place in company if not place.shape_type)
    return spots.most_common(1)[0][0] if spots else None
