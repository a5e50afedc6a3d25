"""Scores of recognised and resolved toponyms against gold ones.

The measures are those of Gritta, Pilehvar and Collier, "A pragmatic guide to geoparsing
evaluation" (2020): spans count by overlap, one to one; a place is right within 161 km.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dateline.geometry import haversine_km
from dateline.model import LonLat

NEAR_KM = 161.0
"""Kilometres (100 miles): the customary distance within which a place counts as right."""

FARTHEST_KM = 20_039.0
"""Kilometres, half the Earth's circumference: the error of a mention left unplaced."""

Toponym = Mapping[str, Any]
"""One toponym as in the JSON contract: ``start``, ``end``, ``lat``, ``lon``, ``kind`` …"""


@dataclass(frozen=True, slots=True)
class Ratio:
    """Precision, recall and F1 from three counts."""

    right: int = 0
    """What is in both."""
    predicted: int = 0
    """What was said."""
    gold: int = 0
    """What is so."""

    def __add__(self, other: "Ratio") -> "Ratio":
        """Add counts."""
        return Ratio(
            self.right + other.right, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """Share of what was said that is so, 0 to 1."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of what is so that was said, 0 to 1."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall.

        Examples
        --------
        >>> Ratio(right=1, predicted=2, gold=1).f1
        0.6666666666666666
        """
        both = self.predicted + self.gold
        return 2 * self.right / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """All measures over some documents."""

    exact: Ratio = field(default_factory=Ratio)
    """Recognition by equal spans."""
    overlap: Ratio = field(default_factory=Ratio)
    """Recognition by overlapping spans, paired one to one."""
    end_to_end: Ratio = field(default_factory=Ratio)
    """Overlapping span and a place within 161 km; unplaced predictions are dropped."""
    errors_km: tuple[float, ...] = ()
    """Distance of each paired toponym whose gold has coordinates."""

    def __add__(self, other: "Scores") -> "Scores":
        """Add up documents."""
        return Scores(
            self.exact + other.exact,
            self.overlap + other.overlap,
            self.end_to_end + other.end_to_end,
            self.errors_km + other.errors_km,
        )

    @property
    def accuracy_161(self) -> float:
        """Share of `errors_km` that are at most 161 km, 0 to 1."""
        near = sum(error <= NEAR_KM for error in self.errors_km)
        return near / len(self.errors_km) if self.errors_km else 0.0


def pair(gold: Sequence[Toponym], predicted: Sequence[Toponym]) -> dict[int, int]:
    """Pair overlapping spans one to one, the best overlap first.

    Parameters
    ----------
    gold, predicted
        Toponyms with ``start`` and ``end``.

    Returns
    -------
    dict
        Index of the gold toponym by index of the predicted one.

    Examples
    --------
    >>> pair([{"start": 0, "end": 5}], [{"start": 3, "end": 9}, {"start": 0, "end": 4}])
    {1: 0}
    """
    overlaps = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            shared = min(g["end"], p["end"]) - max(g["start"], p["start"])
            if shared > 0:
                joint = max(g["end"], p["end"]) - min(g["start"], p["start"])
                overlaps.append((-shared / joint, g["start"], p["start"], i, j))
    pairs: dict[int, int] = {}
    for *_, i, j in sorted(overlaps):
        if i not in pairs.values() and j not in pairs:
            pairs[j] = i
    return pairs


def score_document(
    gold: Sequence[Toponym], predicted: Iterable[Toponym], kinds: frozenset[str] | None = None
) -> Scores:
    """Score one document.

    Parameters
    ----------
    gold
        What is so.
    predicted
        What was said; the same span twice counts once.
    kinds
        Gold of other kinds is neutral: neither missed nor, where it was found, wrong.
    """
    first: dict[tuple[int, int], Toponym] = {}
    for toponym in predicted:
        first.setdefault((toponym["start"], toponym["end"]), toponym)
    said = list(first.values())
    neutral = {i for i, g in enumerate(gold) if kinds and g.get("kind") not in kinds}
    pairs = pair(gold, said)
    counted = [(p, pairs.get(j)) for j, p in enumerate(said) if pairs.get(j) not in neutral]
    wanted = [g for i, g in enumerate(gold) if i not in neutral]
    spans = {(g["start"], g["end"]) for g in wanted}
    sizes = Ratio(0, len(counted), len(wanted))
    errors = tuple(_error_km(gold[i], p) for p, i in counted if i is not None and _placed(gold[i]))
    return Scores(
        replace(sizes, right=sum((p["start"], p["end"]) in spans for p, _ in counted)),
        replace(sizes, right=sum(i is not None for _, i in counted)),
        Ratio(
            sum(error <= NEAR_KM for error in errors),
            sum(_placed(p) for p, i in counted if i is None or _placed(gold[i])),
            sum(_placed(g) for g in wanted),
        ),
        errors,
    )


def _placed(toponym: Toponym) -> bool:
    return toponym.get("lat") is not None and toponym.get("lon") is not None


def _error_km(gold: Toponym, predicted: Toponym) -> float:
    if not _placed(predicted):
        return FARTHEST_KM
    return haversine_km(
        LonLat(gold["lon"], gold["lat"]), LonLat(predicted["lon"], predicted["lat"])
    )
