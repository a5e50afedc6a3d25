"""Streams of texts: read, answered and written line by line, in bounded memory."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from dateline.article.blocks import is_blank
from dateline.cli.documents import Document, documents, opened
from dateline.cli.lines import whole_lines
from dateline.cli.output import check_target
from dateline.errors import ArticleError
from dateline.exports import Record, to_csv, to_json, to_record
from dateline.gazetteer import Gazetteer, open_gazetteer


@dataclass(frozen=True, slots=True)
class Target:
    """Where the answers go."""

    file: Path | None
    """A file, or ``None`` for standard output."""
    force: bool
    """Whether the file may be overwritten."""
    as_csv: bool
    """CSV instead of JSON."""


def write_stream(name: str, target: Target, gazetteer_file: Path | None) -> None:
    """Answer every document of a stream, in order, as they are done.

    Parameters
    ----------
    name
        The .jsonl file, or ``-`` for standard input.
    target
        Where the answers go. A file grows line by line and ends with a whole line whatever
        happens.
    gazetteer_file
        Where names are looked up; the package's own by default.

    Raises
    ------
    ArticleError
        At the first line that is no document; the answers before it are written.
    """
    if target.file:
        check_target(target.file, name, force=target.force)
    with ExitStack() as stack:
        file = stack.enter_context(opened(name))
        gazetteer = stack.enter_context(open_gazetteer(gazetteer_file))
        write = stack.enter_context(whole_lines(target.file))
        done = stack.enter_context(_progress(name, shown=target.file is not None))
        if target.as_csv:
            write(to_csv([]).encode("utf-8"))
        for document in documents(file, name):
            record = _answer(document, gazetteer)
            line = to_csv([record], header=False) if target.as_csv else f"{to_json(record)}\n"
            write(line.encode("utf-8"))
            done(document.size)


def _answer(document: Document, gazetteer: Gazetteer) -> Record:
    from dateline.pipeline import find_places

    if is_blank(document.text):
        return to_record(document.doc_id, None, (), ())
    try:
        found = find_places(document.text, gazetteer)
    except ArticleError as error:
        raise ArticleError(f"{document.where}: {error}") from None
    return to_record(document.doc_id, None, *found)


@contextmanager
def _progress(name: str, *, shown: bool) -> Iterator[Callable[[int], None]]:
    """Show on a terminal how much of a file has been read."""
    if not (shown and sys.stderr.isatty()):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    total = None if name == "-" else Path(name).stat().st_size
    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task("Placing", total=total)
        yield lambda size: progress.advance(task, size)
