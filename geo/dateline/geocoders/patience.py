"""Patience with one server in one run: how often it may fail, how long it may make us wait."""

from collections.abc import Callable
from time import sleep
from typing import Final

from dateline.article import one_line

MOST_FAILURES: Final = 3
"""Failures in a row after which a geocoder is given up for this run."""

LONGEST_WAIT: Final = 10.0
"""Seconds that a server may make us wait by ``Retry-After``, all waits of a run together."""

_LONGEST_REASON: Final = 120
"""Code points of a server's words in a message."""


class Patience:
    """Counts failures and waits; when it ends, that is told in one line.

    Parameters
    ----------
    name
        What the service is called.
    warn
        Is told.
    """

    def __init__(self, name: str, warn: Callable[[str], None]) -> None:
        self._name = name
        self._warn = warn
        self._failures = 0
        self._waited = 0.0

    @property
    def ended(self) -> bool:
        """Whether there were too many failures."""
        return self._failures >= MOST_FAILURES

    def renew(self) -> None:
        """Forget the failures: there was an answer."""
        self._failures = 0

    def fail(self, reason: object, *, final: bool = False) -> None:
        """Count a failure; a final one ends it at once."""
        self._failures = MOST_FAILURES if final else self._failures + 1
        if self.ended:
            said = one_line(str(reason) or type(reason).__name__)[:_LONGEST_REASON]
            self._warn(f"{self._name} is not asked any more ({said}): some names stay unplaced.")

    def wait(self, seconds: float | None) -> bool:
        """Wait as a server asks, or count a failure if that is for too long or it does not say."""
        if seconds is None:
            self.fail("HTTP status 429")
            return False
        if self._waited + seconds > LONGEST_WAIT:
            self.fail(f"it asks to wait {seconds:,.0f} seconds", final=True)
            return False
        self._waited += seconds
        sleep(seconds)
        return True
