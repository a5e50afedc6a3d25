"""The few places that account for most of a story."""

from collections.abc import Mapping, Sequence
from math import fsum

from dateline.focus.accounts import COUNTRY, TOWN, Account

ENOUGH = 0.5
"""Share of the literal mentions that the places of one size have to account for together."""

SCATTERED = 1 / 3
"""Share below which not even countries account for a story: it is about nowhere in particular."""

LEAST = 0.2
"""Share of the literal mentions that each further place has to add."""

MOST = 3
"""Places that a story can be about; where more of one size add enough, larger ones are tried."""

NARROWER = 0.75
"""Share of a place's mentions from which on the smaller place that has them stands for it."""

_ROUNDING = 1e-9
"""Mentions; one place of five is a fifth, whatever sums of fractions come to."""


def fewest(accounts: Sequence[Account], weights: Mapping[int, float]) -> list[Account]:
    """Choose the places of the smallest size of which a few account for enough.

    Parameters
    ----------
    accounts
        What the story may be about.
    weights
        Mentions by id of place.

    Returns
    -------
    list of Account
        At most `MOST`; empty where even countries account for less than `SCATTERED`.
    """
    total = fsum(weights.values())
    likely = [a for a in accounts if a.weight(weights) >= NARROWER * LEAST * total]
    chosen: list[Account] = []
    for size in range(TOWN, COUNTRY + 1):
        chosen = _choose([a for a in likely if a.size <= size], weights, total)
        if len(chosen) <= MOST and _share(chosen, weights, total) >= ENOUGH:
            return chosen
    few = len(chosen) <= MOST and _share(chosen, weights, total) >= SCATTERED
    return chosen if few else []


def _share(accounts: Sequence[Account], weights: Mapping[int, float], total: float) -> float:
    places = frozenset().union(*(account.places for account in accounts))
    return fsum(weights[place] for place in places) / total


def _choose(
    accounts: Sequence[Account], weights: Mapping[int, float], total: float
) -> list[Account]:
    """Take the places that add most, one after the other, each as narrow as it can be."""
    chosen: list[Account] = []
    known: frozenset[int] = frozenset()
    while accounts:
        best = max(accounts, key=lambda a: (a.weight(weights, known), -a.size, a.place.id))
        if best.weight(weights, known) < LEAST * total - _ROUNDING:
            break
        chosen.append(_narrowed(best, accounts, weights))
        known |= chosen[-1].places
    return chosen


def _narrowed(
    account: Account, accounts: Sequence[Account], weights: Mapping[int, float]
) -> Account:
    least = NARROWER * account.weight(weights)
    narrower = [
        a
        for a in accounts
        if a.size < account.size and a.places <= account.places and a.weight(weights) >= least
    ]
    return min(narrower, key=lambda a: (a.size, -a.weight(weights), a.place.id), default=account)
