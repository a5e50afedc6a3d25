"""The words of locative expressions, each with the one-letter symbol that patterns are made of.

A symbol stands for what a word does in such an expression, not for its meaning elsewhere; a word
that does nothing is ``x``. `dateline.locate.patterns` is written in these symbols.
"""

import re

from dateline.geometry import compass_point, part_name

ANCHOR, UNRESOLVED = "A", "X"
"""A toponym with a place, and one without: no expression runs over the latter."""

NUMBER, UNIT, DIRECTION, PART = "N", "U", "d", "p"
"""30, km, north, northern."""

OTHER, MARK = "x", "!"
"""Any other word, any other sign: full stops among them, so that nothing runs over a sentence."""

WORDS = {
    "t": "the",
    "a": "a an",
    "o": "of",
    "w": "with",
    "b": "between",
    "&": "and &",
    "z": "or",
    "f": "from",
    ">": "to",
    "I": "into",
    "O": "off",
    "W": "within",
    "l": "along",
    "r": "near outside around",
    "k": "close",
    "F": "far extreme deep",
    "i": "its their his her our",
    "q": "nautical",
    "B": "border borders frontier frontiers boundary boundaries",
    "L": "line",
    "C": "coast coasts coastline shore shores shoreline",
    "R": "road highway motorway railway expressway",
    "K": "outskirts suburbs surroundings vicinity",
    "M": "left right",
    "D": "bank banks",
    "v": "river",
    "P": "part parts half side corner tip end edge region regions area areas portion portions "
    "section sections stretch slope slopes",
    "h": "centre center heart middle",
    "m": "central downtown midtown inner outer upper lower upstate",
    "c": "country",
    "s": "state county",
    "e": "nation republic member neighbour neighbor neighbouring neighboring city town village "
    "capital port island province district commune settlement hub resort territory oblast "
    "governorate prefecture voivodeship",
    "g": "guard guards guardsman guardsmen patrol patrols police force forces agent agents agency "
    "official officials officer officers troops service services minister ministry policy security "
    "towns cities villages states control controls dispute disputes tax bill deal talks",
    "-": "- ‐ ‑ ‒ – — − /",
    ",": ",",
    "j": "( )",
    "'": "' ’ 's ’s",
}
"""Words by symbol. ``g`` is what may follow "border" or "coast" where the place itself is not
meant: border guards, the coast guard, border towns, border control."""

_SYMBOLS = {word: symbol for symbol, words in WORDS.items() for word in words.split()}

_UNITS_KM = {
    1.0: "km kms kilometre kilometres kilometer kilometers",
    1.609344: "mile miles mi",
    0.001: "m metre metres meter meters",
    0.0009144: "yard yards",
    0.0003048: "foot feet",
}
"""Units of length by kilometres (international yard and pound agreement, 1959)."""

UNITS = {word: km for km, words in _UNITS_KM.items() for word in words.split()}
"""Kilometres to a unit, by its name."""

NAUTICAL_KM = 1.852
"""Kilometres to a nautical mile (International Hydrographic Conference, 1929)."""

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: float(i) for i, word in enumerate(_ONES, 1)}
_VALUES |= {word: 10.0 * i for i, word in enumerate(_TENS, 2)}
_VALUES |= {"few": 3.0, "several": 5.0, "couple": 2.0, "half": 0.5}
_TIMES = {"hundred": 100.0, "dozen": 12.0}
"""What number words are worth; "a few" and "several" are a guess, and drawn as one."""

_DIGITS = 12
"""Digits beyond which a number is no distance."""

_COMPASS = "(?:north|south|east|west)"
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_TENS)})(?:[-‐‑ ](?:{'|'.join(_ONES)}))?|{'|'.join(_ONES)})"
TOKEN = re.compile(
    rf"(?P<number>\d+(?:[.,]\d+)*|(?<!\w)(?:a[ ])?(?:{_BELOW_HUNDRED}[ ])?(?:hundred|dozen)(?!\w)"
    rf"|(?<!\w)(?:{_BELOW_HUNDRED}|(?:a[ ])?few|several|a[ ]couple[ ]of|half[ ]an?)(?!\w))"
    rf"|(?P<way>(?<!\w){_COMPASS}(?:[-‐‑– ]?{_COMPASS}){{0,2}}(?:ern|[-‐‑– ]central)?(?!\w))"
    r"|(?P<possessive>['’]s(?!\w))|(?P<word>[^\W\d_]+)|(?P<mark>\S)",
    re.IGNORECASE,
)
"""One word, number, direction or sign; no part of it can match a stretch in two ways, so that
reading takes time in proportion to the text."""


def symbol_of(token: re.Match[str]) -> str:
    """Find what a token does in a locative expression.

    Parameters
    ----------
    token
        A match of `TOKEN`.

    Returns
    -------
    str
        One letter.

    Examples
    --------
    >>> "".join(symbol_of(t) for t in TOKEN.finditer("30 km north-west of the eastern border's"))
    "NUdotpB'"
    """
    word = token.group().lower()
    if token.lastgroup == "number":
        return NUMBER if number_of(word) is not None else OTHER
    if token.lastgroup == "way":
        return _way(word)
    if word in UNITS:
        return UNIT
    return _SYMBOLS.get(word, MARK if token.lastgroup == "mark" else OTHER)


def _way(word: str) -> str:
    if part_name(word) and word.endswith(("ern", "central")):
        return PART
    return DIRECTION if compass_point(word) else OTHER


def number_of(words: str) -> float | None:
    """Read a number in digits or words.

    Parameters
    ----------
    words
        "1,200", "2.5", "1,5", "twenty-five", "a few", "two hundred" …

    Returns
    -------
    float or None
        Its value; ``None`` for digits that no distance has.

    Examples
    --------
    >>> [number_of(n) for n in ("1,200", "2.5", "1,5", "twenty-five", "a few", "two hundred")]
    [1200.0, 2.5, 1.5, 25.0, 3.0, 200.0]
    """
    if words[0].isdecimal():
        return _figures(words)
    total = 0.0
    for word in re.findall(r"[a-z]+", words.lower()):
        total = (total or 1.0) * _TIMES[word] if word in _TIMES else total + _VALUES.get(word, 0.0)
    return total


def _figures(digits: str) -> float | None:
    """Read digits: groups of three after commas are thousands, otherwise a comma is a point."""
    if len(digits) > _DIGITS:
        return None
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits):
        return float(digits.replace(",", ""))
    return float(digits.replace(",", ".")) if len(re.findall("[.,]", digits)) <= 1 else None
