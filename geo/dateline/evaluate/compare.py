"""What was found, missed and invented in one document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.evaluate.areas import InArea, nowhere
from dateline.evaluate.toponyms import NEAR_KM, Toponym, error_km, is_placed, pair


@dataclass(frozen=True, slots=True)
class Match:
    """A gold toponym and the prediction that overlaps it best."""

    gold: Toponym
    """What is so."""
    predicted: Toponym
    """What was said."""
    error_km: float | None
    """Kilometres between the two places; ``None`` where the gold has no coordinates."""
    in_area: bool
    """Whether the gold's point lies in the area that was said."""

    @property
    def is_near(self) -> bool:
        """Whether the place is within 161 km."""
        return self.error_km is not None and self.error_km <= NEAR_KM

    @property
    def is_right(self) -> bool:
        """Whether the place is within 161 km, or an area around the gold's point."""
        return self.is_near or self.in_area


@dataclass(frozen=True, slots=True)
class Comparison:
    """One document's predictions beside its gold."""

    matches: tuple[Match, ...]
    """What was found."""
    missed: tuple[Toponym, ...]
    """Gold that nothing overlaps."""
    invented: tuple[Toponym, ...]
    """Predictions that overlap no gold."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One document after it was compared."""

    doc_id: str
    """What it is called."""
    words: int
    """Words of its text."""
    comparison: Comparison
    """What was found, missed and invented."""


def compare(
    gold: Sequence[Toponym],
    predicted: Iterable[Toponym],
    kinds: frozenset[str] | None = None,
    in_area: InArea = nowhere,
) -> Comparison:
    """Put the predictions of one document beside its gold.

    Parameters
    ----------
    gold
        What is so.
    predicted
        What was said; the same span twice counts once.
    kinds
        Gold of other kinds is neutral: neither missed nor, where it was found, wrong.
    in_area
        Tells whether a gold point lies in the area that was predicted; asked only where the
        two are more than 161 km apart.
    """
    first: dict[tuple[int, int], Toponym] = {}
    for toponym in predicted:
        first.setdefault((toponym["start"], toponym["end"]), toponym)
    unique = list(first.values())
    neutral = {i for i, g in enumerate(gold) if kinds and g.get("kind") not in kinds}
    pairs = pair(gold, unique)
    found = set(pairs.values())
    return Comparison(
        tuple(
            _match(gold[i], unique[j], in_area)
            for j, i in sorted(pairs.items())
            if i not in neutral
        ),
        tuple(g for i, g in enumerate(gold) if i not in found | neutral),
        tuple(p for j, p in enumerate(unique) if j not in pairs),
    )


def _match(gold: Toponym, predicted: Toponym, in_area: InArea) -> Match:
    if not is_placed(gold):
        return Match(gold, predicted, None, in_area=False)
    error = error_km(gold, predicted)
    return Match(gold, predicted, error, in_area=error > NEAR_KM and in_area(gold, predicted))
