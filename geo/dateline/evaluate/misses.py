"""The worst misses: what is missed, invented or put in the wrong place most often."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.evaluate.compare import Comparison, Match
from dateline.evaluate.toponyms import is_placed, point_of
from dateline.model import LonLat


@dataclass(frozen=True, slots=True)
class Wrong:
    """A name that was put in the wrong place, as it was the first time."""

    surface: str
    """The gold's words."""
    doc_id: str
    """Document of the first time."""
    start: int
    """Code point of the first time."""
    said: str
    """What the prediction calls the place, if it does; empty where it has only a position."""
    said_point: LonLat | None
    """Where it was put; ``None`` where it was left unplaced."""
    gold_point: LonLat
    """Where it is."""
    km: float
    """Kilometres between the two."""
    in_area: bool
    """Whether it was put in an area around the gold's point."""


@dataclass(frozen=True, slots=True)
class Misses:
    """Misses by name."""

    missed: Counter[str] = field(default_factory=Counter)
    """Gold that was not found, by its words."""
    invented: Counter[str] = field(default_factory=Counter)
    """What was found where no gold is, by its words."""
    wrong: Counter[str] = field(default_factory=Counter)
    """What was found and put in the wrong place, by the gold's words."""
    first: Mapping[str, Wrong] = field(default_factory=dict)
    """The first wrong place of each such name."""

    def __add__(self, other: "Misses") -> "Misses":
        """Add up documents; what came first stays first."""
        return Misses(
            self.missed + other.missed,
            self.invented + other.invented,
            self.wrong + other.wrong,
            {**other.first, **self.first},
        )


def misses_of(doc_id: str, comparison: Comparison) -> Misses:
    """Gather the misses of one document.

    Parameters
    ----------
    doc_id
        What the document is called.
    comparison
        Its toponyms need a ``surface``.
    """
    wrong = [m for m in comparison.matches if m.error_km is not None and not m.is_near]
    return Misses(
        Counter(g["surface"] for g in comparison.missed),
        Counter(p["surface"] for p in comparison.invented),
        Counter(m.gold["surface"] for m in wrong),
        {m.gold["surface"]: _wrong(doc_id, m) for m in reversed(wrong)},
    )


def _wrong(doc_id: str, match: Match) -> Wrong:
    placed = is_placed(match.predicted)
    return Wrong(
        surface=match.gold["surface"],
        doc_id=doc_id,
        start=match.gold["start"],
        said=match.predicted.get("name") or "",
        said_point=point_of(match.predicted) if placed else None,
        gold_point=point_of(match.gold),
        km=match.error_km or 0.0,
        in_area=match.in_area,
    )
