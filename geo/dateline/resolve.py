"""From mentions to places, over the whole article at once.

Names are resolved together: one sense per discourse (Gale, Church and Yarowsky 1992), each
name judged by the company of the others, in a few rounds until the sure ones have spoken for
the unsure.
"""

from collections.abc import Iterator, Mapping, Sequence

from dateline.company import Company, gather, within, without
from dateline.gazetteer import Gazetteer
from dateline.model import Mention, Place, Ranked, Resolution
from dateline.reasons import reasons_for
from dateline.score import (
    Features,
    company_features,
    own_features,
    probabilities,
    sort_features,
    total,
    weights,
)
from dateline.senses import Name, gather_names

ROUNDS = 2
"""Times that names are judged by each other's company; more changes nothing we could measure."""

MOST_WEIGHT = 3
"""Mentions of one name beyond which further ones add nothing to the company it gives."""

LEAST_PLACED = 0.25
"""Probability below which a mention stays unplaced; measured end to end on the corpora."""

MOST_RANKED = 8
"""Candidates kept with their reasons; what follows has no chance and nobody reads it."""


def resolve(
    text: str,
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
    table: Mapping[str, float] | None = None,
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

    Returns
    -------
    tuple of Resolution
        One a mention, in the same order.
    """
    table = table or weights()
    names = tuple(gather_names(text, mentions, gazetteer))
    chosen: dict[int, Resolution] = {}
    for name, features in zip(names, judge(names, table), strict=True):
        ranked = rank(name, features, table)
        for index in name.mentions:
            chosen[index] = _resolution(mentions[index], ranked)
    return tuple(chosen[i] for i in range(len(mentions)))


def judge(names: Sequence[Name], table: Mapping[str, float]) -> tuple[tuple[Features, ...], ...]:
    """Describe every candidate of every name, alone and in the company of the others.

    Parameters
    ----------
    names
        All names of one article.
    table
        Weight by feature name; it decides which places count as company.

    Returns
    -------
    tuple of tuple of dict
        Features by name and candidate, as of the last round.
    """
    own = tuple(tuple(_alone(name)) for name in names)
    judged = own
    for _ in range(ROUNDS):
        parts = [_company_of(name, f, table) for name, f in zip(names, judged, strict=True)]
        whole = gather(p for part in parts for p in part)
        judged = tuple(
            _in_company(name, alone, without(whole, gather(part)))
            for name, alone, part in zip(names, own, parts, strict=True)
        )
    return judged


def _alone(name: Name) -> Iterator[Features]:
    for position, candidate in enumerate(name.candidates):
        features = own_features(candidate, position)
        if any(within(candidate.place, area) for area in name.containers):
            features["qualified"] = 1.0
        yield features | sort_features(candidate, name.candidates, name.said)


def _in_company(name: Name, alone: Sequence[Features], others: Company) -> tuple[Features, ...]:
    return tuple(
        features | company_features(candidate, others)
        for candidate, features in zip(name.candidates, alone, strict=True)
    )


def _company_of(
    name: Name, features: Sequence[Features], table: Mapping[str, float]
) -> list[tuple[Place, float]]:
    weight = min(len(name.mentions), MOST_WEIGHT)
    shares = probabilities([total(f, table) for f in features], table)
    return [
        (candidate.place, weight * share)
        for candidate, share in zip(name.candidates, shares, strict=True)
        if share > 0.05  # noqa: PLR2004  (a share; less is noise and costs time)
    ]


def rank(
    name: Name, features: Sequence[Features], table: Mapping[str, float]
) -> tuple[Ranked, ...]:
    """Order the candidates of a name by score and give the best ones their reasons.

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
    tuple of Ranked
        At most `MOST_RANKED`, best first; probabilities are shares among all candidates.
    """
    scores = [total(f, table) for f in features]
    rows = sorted(
        zip(scores, probabilities(scores, table), name.candidates, features, strict=True),
        key=lambda row: (-row[0], -row[2].place.population, row[2].place.id),
    )
    return tuple(
        Ranked(candidate, score, share, reasons_for(candidate, seen, name.containers, table))
        for score, share, candidate, seen in rows[:MOST_RANKED]
    )


def _resolution(mention: Mention, ranked: tuple[Ranked, ...]) -> Resolution:
    """Take the best candidate, unless it is so unlikely that no pin is better than this one."""
    if not ranked or ranked[0].probability < LEAST_PLACED:
        return Resolution(mention, None, 0.0, ranked)
    best = ranked[0]
    return Resolution(mention, best.candidate.place, best.probability, ranked)
