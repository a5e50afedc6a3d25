"""All names of an article, judged together.

Each is described alone, and then in a few rounds by the company of the others, until the
sure ones have spoken for the unsure.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.company import Position, gather, together, within, without
from dateline.resolve.clues import Clues, clue_features
from dateline.resolve.fame import is_about_the_world, is_known_to_all
from dateline.resolve.home import gather_home, votes_of
from dateline.resolve.origin import NOWHERE, Origin, origin_features
from dateline.resolve.score import (
    Features,
    company_features,
    home_features,
    local_feature,
    own_features,
    probabilities,
    sort_features,
    total,
)
from dateline.resolve.senses import Name

ROUNDS = 2
"""Times that names are judged by each other's company; more changes nothing we could measure."""

MOST_WEIGHT = 3
"""Mentions of one name beyond which further ones add nothing to the company it gives."""

LEAST_SHARE = 0.05
"""Probability of a reading below which it is no company; less is noise and costs time."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of where an article is from, besides the places it names."""

    clues: Clues = field(default_factory=Clues)
    """What its words tell."""
    origin: Origin = NOWHERE
    """What somebody said."""


UNKNOWN = Setting()
"""Nothing is known."""


def judge(
    names: Sequence[Name], table: Mapping[str, float], setting: Setting = UNKNOWN
) -> tuple[tuple[Features, ...], ...]:
    """Describe every candidate of every name, alone and in the company of the others.

    Parameters
    ----------
    names
        All names of one article.
    table
        Weight by feature name; it decides which places count as company.
    setting
        What is known of where the article is from.

    Returns
    -------
    tuple of tuple of dict
        Features by name and candidate, as of the last round.
    """
    world = is_about_the_world(names)
    own = tuple(tuple(_alone(name, setting, world=world)) for name in names)
    scores = [[total(features, table) for features in alone] for alone in own]
    described: list[list[Features]] = []
    shares = [probabilities(row, table) for row in scores]
    for _ in range(ROUNDS):
        described = list(_in_company(names, shares, setting.origin.position))
        shares = [
            probabilities([a + total(f, table) for a, f in zip(row, new, strict=True)], table)
            for row, new in zip(scores, described, strict=True)
        ]
    return tuple(
        tuple(a | b for a, b in zip(alone, new, strict=True))
        for alone, new in zip(own, described, strict=True)
    )


def _alone(name: Name, setting: Setting, *, world: bool) -> Iterator[Features]:
    for i, (candidate, position) in enumerate(zip(name.candidates, name.positions, strict=True)):
        features = own_features(candidate, i)
        own_town = name.local and candidate.place.feature_class == "P"
        if any(within(candidate.place, area) for area in name.containers):
            features["qualified"] = 1.0
        if world and is_known_to_all(candidate.place, name.candidates):
            features["world_city"] = 1.0
        if candidate.place.id in name.holds:
            features["holder"] = 1.0
        if position.peers in name.listed:
            features["listed"] = 1.0
        if name.local:
            features[local_feature(candidate)] = 1.0
        yield (
            features
            | sort_features(candidate, name.candidates, name.said)
            | clue_features(setting.clues, position.areas, own_town=own_town)
            | origin_features(setting.origin, candidate.place, position.areas)
        )


def _in_company(
    names: Sequence[Name], shares: Sequence[Sequence[float]], origin: Position | None
) -> Iterator[list[Features]]:
    """Describe the candidates by the other names, each with its shares of the last round."""
    rows = [list(zip(n.positions, p, strict=True)) for n, p in zip(names, shares, strict=True)]
    parts = [gather(_weighty(name, row)) for name, row in zip(names, rows, strict=True)]
    votes = [votes_of(row) for row in rows]
    told = [(origin, 1.0)] if origin else []
    whole = together((*parts, gather((p, MOST_WEIGHT) for p, _ in told)))
    home = gather_home((*votes, votes_of(told)))
    for name, part, own in zip(names, parts, votes, strict=True):
        others, sums = without(whole, part), home.without(own)
        yield [
            company_features(candidate, position, others)
            | home_features(home.beliefs(position, own, sums))
            for candidate, position in zip(name.candidates, name.positions, strict=True)
        ]


def _weighty(name: Name, row: Sequence[tuple[Position, float]]) -> list[tuple[Position, float]]:
    weight = min(len(name.mentions), MOST_WEIGHT)
    return [(position, weight * share) for position, share in row if share > LEAST_SHARE]
