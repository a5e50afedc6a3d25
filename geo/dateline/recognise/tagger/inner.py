"""The place alone, where its name is a part of a longer one or stands in official style."""

import re
from collections.abc import Sequence

from dateline.names import fold
from dateline.recognise.kinds import is_club
from dateline.recognise.lexicon import words
from dateline.recognise.tagger.names import Names
from dateline.tokens import Token

_STYLED = re.compile(r"(?:City|Town|Village|State|Province|County|Borough) of (?:the )?")
"""What stands before a name in official style and is no part of it."""

_MIDDLES = frozenset(
    "area central city county department district division federal high international metro "
    "metropolitan national regional state town".split()
)
"""Words between a place and the head of a longer name: "Oxford City Council"."""

_OF = frozenset({"of", "de"})
"""What joins a place to the head of a longer name: "United Way of America"."""

_NAMED_AFTER = frozenset("battle siege tour treaty way".split())
"""Other heads of such names than those of organisations."""


def inner(names: Names, start: int, end: int) -> tuple[int, int]:
    """Give the place alone where a span is, or is cut out of, a longer name or has official style.

    "Columbia Metropolitan" before "Airport" is Columbia, "Alexandria City" before "Public
    Schools" Alexandria, "Ludlow Town Hall" Ludlow, "City of Paris" Paris, "Tour de France" France
    and "Hansa Rostock" Rostock. Kansas City and the City of London are places of that very name; a
    building or university that the gazetteer has is one of its own, and so are streets and parks.

    Parameters
    ----------
    names
        What is known of the names of the text.
    start, end
        The span, code points.

    Returns
    -------
    tuple of int
        Start and end of the place; those of the span where it is one.
    """
    match = names.at(start, end)
    if match is None or match.start < start:
        return start, end
    if match.start > start:
        led = match.end == end and _leads(names.tokens(start, match.start))
        return (match.start, end) if led else (start, end)
    if match.end < end and _is_housed(names, start, end):
        end = match.end
    own = fold(match.candidates[0].place.name) == fold(match.surface)
    style = None if own or match.end < end else _STYLED.match(match.surface)
    if style and names.has(match.surface[style.end() :]):
        return start + style.end(), end
    whole = own and match.end == end
    return start, end if whole else _place_end(names, start, end)


def _leads(words_before: Sequence[Token]) -> bool:
    """Whether words before a place are no part of its name: a club, "Tour de"."""
    *rest, last = words_before
    if rest and last.text in _OF:
        return rest[-1].text.lower() in words("organisations") | _NAMED_AFTER
    return not rest and is_club(last)


def _is_housed(names: Names, start: int, end: int) -> bool:
    """Whether a span ends with, or right before, what a building or body is called.

    Halls and houses are mostly called after persons ("Carnegie Hall"), but a town hall is not.
    """
    *rest, last = names.tokens(start, end)
    if last.text.lower() == "hall":
        return bool(rest) and rest[-1].text.lower() in _MIDDLES
    after = names.after(end)
    return _is_head(last) or (after is not None and _is_head(after))


def _is_head(word: Token) -> bool:
    lists = ("organisations", "buildings", "titles")
    joined = word.capitalised and word.gap == " "
    return joined and any(word.text.lower() in words(name) for name in lists)


def _place_end(names: Names, start: int, end: int) -> int:
    """Give the end of the place in a name that goes on: of Oxford in "Oxford City" "Council"."""
    *rest, last = names.tokens(start, end)
    middle = rest and last.text.lower() in _MIDDLES
    return rest[-1].end if middle and _goes_on(last, names.after(end)) else end


def _goes_on(last: Token, after: Token | None) -> bool:
    """Whether a capital, or "of" after a head, makes a longer name of what `last` ends."""
    if after is None:
        return False
    return after.capitalised or (after.text == "of" and _is_head(last))
