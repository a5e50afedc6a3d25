"""Names as keys: one normal form for what the gazetteer stores and what a text writes.

The form is made for the English-language press: accents, case, punctuation and the usual
shortenings of "Saint", "Mount" and "Fort" do not keep a name from being found.
"""

import re
import unicodedata
from functools import lru_cache

REMEMBERED = 20_000
"""Names whose keys are kept: archives repeat theirs; a few MB."""

_SHORTENED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
"""First words that newspapers shorten (Associated Press style: "St. Paul", "Mt. Hood")."""

_UNDECOMPOSED = str.maketrans(
    {"ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
"""Latin letters that Unicode does not take apart; transliterated as GeoNames' ASCII names do."""

_APOSTROPHES = re.compile(r"['’‘ʼʻ`´]")
_NOT_WORD = re.compile(r"[^\w]+")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")


@lru_cache(maxsize=REMEMBERED)
def fold(name: str) -> str:
    """Reduce a name to the key that it is looked up by.

    Parameters
    ----------
    name
        A name in any spelling.

    Returns
    -------
    str
        Lower-case words without accents or punctuation, separated by one blank; a leading
        "the" is dropped. Empty where `name` has no letter or digit.

    Examples
    --------
    >>> fold("São Tomé"), fold("St. Paul"), fold("The Hague"), fold("Côte d’Ivoire")
    ('sao tome', 'saint paul', 'hague', 'cote divoire')
    >>> fold("U.S."), fold("Winston-Salem"), fold("Łódź")
    ('us', 'winston salem', 'lodz')
    """
    plain = _APOSTROPHES.sub("", name.lower() if name.isascii() else _unaccented(name))
    if "." in plain:
        plain = _join_initials(plain)
    words = _NOT_WORD.sub(" ", plain).split()
    if len(words) > 1:
        if words[0] == "the":
            words = words[1:]
        words[0] = _SHORTENED.get(words[0], words[0])
    return " ".join(words)


def _unaccented(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_UNDECOMPOSED))
    return "".join(c for c in plain if not unicodedata.combining(c))


def _join_initials(text: str) -> str:
    """Close up "u.s.a." to "usa" and leave "st. paul" alone."""
    return re.sub(r"\b(\w)\.(?=\s?\w\b)\s?|\b(\w)\.", r"\1\2", text)


def strip_possessive(surface: str) -> str:
    """Drop a trailing possessive.

    Examples
    --------
    >>> strip_possessive("Minsk’s"), strip_possessive("the Netherlands'"), strip_possessive("Paris")
    ('Minsk', 'the Netherlands', 'Paris')
    """
    return _POSSESSIVE.sub("", surface)


def slug(name: str) -> str:
    """Make a page fragment from any text: folded words joined by hyphens.

    Examples
    --------
    >>> slug("Belarus–Lithuania border"), slug("Москва"), slug("../../etc")
    ('belarus-lithuania-border', 'москва', 'etc')
    """
    return fold(name).replace(" ", "-").replace("_", "-")
