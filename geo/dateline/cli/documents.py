"""Documents in a .jsonl file: one ``{"doc_id", "text"}`` a line."""

import json
import math
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, NoReturn, TypeGuard

from dateline.article import one_line
from dateline.errors import ArticleError
from dateline.exports import DocId

LONGEST = 64 * 1024 * 1024
"""Bytes of a line; as much as an article may have."""


@dataclass(frozen=True, slots=True)
class Document:
    """One line."""

    where: str
    """File and line, for messages."""
    doc_id: DocId
    """Identifier as given."""
    text: str
    """Text as given."""
    size: int
    """Bytes of the line."""


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """Open a stream by its name; ``-`` is standard input.

    Raises
    ------
    ArticleError
        Where it cannot be opened.
    """
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        file = Path(name).open("rb")  # noqa: SIM115 - closed below, and errors there are not ours
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a file name"
        raise ArticleError(
            f"{one_line(name)} cannot be read ({reason}): expected a file with one JSON object "
            "a line, or - for standard input."
        ) from None
    with file:
        yield file


def documents(file: BinaryIO, name: str) -> Iterator[Document]:
    """Read documents one by one; blank lines are passed over.

    Parameters
    ----------
    file
        Bytes of lines.
    name
        What messages call it.

    Raises
    ------
    ArticleError
        At the first line that is no document.
    """
    label = "standard input" if name == "-" else one_line(name)
    for number, line in enumerate(iter(lambda: file.readline(LONGEST + 1), b""), start=1):
        where = f"{label}:{number}"
        if len(line) > LONGEST:
            raise ArticleError(f"{where} is longer than {LONGEST // 1024**2} MB: split it.")
        if line.strip():
            yield Document(where, *_fields(_value(line, where), where), len(line))


def _value(line: bytes, where: str) -> Any:  # noqa: ANN401 - any JSON
    try:
        return json.loads(line.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        problem = f"byte 0x{line[error.start]:02X} at offset {error.start} is not UTF-8"
    except RecursionError:
        problem = "it nests too deeply"
    except ValueError as error:
        problem = one_line(str(error))
    raise ArticleError(
        f'{where} is not JSON ({problem}): expected {{"doc_id": …, "text": "…"}} on one line.'
    )


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a number of JSON")


def _fields(value: Any, where: str) -> tuple[DocId, str]:  # noqa: ANN401 - any JSON
    fields = value if isinstance(value, dict) else {}
    doc_id, text = fields.get("doc_id"), fields.get("text")
    if not isinstance(text, str):
        raise ArticleError(f'{where} has no text: expected {{"doc_id": …, "text": "…"}}.')
    if isinstance(doc_id, str) or _is_number(doc_id):
        return doc_id, text
    raise ArticleError(f"{where} has no doc_id: expected a string or a number.")


def _is_number(value: Any) -> TypeGuard[int | float]:  # noqa: ANN401 - any JSON
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
