"""Words of a text with their offsets: what recognition looks at.

Offsets are code points of the text that was given, whatever it contains; the text is never
changed, so a token can always be found again.
"""

import re
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Token:
    """One word."""

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

    @property
    def capitalised(self) -> bool:
        """Whether the first letter is a capital; scripts without case never are."""
        return self.text[0].isupper()

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
        gap = text[end : match.start()]
        tokens.append(
            Token(match.start(), match.end(), match.group(), gap, _begins(tokens, gap, last))
        )
        end, last = match.end(), match.group()
    return tuple(_drop_possessives(tokens))


def _begins(before: list[Token], gap: str, last: str) -> bool:
    """Whether a sentence begins after `gap`."""
    if not before or "\n\n" in gap.replace("\r", ""):
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
        kept.append(
            token
            if not carried
            else Token(
                token.start, token.end, token.text, carried + token.gap, token.starts_sentence
            )
        )
        carried = ""
    return kept
