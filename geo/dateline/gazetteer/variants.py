"""Names with the word for the kind of place in them: "City of Paris", "Oaxaca State".

The gazetteer holds a place's names, not each of them with every such word. Where a name is not
in it, the word is taken off, and only places of that kind are found by the rest. What people
from a place are called ("Baltimoreans") is taken apart likewise.
"""

import re
from collections.abc import Iterator
from typing import Final

from dateline.model import Place

_DIVISIONS: Final = frozenset({"ADM1", "ADM2", "ADM3", "ADMD", "RGN", "RGNH"})
_TOWNS: Final = frozenset({"P"})
_KINDS: Final = (
    ("city|town|village|municipality|borough|township|twp|hamlet", _TOWNS | {"ADM2", "ADMD"}),
    (
        (
            "state|province|region|oblast|governorate|prefecture|voivodeship|krai|territory|canton"
            "|division|district|department|county|parish|emirate|area"
        ),
        _DIVISIONS,
    ),
    ("republic", _DIVISIONS | {"PCLI"}),
    ("river", frozenset({"STM"})),
    ("lake", frozenset({"LK", "LKS", "LGN", "RSV"})),
    ("island|isle", frozenset({"ISL", "PCLD", "ADM1", "ADM2"})),
    ("islands|isles|archipelago", frozenset({"ISLS", "PCLI", "PCLD", "ADM1"})),
    ("mountains|range|hills", frozenset({"MTS"})),
    ("mount|mountain|peak", frozenset({"MT", "PK", "VLC"})),
    ("peninsula", frozenset({"PEN", "RGN", "ADM1"})),
    ("valley", frozenset({"VAL", "RGN"})),
    ("desert", frozenset({"DSRT"})),
)
"""Words for a kind of place, and the feature classes and codes that it may be."""

_WORDS: Final = frozenset(word for words, _ in _KINDS for word in words.split("|"))

_PATTERNS: Final = tuple(
    (re.compile(rf"(?:{words}) (?:of )?(?P<a>.+)|(?P<b>.+) (?:{words})"), kinds)
    for words, kinds in _KINDS
)


def without_kind(key: str) -> tuple[str, frozenset[str]] | None:
    """Take the word for the kind of place off a folded name.

    Returns
    -------
    tuple of str and frozenset of str, or None
        The rest, and the feature classes and codes that the word allows.

    Examples
    --------
    >>> rest, kinds = without_kind("city of paris")
    >>> rest, "P" in kinds
    ('paris', True)
    >>> without_kind("paris") is None
    True
    """
    first, _, rest = key.partition(" ")
    if first not in _WORDS and rest.rpartition(" ")[2] not in _WORDS:
        return None
    for pattern, kinds in _PATTERNS:
        if match := pattern.fullmatch(key):
            rest = match["a"] or match["b"]
            return rest.removeprefix("the "), kinds
    return None


_PEOPLE: Final = (
    ("ians", ("ia", "y", "", "e")),
    ("ian", ("ia", "y", "", "e")),
    ("eans", ("e", "ea", "")),
    ("ean", ("e", "ea", "")),
    ("ans", ("a", "")),
    ("an", ("a", "")),
    ("ese", ("", "a", "o", "i")),
    ("ites", ("", "e")),
    ("ite", ("", "e")),
    ("ers", ("", "e")),
    ("is", ("", "a")),
    ("i", ("", "a")),
)
"""Endings of what people from a place are called, and what the place ends with instead."""

_LEAST_STEM: Final = 4
"""Letters that are left of the place's name at least."""


def homes(key: str) -> Iterator[str]:
    """Give the names of places that people of a folded name may come from.

    Examples
    --------
    >>> list(homes("baltimoreans"))[:2]
    ['baltimore', 'baltimorea']
    >>> list(homes("paris"))
    []
    """
    for ending, instead in _PEOPLE:
        stem = key.removesuffix(ending)
        if stem != key and len(stem) >= _LEAST_STEM:
            yield from (stem + tail for tail in instead)
            return


def is_kind(place: Place, kinds: frozenset[str]) -> bool:
    """Whether a place is of one of the feature classes or codes."""
    return place.feature_class in kinds or place.feature_code in kinds
