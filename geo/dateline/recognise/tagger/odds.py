"""The log-odds of each word: the network's, the text's as a whole, and the rules' added."""

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np

from dateline.recognise.kinds import is_adjective
from dateline.recognise.lexicon import words as lexicon
from dateline.recognise.rules import Judgement
from dateline.recognise.tagger.network import Floats
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

ADJECTIVE = 2.0
"""Log-odds added to a known adjective or demonym, of which the network says too little: most of
what it learned from marks none."""

TOLD = 1.5
"""Log-odds added to a name of which the text itself tells that it is a place's."""

SURE = 14.0
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
    noun: Floats
    """The higher of the log-probabilities that a name begins and goes on."""
    adjective: Floats
    """The higher of those that an adjective does."""


def weigh(text: str, words: Words, scores: Floats, judged: Judgement) -> Scored:
    """Turn scores into log-odds and add what speaks for each word from elsewhere."""
    logs = scores[:, :-2] - np.logaddexp.reduce(scores[:, :-2], 1)[:, None]
    odds = np.clip(np.logaddexp.reduce(logs[:, 1:], 1) - logs[:, 0], -SURE, SURE)
    lift = BIAS + _agreement(text, words, odds) + _of_rules(words, judged)
    associative = scores[:, -1] - scores[:, -2]
    return Scored(words, logs, lift, associative, logs[:, 1:3].max(1), logs[:, 3:].max(1))


def _agreement(text: str, words: Words, odds: Floats) -> Floats:
    """Say by how much the odds of each word move towards those of the same word elsewhere."""
    titles = lexicon("titles")
    same: dict[str, list[int]] = {}
    for i, case in enumerate(words.cases):
        if not case:
            continue
        word = text[words.starts[i] : words.ends[i]].lower()
        if len(word) >= TELLING and word not in titles:
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
        a, b = _words_of(words, match.start, match.end)
        cut = max(-RULES_LIMIT, min(RULES_LIMIT, odds))
        known = KNOWN + ADJECTIVE * is_adjective(match)
        lift[a:b] = DECIDED_SHARE * odds if decided else known + RULES_SHARE * cut
    for span in judged.told:
        a, b = _words_of(words, *span)
        lift[a:b] = TOLD
    return lift


def _words_of(words: Words, start: int, end: int) -> tuple[int, int]:
    """Give the half-open run of words that begin in a span."""
    return bisect_left(words.starts, start), bisect_left(words.starts, end)
