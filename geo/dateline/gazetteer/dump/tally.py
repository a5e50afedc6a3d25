"""Reading a file row by row: what cannot be read is counted, and a wrong file is refused."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from dateline.errors import GazetteerError
from dateline.gazetteer.dump.files import Advance, DumpFile

T = TypeVar("T")

_ENOUGH: Final = 1_000
"""Rows after which a file without a single good one is not read on."""


@dataclass(slots=True)
class Tally:
    """What was read of a file."""

    name: str
    """Name of the file."""
    rows: int = 0
    """Rows in it."""
    bad: int = 0
    """Rows that could not be read."""
    first_bad: int = 0
    """Line of the first of them, from 1."""
    reason: str = ""
    """What it has that it should not."""


def read_rows(
    file: DumpFile, read: Callable[[str], T | None], tally: Tally, advance: Advance
) -> Iterator[T]:
    """Read the rows of a file.

    Parameters
    ----------
    file
        The file.
    read
        Reads one row: ``None`` for one that is not needed; `ValueError` for a bad one.
    tally
        Counts.
    advance
        Is told how many bytes were read.

    Raises
    ------
    GazetteerError
        Where no row is good, as in a file of another format.
    """
    for number, line in file.lines(advance):
        tally.rows += 1
        try:
            row = read(line.decode())
        except UnicodeDecodeError:
            _note(tally, number, "bytes that are not UTF-8")
        except ValueError as error:
            _note(tally, number, str(error))
        else:
            if row is not None:
                yield row
        if tally.rows == _ENOUGH:
            _check(tally)
    _check(tally)


def _note(tally: Tally, number: int, reason: str) -> None:
    if not tally.bad:
        tally.first_bad, tally.reason = number, reason
    tally.bad += 1


def _check(tally: Tally) -> None:
    if tally.rows > tally.bad:
        return
    has = f"line {tally.first_bad} has {tally.reason}" if tally.rows else "it has no rows"
    message = (
        f"{tally.name} is not of GeoNames' dump ({has}): expected rows as GeoNames serves them."
    )
    raise GazetteerError(message)
