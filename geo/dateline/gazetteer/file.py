"""Opening the gazetteer's file: read-only, unlocked, and refused where it is not ours."""

import sqlite3
from pathlib import Path
from typing import Final

from dateline.errors import GazetteerError
from dateline.gazetteer.schema import APPLICATION_ID, VERSION

PACKAGED: Final = Path(__file__).parent.parent / "data" / "gazetteer.sqlite"
"""The gazetteer that comes with the package."""

WAY_OUT: Final = "install dateline again, or make one with dateline gazetteer build."
"""What to do where a gazetteer cannot be used."""

_MARK_AT: Final = 68
"""Where SQLite keeps the application's mark, four bytes long (its file format, section 1.3)."""

_MARK: Final = APPLICATION_ID.to_bytes(4, "big")

_CACHE_KIB: Final = 2_048
"""Page cache of a connection; a story touches a few hundred pages of 4 KiB."""


def connect(path: Path) -> sqlite3.Connection:
    """Open a gazetteer for reading.

    Raises
    ------
    GazetteerError
        Where the file is missing, is no gazetteer, or is one of another version.
    """
    if not path.is_file():
        message = f"{path} is missing: expected a gazetteer; {WAY_OUT}"
        raise GazetteerError(message)
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True)
    try:
        _check(connection, path)
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    except (GazetteerError, sqlite3.DatabaseError) as error:
        connection.close()
        if isinstance(error, GazetteerError):
            raise
        message = f"{path} cannot be read ({error}): expected a gazetteer; {WAY_OUT}"
        raise GazetteerError(message) from error
    return connection


def is_gazetteer(head: bytes) -> bool:
    """Tell whether a file that begins like this is a gazetteer, of whatever version.

    Examples
    --------
    >>> is_gazetteer(PACKAGED.read_bytes()[:100]), is_gazetteer(b"SQLite format 3")
    (True, False)
    """
    at = _MARK_AT
    return head.startswith(b"SQLite format 3\0") and head[at : at + 4] == _MARK


def _check(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        message = f"{path} is another sort of file: expected a gazetteer; {WAY_OUT}"
        raise GazetteerError(message)
    if version != VERSION:
        message = (
            f"{path} has version {version}: expected version {VERSION}; "
            "make it again with this version of dateline."
        )
        raise GazetteerError(message)
