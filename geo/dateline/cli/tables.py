"""Tables for a terminal; whatever comes from outside is shown as plain text."""

import io
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.article import one_line

_NARROWEST = 60
"""Columns below which a table is not squeezed."""

_NO_TERMINAL = 120
"""Columns of a table that goes to a file or a pipe."""


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """Make a table; columns whose heading ends in ``#`` are numbers.

    Parameters
    ----------
    columns
        Headings.
    rows
        Cells; anything but `Text` is shown as it prints, without markup.
    """
    made = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for heading in columns:
        number = heading.endswith("#")
        made.add_column(
            heading.removesuffix("#"),
            justify="right" if number else "left",
            no_wrap=number,
            overflow="fold",
        )
    for row in rows:
        made.add_row(*(cell if isinstance(cell, Text) else plain(cell) for cell in row))
    return made


def plain(value: object) -> Text:
    """Make text of anything, without obeying markup or control characters in it."""
    return Text("\n".join(one_line(line) for line in str(value).split("\n")))


def rendered(item: RenderableType, stream: TextIO | None = None) -> str:
    """Render for a stream: in colour and as wide as the terminal where it is one.

    Parameters
    ----------
    item
        A table or text.
    stream
        Where it will be written; standard output by default.
    """
    terminal = (stream or sys.stdout).isatty()
    width = max(shutil.get_terminal_size().columns, _NARROWEST) if terminal else _NO_TERMINAL
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=terminal, highlight=False, legacy_windows=False
    )
    console.print(item)
    lines = (line.rstrip() for line in out.getvalue().splitlines())
    return "\n".join(lines).strip("\n") + "\n"
