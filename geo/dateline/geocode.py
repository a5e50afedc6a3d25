"""From a mention to the places it may mean."""

import re
from dataclasses import replace

from dateline.gazetteer import Gazetteer
from dateline.gazetteer.variants import homes
from dateline.model import Candidate, Mention
from dateline.names import fold, strip_possessive
from dateline.partwhole import nearby

MOST_CANDIDATES = 40
"""Readings kept per name, most important first; there are some 60 Springfields."""

LARGE = 100_000
"""Inhabitants from which papers have a word for the people of a town."""

_SPLIT = 2
"""Words of a name that may be one: "Guang Zhou"."""

_MODIFIED = re.compile(
    r"^(?:(?:north|south|east|west|central|upper|lower|mid)(?:ern)?[- ]?)+(?=[^\W\d_])"
    r"|^(?:greater|downtown|metropolitan|mainland)\s",
    re.IGNORECASE,
)
"""Words that name a part of a place: "northern Iraq" is looked up as "Iraq"."""


_SORTS = {
    "region province oblast prefecture department governorate voivodeship state": "A",
    "county parish district": "A",
    "river sea ocean lake bay gulf strait channel reservoir canal creek": "H",
    "mountain mountains hills island islands peninsula desert valley plateau glacier cape": "T",
}
_CLASS_OF = {word: sort for words, sort in _SORTS.items() for word in words.split()}
"""GeoNames feature class by the head word of a name: the "Hrodna Region" is an area."""


def geocode(mention: Mention, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Look up what a mention may refer to.

    Parameters
    ----------
    mention
        A toponym; its surface is looked up as written, then without a possessive, then
        without a modifier such as "northern", then without a head word such as "Region";
        then as something that stands in a place, such as "Luton Airport"; at last closed up
        ("Guang Zhou"), and as what people from a town or a region are called.
    gazetteer
        Where it is looked up.

    Returns
    -------
    tuple of Candidate
        Most important first; empty where the gazetteer has no such name.
    """
    plain = strip_possessive(mention.surface.strip())
    for name in (mention.surface, plain, _MODIFIED.sub("", plain)):
        candidates = gazetteer.candidates(name)
        if candidates:
            return candidates[:MOST_CANDIDATES]
    ways = (_without_head, nearby, _closed_up, _people)
    found = (way(plain, gazetteer) for way in ways)
    return next(filter(None, found), ())[:MOST_CANDIDATES]


def _without_head(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Look a name up without its first or last word, if that says what sort of place it is."""
    words = name.split()
    for head, rest in ((words[-1:], words[:-1]), (words[:1], words[1:])):
        sort = _CLASS_OF.get("".join(head).lower())
        if sort and rest:
            found = gazetteer.candidates(" ".join(rest))
            return tuple(c for c in found if c.place.feature_class == sort)
    return ()


def _closed_up(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Look a name of two words up as one."""
    words = name.replace("-", " ").split()
    return gazetteer.candidates("".join(words)) if len(words) == _SPLIT else ()


def _people(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Look up which region or large town people are from: "Baltimoreans"."""
    for home in homes(fold(name)):
        found = [c for c in gazetteer.candidates(home) if _has_people(c)]
        if found:
            return tuple(replace(candidate, name_type="demonym") for candidate in found)
    return ()


def _has_people(candidate: Candidate) -> bool:
    place = candidate.place
    sort = place.feature_class == "A" or place.population >= LARGE
    return sort and candidate.name_type == "preferred"
