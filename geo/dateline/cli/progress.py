"""A progress bar for what is read document by document."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

Advance = Callable[[int], None]
"""Takes the bytes of a document that is done."""


@contextmanager
def progress(label: str, names: Sequence[str], *, shown: bool = True) -> Iterator[Advance]:
    """Show on standard error how much of some files is done, where that is a terminal.

    Parameters
    ----------
    label
        What is being done.
    names
        The files; ``-``, standard input, has no end to show.
    shown
        Whether to show anything at all.
    """
    if not (shown and sys.stderr.isatty()):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    total = None if "-" in names else sum(map(_size, names))
    with Progress(console=Console(stderr=True)) as bar:
        task = bar.add_task(label, total=total)
        yield lambda size: bar.advance(task, size)


def _size(name: str) -> int:
    """Give a file's bytes; whoever reads it says what is wrong with a file that is not there."""
    with suppress(OSError, ValueError):
        return Path(name).stat().st_size
    return 0
