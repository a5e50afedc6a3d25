"""Documents in a .jsonl file: one ``{"doc_id", "text", "toponyms"}`` a line."""

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
    """Text as given; empty where there is none."""
    toponyms: Any
    """What the line has under "toponyms", unchecked; ``None`` where it has nothing."""
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


def documents(file: BinaryIO, name: str, *, needs_text: bool = True) -> Iterator[Document]:
    """Read documents one by one; blank lines are passed over.

    Parameters
    ----------
    file
        Bytes of lines.
    name
        What messages call it.
    needs_text
        Whether a document without a text is at fault.

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
            yield _document(where, _value(line, where), len(line), needs_text=needs_text)


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


def _document(where: str, value: Any, size: int, *, needs_text: bool) -> Document:  # noqa: ANN401
    fields = value if isinstance(value, dict) else {}
    doc_id, text = fields.get("doc_id"), fields.get("text")
    if not isinstance(text, str) and (needs_text or text is not None):
        raise ArticleError(f'{where} has no text: expected {{"doc_id": …, "text": "…"}}.')
    if isinstance(doc_id, str) or _is_number(doc_id):
        return Document(where, doc_id, text or "", fields.get("toponyms"), size)
    raise ArticleError(f"{where} has no doc_id: expected a string or a number.")


def _is_number(value: Any) -> TypeGuard[int | float]:  # noqa: ANN401 - any JSON
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
