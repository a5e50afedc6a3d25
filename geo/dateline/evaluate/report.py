"""What a measurement says, as values and as JSON."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dateline.evaluate.compare import Compared
from dateline.evaluate.coverage import Coverage
from dateline.evaluate.misses import Misses, Wrong, misses_of
from dateline.evaluate.ratio import Ratio
from dateline.evaluate.scores import Scores, add_up, scores_of

DECIMALS = 4
"""Decimals of a share in JSON: one more than is printed."""


@dataclass(frozen=True, slots=True)
class Report:
    """Scores over some documents, and the worst misses."""

    documents: int
    """How many."""
    words: int
    """Of their texts, parted by white space."""
    scores: Scores
    """All measures."""
    misses: Misses
    """Misses by name."""
    given_spans: bool
    """Whether the gold's spans were given: then recognition was not measured."""


def report_of(documents: Iterable[Compared], *, given_spans: bool = False) -> Report:
    """Sum up documents that were compared."""
    compared = tuple(documents)
    return Report(
        len(compared),
        sum(document.words for document in compared),
        add_up(scores_of(document.comparison) for document in compared),
        misses_of(compared),
        given_spans,
    )


def most(counts: Counter[str], limit: int) -> list[tuple[str, int]]:
    """Give the most frequent names, equally frequent ones by alphabet.

    Examples
    --------
    >>> most(Counter("banana"), 2)
    [('a', 3), ('n', 2)]
    """
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit]


def report_record(report: Report, worst: int) -> dict[str, Any]:
    """Write a report for JSON.

    Parameters
    ----------
    report
        The report.
    worst
        Names in each list of misses.
    """
    scores, misses = report.scores, report.misses
    measured = {
        "documents": report.documents,
        "words": report.words,
        "toponyms": scores.overlap.gold,
        "recognition": {
            "overlap": _ratio(scores.overlap),
            "exact": _ratio(scores.exact),
            "kind_accuracy": _share(scores.kind.recall) if scores.kind.gold else None,
        },
        "resolution": {
            "toponyms": len(scores.errors_km),
            "accuracy_161": _share(scores.accuracy_161),
            "accuracy_area": _share(scores.accuracy_area),
            "mean_km": _share(scores.mean_km),
            "median_km": _share(scores.median_km),
            "auc": _share(scores.auc),
        },
        "end_to_end": {
            "within_161": _ratio(scores.end_to_end),
            "within_area": _ratio(scores.end_to_end_area),
        },
        "missed": _counts(misses.missed, worst),
        "invented": _counts(misses.invented, worst),
        "wrong": [
            {"surface": name, "count": count, "first": _wrong(misses.first[name])}
            for name, count in most(misses.wrong, worst)
        ],
    }
    unmeasured = {"recognition", "end_to_end", "missed", "invented"} if report.given_spans else ()
    return {key: value for key, value in measured.items() if key not in unmeasured}


def coverage_record(coverage: Coverage, worst: int) -> dict[str, Any]:
    """Write a coverage for JSON, with at most `worst` names that are not covered."""
    return {
        "toponyms": coverage.gold,
        "coverage_161": _share(coverage.share),
        "coverage_area": _share(coverage.share_area),
        "uncovered": _counts(coverage.uncovered, worst),
    }


def _ratio(ratio: Ratio) -> dict[str, Any]:
    return {
        "precision": _share(ratio.precision),
        "recall": _share(ratio.recall),
        "f1": _share(ratio.f1),
        "right": ratio.right,
        "predicted": ratio.predicted,
        "gold": ratio.gold,
    }


def _share(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)


def _counts(counts: Counter[str], limit: int) -> list[dict[str, Any]]:
    return [{"surface": name, "count": count} for name, count in most(counts, limit)]


def _wrong(wrong: Wrong) -> dict[str, Any]:
    return {
        "doc_id": wrong.doc_id,
        "start": wrong.start,
        "said": wrong.said or None,
        "said_point": list(wrong.said_point) if wrong.said_point else None,
        "gold_point": list(wrong.gold_point),
        "km": round(wrong.km, 1),
        "in_area": wrong.in_area,
    }
