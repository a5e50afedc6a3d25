"""Where a story is at home: the country, state and county that account for the names in it.

A local paper never says which county it is in, yet only one county has a Paris, a Reno and a
Blossom. Every name votes for the areas that its readings lie in, as naive Bayes would have it:
by how much likelier the name is in a story from there. Two unsure names that share a small
area make each other sure, which a sum of shares cannot do.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.company import Area, Position

FROM_HOME = 0.5
"""Share of the names in a story that lie in the area it is from; a guess, and a blunt one."""

CHANCE = (0.02, 0.003, 0.0003)
"""How likely a name is to lie in one country, state or county that has nothing to do with the
story: about one in as many as the gazetteer has of each that papers write about."""

ELSEWHERE = 3.0
"""Log-odds of the story being at home nowhere in particular: two loose votes do not beat it."""

Votes = Mapping[Area, float]
"""Log-odds by area that one name, or one clue, adds."""


@dataclass(frozen=True, slots=True)
class Home:
    """Votes of all names, summed up."""

    odds: Mapping[Area, float]
    """Likelihood of each area, as a part of the likeliest of its level."""
    sums: tuple[float, ...]
    """Sum of those by level: countries, states, counties; with "elsewhere"."""

    def beliefs(self, position: Position, own: Votes, sums: tuple[float, ...]) -> list[float]:
        """Give the probability that the story is at home in each area of a position.

        Parameters
        ----------
        position
            Where a reading lies.
        own
            Votes of the name itself, which do not count.
        sums
            As from `without`.
        """
        return [
            self.odds.get(area, 0.0) * math.exp(-own.get(area, 0.0)) / whole
            for area, whole in zip(position.areas, sums, strict=False)
        ]

    def without(self, own: Votes) -> tuple[float, ...]:
        """Give `sums` without the votes of one name."""
        sums = list(self.sums)
        for area, vote in own.items():
            sums[len(area) - 1] -= self.odds[area] * (1.0 - math.exp(-vote))
        return tuple(sums)


def votes_of(readings: Iterable[tuple[Position, float]]) -> Votes:
    """Count what a name says of where the story is at home.

    Parameters
    ----------
    readings
        Where its readings lie, each with its probability.

    Examples
    --------
    >>> votes = votes_of([(Position((("US",), ("US", "TX")), None, ()), 1.0)])
    >>> [round(vote, 1) for vote in votes.values()]
    [3.9, 5.8]
    """
    shares: defaultdict[Area, float] = defaultdict(float)
    for position, share in readings:
        for area in position.areas:
            shares[area] += share
    odds = FROM_HOME / (1.0 - FROM_HOME)
    return {
        area: math.log1p(odds * share / CHANCE[len(area) - 1]) for area, share in shares.items()
    }


def gather_home(votes: Iterable[Votes]) -> Home:
    """Add up votes."""
    logs: defaultdict[Area, float] = defaultdict(float)
    for part in votes:
        for area, vote in part.items():
            logs[area] += vote
    tops = [ELSEWHERE] * len(CHANCE)
    for area, log in logs.items():
        tops[len(area) - 1] = max(tops[len(area) - 1], log)
    odds = {area: math.exp(log - tops[len(area) - 1]) for area, log in logs.items()}
    sums = [math.exp(ELSEWHERE - top) for top in tops]
    for area, likelihood in odds.items():
        sums[len(area) - 1] += likelihood
    return Home(odds, tuple(sums))
