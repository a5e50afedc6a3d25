"""Where a name begins and ends: what the corpora count as part of a toponym, by rule.

"the Netherlands'" is ``Netherlands``; "U.S.-led" ``U.S.``; "south Sudan" ``Sudan``; "Hubei
province" ``Hubei``; "D-Iowa City" ``Iowa City``; "Armenia-Italy" two names; but a full stop
belongs to "N.Y." and a name of the gazetteer is never cut ("Democratic Republic of the Congo").
"Lancaster park" is ``Lancaster`` where the gazetteer has that. The number of a house is no part of
its street.
"""

import re
from collections.abc import Callable, Iterator

Span = tuple[int, int]
"""First code point and one past the last."""

_DIRECTIONS = "north|south|east|west|northern|southern|eastern|western|central|downtown|mid|the"
_BEFORE = re.compile(rf"(?:(?:{_DIRECTIONS})\s+)+|[DR]-(?=[A-Z])|\d+\s+(?=[A-Z])")
_THE = re.compile(r"the\s+", re.IGNORECASE)
_AFTER = re.compile(
    r"\s+(?:province|states?|county|counties|region|district|city|towns?|township|villages?|"
    r"prefecture|suburbs?|area|peninsula|streets|avenues|roads|rivers)(?:\s.*)?$",
    re.DOTALL,
)
"""Words in small letters that say what a name is, and are no part of it."""

_SMALL = re.compile(r"(?:\s+[a-z][\w'’-]*)+$")
"""Words in small letters at the end: "Lancaster park"."""

_STREET = re.compile(r"\s(?:St|Ave|Blvd|Rd|Dr|Ln|Hwy|Twp|Co)$")
"""Shortened heads of names, to which their full stop belongs."""

_LONGEST_SHORTENED = 4
"""Letters of a last word that may end in a full stop of its own: "W. Va."."""

_POSSESSIVE = re.compile(r"['’ʼ]s?$", re.IGNORECASE)
_HYPHEN = re.compile(r"\s?[-–—/]\s?|,\s")
_AND = re.compile(r"\s(?:and|or|&)\s")
_LED = re.compile(r"[-–]\w+$")


def edges(text: str, start: int, end: int, known: Callable[[str], bool]) -> Iterator[Span]:
    """Trim a name and part names that are joined by a hyphen or by "and".

    Parameters
    ----------
    text
        The text.
    start, end
        A name in it, code points.
    known
        Whether the gazetteer has a name.

    Yields
    ------
    tuple of int
        Start and end; nothing where only punctuation would be left.

    Examples
    --------
    >>> def cut(text):
    ...     names = {"U.S.", "Armenia", "Italy", "Winston-Salem"}
    ...     return [text[a:b] for a, b in edges(text, 0, len(text), names.__contains__)]
    >>> cut("the Netherlands'"), cut("Hubei province"), cut("D-Iowa City"), cut("south Sudan")
    (['Netherlands'], ['Hubei'], ['Iowa City'], ['Sudan'])
    >>> cut("Armenia-Italy"), cut("Winston-Salem"), cut("U.S.-led"), cut("Italy and Armenia")
    (['Armenia', 'Italy'], ['Winston-Salem'], ['U.S.'], ['Italy', 'Armenia'])
    >>> cut("Italy park"), cut("Xyzzy park"), cut("St. Xyzzyburg.")
    (['Italy'], ['Xyzzy park'], ['St. Xyzzyburg'])
    """
    for a, b in _parts(text, *_bare(text, *trimmed(text, start, end), known), known):
        if a < b:
            yield a, b


def trimmed(text: str, start: int, end: int) -> Span:
    """Leave out articles, directions, sorts of places, possessives and stray punctuation.

    Examples
    --------
    >>> trimmed("Minsk’s", 0, 7), trimmed("U.S.", 0, 4), trimmed("Texas.", 0, 6)
    ((0, 5), (0, 4), (0, 5))
    >>> trimmed("Elm St. flooded", 0, 7), trimmed("U.S..", 0, 5)
    ((0, 7), (0, 4))
    """
    while start < end and not text[start].isalnum():
        start += 1
    for lead in (_BEFORE, _THE):
        match = lead.match(text, start, end)
        start = match.end() if match and match.end() < end else start
    tail = _AFTER.search(text[start:end])
    end = start + tail.start() if tail else end
    end = _without_possessive(text, start, end)
    while start < end and not (text[end - 1].isalnum() or text[end - 1] in ".)"):
        end -= 1
    return start, _without_stop(text, start, end)


def _without_stop(text: str, start: int, end: int) -> int:
    """Leave out the full stop of a sentence, and keep or take in that of a shortened word."""
    if text[max(start, end - 2) : end] == "..":
        return end - 1
    bare = end - 1 if text[end - 1 : end] == "." else end
    stopped = bare + (text[bare : bare + 1] == ".")
    if _STREET.search(text[start:bare]):
        return stopped
    last = text[start:bare].split()[-1:]
    short = "." in text[start:bare] and len(last[0].split(".")[-1]) <= _LONGEST_SHORTENED
    return stopped if short else bare


def _bare(text: str, start: int, end: int, known: Callable[[str], bool]) -> Span:
    """Leave out words in small letters at the end, where the gazetteer has the rest."""
    name = text[start:end]
    if known(name):
        return start, end
    small = _SMALL.search(name)
    return start, start + small.start() if small and known(name[: small.start()]) else end


def _without_possessive(text: str, start: int, end: int) -> int:
    tail = _POSSESSIVE.search(text[start:end])
    return start + tail.start() if tail and tail.start() else end


def _parts(text: str, start: int, end: int, known: Callable[[str], bool]) -> Iterator[Span]:
    """Part "Armenia-Italy" where the gazetteer has the parts and not the whole."""
    name = text[start:end]
    hyphen = _HYPHEN.search(name) or _AND.search(name)
    if not hyphen or known(name):
        yield start, end
        return
    before, after = name[: hyphen.start()], name[hyphen.end() :]
    if _LED.match(name[hyphen.start() :]) and after.islower() and known(before):
        yield start, start + hyphen.start()
    elif known(before) and known(after):
        yield start, start + hyphen.start()
        yield start + hyphen.end(), end
    else:
        yield start, end
