"""The worst misses: what is missed, invented or put in the wrong place most often."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.evaluate.compare import Compared, Match
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
    """What the prediction calls the place; empty where it has only a position, or none."""
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

    missed: Counter[str]
    """Gold that was not found, by its words."""
    invented: Counter[str]
    """What was found where no gold is, by its words."""
    wrong: Counter[str]
    """What was found and put beyond 161 km, by the gold's words."""
    first: Mapping[str, Wrong]
    """The first wrong place of each name in `wrong`."""


def misses_of(documents: Iterable[Compared]) -> Misses:
    """Gather the misses of some documents; toponyms need a ``surface``."""
    missed, invented, wrong = Counter[str](), Counter[str](), Counter[str]()
    first: dict[str, Wrong] = {}
    for document in documents:
        missed.update(gold["surface"] for gold in document.comparison.missed)
        invented.update(said["surface"] for said in document.comparison.invented)
        for match in document.comparison.matches:
            if match.error_km is not None and not match.is_near:
                surface = match.gold["surface"]
                wrong[surface] += 1
                first.setdefault(surface, _wrong(document.doc_id, match, match.error_km))
    return Misses(missed, invented, wrong, first)


def _wrong(doc_id: str, match: Match, km: float) -> Wrong:
    placed = is_placed(match.predicted)
    return Wrong(
        surface=match.gold["surface"],
        doc_id=doc_id,
        start=match.gold["start"],
        said=match.predicted.get("name") or "",
        said_point=point_of(match.predicted) if placed else None,
        gold_point=point_of(match.gold),
        km=km,
        in_area=match.in_area,
    )
