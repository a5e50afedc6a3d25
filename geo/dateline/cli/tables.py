"""Tables for a terminal; whatever comes from outside is shown as plain text.

They are laid out here because importing rich and laying one out with it takes 40 ms, a twentieth
of the time of `dateline map`.
"""

import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TextIO

from dateline.article import one_line

_NARROWEST = 60
"""Columns below which a table is not squeezed."""

_NO_TERMINAL = 120
"""Columns of a table that goes to a file or a pipe."""

_GAP = "   "
"""Between two columns of a table."""

_LEAST = 8
"""Columns below which no column of a table is squeezed."""


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows, as text."""

    headings: tuple[str, ...]
    """Names of the columns; what ends in ``#`` is a column of numbers."""
    rows: tuple[tuple[str, ...], ...]
    """Cells, row by row; a cell may have several lines."""


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """Make a table; columns whose heading ends in ``#`` are numbers.

    Parameters
    ----------
    columns
        Headings.
    rows
        Cells; anything is shown as it prints.
    """
    return Table(tuple(columns), tuple(tuple(map(plain, row)) for row in rows))


def plain(value: object) -> str:
    """Make text of anything, without obeying control characters in it."""
    return "\n".join(one_line(line) for line in str(value).split("\n"))


def rendered(item: Table, stream: TextIO | None = None) -> str:
    """Lay a table out for a stream: as wide as the terminal where it is one.

    Parameters
    ----------
    item
        A table.
    stream
        Where it will be written; standard output by default.
    """
    widths = _widths(item, room_of(stream))
    numbers = [heading.endswith("#") for heading in item.headings]
    head, *rows = (
        list(_lines(row, widths, numbers))
        for row in ([name.removesuffix("#") for name in item.headings], *item.rows)
    )
    rule = "─" * (sum(widths) + len(_GAP) * (len(widths) - 1))
    lines = [*(strong(line, stream) for line in head), rule, *(x for row in rows for x in row)]
    return "\n".join(lines) + "\n"


def strong(text: str, stream: TextIO | None = None) -> str:
    """Print text bold where it goes to a terminal that can (ECMA-48, SGR 1)."""
    able = (stream or sys.stdout).isatty() and os.environ.get("TERM") != "dumb"
    return f"\x1b[1m{text}\x1b[0m" if able else text


def room_of(stream: TextIO | None = None) -> int:
    """Give the columns of a stream, standard output by default."""
    if not (stream or sys.stdout).isatty():
        return _NO_TERMINAL
    return max(shutil.get_terminal_size().columns, _NARROWEST)


def _widths(item: Table, room: int) -> list[int]:
    """Make the widest columns of text narrower until all fit."""
    cells = zip(*([name.removesuffix("#") for name in item.headings], *item.rows), strict=True)
    widths = [min(room, max(map(_width, "\n".join(column).split("\n")))) for column in cells]
    texts = [i for i, heading in enumerate(item.headings) if not heading.endswith("#")]
    room -= len(_GAP) * (len(widths) - 1)
    while texts and sum(widths) > room:
        widest = max(texts, key=widths.__getitem__)
        if widths[widest] <= _LEAST:
            break
        widths[widest] -= 1
    return widths


def _lines(row: Sequence[str], widths: Sequence[int], numbers: Sequence[bool]) -> Iterator[str]:
    """Lay one row out, on as many lines as its highest cell needs."""
    cells = [list(folded(cell, width)) for cell, width in zip(row, widths, strict=True)]
    for line in zip_longest(*cells, fillvalue=""):
        parts = (
            " " * (width - _width(part)) + part if number else part + " " * (width - _width(part))
            for part, width, number in zip(line, widths, numbers, strict=True)
        )
        yield _GAP.join(parts).rstrip()


def folded(text: str, width: int) -> Iterator[str]:
    """Break text into lines, between words where that is possible.

    Examples
    --------
    >>> list(folded("city in Vitebsk Region", 10))
    ['city in', 'Vitebsk', 'Region']
    >>> list(folded("Llanfairpwll", 5))
    ['Llanf', 'airpw', 'll']
    """
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if _width(longer) <= width:
                line = longer
                continue
            if line:
                yield line
            *full, line = _chopped(word, width)
            yield from full
        yield line


def _chopped(word: str, width: int) -> Iterator[str]:
    """Break a word that is longer than a line."""
    part = ""
    for letter in word:
        if part and _width(part + letter) > width:
            yield part
            part = ""
        part += letter
    yield part


def _width(text: str) -> int:
    """Columns that text takes: two a Chinese sign, none an accent (Unicode Standard Annex 11)."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.category(letter) in {"Mn", "Me"} for letter in text)
