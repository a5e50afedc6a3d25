"""Names that the gazetteer lacks, asked of a geocoder and judged by the rest of the story."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from dateline.gazetteer import Gazetteer
from dateline.geocoders.answers import Answer
from dateline.geocoders.enquiry import Enquiry
from dateline.geocoders.nearest import areas_at, holds
from dateline.geometry import haversine_km
from dateline.model import Candidate, LonLat, Place, Ranked, Reason, Resolution, Story
from dateline.names import fold, strip_possessive
from dateline.resolve import LEAST_PLACED
from dateline.score import probabilities

MOST_NAMES: Final = 50
"""Names of one article that are asked for, first come; at a second each that is a minute."""

NEAR_KM: Final = 161.0
"""Kilometres within which other places of the story speak for an answer: 100 miles, as in the
accuracy measure of geoparsing."""

WEIGHTS: Final = {
    "no_place": 1.0,
    "geocoder": 0.5,
    "first_answer": 0.3,
    "qualified": 2.5,
    "in_country": 1.0,
    "nearby": 1.0,
    "elsewhere": -2.0,
}
"""Log-odds, set by hand: no corpus says how often a service is right about what a gazetteer lacks.
An answer that nothing in the story speaks for stays below `LEAST_PLACED`."""

LEAST_ID: Final = -(2**53) + 1
"""Ids of places from a geocoder lie from here to −2⁵², below all of the gazetteer's own, and
within what JSON's readers take for whole numbers."""

_QUALIFIES: Final = re.compile(r"\s?,\s{1,2}|\s\(|,?\sin\s")
"""What stands between a name and the area that it lies in: "Pinhook, Missouri"."""

_COMPARED: Final = 3
"""Letters of a word from which on it tells whether an answer is about the name."""


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
        judged.append((place, _reasons(place, gap, company, enquiry.name, first=not judged)))
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


def _reasons(
    place: Place, gap: _Gap, company: Sequence[Place], service: str, *, first: bool
) -> tuple[Reason, ...]:
    """Say what speaks for an answer."""
    country = place.country_name or "its country"
    said = [("geocoder", f"from {service}")]
    if gap.area:
        said.append(("qualified", f"named together with {gap.area.name}"))
    at_home = any(place.country_code == other.country_code for other in company)
    near = any(_is_near(place.point, other) for other in company)
    if near:
        said.append(("nearby", "other places of the story are near"))
    if at_home and place.country_code:
        said.append(("in_country", f"the story names other places in {country}"))
    if first:
        said.append(("first_answer", f"{service} names it first"))
    if company and not (at_home or near or gap.area):
        said.append(("elsewhere", f"the story names no other place in {country}"))
    return tuple(Reason(name, WEIGHTS[name], sentence) for name, sentence in said)


def _is_near(point: LonLat, other: Place) -> bool:
    return not other.shape_type and haversine_km(point, other.point) <= NEAR_KM


def is_about(name: str, answer: Answer) -> bool:
    """Whether an answer can be about a name; some services say the next best instead of nothing.

    Parameters
    ----------
    name
        As it was asked for.
    answer
        Its address shares a word with the name, or is in letters that cannot be compared.

    Examples
    --------
    >>> def answer(address):
    ...     return Answer(address, address, LonLat(1, 1), "P", "PPL", None)
    >>> is_about("Yablunska Street", answer("Yablunska vulytsia, Bucha"))
    True
    >>> is_about("Yablunska Street", answer("вулиця Яблунська, Буча"))
    True
    >>> is_about("Pinhook", answer("Missouri, United States"))
    False
    """
    asked = {word for word in fold(name).split() if len(word) >= _COMPARED}
    said = fold(answer.address).split()
    other_letters = not fold(answer.name).isascii()
    return other_letters or not asked or not asked.isdisjoint(said)


def place_of(answer: Answer, service: str, gazetteer: Gazetteer) -> Place:
    """Make a place of an answer; the gazetteer says in which country and division it lies."""
    country, admin1 = areas_at(gazetteer, answer.point)
    return Place(
        id=id_of(answer, service),
        name=answer.name,
        feature_class=answer.feature_class,
        feature_code=answer.feature_code,
        country_code=country.country_code if country else "",
        admin1_code=admin1.admin1_code if admin1 else "",
        admin1_name=admin1.name if admin1 else "",
        admin2_code="",
        admin2_name="",
        country_name=country.name if country else "",
        point=answer.point,
        population=0,
        geonames_id=answer.geonames_id,
        shape_type="",
        source=service.lower(),
        geocoder=service,
    )


def id_of(answer: Answer, service: str) -> int:
    """Make an id that is the same in every run and none of the gazetteer's.

    Examples
    --------
    >>> answer = Answer("Bucha", "Bucha, Ukraine", LonLat(30.21, 50.55), "P", "PPL", None)
    >>> LEAST_ID <= id_of(answer, "Nominatim") <= -(2**52)
    True
    >>> id_of(answer, "Nominatim") == id_of(answer, "Photon")
    False
    """
    written = f"{service}\n{answer.name}\n{answer.point.lon:.5f}\n{answer.point.lat:.5f}"
    number = int.from_bytes(sha256(written.encode("utf-8", "replace")).digest()[:8])
    return LEAST_ID + number % 2**52
