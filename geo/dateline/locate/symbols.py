"""A paragraph as a row of symbols: what the patterns of locative expressions run over."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.locate.lexicon import ANCHOR, TOKEN, UNRESOLVED, symbol_of
from dateline.model import Article, Paragraph, Resolution


class Item(NamedTuple):
    """A toponym, a word or a sign; a tuple, because a paragraph has hundreds."""

    start: int
    """First code point in the article's text."""
    end: int
    """One past the last code point."""
    symbol: str
    """What it does, see `dateline.locate.lexicon`."""
    text: str
    """How it is written."""
    resolution: Resolution | None = None
    """The toponym, where it is one."""


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph."""

    number: int
    """Which, counted from 0."""
    items: tuple[Item, ...]
    """Its items in text order, without white space."""
    symbols: str
    """Their symbols, one character an item."""


def rows(article: Article, resolutions: Sequence[Resolution]) -> Iterator[Row]:
    """Turn the paragraphs that hold a resolved toponym into rows.

    Parameters
    ----------
    article
        The text.
    resolutions
        Its toponyms in text order; one that overlaps the one before is left out.

    Yields
    ------
    Row
        In text order.
    """
    waiting = iter(_apart(resolutions))
    toponym = next(waiting, None)
    for number, paragraph in enumerate(article.paragraphs):
        inside = []
        while toponym and toponym.mention.start < paragraph.end:
            if toponym.mention.start >= paragraph.start and toponym.mention.end <= paragraph.end:
                inside.append(toponym)
            toponym = next(waiting, None)
        if any(each.place for each in inside):
            items = tuple(_items(article.text, paragraph, inside))
            yield Row(number, items, "".join(item.symbol for item in items))


def _apart(resolutions: Iterable[Resolution]) -> Iterator[Resolution]:
    end = 0
    for resolution in sorted(resolutions, key=lambda r: (r.mention.start, -r.mention.end)):
        if end <= resolution.mention.start < resolution.mention.end:
            end = resolution.mention.end
            yield resolution


def _items(text: str, paragraph: Paragraph, toponyms: Iterable[Resolution]) -> Iterator[Item]:
    reached = paragraph.start
    for toponym in toponyms:
        start, end = toponym.mention.start, toponym.mention.end
        yield from _words(text, reached, start)
        symbol = ANCHOR if toponym.place else UNRESOLVED
        yield Item(start, end, symbol, text[start:end], toponym)
        reached = end
    yield from _words(text, reached, paragraph.end)


def _words(text: str, start: int, end: int) -> Iterator[Item]:
    for token in TOKEN.finditer(text, start, end):
        yield Item(*token.span(), symbol_of(token), token.group())
