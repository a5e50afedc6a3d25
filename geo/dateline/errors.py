"""Everything that Dateline raises on purpose.

A message is one line: the value, what was expected, and the way out.
Only `dateline.cli` prints them and turns them into exit codes.

Examples
--------
>>> issubclass(ArticleError, DatelineError)
True
>>> ArticleError.exit_code, UsageError.exit_code
(1, 2)
"""

from typing import ClassVar


class DatelineError(Exception):
    """Root of the exception tree; catch it to catch all that Dateline raises."""

    exit_code: ClassVar[int] = 1
    """Status with which the command line ends: 1, input or data at fault."""


class ArticleError(DatelineError):
    """An article that cannot be read: empty, binary, wrongly encoded, malformed."""


class GazetteerError(DatelineError):
    """A gazetteer file that is missing, damaged or of another version."""


class OutputError(DatelineError):
    """A result that cannot be written: no rights, no space, a file that is not ours."""


class UsageError(DatelineError):
    """A call that contradicts itself or names something that does not exist."""

    exit_code: ClassVar[int] = 2
    """Status with which the command line ends: 2, usage."""
