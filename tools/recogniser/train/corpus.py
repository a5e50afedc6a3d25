"""Corpora as words with labels: what the tagger is trained on.

A word is a pre-token of the encoder's tokenizer ("U.S." is four words); its label stands at its
first word piece. Offsets are code points of the document's text.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from tools.corpora import CORPORA, FOLDER
from tools.recogniser.train.demonyms import is_adjective

OPEN = ("open/wikigold", "open/wnut17", "open/btc", "open/uner")
"""Named-entity sets whose locations serve as toponyms; places inside names are not marked there."""

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
    doc_id: str
    """Its name in the corpus."""
    text: str
    """The text that offsets count in."""
    pieces: Sequence[Sequence[int]]
    """Word pieces, as ids."""
    cases: Sequence[int]
    """Capitalisation, see `case_of`."""
    starts: Sequence[int]
    """First code point."""
    ends: Sequence[int]
    """One past the last code point."""
    tags: Sequence[int]
    """Tag, `OUTSIDE` … `INSIDE_ADJECTIVE`."""
    kinds: Sequence[int]
    """`LITERAL`, `ASSOCIATIVE` or `UNKNOWN`."""

    @property
    def full(self) -> bool:
        """Whether the corpus marks adjectives and places inside names."""
        return self.corpus in FULL


def case_of(word: str) -> int:
    """Classify capitalisation: 0 lower, 1 Capitalised, 2 ALL CAPITALS, 3 other."""
    if word.islower():
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 1
    return 1 if word[:1].isupper() and word[1:].islower() else 3


def read(corpus: str, tokenizer: Tokenizer) -> list[Document]:
    """Read one corpus."""
    path = FOLDER / f"{corpus}.jsonl"
    if not path.exists():
        raise SystemExit(f"{path.name} is absent: expected the corpora in $DATELINE_CORPORA")
    return [document(corpus, record, tokenizer) for record in _records(path)]


def read_all(tokenizer: Tokenizer) -> dict[str, list[Document]]:
    """Read every corpus."""
    return {corpus: read(corpus, tokenizer) for corpus in (*CORPORA, *OPEN)}


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def document(corpus: str, record: dict[str, Any], tokenizer: Tokenizer) -> Document:
    """Label the words of one record."""
    text = record["text"]
    pieces, starts, ends = split(text, tokenizer)
    tags, kinds = [OUTSIDE] * len(starts), [UNKNOWN] * len(starts)
    for toponym in record["toponyms"]:
        _mark(toponym, text, (starts, ends), (tags, kinds))
    surfaces = [text[s:e] for s, e in zip(starts, ends, strict=True)]
    if corpus not in FULL:
        tags = [
            UNKNOWN if t == OUTSIDE and is_adjective(w) else t
            for t, w in zip(tags, surfaces, strict=True)
        ]
    cases = [case_of(surface) for surface in surfaces]
    doc_id = str(record["doc_id"])
    return Document(corpus, doc_id, text, pieces, cases, starts, ends, tags, kinds)


def split(text: str, tokenizer: Tokenizer) -> tuple[list[list[int]], list[int], list[int]]:
    """Split a text into words: pieces, starts and ends of each."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    pieces: list[list[int]] = []
    starts: list[int] = []
    ends: list[int] = []
    last = None
    for piece, word, (start, end) in zip(
        encoding.ids, encoding.word_ids, encoding.offsets, strict=True
    ):
        if word != last:
            pieces.append([])
            starts.append(start)
            ends.append(end)
            last = word
        pieces[-1].append(piece)
        ends[-1] = max(ends[-1], end)
    return pieces, starts, ends


def _mark(
    toponym: dict[str, Any],
    text: str,
    spans: tuple[list[int], list[int]],
    labels: tuple[list[int], list[int]],
) -> None:
    start, end = toponym["start"], toponym["end"]
    if leading := _LEADING.match(text, start, end):
        start = leading.end()
    if not any(c.isalnum() for c in text[start:end]):
        return
    words = [i for i, (s, e) in enumerate(zip(*spans, strict=True)) if s < end and e > start]
    begin = BEGIN_ADJECTIVE if is_adjective(text[start:end]) else BEGIN
    for n, word in enumerate(words):
        labels[0][word] = begin + (n > 0)
        if kind := toponym.get("kind"):
            labels[1][word] = LITERAL if kind == "literal" else ASSOCIATIVE
