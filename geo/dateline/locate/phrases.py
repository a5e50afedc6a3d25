"""Stretches of text that look like locative expressions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.locate.patterns import PATTERNS, Drawing
from dateline.locate.symbols import Item, Row
from dateline.model import Place, Relation


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of text that looks like a locative expression."""

    relation: Relation
    """How it relates to its anchors."""
    drawing: Drawing
    """How it is to be drawn."""
    row: int
    """The paragraph that it stands in."""
    items: tuple[Item, ...]
    """What it consists of."""
    before: tuple[Item, ...]
    """Up to three items before it."""
    after: tuple[Item, ...]
    """Up to two items after it."""
    groups: dict[str, Item]
    """Items by their name in the pattern."""

    @property
    def start(self) -> int:
        """First code point."""
        return self.items[0].start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.items[-1].end

    def anchor(self, name: str = "a") -> Place | None:
        """Give the place of an anchor, by its name in the pattern."""
        item = self.groups.get(name)
        return item.resolution.place if item and item.resolution else None

    def literal(self, name: str = "a") -> bool:
        """Tell whether an anchor is named as a place, not by an adjective."""
        item = self.groups[name]
        return bool(item.resolution and item.resolution.mention.kind == "literal")

    def word(self, name: str) -> str:
        """Give a word in lower case, by its name in the pattern; empty where it is not there."""
        return self.groups[name].text.lower() if name in self.groups else ""


def phrases(row: Row) -> Iterator[Phrase]:
    """Find all stretches of a paragraph that fit a pattern, overlapping ones too.

    Parameters
    ----------
    row
        The paragraph.

    Yields
    ------
    Phrase
        By pattern, then in text order.
    """
    for relation, drawing, pattern in PATTERNS:
        for match in pattern.finditer(row.symbols):
            yield _phrase(row, relation, drawing, match)


def _phrase(row: Row, relation: Relation, drawing: Drawing, match: re.Match[str]) -> Phrase:
    start, end = match.span("whole")
    spots = {name: match.start(name) for name in match.groupdict() if name != "whole"}
    return Phrase(
        relation,
        drawing,
        row.number,
        row.items[start:end],
        row.items[max(0, start - 3) : start],
        row.items[end : end + 2],
        {name: row.items[spot] for name, spot in spots.items() if spot >= 0},
    )
