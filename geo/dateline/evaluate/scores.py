"""All measures, over one document or many."""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from dateline.evaluate.areas import InArea, nowhere
from dateline.evaluate.compare import Comparison, compare
from dateline.evaluate.ratio import Ratio
from dateline.evaluate.toponyms import FARTHEST_KM, NEAR_KM, Toponym, is_placed

_ASSOCIATIVE = frozenset({"associative", "demonym"})
"""Kinds of gold that Dateline calls associative; demonyms are such by Gritta et al. 2020."""


@dataclass(frozen=True, slots=True)
class Scores:
    """All measures over some documents."""

    exact: Ratio = field(default_factory=Ratio)
    """Recognition by equal spans."""
    overlap: Ratio = field(default_factory=Ratio)
    """Recognition by overlapping spans, paired one to one."""
    kind: Ratio = field(default_factory=Ratio)
    """Paired toponyms whose kind is the gold's, of those where both have one."""
    end_to_end: Ratio = field(default_factory=Ratio)
    """Overlapping span and a place within 161 km; unplaced predictions are dropped."""
    end_to_end_area: Ratio = field(default_factory=Ratio)
    """The same, where a place is also right if it is an area around the gold's point."""
    errors_km: tuple[float, ...] = ()
    """Distance of each paired toponym whose gold has coordinates."""
    in_area: int = 0
    """How many of them are beyond 161 km, but areas around the gold's point."""

    def __add__(self, other: "Scores") -> "Scores":
        """Add up documents."""
        return add_up((self, other))

    @property
    def accuracy_161(self) -> float:
        """Share of `errors_km` that are at most 161 km, 0 to 1."""
        return self._near / len(self.errors_km) if self.errors_km else 0.0

    @property
    def accuracy_area(self) -> float:
        """Share that is at most 161 km off or an area around the gold's point, 0 to 1."""
        return (self._near + self.in_area) / len(self.errors_km) if self.errors_km else 0.0

    @property
    def mean_km(self) -> float | None:
        """Mean of `errors_km`; ``None`` of none."""
        return statistics.fmean(self.errors_km) if self.errors_km else None

    @property
    def median_km(self) -> float | None:
        """Median of `errors_km`; ``None`` of none."""
        return statistics.median(self.errors_km) if self.errors_km else None

    @property
    def auc(self) -> float | None:
        """Area under the sorted logarithms of the errors, 0 best, 1 worst; ``None`` under two.

        Gritta et al. 2020: the trapezium rule over ln(1 + km), as a share of the largest area.

        Examples
        --------
        >>> Scores(errors_km=(0.0, 0.0)).auc
        0.0
        """
        if len(self.errors_km) < 2:  # noqa: PLR2004 - a line has two ends
            return None
        heights = sorted(map(math.log1p, self.errors_km))
        area = sum((left + right) / 2 for left, right in pairwise(heights))
        return area / (math.log(FARTHEST_KM) * (len(heights) - 1))

    @property
    def _near(self) -> int:
        return sum(error <= NEAR_KM for error in self.errors_km)


def add_up(parts: Iterable[Scores]) -> Scores:
    """Add up the scores of documents.

    Examples
    --------
    >>> add_up([Scores(errors_km=(1.0,)), Scores(errors_km=(200.0,))]).accuracy_161
    0.5
    """
    every = tuple(parts)
    return Scores(
        sum((part.exact for part in every), Ratio()),
        sum((part.overlap for part in every), Ratio()),
        sum((part.kind for part in every), Ratio()),
        sum((part.end_to_end for part in every), Ratio()),
        sum((part.end_to_end_area for part in every), Ratio()),
        tuple(chain.from_iterable(part.errors_km for part in every)),
        sum(part.in_area for part in every),
    )


def score_document(
    gold: Sequence[Toponym],
    predicted: Iterable[Toponym],
    kinds: frozenset[str] | None = None,
    in_area: InArea = nowhere,
) -> Scores:
    """Score one document; see `compare` for the parameters."""
    return scores_of(compare(gold, predicted, kinds, in_area))


def scores_of(comparison: Comparison) -> Scores:
    """Count what a comparison holds."""
    matches = comparison.matches
    wanted = [m.gold for m in matches] + list(comparison.missed)
    counted = [m.predicted for m in matches] + list(comparison.invented)
    spans = {(gold["start"], gold["end"]) for gold in wanted}
    located = [m for m in matches if m.error_km is not None]
    placed = sum(is_placed(m.predicted) for m in located)
    placed += sum(map(is_placed, comparison.invented))
    locatable = sum(map(is_placed, wanted))
    return Scores(
        Ratio(sum((p["start"], p["end"]) in spans for p in counted), len(counted), len(wanted)),
        Ratio(len(matches), len(counted), len(wanted)),
        _kinds(comparison),
        Ratio(sum(m.is_near for m in located), placed, locatable),
        Ratio(sum(m.is_right for m in located), placed, locatable),
        tuple(m.error_km for m in located if m.error_km is not None),
        sum(m.in_area for m in located),
    )


def _kinds(comparison: Comparison) -> Ratio:
    both = [(m.gold.get("kind"), m.predicted.get("kind")) for m in comparison.matches]
    known = [(gold, predicted) for gold, predicted in both if gold and predicted]
    right = sum((g in _ASSOCIATIVE) == (p in _ASSOCIATIVE) for g, p in known)
    return Ratio(right, len(known), len(known))
