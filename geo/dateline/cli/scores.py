"""Scores and misses as tables for a terminal."""

from collections import Counter
from collections.abc import Sequence

from dateline.cli.tables import rendered, table
from dateline.evaluate import Coverage, Ratio, Report, Wrong, most
from dateline.exports import position

_SHOWN_KM = 10_000
"""Kilometres from which on a distance needs no decimal."""


def report_text(report: Report, worst: int) -> str:
    """Print a report.

    Parameters
    ----------
    report
        The report.
    worst
        Names in each list of misses; 0 leaves the lists out.
    """
    scores = report.scores
    head = (
        f"{_counted(report.documents, 'document')}, {_counted(report.words, 'word')}, "
        f"{_counted(scores.overlap.gold, 'gold toponym')}\n"
    )
    parts = [head, *([] if report.given_spans else [_recognition(report)]), _resolution(report)]
    return "\n".join(parts + (_misses(report, worst) if worst else []))


def _recognition(report: Report) -> str:
    scores = report.scores
    rows = [
        ("overlapping spans", *_three(scores.overlap), _of(scores.overlap)),
        ("exact spans", *_three(scores.exact), _of(scores.exact)),
    ]
    columns = ("Recognition", "Precision#", "Recall#", "F1#", "Right of said, of gold#")
    kind = (
        f"\nKind right: {scores.kind.recall:.3f} of {scores.kind.gold:,} with a kind.\n"
        if scores.kind.gold
        else ""
    )
    return rendered(table(columns, rows)) + kind


def _resolution(report: Report) -> str:
    scores = report.scores
    rows = [("accuracy", f"{scores.accuracy_161:.3f}", f"{scores.accuracy_area:.3f}")]
    if not report.given_spans:
        rows += [
            (f"end to end, {name}", f"{near:.3f}", f"{area:.3f}")
            for name, near, area in zip(
                ("precision", "recall", "F1"),
                _numbers(scores.end_to_end),
                _numbers(scores.end_to_end_area),
                strict=True,
            )
        ]
    tail = (
        f"\nMean error {_km(scores.mean_km)}, median {_km(scores.median_km)}, "
        f"AUC {'–' if scores.auc is None else f'{scores.auc:.3f}'}, "
        f"over {_counted(len(scores.errors_km), 'toponym')}.\n"
    )
    return rendered(table(("Resolution", "Within 161 km#", "or in its area#"), rows)) + tail


def _misses(report: Report, worst: int) -> list[str]:
    misses = report.misses
    rows = [
        (
            name,
            count,
            _said(misses.first[name]),
            _gold(misses.first[name]),
            _far(misses.first[name]),
        )
        for name, count in most(misses.wrong, worst)
    ]
    columns = ("Wrongly placed", "Times#", "First put at", "Gold", "Kilometres#")
    lists = [] if report.given_spans else [("Missed", misses.missed), ("Invented", misses.invented)]
    parts = [_names(heading, counts, worst) for heading, counts in lists if counts]
    return parts + ([rendered(table(columns, rows))] if rows else [])


def _names(heading: str, counts: Counter[str], worst: int) -> str:
    return rendered(table((heading, "Times#"), most(counts, worst)))


def coverage_text(coverage: Coverage, worst: int) -> str:
    """Print a coverage, with at most `worst` names that are not covered."""
    rows = [(f"{coverage.share:.3f}", f"{coverage.share_area:.3f}", f"{coverage.gold:,}")]
    columns = ("A place of that name within 161 km#", "or an area around it#", "Gold toponyms#")
    parts = [rendered(table(columns, rows))]
    if coverage.uncovered and worst:
        parts.append(_names("Not covered", coverage.uncovered, worst))
    return "\n".join(parts)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _numbers(ratio: Ratio) -> Sequence[float]:
    return (ratio.precision, ratio.recall, ratio.f1)


def _three(ratio: Ratio) -> Sequence[str]:
    return [f"{number:.3f}" for number in _numbers(ratio)]


def _of(ratio: Ratio) -> str:
    return f"{ratio.right:,} of {ratio.predicted:,}, of {ratio.gold:,}"


def _km(km: float | None) -> str:
    return "–" if km is None else f"{km:,.0f} km" if km >= _SHOWN_KM else f"{km:,.1f} km"


def _said(wrong: Wrong) -> str:
    if wrong.said_point is None:
        return "not placed"
    return f"{wrong.said}, {position(wrong.said_point)}".removeprefix(", ")


def _gold(wrong: Wrong) -> str:
    return f"{position(wrong.gold_point)} ({wrong.doc_id}, character {wrong.start:,})"


def _far(wrong: Wrong) -> str:
    if wrong.said_point is None:
        return "–"
    return f"{wrong.km:,.0f}{', in its area' if wrong.in_area else ''}"
