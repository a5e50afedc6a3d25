"""From mentions to places, over the whole article at once.

Names are resolved together: one sense per discourse (Gale, Church and Yarowsky 1992), each
name judged by the company of the others, in a few rounds until the sure ones have spoken for
the unsure.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.company import Position
from dateline.gazetteer import Gazetteer
from dateline.model import Candidate, Mention, Ranked, Resolution
from dateline.resolve.clues import clues_of
from dateline.resolve.companions import Companions, gather_companions
from dateline.resolve.discourse import Setting, judge
from dateline.resolve.origin import NOWHERE, Origin
from dateline.resolve.reasons import reasons_for
from dateline.resolve.score import Features, probabilities, total, weights
from dateline.resolve.senses import Name, gather_names

LEAST_PLACED = 0.15
"""Probability below which a mention stays unplaced; measured end to end on the corpora."""

MOST_RANKED = 8
"""Candidates kept with their reasons; what follows has no chance and nobody reads it."""


def resolve(
    text: str,
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
    table: Mapping[str, float] | None = None,
    origin: Origin = NOWHERE,
) -> tuple[Resolution, ...]:
    """Choose a place for every mention.

    Parameters
    ----------
    text
        The article's text.
    mentions
        Toponyms in text order.
    gazetteer
        Where they are looked up.
    table
        Weight by feature name; the package's own by default.
    origin
        Where the article is from, if somebody said so.

    Returns
    -------
    tuple of Resolution
        One a mention, in the same order.
    """
    table = table or weights()
    names = tuple(gather_names(text, mentions, gazetteer))
    judged = judge(names, table, Setting(clues_of(text), origin))
    rankings = [rank(name, seen, table) for name, seen in zip(names, judged, strict=True)]
    best = [rows[0].candidate.place if rows else None for rows in rankings]
    companions = gather_companions(text, names, mentions, best)
    chosen: dict[int, Resolution] = {}
    for name, rows in zip(names, rankings, strict=True):
        first = mentions[name.mentions[0]]
        ranked = tuple(_explained(row, name, companions, first, table) for row in rows)
        for index in name.mentions:
            chosen[index] = _resolution(mentions[index], ranked)
    return tuple(chosen[i] for i in range(len(mentions)))


class Row(NamedTuple):
    """A candidate with its score."""

    score: float
    """Sum of weight times value."""
    probability: float
    """Share among all candidates of its name."""
    candidate: Candidate
    """The candidate."""
    position: Position
    """Where it lies."""
    features: Features
    """Values by feature name."""


def rank(name: Name, features: Sequence[Features], table: Mapping[str, float]) -> tuple[Row, ...]:
    """Order the candidates of a name by score.

    Parameters
    ----------
    name
        The name with its candidates.
    features
        One a candidate, as from `judge`.
    table
        Weight by feature name.

    Returns
    -------
    tuple of Row
        At most `MOST_RANKED`, best first; probabilities are shares among all candidates.
    """
    scores = [total(f, table) for f in features]
    shares = probabilities(scores, table)
    rows = map(Row, scores, shares, name.candidates, name.positions, features)
    order = sorted(
        rows, key=lambda r: (-r.score, -r.candidate.place.population, r.candidate.place.id)
    )
    return tuple(order[:MOST_RANKED])


def _explained(
    row: Row, name: Name, companions: Companions, first: Mention, table: Mapping[str, float]
) -> Ranked:
    named_with = companions.of(row.candidate.place, row.position, first)
    reasons = reasons_for(row.candidate, row.features, name.containers, named_with, table)
    return Ranked(row.candidate, row.score, row.probability, reasons)


def _resolution(mention: Mention, ranked: tuple[Ranked, ...]) -> Resolution:
    """Take the best candidate, unless it is so unlikely that no pin is better than this one."""
    if not ranked or ranked[0].probability < LEAST_PLACED:
        return Resolution(mention, None, 0.0, ranked)
    best = ranked[0]
    return Resolution(mention, best.candidate.place, best.probability, ranked)
