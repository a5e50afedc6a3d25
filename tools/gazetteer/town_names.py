"""Names of towns: GeoNames gives those of all languages untagged, so most are left out."""

import re
from collections import Counter, defaultdict

from dateline.gazetteer.naming import SHORT
from dateline.names import fold
from tools.gazetteer.draft import Draft
from tools.gazetteer.english import is_latin
from tools.gazetteer.towns import Town

_ALL_NAMES = 15_000
"""Inhabitants from which all names in Latin letters are kept."""
_SPELLINGS = 1_000
"""Inhabitants from which other spellings are kept in countries of another script."""

_ENGLISH = frozenset("AU CA GB IE NZ US".split())
"""Countries whose towns have English names; longer and shorter forms of them are kept."""

_ARABIC = frozenset("AE BH DZ EG IL IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE".split())
"""Countries where names in Arabic have an article."""
_ARTICLE = re.compile(r"(?:A[dlnrstz]|Ash|Ath|El)[ -](?P<rest>.{4,})")

_AT_HOME = 3
"""Towns of a country that must have a letter for it to be at home there."""

_OTHER_SCRIPT = frozenset(
    "AE AF AM BD BG BH BT BY CN CY DZ EG ER ET GE GR HK IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB "
    "LK LY MA ME MK MM MN MO MR NP OM PK PS QA RS RU SA SD SY TH TJ TM TN TW UA UZ XK YE".split()
)
"""Countries whose names reach an English text by transliteration, so in several spellings."""


def name_towns(draft: Draft, towns: list[Town], words: frozenset[str]) -> None:
    """Add the useful names of towns.

    A name that is a country's, a group's or a region's, an adjective or a demonym of one, or a
    word of English is no alternate of a town, whatever GeoNames says.
    """
    taken = words | {
        key
        for key, place, kind, _ in draft.names
        if kind in ("adjective", "demonym") or _is_greater(draft.places[place].code)
    }
    letters = _letters(towns)
    for town in towns:
        for name in (town.name, town.ascii):
            draft.call(town.id, name, exact=len(fold(name)) <= SHORT)
        for name in (*town.alternates, _without_article(town)):
            if _is_written_so(town, name, letters[town.country]):
                key = fold(name)
                if len(key) > SHORT and key not in taken and _is_needed(town, key, words):
                    draft.call(town.id, name, "alternate")


def _is_greater(code: str) -> bool:
    return not code.startswith(("PPL", "STLMT", "ADM"))


def _letters(towns: list[Town]) -> dict[str, frozenset[str]]:
    """Letters beyond ASCII that are at home in a country: those of its towns' own names."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for town in towns:
        counts[town.country].update(set(town.name.lower()))
    return {
        country: frozenset(c for c, n in letters.items() if n >= _AT_HOME)
        for country, letters in counts.items()
    }


def _is_written_so(town: Town, name: str, letters: frozenset[str]) -> bool:
    """Whether the writing is one that English texts may use for a town of this size."""
    if town.population < (_SPELLINGS if town.country in _OTHER_SCRIPT else _ALL_NAMES):
        return False
    if name.isupper() or not name[:1].isupper() or not is_latin(name):
        return False
    return name.isascii() or all(c < "\x80" or c in letters or c in "’‘ʼ" for c in name.lower())


def _is_needed(town: Town, key: str, words: frozenset[str]) -> bool:
    """Whether a name is another one in English: not a translation, nor an old name of a village."""
    own = fold(town.name)
    if town.country in _ENGLISH:
        return set(key.split()) <= set(own.split()) or set(own.split()) <= set(key.split())
    if words.issuperset(key.split()):  # "White House" for Casablanca
        return False
    return town.population >= _ALL_NAMES or key[0] == own[:1]


def _without_article(town: Town) -> str:
    """Give an Arabic name without its article, as the press writes it: "Qamishli"."""
    match = _ARTICLE.match(town.ascii or town.name) if town.country in _ARABIC else None
    return match["rest"] if match else ""
