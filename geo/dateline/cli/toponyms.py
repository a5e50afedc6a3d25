"""Toponyms that a document carries: spans to be resolved, gold, or predictions."""

import math
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, TypeGuard

from dateline.cli.documents import Document
from dateline.errors import ArticleError
from dateline.evaluate import Toponym
from dateline.model import Mention, ToponymKind

LARGEST_ID = 2**63 - 1
"""Ids beyond are in no gazetteer: its file keeps eight bytes."""

_ASSOCIATIVE = frozenset({"associative", "demonym"})
"""Kinds that are read as associative; any other, or none, is literal."""


def given_mentions(document: Document) -> tuple[Mention, ...]:
    """Take the spans that a document carries for mentions.

    Returns
    -------
    tuple of Mention
        In text order.

    Raises
    ------
    ArticleError
        Where a span is no span of the text, or two overlap.
    """
    found = sorted(toponyms_of(document), key=lambda t: (t["start"], t["end"]))
    for first, second in pairwise(found):
        if second["start"] < first["end"]:
            raise ArticleError(
                f"{document.where}: the spans {_span(first)} and {_span(second)} overlap: "
                "expected each character in one toponym at most; leave one out."
            )
    return tuple(
        Mention(t["start"], t["end"], document.text[t["start"] : t["end"]], _kind(t["kind"]))
        for t in found
    )


def _kind(kind: str | None) -> ToponymKind:
    return "associative" if kind in _ASSOCIATIVE else "literal"


def toponyms_of(document: Document, *, needs_text: bool = True) -> tuple[Toponym, ...]:
    """Check the toponyms that a document carries, and keep of them what scoring needs.

    Parameters
    ----------
    document
        As read.
    needs_text
        Whether an empty text has no span in it, or is just not given.

    Raises
    ------
    ArticleError
        Where there are none, or one of them makes no sense.
    """
    if not isinstance(document.toponyms, list):
        raise ArticleError(
            f"{document.where} has no list of toponyms: "
            'expected "toponyms": [{"start": …, "end": …}, …], or [].'
        )
    length = len(document.text) if document.text or needs_text else None
    return tuple(
        _toponym(value if isinstance(value, dict) else {}, document.text, length, where)
        for value, where in _numbered(document)
    )


def _numbered(document: Document) -> Iterator[tuple[Any, str]]:
    for number, value in enumerate(document.toponyms, start=1):
        yield value, f"{document.where}: toponym {number}"


def _toponym(fields: Mapping[str, Any], text: str, length: int | None, where: str) -> Toponym:
    start, end = _whole(fields, "start", where), _whole(fields, "end", where)
    if not 0 <= start < end or (length is not None and end > length):
        within = f" within the {length:,} characters of the text" if length is not None else ""
        raise ArticleError(
            f"{where} is the span {start}–{end}: expected code points, 0 ≤ start < end{within}."
        )
    _check_position(fields, where)
    return {
        "start": start,
        "end": end,
        "surface": text[start:end] or _word(fields, "surface") or f"{start}–{end}",
        "kind": _word(fields, "kind"),
        "lat": fields.get("lat"),
        "lon": fields.get("lon"),
        "name": _word(fields, "name"),
        "geonames_id": _id(fields.get("geonames_id")),
    }


def _whole(fields: Mapping[str, Any], name: str, where: str) -> int:
    value = fields.get(name)
    if _is_whole(value):
        return value
    shown = "no" if value is None else f"{str(value)[:40]!r} as"
    raise ArticleError(f"{where} has {shown} {name}: expected a whole number.")


def _check_position(fields: Mapping[str, Any], where: str) -> None:
    for name, limit in (("lat", 90), ("lon", 180)):
        value = fields.get(name)
        if value is not None and not (_is_number(value) and abs(value) <= limit):
            raise ArticleError(
                f"{where} has {str(value)[:40]!r} as {name}: "
                f"expected degrees from −{limit} to {limit}, or null."
            )


def _is_whole(value: Any) -> TypeGuard[int]:  # noqa: ANN401 - any JSON
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: Any) -> TypeGuard[float]:  # noqa: ANN401 - any JSON
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _word(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    return value if isinstance(value, str) else None


def _id(value: Any) -> int | None:  # noqa: ANN401 - any JSON
    return value if _is_whole(value) and 0 < value <= LARGEST_ID else None


def _span(toponym: Toponym) -> str:
    return f"{toponym['start']}–{toponym['end']}"
