"""From odds to mentions: names chosen, trimmed, held against the gazetteer, their kinds told."""

import re
from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from dateline.gazetteer import Gazetteer
from dateline.model import Mention
from dateline.recognise.rules import judge
from dateline.recognise.tagger.edges import edges
from dateline.recognise.tagger.inner import inner
from dateline.recognise.tagger.names import Names
from dateline.recognise.tagger.network import Network
from dateline.recognise.tagger.odds import BIAS, SURE, Scored, weigh
from dateline.recognise.tagger.path import NEIGHBOUR, Chances, best_path, open_runs, runs
from dateline.recognise.tagger.pieces import Words

UNKNOWN_WORD, UNKNOWN_NAME, UNKNOWN_PERSON = 2.5, 1.5, 4.5
"""Log-odds that a word, or a name of several, or one that looks like a person's needs where the
gazetteer does not have it."""

ASSOCIATIVE, METONYM = 5.5, 1.0
"""Log-odds from which on a mention is associative by the network alone. At the first, countries
that act ("China confirmed") are mostly literal, as GeoVirus and readers have it; at the second,
which has to be asked for, they are associative, as in GeoWebNews."""

MIXED = 1.0
"""Log-odds against an adjective right after a name, or the other way round."""

_BREAK = re.compile(r"\n\s*\n|[;!?…]")
"""What no name reaches across."""


def recognise_by_tagger(
    text: str,
    gazetteer: Gazetteer,
    network: Network,
    *,
    fast: bool = False,
    metonyms: bool = False,
    table: Mapping[str, float] | None = None,
) -> tuple[Mention, ...]:
    """Find the toponyms of a text by the trained network and the rules together.

    Parameters
    ----------
    text
        Any text; offsets of the result are code points into it.
    gazetteer
        Names that need less evidence than others.
    network
        What `dateline.recognise.tagger.open_network` gives.
    fast
        Use the lower end of the network only.
    metonyms
        Call places associative more readily: those that act or only modify.
    table
        Weights of the rules; the package's own by default.

    Returns
    -------
    tuple of Mention
        In text order, not overlapping.
    """
    words, scores = network.read(text, fast=fast)
    if not words.starts:
        return ()
    judged = judge(text, gazetteer, table)
    scored = weigh(text, words, scores, judged)
    limit = METONYM if metonyms else ASSOCIATIVE
    return tuple(_mentions(text, scored, Names(judged, gazetteer), limit))


def _mentions(text: str, scored: Scored, names: Names, limit: float) -> Iterator[Mention]:
    """Choose the names, trim them and tell their kinds."""
    last = 0
    for a, b in _chosen(text, scored):
        for edge in edges(text, scored.words.starts[a], scored.words.ends[b - 1], names.has):
            start, end = inner(names, *names.whole(*edge, last))
            if start < last or _is_currency(text, end):
                continue
            if names.at(start, end) or _odds(scored, a, b) >= _needed(names, text, start, end):
                last = end
                associative = _is_associative(scored, a, b, limit)
                kind = "associative" if associative else names.kind(start, end)
                yield Mention(start, end, text[start:end], kind)


def _is_currency(text: str, end: int) -> bool:
    """Whether a sum of money follows: "US$"."""
    return text[end : end + 1] in {"$", "€", "£"}


def _chosen(text: str, scored: Scored) -> Iterator[tuple[int, int]]:
    """Find the likeliest names, as half-open runs of words."""
    outside = scored.logs[:, 0] - scored.lift
    begin = np.logaddexp(scored.logs[:, 1], scored.logs[:, 3])
    inside = np.logaddexp(scored.logs[:, 2], scored.logs[:, 4])
    cut = _cuts(text, scored.words)
    begin[cut] = np.logaddexp(begin[cut], inside[cut])
    inside[cut] = -SURE
    adjective = scored.adjective > scored.noun
    other = np.array([False, *(adjective[1:] != adjective[:-1])])
    neighbour = np.where(cut, 0.0, np.where(other, MIXED, NEIGHBOUR))
    for a, b in open_runs(outside, begin, inside):
        columns = (column[a:b].tolist() for column in (outside, begin, inside, neighbour))
        path = best_path([Chances(*row) for row in zip(*columns, strict=True)])
        yield from ((a + start, a + end) for start, end in runs(path))


def _cuts(text: str, words: Words) -> NDArray[np.bool_]:
    """Flag the words that no name reaches into from the word before."""
    starts, ends = np.array(words.starts), np.array(words.ends)
    cut = np.zeros(len(starts), np.bool_)
    for i in np.flatnonzero(starts[1:] - ends[:-1] > 1) + 1:
        cut[i] = _BREAK.search(text, ends[i - 1], starts[i]) is not None
    return cut


def _odds(scored: Scored, a: int, b: int) -> float:
    """Give the log-odds of a name, the mean over its words, without the bias."""
    found = np.logaddexp.reduce(scored.logs[a:b, 1:], 1) - scored.logs[a:b, 0]
    return float((found + scored.lift[a:b]).mean()) - BIAS


def _needed(names: Names, text: str, start: int, end: int) -> float:
    """Give the log-odds that a name needs of which the rules have no part."""
    if names.is_lost(start, end) or names.is_other(start, end):
        return SURE
    if names.is_person(start, end):
        return UNKNOWN_PERSON
    if names.is_told(start, end) or names.has(text[start:end]):
        return -SURE
    return UNKNOWN_NAME if " " in text[start:end] else UNKNOWN_WORD


def _is_associative(scored: Scored, a: int, b: int, limit: float) -> bool:
    """Whether a name is an adjective, or associative beyond a limit, by the network."""
    adjective = scored.adjective[a:b].sum() > scored.noun[a:b].sum()
    return bool(adjective or scored.associative[a:b].mean() > limit)
