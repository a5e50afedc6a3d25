"""Toponyms that the gazetteer does not know, where the text itself says that they are places.

"Fort Cronkhite", "Yablunska Street" and "Pinhook, Missouri" are told by a head word or by
the area that follows. They are listed as not placed rather than dropped.
"""

from collections.abc import Iterator, Sequence

from dateline.names import fold
from dateline.recognise.lexicon import given_names, words
from dateline.recognise.matches import Match, compound_end
from dateline.recognise.persons import continues, is_title
from dateline.recognise.readings import prior
from dateline.tokens import Token

LONGEST_RUN = 4
"""Words; longer stretches of capitals are headlines or titles of works."""

HEADS = frozenset({"street", "avenue", "road", "bridge", "river", "creek", "county", "lake"})
"""Last words that only places bear."""

Run = tuple[int, int]
"""Indices of the first and the last token of a stretch of capitalised words."""


def unknown_toponyms(
    tokens: Sequence[Token], matches: Sequence[Match], persons: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Find names of places among the capitalised words that match nothing.

    Parameters
    ----------
    tokens
        The text's tokens.
    matches
        What was found in the gazetteer, taken for a place or not.
    persons
        Folded last names of persons in the text.

    Yields
    ------
    tuple of int
        Start and end in code points.
    """
    known = {i for match in matches for i in range(match.first, match.last + 1)}
    areas = {m.first for m in matches if prior(m.candidates[0]) in {"country", "admin1"}}
    for at, token in enumerate(tokens):
        if at not in known and (end := compound_end(tokens, at)) > at:
            yield token.start, tokens[end].end
    for first, last in _runs(tokens, known):
        if last - first < LONGEST_RUN and _is_place(tokens, (first, last), areas, persons):
            yield tokens[first].start, tokens[last].end


def _runs(tokens: Sequence[Token], known: set[int]) -> Iterator[Run]:
    """Yield the longest stretches of capitalised words without a match in them."""
    first = 0
    while first < len(tokens):
        last = first
        if tokens[first].capitalised and first not in known:
            while last + 1 < len(tokens) and last + 1 not in known and _goes_on(tokens[last + 1]):
                last += 1
            yield first, last
        first = last + 1


def _goes_on(token: Token) -> bool:
    return token.capitalised and (continues(token) or token.gap == "-")


def _is_place(tokens: Sequence[Token], run: Run, areas: set[int], persons: frozenset[str]) -> bool:
    first, last = run
    named = [fold(token.text) for token in tokens[first : last + 1]]
    if tokens[first].text.isupper() or is_title(tokens[first]) or persons.intersection(named):
        return False
    if last > first and _has_head(named):
        return True
    plain = not given_names().intersection(named) and not _ordinary(named)
    return (
        plain and last + 1 in areas and tokens[last + 1].gap == ", " and _closes(tokens, last + 1)
    )


def _has_head(named: Sequence[str]) -> bool:
    """Whether the first or the last word says that a street, a river or the like is named."""
    says = named[-1] in HEADS or named[0] in words("prefixes")
    return says and named[0] not in words("generic") | {"the", "a"}


def _ordinary(named: Sequence[str]) -> bool:
    """Whether a word of an organisation, a month or a common word is among the names."""
    lists = ("common_words", "organisations", "titles", "generic", "calendar")
    return any(name in words(entries) for entries in lists for name in named)


def _closes(tokens: Sequence[Token], area: int) -> bool:
    """Whether the area after the comma is followed by a pause, as in "Pinhook, Missouri,"."""
    after = tokens[area + 1] if area + 1 < len(tokens) else None
    return after is None or after.gap.strip()[:1] in {",", ".", ";", ")", "—", "–", "”", '"'}
