"""Names of what stands in a place: "Luton Airport" is in or near Luton.

Where the gazetteer lacks a whole name, the word for a kind of institution, building or part of a
place is taken off it, and what is left is looked up. Such a reading is approximate: the pin
stands where the place is, not where the building is. Only names that are clearly those of a
place count, and no kinds that are as often named after a person or an idea ("Independence
Square", "Lincoln Park", "Victoria Hall").
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.gazetteer import Gazetteer
from dateline.model import Candidate

LEAST_INHABITANTS: Final = 5_000
"""Towns smaller than this are rather a surname: no "Jackson Hospital" in a hamlet of that name."""

_CENTRE: Final = "cent(?:er|re)"
_INSTITUTIONS: Final = (
    "university|college|school|institute|campus|cathedral|church|mosque|abbey|diocese|archdiocese"
    f"|hospital|infirmary|clinic|medical {_CENTRE}|prison|jail|penitentiary|detention {_CENTRE}"
    "|court|courthouse|city hall|town hall|police station|fire station|barracks|garrison|base|camp"
    "|cemetery|library|museum|zoo|(?:borough )?council|sheriff['’]?s (?:office|department)"
    "|(?:police|fire) department"
)
_WORKS: Final = (
    "airport|airfield|air ?base|station|terminal|harbou?r|port|docks?|marina|ring road|bypass"
    "|checkpoint|crossing|refinery|mines?|plant|factory|shipyard|power station|dam|oil ?field"
    "|stadium|arena|racecourse|raceway|speedway|showgrounds?|fairgrounds?|theat(?:er|re)"
    f"|opera house|(?:convention|conference|civic|shopping|sports|community) {_CENTRE}"
    "|golf (?:club|course)|country club|complex|estate|gateway"
    "|world cup|olympics|(?:winter |summer )?games|marathon|grand prix|auto show|summit"
)
_PARTS: Final = (
    f"city {_CENTRE}|town {_CENTRE}|{_CENTRE}|old (?:town|city|quarter)|waterfront|seafront"
    "|suburbs?|high street|outskirts|(?:metropolitan |metro )?area|metro|coast(?:line)?"
    "|border(?:lands)?|countryside|docklands|refugee camp|industrial (?:park|zone)|enclave"
    "|municipal district"
)
_BETWEEN: Final = frozenset(
    "international regional municipal national state county city town central memorial general "
    "public community district federal crown magistrates royal technical medical children's "
    "teaching university junior middle high elementary primary secondary grammar railway train bus "
    "metro military naval air force army nuclear wind coal power north south east west".split()
)
"""Words that may stand between the place and the word for the kind: "Reading Crown Court"."""

_OF: Final = (
    "university|college|institute|museum|cathedral|diocese|archdiocese|port|harbou?r|gulf|coast"
    f"|suburbs?|outskirts|streets|district|commune|{_CENTRE}"
)
"""Kinds that "of" joins to a place: "Port of Antwerp"."""

_AROUND: Final = (
    "inner|outer|suburban|rural|coastal|inland|upstate|downstate|uptown|historic|occupied|central"
    "|modern-day|present-day|colonial|continental|old|far|deep"
)
"""What may stand before a place and leaves it nearly where it was."""

_WIDE: Final = frozenset({"CONT", "RGN", "ISL", "ISLS"})
"""Feature codes of areas that are no divisions."""

_KIND_LAST: Final = re.compile(rf"(.+?) (?:{_INSTITUTIONS}|{_WORKS}|{_PARTS})")
_KIND_FIRST: Final = re.compile(rf"(?:the )?(?:.+ )?(?:{_OF}) (?:of|at|in) (?:the )?(.+)")
_PART_FIRST: Final = re.compile(rf"(?:the )?(?:{_AROUND}) (.+)")
_PREFIXED: Final = re.compile(r"(?:sub|pan|trans|intra|non|post)-(.+)")


def nearby(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Look up the place that a name says something stands in.

    Parameters
    ----------
    name
        A name that the gazetteer does not have, without a possessive.
    gazetteer
        Where the place is looked up.

    Returns
    -------
    tuple of Candidate
        Areas and towns marked as approximate, most important first; empty where the name holds
        no name of a place.

    Examples
    --------
    >>> from dateline.gazetteer import open_gazetteer
    >>> with open_gazetteer() as gazetteer:
    ...     [first, *_] = nearby("Reading Crown Court", gazetteer)
    >>> first.place.name, first.approximate
    ('Reading', True)
    """
    for whole in wholes(name):
        found = tuple(c for c in gazetteer.candidates(whole) if _is_clear(c))
        if found:
            return tuple(replace(candidate, approximate=True) for candidate in found)
    return ()


def wholes(name: str) -> Iterator[str]:
    """Give what may be the place in a name, the longest first.

    Examples
    --------
    >>> list(wholes("Kent County Jail"))
    ['kent county', 'kent']
    >>> list(wholes("University of Kent")), list(wholes("Independence Square"))
    (['kent'], [])
    """
    plain = name.lower()
    for pattern in (_KIND_LAST, _KIND_FIRST, _PART_FIRST, _PREFIXED):
        if match := pattern.fullmatch(plain):
            words = match[1].removeprefix("the ").split()
            yield " ".join(words)
            while len(words) > 1 and words[-1] in _BETWEEN:
                words = words[:-1]
                yield " ".join(words)


def _is_clear(candidate: Candidate) -> bool:
    """Whether a reading is one that a building would be named after."""
    place = candidate.place
    if candidate.name_type == "alternate" and place.feature_code == "ADM2":
        return False  # "Chase Center" is not in Chase County
    if candidate.name_type not in ("preferred", "alternate"):
        return False
    if place.feature_class == "P":
        return place.population >= LEAST_INHABITANTS
    return place.feature_class == "A" or place.feature_code in _WIDE
