"""Gold and predictions read from files, and put beside each other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dateline.cli.documents import Document, documents, opened
from dateline.cli.finding import find
from dateline.cli.means import Opened
from dateline.cli.progress import Advance, progress
from dateline.cli.toponyms import toponyms_of
from dateline.errors import ArticleError
from dateline.evaluate import Compared, Toponym, compare, place_in_area, said
from dateline.gazetteer import Gazetteer
from dateline.resolve.origin import NOWHERE, Origin

Predict = Callable[[Document], Sequence[Toponym]]
"""Gives the predictions for a document."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A document with its gold."""

    document: Document
    """As read."""
    toponyms: tuple[Toponym, ...]
    """What somebody marked in it."""


def marked(names: Sequence[str], label: str, *, needs_text: bool = True) -> Iterator[Marked]:
    """Read gold, and show how far that has come.

    Parameters
    ----------
    names
        Files; ``-`` is standard input.
    label
        What is being done.
    needs_text
        Whether a document without a text is at fault.

    Raises
    ------
    ArticleError
        At the first line that is no gold, and where a document comes twice.
    """
    seen: dict[str, str] = {}
    with progress(label, names) as done:
        for name in names:
            for document in _documents(name, seen, done, needs_text=needs_text):
                yield Marked(document, toponyms_of(document, needs_text=needs_text))


def _documents(
    name: str, seen: dict[str, str], done: Advance, *, needs_text: bool
) -> Iterator[Document]:
    with opened(name) as file:
        for document in documents(file, name, needs_text=needs_text):
            before = seen.setdefault(str(document.doc_id), document.where)
            if before != document.where:
                raise ArticleError(
                    f"{document.where} has the doc_id of {before}: expected each document once."
                )
            yield document
            done(document.size)


def of_kinds(gold: Iterator[Marked], kinds: frozenset[str]) -> Iterator[Marked]:
    """Pass gold on, and see that there is some of the kinds asked for.

    Raises
    ------
    ArticleError
        At the end, where nothing was of these kinds.
    """
    there: set[str | None] = set()
    for each in gold:
        there.update(toponym["kind"] for toponym in each.toponyms)
        yield each
    if kinds and not kinds & there:
        known = ", ".join(sorted(kind for kind in there if kind)) or "none at all"
        raise ArticleError(
            f"No gold toponym is of the kind {' or '.join(sorted(kinds))}: "
            f"expected a kind that the gold has ({known})."
        )


def stored(name: str) -> Predict:
    """Read predictions from a file; a document that is not in it has none.

    Raises
    ------
    ArticleError
        At the first line that is no prediction.
    """
    by_document = {
        str(each.document.doc_id): each.toponyms
        for each in marked([name], "Reading", needs_text=False)
    }
    return lambda document: by_document.get(str(document.doc_id), ())


def found(
    at_hand: Opened,
    *,
    given_spans: bool,
    origin: Origin = NOWHERE,
) -> Predict:
    """Predict with Dateline, from the text alone or from the spans of the gold."""

    def predict(document: Document) -> Sequence[Toponym]:
        found_in = find(document, at_hand, given_spans=given_spans, origin=origin)
        return [said(resolution) for resolution in found_in.resolutions]

    return predict


def compared(
    gold: Iterator[Marked],
    predict: Predict,
    gazetteer: Gazetteer,
    *,
    kinds: frozenset[str],
    said_kinds: frozenset[str],
) -> Iterator[Compared]:
    """Put predictions beside gold, document by document.

    Parameters
    ----------
    gold
        Documents with their gold.
    predict
        Gives the predictions for each.
    gazetteer
        Where outlines come from.
    kinds, said_kinds
        Kinds of gold and of predictions that count; empty for all.
    """
    in_area = place_in_area(gazetteer)
    for each in of_kinds(gold, kinds):
        said_of = predict(each.document)
        counting = [s for s in said_of if not said_kinds or s["kind"] in said_kinds]
        yield Compared(
            str(each.document.doc_id),
            len(each.document.text.split()),
            compare(each.toponyms, counting, kinds or None, in_area),
        )
