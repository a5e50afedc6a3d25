"""Who keeps a place company, by name: what the reasons tell a reader.

"Named with Lamar County in this paragraph" says more than a sum of shares.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.company import Area, Cell, Position, position_of
from dateline.model import Mention, Place
from dateline.resolve.senses import Name

MOST_NAMED = 2
"""Companions that a sentence names."""

_KEPT = 4
"""Companions kept an area: a place may itself be the first of them."""

_BREAK = re.compile(r"\n[^\S\n]*\n")
_LEVELS = ("country", "admin1", "admin2")

Phrases = Mapping[str, str]
"""Names in one phrase by what they share with a place: ``admin1``: "Texas and Bonham"."""


class _Pick(NamedTuple):
    """A name as it is read in the end."""

    order: tuple[int, int]
    """Fewest mentions last, then by first mention."""
    name: str
    """Name of the place."""
    place_id: int
    """Its id."""


@dataclass(frozen=True, slots=True)
class Companions:
    """The places of a story, to be looked up by where they lie."""

    by_area: Mapping[Area, Sequence[_Pick]]
    """The most named places of an area, itself included."""
    by_cell: Mapping[Cell, Sequence[_Pick]]
    """The same for small places by cell."""
    beside: Mapping[tuple[Area, int], Sequence[_Pick]]
    """The same by area and paragraph."""
    ends: Sequence[int]
    """Where paragraphs end."""

    def of(self, place: Place, position: Position, first: Mention) -> Phrases:
        """Say with whom a place is named.

        Parameters
        ----------
        place
            A reading of a name.
        position
            Where it lies.
        first
            The first mention of that name.
        """
        paragraph = bisect_right(self.ends, first.start)
        phrases = {}
        for level, area in zip(_LEVELS, position.areas, strict=False):
            near = _listed(self.beside.get((area, paragraph), ()), place)
            names = near or _listed(self.by_area.get(area, ()), place)
            if names:
                phrases[level] = f"{names} in this paragraph" if near else names
        if position.cell and (names := _listed(self.by_cell.get(position.cell, ()), place)):
            phrases["near"] = names
        return phrases


def _listed(picks: Iterable[_Pick], place: Place) -> str:
    names = [pick.name for pick in picks if pick.place_id != place.id and pick.name != place.name]
    return " and ".join(list(dict.fromkeys(names))[:MOST_NAMED])


def gather_companions(
    text: str, names: Sequence[Name], mentions: Sequence[Mention], read_as: Sequence[Place | None]
) -> Companions:
    """Sort the places of a story by where they lie.

    Parameters
    ----------
    text
        The article's text.
    names
        Its names.
    mentions
        Its toponyms, which the names point into.
    read_as
        The place of each name, ``None`` where it has none.
    """
    ends = [match.end() for match in _BREAK.finditer(text)]
    areas: defaultdict[Area, list[_Pick]] = defaultdict(list)
    cells: defaultdict[Cell, list[_Pick]] = defaultdict(list)
    beside: defaultdict[tuple[Area, int], list[_Pick]] = defaultdict(list)
    for name, place in sorted(
        ((n, p) for n, p in zip(names, read_as, strict=True) if p), key=lambda row: _order(row[0])
    ):
        pick, position = _Pick(_order(name), place.name, place.id), position_of(place)
        paragraphs = {bisect_right(ends, mentions[i].start) for i in name.mentions}
        for area in position.areas:
            _keep(areas[area], pick)
            for paragraph in sorted(paragraphs):
                _keep(beside[area, paragraph], pick)
        for around in _around(position.cell):
            _keep(cells[around], pick)
    return Companions(areas, cells, beside, ends)


def _order(name: Name) -> tuple[int, int]:
    return (-len(name.mentions), name.mentions[0])


def _keep(kept: list[_Pick], pick: _Pick) -> None:
    if len(kept) < _KEPT:
        kept.append(pick)


def _around(middle: Cell | None) -> list[Cell]:
    if middle is None:
        return []
    column, row = middle
    return [(column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
