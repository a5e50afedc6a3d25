"""Streams of texts: read, answered and written line by line, in bounded memory."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from dateline.cli.documents import Document, documents, opened
from dateline.cli.finding import Found, find
from dateline.cli.lines import whole_lines
from dateline.cli.means import Means
from dateline.cli.output import check_target
from dateline.cli.progress import progress
from dateline.exports import to_csv, to_json, to_record
from dateline.focus import focus_of
from dateline.gazetteer import Gazetteer
from dateline.resolve.origin import origin_of


@dataclass(frozen=True, slots=True)
class Target:
    """Where the answers go."""

    file: Path | None
    """A file, or ``None`` for standard output."""
    force: bool
    """Whether the file may be overwritten."""
    as_csv: bool
    """CSV instead of JSON."""


def write_stream(
    name: str,
    target: Target,
    means: Means,
    *,
    given_spans: bool = False,
    home: tuple[str, str] = ("", ""),
) -> None:
    """Answer every document of a stream, in order, as they are done.

    Parameters
    ----------
    name
        The .jsonl file, or ``-`` for standard input.
    target
        Where the answers go. A file grows line by line and ends with a whole line whatever
        happens.
    means
        What names are found and looked up with.
    given_spans
        Whether to resolve the spans that the documents carry instead of recognising names.
    home
        What ``--near`` and ``--country`` say.

    Raises
    ------
    UsageError
        Where `home` is not in the gazetteer.
    ArticleError
        At the first line that is no document, or has no such spans; the answers before it
        are written.
    """
    if target.file:
        check_target(target.file, name, force=target.force)
    with ExitStack() as stack:
        file = stack.enter_context(opened(name))
        at_hand = stack.enter_context(means.opened())
        write = stack.enter_context(whole_lines(target.file))
        done = stack.enter_context(progress("Placing", [name], shown=target.file is not None))
        if target.as_csv:
            write(to_csv([]).encode("utf-8"))
        origin = origin_of(*home, at_hand.gazetteer)
        for document in documents(file, name):
            found = find(document, at_hand, given_spans=given_spans, origin=origin)
            line = _line(document, found, at_hand.gazetteer, as_csv=target.as_csv)
            write(line.encode("utf-8"))
            done(document.size)


def _line(document: Document, found: Found, gazetteer: Gazetteer, *, as_csv: bool) -> str:
    """Write what was found in one document; CSV has no room for what a text is about."""
    focus = None if as_csv else focus_of(found.resolutions, found.locatives, gazetteer)
    record = to_record(document.doc_id, None, found.resolutions, found.locatives, focus)
    return to_csv([record], header=False) if as_csv else f"{to_json(record)}\n"
