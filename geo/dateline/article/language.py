"""The language of an article: what the source says, else what its letters suggest."""

import re
import unicodedata
from collections import Counter

from dateline.errors import UsageError

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""A BCP 47 tag as newsrooms write them: language, then script, region, variants."""

_SAMPLE = 4_000
"""Letters looked at, code points; enough for any article, constant for a large one."""

_SCRIPTS = {
    "ARABIC": "ar",
    "ARMENIAN": "hy",
    "BENGALI": "bn",
    "CJK": "zh",
    "CYRILLIC": "ru",
    "DEVANAGARI": "hi",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "HANGUL": "ko",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "THAI": "th",
}
"""First word of a letter's Unicode name → the language with most readers in that script."""

_TELLING = (
    ("uk", frozenset("їєґ")),
    ("be", frozenset("ў")),
    ("fa", frozenset("پچژگ")),
)
"""Letters that only one widely written language of a shared script has."""

_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"}
)
"""Languages written from right to left in their usual script (Unicode CLDR, likely subtags)."""

_RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "syrc", "thaa"})
"""ISO 15924 codes of scripts written from right to left."""


def language_of(text: str, declared: str = "") -> str:
    """Return the language tag of a text.

    Parameters
    ----------
    text
        The article.
    declared
        What the source says: front matter, or the ``lang`` of a web page.

    Returns
    -------
    str
        `declared` where it looks like a BCP 47 tag; otherwise the likeliest language of the
        script that most letters belong to, and ``"en"`` for Latin letters or none at all.

    Examples
    --------
    >>> language_of("Minsk"), language_of("Minsk", "en-GB"), language_of("Minsk", "<b>")
    ('en', 'en-GB', 'en')
    >>> language_of("Мінск і Київ"), language_of("Минск"), language_of("בירות")
    ('uk', 'ru', 'he')
    """
    tag = declared.strip().replace("_", "-")
    return tag if _TAG.fullmatch(tag) else _guess(text[:_SAMPLE].lower())


def checked_language(tag: str) -> str:
    """Return a language tag that a user gave.

    Raises
    ------
    UsageError
        Where it does not look like one.

    Examples
    --------
    >>> checked_language("pt_BR")
    'pt-BR'
    """
    given = tag.strip().replace("_", "-")
    if not _TAG.fullmatch(given):
        raise UsageError(f"{tag!r} is not a language: expected a tag such as en, pt-BR or ar.")
    return given


def _guess(sample: str) -> str:
    """Judge by letters alone; the kana outweigh the characters they stand between."""
    letters = {c: times for c, times in Counter(sample).items() if c.isalpha()}
    if not letters:
        return "en"
    scripts: Counter[str] = Counter()
    for letter, times in letters.items():
        scripts[unicodedata.name(letter, "?").split()[0].split("-")[0]] += times
    script = scripts.most_common(1)[0][0]
    if script == "CJK" and scripts["HIRAGANA"] + scripts["KATAKANA"]:
        script = "HIRAGANA"
    if script in {"CYRILLIC", "ARABIC"}:
        for language, telling in _TELLING:
            if telling & letters.keys():
                return language
    return _SCRIPTS.get(script, "en")


def direction(language: str) -> str:
    """Return ``"rtl"`` for languages written from right to left, else ``"ltr"``.

    Examples
    --------
    >>> direction("ar-EG"), direction("en"), direction("az-Arab"), direction("ur-Latn")
    ('rtl', 'ltr', 'rtl', 'ltr')
    """
    subtags = language.lower().replace("_", "-").split("-")
    scripts = [subtag for subtag in subtags[1:] if len(subtag) == 4]  # noqa: PLR2004 - ISO 15924
    if scripts:
        return "rtl" if scripts[0] in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if subtags[0] in _RIGHT_TO_LEFT else "ltr"
