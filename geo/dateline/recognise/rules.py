"""Recognition without a trained tagger: names of the gazetteer, weighed in their context."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.gazetteer import Gazetteer
from dateline.model import Mention
from dateline.names import fold
from dateline.recognise.evidence import evidence
from dateline.recognise.extent import extent
from dateline.recognise.kinds import kind_of
from dateline.recognise.matches import Match, find_matches
from dateline.recognise.surroundings import surroundings
from dateline.recognise.unknown import unknown_toponyms
from dateline.tokens import Token, tokenise
from dateline.weights import read_weights

ACCEPT = 0.5
"""Least probability with which a name is taken for a place."""

DECISIVE = frozenset({"after_a_alone", "full_name", "group", "people_of_old", "vessel"})
"""Observations that decide alone, for a place or against it."""

_SPEAKS = frozenset(
    {"full_name", "after_given_name", "before_organisations", "people_of_old", "vessel"}
)
"""Observations that make a mention part of another name, whatever the name is elsewhere."""


def weights() -> Mapping[str, float]:
    """Give the package's table of weights: log-odds by observation."""
    return read_weights("dateline.recognise", "weights.toml")


@dataclass(frozen=True, slots=True)
class Judgement:
    """The names of the gazetteer in a text, and what the words around each say of it."""

    tokens: tuple[Token, ...]
    """All words."""
    matches: tuple[Match, ...]
    """Names, in text order, not overlapping."""
    odds: tuple[float, ...]
    """Log-odds of being a toponym, one a match."""
    decided: tuple[bool, ...]
    """Whether an observation in `DECISIVE` was made, one a match."""
    told: tuple[tuple[int, int], ...]
    """Spans that the gazetteer lacks, where the text itself tells a place: "Fort Xyzzy"."""


def judge(text: str, gazetteer: Gazetteer, table: Mapping[str, float] | None = None) -> Judgement:
    """Weigh every name of the gazetteer that stands in a text.

    Parameters
    ----------
    text
        Any text.
    gazetteer
        The names that can be found.
    table
        Weight by observation; the package's own by default.
    """
    tokens = tokenise(text)
    matches = find_matches(text, tokens, gazetteer)
    around = surroundings(tokens, matches)
    seen = [evidence(match, around) for match in matches]
    odds = tuple(_odds(matches, seen, table or weights()))
    decided = tuple(not DECISIVE.isdisjoint(names) for names in seen)
    told = tuple(unknown_toponyms(tokens, matches, around.persons))
    return Judgement(tokens, matches, odds, decided, told)


def recognise_by_rules(
    text: str, gazetteer: Gazetteer, table: Mapping[str, float] | None = None
) -> tuple[Mention, ...]:
    """Find the toponyms of a text by names and context alone.

    Parameters
    ----------
    text
        Any text; offsets of the result are code points into it.
    gazetteer
        The names that can be found.
    table
        Weight by observation; the package's own by default.

    Returns
    -------
    tuple of Mention
        In text order, not overlapping.
    """
    judged = judge(text, gazetteer, table)
    threshold = math.log(ACCEPT / (1 - ACCEPT))
    accepted = (m for m, odds in zip(judged.matches, judged.odds, strict=True) if odds > threshold)
    found = [_mention(text, match, judged.tokens) for match in accepted]
    found += [Mention(start, end, text[start:end], "literal") for start, end in judged.told]
    return _without_overlaps(found)


def _without_overlaps(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Put mentions in text order; of two that overlap the first stays."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _mention(text: str, match: Match, tokens: Sequence[Token]) -> Mention:
    start, end = extent(match, tokens)
    return Mention(start, end, text[start:end], kind_of(match, tokens))


def _odds(
    matches: Sequence[Match], seen: Sequence[tuple[str, ...]], table: Mapping[str, float]
) -> Iterator[float]:
    """Let the clearest occurrence of a name speak for those that say little themselves."""
    alone = [sum(table.get(name, 0.0) for name in names) for names in seen]
    best: dict[str, float] = {}
    for match, score in zip(matches, alone, strict=True):
        key = fold(match.surface)
        best[key] = max(best.get(key, -math.inf), score)
    share = table.get("elsewhere", 0.0)
    for match, score, names in zip(matches, alone, seen, strict=True):
        lift = 0.0 if _SPEAKS.intersection(names) else share * (best[fold(match.surface)] - score)
        yield score + lift
