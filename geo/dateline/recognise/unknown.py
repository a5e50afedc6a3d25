"""Toponyms that the gazetteer does not know, where the text itself says that they are places.

"Fort Cronkhite", "Yablunska Street", "Pinhook, Missouri", "the village of Kaub" and "Kaub, a
village on the Rhine" are told by a head word, by the area that follows or by what they are said
to be; once is enough for all mentions. They are listed as not placed rather than dropped.
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

SORTS = frozenset(
    "borough city commune district fort hamlet island islet municipality neighborhood "
    "neighbourhood parish port province quarter resort settlement suburb town township "
    "village".split()
)
"""What a text says that a name is: "the village of", "a small town on"."""

ADJECTIVES = 3
"""Words between an article and the sort: "a small wine town"."""

_PLACED = frozenset(
    "about along at before between by close in just near north of off on outside south some that "
    "west east where which with".split()
)
"""Words that go on after the sort; "a village elder" is none."""

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
    runs = [run for run in _runs(tokens, known) if run[1] - run[0] < LONGEST_RUN]
    told = {_words(tokens, run) for run in runs if _is_place(tokens, run, areas, persons)}
    for first, last in runs:
        if _words(tokens, (first, last)) in told:
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


def _words(tokens: Sequence[Token], run: Run) -> tuple[str, ...]:
    return tuple(token.text for token in tokens[run[0] : run[1] + 1])


def _goes_on(token: Token) -> bool:
    return token.capitalised and (continues(token) or token.gap == "-")


def _is_place(tokens: Sequence[Token], run: Run, areas: set[int], persons: frozenset[str]) -> bool:
    first, last = run
    named = [fold(token.text) for token in tokens[first : last + 1]]
    if tokens[first].text.isupper() or is_title(tokens[first]) or persons.intersection(named):
        return False
    if last > first and _has_head(named):
        return True
    if _is_said(tokens, run):
        return True
    plain = not given_names().intersection(named) and not _ordinary(named)
    return (
        plain and last + 1 in areas and tokens[last + 1].gap == ", " and _closes(tokens, last + 1)
    )


def _is_said(tokens: Sequence[Token], run: Run) -> bool:
    """Whether the words beside a name say that it is a town, a fort or the like."""
    first, last = run
    sort, of = tokens[first - 2 : first] if first > 1 else (None, None)
    if sort and of and of.text == "of" and sort.text in SORTS and continues(tokens[first]):
        return True
    behind = tokens[last + 1 : last + 3 + ADJECTIVES + 1]
    if not behind or behind[0].gap != ", " or behind[0].text not in {"a", "an", "the"}:
        return False
    at = next((i for i, token in enumerate(behind[:-1]) if token.text in SORTS), None)
    if at is None or any(token.gap != " " for token in behind[1 : at + 1]):
        return False
    after = behind[at + 1]
    return bool(after.gap.strip()) or after.text in _PLACED


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
