"""The likeliest names in a row of scored words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

OUTSIDE, BEGIN, INSIDE = TAGS = range(3)
"""Tags of words on the path that is chosen."""

ORPHAN, NEIGHBOUR = 6.0, 4.0
"""Log-odds against a name that goes on without beginning, and against one right after another;
chosen on corpora left out of training."""


@dataclass(frozen=True, slots=True)
class Chances:
    """What a word may be, as log-probabilities, and what it costs to begin a name there."""

    outside: float
    """That it is in no name."""
    begin: float
    """That a name begins."""
    inside: float
    """That a name goes on."""
    neighbour: float = NEIGHBOUR
    """Log-odds against beginning right after another name."""


def open_runs(
    outside: NDArray[np.floating],
    begin: NDArray[np.floating],
    inside: NDArray[np.floating],
) -> Iterator[tuple[int, int]]:
    """Find the runs of words, half-open, that the likeliest path may have names in.

    All other words are outside on it, because no step costs more than `ORPHAN`: the path falls
    into pieces there, and each can be found alone.

    Parameters
    ----------
    outside, begin, inside
        Log-probabilities as in `Chances`, one a word.

    Examples
    --------
    >>> inside = np.array([-9.0, -9.0, -2.0, -9.0])
    >>> list(open_runs(np.zeros(4), np.array([-9.0, -1.0, -9.0, -9.0]), inside))
    [(1, 3)]
    """
    open_ = outside - np.maximum(begin, inside) <= ORPHAN
    turns = np.flatnonzero(np.diff(open_, prepend=False, append=False)).tolist()
    return zip(turns[::2], turns[1::2], strict=True)


def best_path(chances: Sequence[Chances]) -> list[int]:
    """Find the likeliest tags by dynamic programming (Viterbi).

    Parameters
    ----------
    chances
        One a word; at least one.

    Examples
    --------
    >>> best_path([Chances(-9, -1, -9), Chances(-9, -2, -1.5), Chances(-1, -9, -9)])
    [1, 2, 0]
    """
    first = chances[0]
    o, b, i = first.outside, first.begin, first.inside - ORPHAN
    back: list[tuple[int, int, int]] = []
    for word in chances[1:]:
        to_o = _best(o, b, i)
        to_b = _best(o, b - word.neighbour, i - word.neighbour)
        to_i = _best(o - ORPHAN, b, i)
        back.append((to_o[0], to_b[0], to_i[0]))
        o, b, i = word.outside + to_o[1], word.begin + to_b[1], word.inside + to_i[1]
    path = [_best(o, b, i)[0]]
    for step in reversed(back):
        path.append(step[path[-1]])
    return path[::-1]


def _best(o: float, b: float, i: float) -> tuple[int, float]:
    if o >= b and o >= i:
        return OUTSIDE, o
    return (BEGIN, b) if b >= i else (INSIDE, i)


def runs(path: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Read names off a path, as half-open runs of words.

    Examples
    --------
    >>> list(runs([0, 1, 2, 1, 0]))
    [(1, 3), (3, 4)]
    """
    start = None
    for i, tag in enumerate([*path, OUTSIDE]):
        if start is not None and tag != INSIDE:
            yield start, i
            start = None
        if tag != OUTSIDE and start is None:
            start = i
