"""Corpora as words with labels: what the tagger is trained on.

A word is a pre-token of the encoder's tokenizer ("U.S." is four words); its label stands at its
first word piece. Offsets are code points of the document's text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tokenizers import Tokenizer

from dateline.recognise.tagger.pieces import Words, split
from tools.corpora import CORPORA, documents
from tools.recogniser.train.demonyms import is_adjective
from tools.recogniser.train.sources import OPEN

FULL = {"LGL", "GeoWebNews"}
"""Corpora that mark adjectives, demonyms and places inside names of organisations."""

OUTSIDE, BEGIN, INSIDE, BEGIN_ADJECTIVE, INSIDE_ADJECTIVE = range(5)
"""Tags of words."""

LITERAL, ASSOCIATIVE, UNKNOWN = 0, 1, -100
"""Kinds of words in toponyms; no loss is taken where a kind or a tag is unknown."""

_LEADING = re.compile(r"(?:[#@\s]+|[Tt]he\s+)+")


@dataclass(frozen=True, slots=True)
class Document:
    """One text as words; the lists are parallel, one entry a word."""

    corpus: str
    """File it comes from."""
    pieces: Sequence[Sequence[int]]
    """Word pieces, as ids."""
    cases: Sequence[int]
    """Capitalisation, see `dateline.recognise.tagger.pieces.case_of`."""
    tags: Sequence[int]
    """Tag, `OUTSIDE` … `INSIDE_ADJECTIVE`."""
    kinds: Sequence[int]
    """`LITERAL`, `ASSOCIATIVE` or `UNKNOWN`."""

    @property
    def full(self) -> bool:
        """Whether the corpus marks adjectives and places inside names."""
        return self.corpus in FULL


def read(tokenizer: Tokenizer, leave_out: str | None = None) -> list[Document]:
    """Read every corpus, or all but one."""
    chosen = [corpus for corpus in (*CORPORA, *OPEN) if corpus != leave_out]
    return [document(c, record, tokenizer) for c in chosen for record in documents(c)]


def document(corpus: str, record: dict[str, Any], tokenizer: Tokenizer) -> Document:
    """Label the words of one record."""
    text = record["text"]
    words = split(text, tokenizer)
    tags, kinds = [OUTSIDE] * len(words.starts), [UNKNOWN] * len(words.starts)
    for toponym in record["toponyms"]:
        _mark(toponym, text, words, (tags, kinds))
    if corpus not in FULL:
        surfaces = [text[s:e] for s, e in zip(words.starts, words.ends, strict=True)]
        tags = [
            UNKNOWN if t == OUTSIDE and is_adjective(w) else t
            for t, w in zip(tags, surfaces, strict=True)
        ]
    return Document(corpus, words.pieces, words.cases, tags, kinds)


def _mark(
    toponym: dict[str, Any],
    text: str,
    words: Words,
    labels: tuple[list[int], list[int]],
) -> None:
    start, end = toponym["start"], toponym["end"]
    if leading := _LEADING.match(text, start, end):
        start = leading.end()
    if not any(c.isalnum() for c in text[start:end]):
        return
    spans = zip(words.starts, words.ends, strict=True)
    inside = [i for i, (s, e) in enumerate(spans) if s < end and e > start]
    begin = BEGIN_ADJECTIVE if is_adjective(text[start:end]) else BEGIN
    for n, word in enumerate(inside):
        labels[0][word] = begin + (n > 0)
        if kind := toponym.get("kind"):
            labels[1][word] = LITERAL if kind == "literal" else ASSOCIATIVE
