"""Writing a gazetteer: beside its place, unmarked until it is whole, then moved there."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from dateline.gazetteer.schema import APPLICATION_ID, TABLES, VERSION

_PAGE_BYTES: Final = 4096
"""Size of a page; SQLite's own default, written down so that it stays."""


@contextmanager
def fresh(path: Path, part: Path) -> Iterator[sqlite3.Connection]:
    """Give an empty gazetteer to fill, and put it at `path` when it is filled.

    Parameters
    ----------
    path
        Where it goes; what is there is replaced in one step.
    part
        Where it lies until then, on the same disk. It gets the mark of a gazetteer last of all,
        so that a half-written file never passes as one, and is removed where filling fails.
    """
    part.unlink(missing_ok=True)
    connection = sqlite3.connect(part.absolute().as_uri(), uri=True)
    try:
        _prepare(connection)
        yield connection
        _finish(connection)
        connection.close()
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        connection.close()
        part.unlink(missing_ok=True)


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executescript(TABLES)


def _finish(connection: sqlite3.Connection) -> None:
    connection.commit()
    connection.execute("ANALYZE main")
    connection.commit()
    connection.execute("VACUUM main")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.commit()
