"""What speaks for an answer: the rest of the story, and the words of the answer itself."""

from collections.abc import Sequence
from typing import Final

from dateline.geocoders.answers import Answer
from dateline.geometry import haversine_km
from dateline.model import LonLat, Place, Reason
from dateline.names import fold

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

_SORTS: Final = frozenset(
    "avenue bridge canal county creek district hall lake mount mountain park river road school "
    "square station street village".split()
)
"""Words for a sort of place, which tell nothing of which one, unless the name has no others."""

_COMPARED: Final = 3
"""Letters of a word from which on it tells whether an answer is about the name."""


def reasons_of(
    place: Place, area: Place | None, company: Sequence[Place], service: str, *, first: bool
) -> tuple[Reason, ...]:
    """Say what speaks for an answer, and what against it.

    Parameters
    ----------
    place
        The answer as a place.
    area
        What the text puts right after the name, if it lies in it.
    company
        The story's other places, once a mention.
    service
        Name of the geocoder.
    first
        Whether the service gave it first.
    """
    country = place.country_name or "its country"
    said = [("geocoder", f"from {service}")]
    if area:
        said.append(("qualified", f"named together with {area.name}"))
    at_home = any(place.country_code == other.country_code for other in company)
    near = any(_is_near(place.point, other) for other in company)
    if near:
        said.append(("nearby", "other places of the story are near"))
    if at_home and place.country_code:
        said.append(("in_country", f"the story names other places in {country}"))
    if first:
        said.append(("first_answer", f"{service} names it first"))
    if company and not (at_home or near or area):
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
    >>> is_about("Yablunska Street", answer("Main Street, Springfield"))
    False
    """
    words = {word for word in fold(name).split() if len(word) >= _COMPARED}
    asked = words - _SORTS or words
    said = fold(answer.address).split()
    other_letters = not fold(answer.name).isascii()
    return other_letters or not asked or not asked.isdisjoint(said)
