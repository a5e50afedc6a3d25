"""Where names of the gazetteer stand in a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.gazetteer import Gazetteer
from dateline.model import Candidate
from dateline.recognise.lexicon import words
from dateline.tokens import Token

LONGEST_NAME = 7
"""Words; longer names ("Saint Vincent and the Grenadines" has five) are not looked for."""

LONGEST_SHORTENED = 3
"""Letters of a shortened word inside a name: "St. Paul", "Mt. Hood", "Ste. Genevieve"."""

LONGEST_ABBREVIATION = 6
"""Characters of a name that may end in a full stop of its own: "W. Va.", "Calif."."""

_INSIDE_NAMES = frozenset(
    "a al am an and by da das de del den der des di do dos du e el en et im in la las le les los "
    "of on sur the to und under upon van von y zu".split()
)
"""Words that stay lower-case inside names: "Newcastle upon Tyne", "Rio de Janeiro"."""

_LINKS = frozenset({"by", "in", "le", "next", "on", "under", "upon"})
"""Words that join English names with hyphens: "Bowness-on-Solway"."""

_APOSTROPHE_CAPITAL = re.compile(r"['’ʼ][A-ZÀ-Þ]")
"""A capital behind an elided article: "d’Ivoire", "l’Aquila"."""

_DASH = "–"
"""It joins the parts of some names, and as often two names: "Hunga Tonga–Hunga Ha'apai"."""

_ARTICLES = frozenset({"al", "el", "ad", "ar", "as", "ash", "at", "az"})
"""Arabic articles, written small and hyphenated: "al-Bab"."""


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of tokens that is a name in the gazetteer."""

    first: int
    """Index of its first token."""
    last: int
    """Index of its last token."""
    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    surface: str
    """The text between."""
    candidates: tuple[Candidate, ...]
    """Its readings, most important first."""


def joined(token: Token, text_before: Token) -> bool:
    """Whether `token` may continue a name that `text_before` belongs to.

    Examples
    --------
    >>> from dateline.tokens import tokenise
    >>> st, paul, minnesota = tokenise("St. Paul, Minnesota")
    >>> joined(paul, st), joined(minnesota, paul)
    (True, False)
    """
    if token.gap in {" ", "'s ", "’s ", "-", "\u2010", "\u2011", "\u00a0", "\n", "\r\n", "'", "’"}:
        return True
    shortened = len(text_before.text) <= LONGEST_SHORTENED and not token.starts_sentence
    return shortened and token.gap in {". ", ".\u00a0"}


def find_matches(text: str, tokens: Sequence[Token], gazetteer: Gazetteer) -> tuple[Match, ...]:
    """Find the longest names from left to right, none overlapping another.

    Parameters
    ----------
    text
        The article's text.
    tokens
        Its tokens.
    gazetteer
        Where names are looked up.
    """
    found: list[Match] = []
    at = 0
    while at < len(tokens):
        if not _may_begin(tokens, at):
            at = compound_end(tokens, at) + 1
            continue
        match = _longest(text, tokens, at, gazetteer)
        last = compound_end(tokens, at)
        if match and match.last >= last:
            found.append(match)
            last = match.last
        at = last + 1
    return tuple(found)


def compound_end(tokens: Sequence[Token], at: int) -> int:
    """Give the index at which a name joined by hyphens ends, `at` itself where none begins there.

    Examples
    --------
    >>> from dateline.tokens import tokenise
    >>> compound_end(tokenise("Bowness-on-Solway lies west"), 0)
    2
    >>> compound_end(tokenise("Paris-based"), 0)
    0
    """
    last = at + 2
    if not tokens[at].capitalised or last >= len(tokens) or tokens[at + 1].text not in _LINKS:
        return at
    hyphens = tokens[at + 1].gap == tokens[last].gap == "-"
    return last if hyphens and tokens[last].capitalised else at


def _may_begin(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.capitalised:
        return token.text not in {"The", "THE"}
    if token.text not in _ARTICLES or at + 1 == len(tokens):
        return False
    following = tokens[at + 1]
    return following.gap == "-" and following.capitalised


def _ends(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """Give the indices of the tokens at which a name that begins at `at` may end, nearest first."""
    yield at
    for i in range(at + 1, min(at + LONGEST_NAME, len(tokens))):
        token = tokens[i]
        if not (joined(token, tokens[i - 1]) or token.gap == _DASH):
            return
        if token.capitalised or _APOSTROPHE_CAPITAL.search(token.text):
            yield i
        elif token.text not in _INSIDE_NAMES:
            return


def _longest(text: str, tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> Match | None:
    for last in reversed(tuple(_ends(tokens, at))):
        start, end = tokens[at].start, tokens[last].end
        if at == last and tokens[at].text.lower() in words("generic"):
            return None
        for stop in (end + 1, end) if _may_be_shortened(text, start, end) else (end,):
            candidates = gazetteer.candidates(text[start:stop])
            if candidates and _is_whole(text[start:stop], candidates[0], with_stop=stop > end):
                return Match(at, last, start, stop, text[start:stop], candidates)
    return None


def _may_be_shortened(text: str, start: int, end: int) -> bool:
    """Whether the full stop after a name may belong to it: "Va.", but not "US."."""
    short = end - start <= LONGEST_ABBREVIATION and not text[start:end].isupper()
    return short and text[end : end + 1] == "."


def _is_whole(surface: str, best: Candidate, *, with_stop: bool) -> bool:
    """Whether a full stop belongs to a name: it does to short forms in small letters only."""
    first_word = best.place.name.casefold().partition(" ")[0]
    bare = surface.rstrip(".").casefold()
    short = best.name_type == "abbreviation" or (
        best.place.feature_code == "ADM1" and first_word.startswith(bare) and first_word != bare
    )
    needs_stop = short and not surface.isupper() and len(surface) <= LONGEST_ABBREVIATION + 1
    return with_stop == needs_stop
