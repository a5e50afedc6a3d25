"""Output that grows line by line, and ends with a whole line whatever happens."""

import io
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from dateline.cli.output import unwritable, write_standard_output
from dateline.errors import OutputError

WriteLine = Callable[[bytes], None]
"""Writes one line, all of it or nothing."""


@contextmanager
def whole_lines(file: Path | None) -> Iterator[WriteLine]:
    """Open a file, or standard output for ``None``, for whole lines.

    Raises
    ------
    OutputError
        Where it cannot be opened, or later where there is no room for a line.
    """
    if file is None:
        yield _to_standard_output
        return
    try:
        raw = file.open("wb", buffering=0)
    except OSError as error:
        raise OutputError(unwritable(file, error)) from None
    with raw:
        yield lambda line: _append(raw, line, file)


def _to_standard_output(line: bytes) -> None:
    with _undisturbed():
        write_standard_output(line)


def _append(raw: io.FileIO, line: bytes, file: Path) -> None:
    """Write a line; where there is no room for all of it, take its beginning back."""
    start = raw.tell() if raw.seekable() else None
    try:
        with _undisturbed():
            rest = memoryview(line)
            while rest:
                rest = rest[raw.write(rest) :]
    except OSError as error:
        if start is not None:
            os.truncate(raw.fileno(), start)
        raise OutputError(unwritable(file, error)) from None


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put Ctrl-C off until a line is written; the second Ctrl-C is not put off."""
    interrupted = False

    def remember(_signal: int, _frame: FrameType | None) -> None:
        nonlocal interrupted
        if interrupted:
            raise KeyboardInterrupt
        interrupted = True

    before = signal.signal(signal.SIGINT, remember)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if interrupted:
        raise KeyboardInterrupt
