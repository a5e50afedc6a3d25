"""A text as the network reads it: words with their pieces and capitals, windows of words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CHUNK = 20_000
"""Code points encoded at a time, so that a long text needs no more memory than a short one."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words; the lists are parallel."""

    pieces: Sequence[Sequence[int]]
    """Word pieces, as ids."""
    cases: Sequence[int]
    """Capitalisation, see `case_of`."""
    starts: Sequence[int]
    """First code point."""
    ends: Sequence[int]
    """One past the last code point."""


def case_of(word: str) -> int:
    """Classify capitalisation.

    Examples
    --------
    >>> [case_of(word) for word in ("minsk", "Minsk", "MINSK", "McAllen", "A", "7")]
    [0, 1, 2, 3, 1, 3]
    """
    if word.islower():
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 1
    return 1 if word[:1].isupper() and word[1:].islower() else 3


def split(text: str, tokenizer: "Tokenizer") -> Words:
    """Split a text into words as the network knows them ("U.S." is four)."""
    pieces: list[list[int]] = []
    starts: list[int] = []
    ends: list[int] = []
    for offset, chunk in _chunks(text):
        encoding = tokenizer.encode(chunk, add_special_tokens=False)
        last = None
        for piece, word, (start, end) in zip(
            encoding.ids, encoding.word_ids, encoding.offsets, strict=True
        ):
            if word != last:
                pieces.append([])
                starts.append(offset + start)
                ends.append(offset + end)
                last = word
            pieces[-1].append(piece)
            ends[-1] = max(ends[-1], offset + end)
    cases = [case_of(text[s:e]) for s, e in zip(starts, ends, strict=True)]
    return Words(pieces, cases, starts, ends)


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while start < len(text):
        end = min(len(text), start + CHUNK)
        if end < len(text):
            space = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
            end = space if space > start else end
        yield start, text[start:end]
        start = end


def windows(lengths: Sequence[int], room: int, overlap: int) -> Iterator[tuple[int, int]]:
    """Lay overlapping windows of whole words over a text.

    Examples
    --------
    >>> list(windows([1] * 10, 6, 2))
    [(0, 6), (4, 10)]
    """
    start = 0
    while True:
        end, used = start, 0
        while end < len(lengths) and (used + lengths[end] <= room or end == start):
            used += lengths[end]
            end += 1
        yield start, end
        if end == len(lengths):
            return
        back, shared = end, 0
        while back > start + 1 and shared + lengths[back - 1] <= overlap:
            back -= 1
            shared += lengths[back]
        start = back
