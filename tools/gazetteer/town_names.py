"""Names of towns: GeoNames gives those of all languages untagged, so most are left out."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from dateline.gazetteer.naming import SHORT
from dateline.names import fold
from tools.gazetteer.draft import Draft
from tools.gazetteer.english import is_latin, without_article
from tools.gazetteer.towns import Town

_ALL_NAMES = 15_000
"""Inhabitants from which all names in Latin letters are kept."""
_SPELLINGS = 6_000
"""Inhabitants from which other spellings are kept in countries of another script."""

_ENGLISH = frozenset("AU CA GB IE NZ US".split())
"""Countries whose towns have English names; longer and shorter forms of them are kept."""

_KNOWN_ABROAD = 100_000
"""Inhabitants from which a town has a name of its own in other languages that English took over."""
_CLOSED_UP = 100_000
"""Inhabitants from which a name of several syllables is also found closed up ("Phnompenh")."""
_SYLLABLE = 3
"""First letters that two spellings of a name have in common."""

_AT_HOME = 3
"""Towns of a country that must have a letter for it to be at home there."""

_UNPARTED = frozenset("BT CN HK JP KH KP KR LA LK MM MN MO TH TW VN".split())
"""Countries whose names are written without blanks, or with one after each syllable."""

_HYPHENATED = frozenset("JP KP KR".split())
"""Countries whose names are written with or without a hyphen: "Kita-Akita", "Kitaakita"."""

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
        for name in _others(town):
            if _is_written_so(town, name, letters[town.country]):
                key = fold(name)
                if len(key) > SHORT and key not in taken and _is_needed(town, key, words):
                    draft.call(town.id, name, "alternate")


def _others(town: Town) -> Iterator[str]:
    """Give the names that a town may have in English beside its own."""
    name = town.ascii or town.name
    yield from town.alternates
    yield without_article(town.country, name)
    if town.country in _UNPARTED and town.population >= _CLOSED_UP:
        yield re.sub("[ -]", "", name).capitalize()
    if town.country in _HYPHENATED:
        yield name.replace("-", "").capitalize()


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
    if town.population >= _KNOWN_ABROAD:
        return True
    if town.country in _OTHER_SCRIPT:
        return town.population >= _ALL_NAMES or key[0] == own[:1]
    return key[:_SYLLABLE] == own[:_SYLLABLE] or _shares_word(key, own)


def _shares_word(key: str, own: str) -> bool:
    """Whether two names have a word in common that is more than an article."""
    return any(len(word) > _SYLLABLE and word in own.split() for word in key.split())
