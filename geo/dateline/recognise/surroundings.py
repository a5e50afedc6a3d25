"""What of the whole text bears on each name in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dateline.company import Area
from dateline.recognise.matches import Match
from dateline.recognise.persons import person_words
from dateline.recognise.readings import named_areas
from dateline.tokens import Token

HEADLINE_WORDS = 4
"""Words in a row, all capitalised, from which on capitals tell nothing."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What of the whole text bears on each match."""

    tokens: Sequence[Token]
    """All tokens."""
    persons: frozenset[str]
    """Folded last names of persons."""
    lower: frozenset[str]
    """Words that the text also writes small."""
    headline_at: frozenset[int]
    """Indices of tokens in stretches where every word is capitalised."""
    matches_at: Mapping[int, Match]
    """All matches, by the index of their first token."""
    areas: frozenset[Area]
    """Countries and first-level divisions that the text names, by their codes."""


def surroundings(tokens: Sequence[Token], matches: Sequence[Match]) -> Surroundings:
    """Gather what of the whole text bears on each name in it."""
    return Surroundings(
        tokens,
        person_words(tokens),
        frozenset(t.text for t in tokens if not t.capitalised),
        _headline(tokens),
        {match.first: match for match in matches},
        named_areas(matches),
    )


def _headline(tokens: Sequence[Token]) -> frozenset[int]:
    """Collect the indices of tokens in stretches that are all capitals."""
    upper = [token.text.isupper() for token in tokens]
    stretches = groupby(range(len(tokens)), key=upper.__getitem__)
    runs = [tuple(run) for capitals, run in stretches if capitals]
    return frozenset(i for run in runs if len(run) >= HEADLINE_WORDS for i in run)
