"""From scores to mentions: the network's odds and the rules' added, names chosen and trimmed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from dateline.gazetteer import Gazetteer
from dateline.model import Mention, ToponymKind
from dateline.recognise.lexicon import words as lexicon
from dateline.recognise.rules import Judgement, judge
from dateline.recognise.tagger.edges import edges
from dateline.recognise.tagger.names import Names
from dateline.recognise.tagger.network import Floats, Network
from dateline.recognise.tagger.path import NEIGHBOUR, Chances, best_path, runs
from dateline.recognise.tagger.pieces import Words

AGREEMENT = 0.7
"""How far a word's odds move towards their mean over the text, 0 to 1. This and what follows were
chosen on corpora left out of training."""

TELLING = 3
"""Letters of the shortest word that counts as the same name wherever it stands."""

BIAS = 0.5
"""Log-odds added to every word."""

RULES_SHARE, RULES_LIMIT = 0.7, 5.0
"""How much of the rules' log-odds is added to a name of the gazetteer, and where they are cut."""

DECIDED_SHARE = 2.0
"""The same where the rules decide alone, because the corpora have too few such cases or do not
agree: groups of countries, persons called like places, ships."""

KNOWN = 0.25
"""Log-odds added to a name of the gazetteer."""

TOLD = 1.5
"""Log-odds added to a name of which the text itself tells that it is a place's."""

UNKNOWN_WORD, UNKNOWN_NAME, UNKNOWN_PERSON = 2.5, 1.5, 4.5
"""Log-odds that a word, or a name of several, or one that looks like a person's needs where the
gazetteer does not have it."""

ASSOCIATIVE = 4.0
"""Log-odds from which on a mention is associative by the network alone. At 1 the kinds agree best
with GeoWebNews; but GeoVirus counts countries that act ("China confirmed") as literal."""

MIXED = 1.0
"""Log-odds against an adjective right after a name, or the other way round."""

_BREAK = re.compile(r"\n\s*\n|[;!?…]")
"""What no name reaches across."""

_SURE = 14.0
"""Log-odds are cut here: one part in a million."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A text with the log-odds of its words."""

    words: Words
    """The words as the network reads them."""
    logs: Floats
    """Log-probabilities, a row a word: outside, name begins, on, adjective begins, on."""
    lift: Floats
    """Log-odds that the text as a whole and the rules add to each word."""
    associative: Floats
    """Log-odds of being associative, if a toponym at all."""


def recognise_by_tagger(
    text: str,
    gazetteer: Gazetteer,
    network: Network,
    *,
    fast: bool = False,
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
        Use the first half of the network only.
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
    return tuple(_mentions(text, scored, judged, gazetteer))


def weigh(text: str, words: Words, scores: Floats, judged: Judgement) -> Scored:
    """Turn scores into log-odds and add what speaks for each word from elsewhere."""
    logs = scores[:, :-2] - np.logaddexp.reduce(scores[:, :-2], 1)[:, None]
    odds = np.clip(np.logaddexp.reduce(logs[:, 1:], 1) - logs[:, 0], -_SURE, _SURE)
    lift = BIAS + _agreement(text, words, odds) + _of_rules(words, judged)
    return Scored(words, logs, lift, scores[:, -1] - scores[:, -2])


def _agreement(text: str, words: Words, odds: Floats) -> Floats:
    """Say by how much the odds of each word move towards those of the same word elsewhere."""
    titles = lexicon("titles")
    same: dict[str, list[int]] = {}
    for i, case in enumerate(words.cases):
        word = text[words.starts[i] : words.ends[i]].lower()
        if case and len(word) >= TELLING and word not in titles:
            same.setdefault(word, []).append(i)
    moves = np.zeros_like(odds)
    for at in same.values():
        if len(at) > 1:
            moves[at] = AGREEMENT * (odds[at].mean() - odds[at])
    return moves


def _of_rules(words: Words, judged: Judgement) -> Floats:
    """Lay the rules' odds over the words of each name of the gazetteer."""
    lift = np.zeros(len(words.starts), np.float32)
    for match, odds, decided in zip(judged.matches, judged.odds, judged.decided, strict=True):
        a, b = np.searchsorted(words.starts, (match.start, match.end))
        cut = max(-RULES_LIMIT, min(RULES_LIMIT, odds))
        lift[a:b] = DECIDED_SHARE * odds if decided else KNOWN + RULES_SHARE * cut
    for span in judged.told:
        a, b = np.searchsorted(words.starts, span)
        lift[a:b] = TOLD
    return lift


def _mentions(
    text: str, scored: Scored, judged: Judgement, gazetteer: Gazetteer
) -> Iterator[Mention]:
    """Choose the names, trim them and tell their kinds."""
    names = Names(judged, gazetteer)
    last = 0
    for a, b in _chosen(text, scored):
        for edge in edges(text, scored.words.starts[a], scored.words.ends[b - 1], names.has):
            start, end = names.whole(*edge, last)
            if start < last or _is_currency(text, end):
                continue
            if names.at(start, end) or _odds(scored, a, b) >= _needed(names, text, start, end):
                last = end
                kind = _kind(scored, a, b, names.kind(start, end))
                yield Mention(start, end, text[start:end], kind)


def _is_currency(text: str, end: int) -> bool:
    """Whether a sum of money follows: "US$"."""
    return text[end : end + 1] in {"$", "€", "£"}


def _chosen(text: str, scored: Scored) -> Iterator[tuple[int, int]]:
    """Find the likeliest names, as half-open runs of words."""
    outside = scored.logs[:, 0] - scored.lift
    begin = np.logaddexp(scored.logs[:, 1], scored.logs[:, 3])
    inside = np.logaddexp(scored.logs[:, 2], scored.logs[:, 4])
    starts, ends = scored.words.starts, scored.words.ends
    cut = np.array([False, *(_parted(text, a, b) for a, b in zip(ends, starts[1:], strict=False))])
    begin[cut] = np.logaddexp(begin[cut], inside[cut])
    inside[cut] = -_SURE
    adjective = scored.logs[:, 3:].max(1) > scored.logs[:, 1:3].max(1)
    other = np.array([False, *(adjective[1:] != adjective[:-1])])
    neighbour = np.where(cut, 0.0, np.where(other, MIXED, NEIGHBOUR))
    rows = zip(*(a.tolist() for a in (outside, begin, inside, neighbour)), strict=True)
    return runs(best_path([Chances(*row) for row in rows]))


def _parted(text: str, end: int, start: int) -> bool:
    """Whether no name reaches from one word to the next."""
    return start - end > 1 and bool(_BREAK.search(text[end:start]))


def _odds(scored: Scored, a: int, b: int) -> float:
    """Give the log-odds of a name, the mean over its words, without the bias."""
    found = np.logaddexp.reduce(scored.logs[a:b, 1:], 1) - scored.logs[a:b, 0]
    return float((found + scored.lift[a:b]).mean()) - BIAS


def _needed(names: Names, text: str, start: int, end: int) -> float:
    """Give the log-odds that a name needs of which the rules have no part."""
    if names.is_lost(start, end):
        return _SURE
    if names.is_person(start, end):
        return UNKNOWN_PERSON
    if names.is_told(start, end) or names.has(text[start:end]):
        return -_SURE
    return UNKNOWN_NAME if " " in text[start:end] else UNKNOWN_WORD


def _kind(scored: Scored, a: int, b: int, by_words: ToponymKind) -> ToponymKind:
    """Tell literal from associative by the network and by the words beside the name."""
    adjective = scored.logs[a:b, 3:].max(1).sum() > scored.logs[a:b, 1:3].max(1).sum()
    metonym = scored.associative[a:b].mean() > ASSOCIATIVE
    return "associative" if adjective or metonym else by_words
