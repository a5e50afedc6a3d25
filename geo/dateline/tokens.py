"""Words of a text with their offsets: what recognition looks at.

Offsets are code points of the text that was given, whatever it contains; the text is never
changed, so a token can always be found again.
"""

import re
from typing import NamedTuple

_LETTER = r"[^\W\d_]"
_MARKS = "\u0300-\u036f"
_WORD = re.compile(
    rf"(?:{_LETTER}\.(?=\s?{_LETTER}\.)\s?)+{_LETTER}\."  # U.S. and U. S., in one piece
    rf"|[^\W_][^\W_{_MARKS}]*[{_MARKS}]*(?:[^\W_]|[{_MARKS}])*"  # letters, digits and their accents
    rf"(?:['’ʼ](?!s\b|S\b){_LETTER}[\w{_MARKS}]*)*"  # O'Leary, d'Ivoire; not the possessive
)
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*\s|\n\s*\n|[•*–—]\s*$")
_SHORTENED = frozenset(
    "mr mrs ms dr prof gen col lt sgt capt gov sen rep rev hon st mt ft jr sr no vs jan feb mar "
    "apr jun jul aug sep sept oct nov dec inc corp co ltd ave blvd rd".split()
)
"""Words whose full stop does not end a sentence (AP style abbreviations)."""


class Token(NamedTuple):
    """One word; a tuple, because a text has thousands and each is looked at often."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    text: str
    """The word as written, with the full stops of initials, without a possessive."""
    gap: str
    """What stands between the word before and this one."""
    starts_sentence: bool
    """Whether a sentence, a paragraph or a quotation begins here."""
    capitalised: bool
    """Whether the first letter is a capital; scripts without case never are."""

    @property
    def all_caps(self) -> bool:
        """Whether every letter is a capital and there are at least two."""
        return len(self.text) > 1 and self.text.isupper()


def tokenise(text: str) -> tuple[Token, ...]:
    """Split a text into words.

    Examples
    --------
    >>> [t.text for t in tokenise("The U.S.-led talks in Côte d’Ivoire’s capital, St. Paul")]
    ['The', 'U.S.', 'led', 'talks', 'in', 'Côte', 'd’Ivoire', 'capital', 'St', 'Paul']
    >>> [t.text for t in tokenise("He left. Kyiv fell.") if t.starts_sentence]
    ['He', 'Kyiv']
    """
    tokens: list[Token] = []
    end, last = 0, ""
    for match in _WORD.finditer(text):
        (start, stop), word = match.span(), match.group()
        gap = text[end:start]
        begins = not tokens or (gap != " " and _begins(gap, last))
        tokens.append(Token(start, stop, word, gap, begins, word[0].isupper()))
        end, last = stop, word
    return tuple(_drop_possessives(tokens))


def _begins(gap: str, last: str) -> bool:
    """Whether a sentence begins after `gap`; none does after a blank alone."""
    if "\n\n" in gap.replace("\r", ""):
        return True
    if last.endswith(".") and gap.strip() == "":
        return False
    if gap.startswith(".") and (last.lower() in _SHORTENED or len(last) == 1):
        return False
    opens_quotation = gap.rstrip("\"“‘'(") != gap and any(q in gap for q in '"“')
    return bool(_SENTENCE_END.search(gap)) or opens_quotation


def _drop_possessives(tokens: list[Token]) -> list[Token]:
    """Leave out the lone "s" of a possessive; it belongs to the gap."""
    kept: list[Token] = []
    carried = ""
    for token in tokens:
        if token.text in {"s", "S"} and token.gap in {"'", "’", "ʼ"}:
            carried = token.gap + token.text
            continue
        kept.append(token._replace(gap=carried + token.gap) if carried else token)
        carried = ""
    return kept
