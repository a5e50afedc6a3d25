"""A folder beside the result for what is half done; those that were left behind are cleared."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from glob import escape
from pathlib import Path
from typing import Final

STAGE: Final = "stage"
"""Name of the file that a build keeps locked while it runs."""


@contextmanager
def workshop(target: Path) -> Iterator[Path]:
    """Give a folder on the disk of `target`, and remove it afterwards.

    What builds of the same file have left that were killed or lost their power is removed first;
    one that is still at work is known by the lock on its file.

    Raises
    ------
    OSError
        Where there is no folder to work in.
    """
    for left in sorted(target.parent.glob(f".{escape(target.name)}.*.part")):
        if not _is_at_work(left / STAGE):
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(
        tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.absolute().parent)
    )
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _is_at_work(stage: Path) -> bool:
    if not stage.is_file():
        return False
    try:
        with closing(sqlite3.connect(stage, timeout=0)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        return "locked" in str(error)
    return False
