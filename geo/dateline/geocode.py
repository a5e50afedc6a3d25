"""From a mention to the places it may mean."""

import re

from dateline.gazetteer import Gazetteer
from dateline.model import Candidate, Mention
from dateline.names import strip_possessive

MOST_CANDIDATES = 40
"""Readings kept per name, most important first; there are some 60 Springfields."""

_MODIFIED = re.compile(
    r"^(?:(?:north|south|east|west|central|upper|lower|mid)(?:ern)?[- ]?)+(?=[^\W\d_])"
    r"|^(?:greater|downtown|metropolitan|mainland)\s",
    re.IGNORECASE,
)
"""Words that name a part of a place: "northern Iraq" is looked up as "Iraq"."""


def geocode(mention: Mention, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Look up what a mention may refer to.

    Parameters
    ----------
    mention
        A toponym; its surface is looked up as written, then without a possessive, then
        without a modifier such as "northern".
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
    return ()
