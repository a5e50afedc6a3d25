"""Answers kept on disk, so that no service is asked twice for one name."""

import json
import logging
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from time import time
from typing import Any, Final

from dateline.geocoders.answers import Answer, answer_of

DAYS: Final = 30
"""Days for which an answer, or that there is none, is believed; map data are mended meanwhile."""

FILE: Final = "answers-1.sqlite"
"""Name of the file in the cache's folder; the number is that of its table."""

_LOG: Final = logging.getLogger("dateline.geocoders")

_DAY: Final = 86_400
"""Seconds."""

_WAIT: Final = 2.0
"""Seconds to wait for another process that writes."""

_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS answer (service TEXT, url TEXT, query TEXT, asked REAL NOT NULL,"
    " answers TEXT NOT NULL, PRIMARY KEY (service, url, query)) WITHOUT ROWID"
)
_GET: Final = "SELECT asked, answers FROM answer WHERE service = ? AND url = ? AND query = ?"


def default_folder() -> Path:
    """Give the folder for caches that the platform has for this user."""
    from platformdirs import user_cache_path

    return user_cache_path("dateline", appauthor=False) / "geocoders"


class AnswerCache:
    """Answers of one service, in one SQLite file; whatever goes wrong, it just forgets.

    Parameters
    ----------
    folder
        Where the file is; it is made if need be, for this user only.
    service, url
        What is asked; part of each row's key. No account and no password is stored.
    warn
        Is told once, in one line, if the file cannot be used; a logger by default.
    now
        Seconds since 1970.
    """

    def __init__(
        self,
        folder: Path,
        service: str,
        url: str,
        *,
        warn: Callable[[str], None] = _LOG.warning,
        now: Callable[[], float] = time,
    ) -> None:
        self._file = folder / FILE
        self._origin = (service, url)
        self._warn = warn
        self._now = now
        self._connection = self._opened()

    def close(self) -> None:
        """Close the file."""
        if self._connection:
            self._connection.close()
        self._connection = None

    def get(self, query: str) -> tuple[Answer, ...] | None:
        """Give the answers to a name; ``None`` where it was not asked within `DAYS` days."""
        rows = self._run(_GET, (*self._origin, query))
        if not rows or not isinstance(rows[0][0], float):
            return None
        asked, answers = rows[0]
        return None if abs(self._now() - asked) > DAYS * _DAY else _decoded(answers)

    def put(self, query: str, answers: tuple[Answer, ...]) -> None:
        """Keep the answers to a name, an empty tuple included."""
        row = (*self._origin, query, float(self._now()), _encoded(answers))
        self._run("INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?)", row)

    def _opened(self) -> sqlite3.Connection | None:
        """Open the file; one that is no database of ours is made anew."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            return self._connected() or self._made_anew()
        except (OSError, sqlite3.Error) as error:
            self._warn(f"{self._file} cannot be used ({error}): going on without a cache.")
            return None

    def _connected(self) -> sqlite3.Connection | None:
        connection = sqlite3.connect(self._file, timeout=_WAIT, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(_TABLE)
            connection.execute("DELETE FROM answer WHERE asked < ?", (self._now() - DAYS * _DAY,))
        except sqlite3.Error as error:
            connection.close()
            if isinstance(error, sqlite3.OperationalError):
                raise
            return None
        return connection

    def _made_anew(self) -> sqlite3.Connection | None:
        self._file.unlink()
        return self._connected()

    def _run(self, statement: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        """Run a statement; a file that turns out to be damaged is thrown away."""
        if not self._connection:
            return []
        try:
            return self._connection.execute(statement, values).fetchall()
        except (sqlite3.Error, UnicodeError) as error:
            self._warn(f"{self._file} cannot be used ({error}): going on without a cache.")
            self.close()
            if not isinstance(error, sqlite3.OperationalError):
                self._file.unlink(missing_ok=True)
            return []


def _encoded(answers: Iterable[Answer]) -> str:
    """Write answers as a service might have given them, so that they are checked once more."""
    rows = [
        {
            "address": answer.address,
            "lon": answer.point.lon,
            "lat": answer.point.lat,
            "fcl": answer.feature_class,
            "fcode": answer.feature_code,
            "geonameId": answer.geonames_id,
        }
        for answer in answers
    ]
    return json.dumps(rows)


def _decoded(text: object) -> tuple[Answer, ...] | None:
    """Read answers back; ``None`` for what this module did not write."""
    try:
        rows = json.loads(text) if isinstance(text, str) else ()
        found = [answer_of(row["address"], row["lon"], row["lat"], row) for row in rows]
    except (ValueError, TypeError, LookupError, RecursionError):
        return None
    return tuple(answer for answer in found if answer)
