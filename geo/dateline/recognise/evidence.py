"""What speaks for and against a name being a place where it stands.

Each function looks at one match in its sentence and names what it sees; `rules` adds up the
weights of what was seen. The names are those of the table in ``weights.toml``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.company import Area, within
from dateline.names import fold
from dateline.recognise.lexicon import given_names, words
from dateline.recognise.matches import Match, joined
from dateline.recognise.persons import continues, is_given_name, is_initial, is_title
from dateline.recognise.readings import of_readings, prior
from dateline.tokens import Token

SHORT = 3
"""Letters; most names this short are the initials of an organisation."""

_REIGNING = frozenset({"king", "queen", "prince", "princess", "emperor", "duke", "duchess"})
"""Titles that follow a name and a comma: "Mary, Queen of Scots"."""

_CLEAR = frozenset({"country", "admin1", "adjective", "capital", "group", "region"})
"""Sorts of places whose names are seldom those of persons."""

_SURNAME = re.compile(r"(?:O['’]|Ma?c)[A-Z][a-z]")
"""Surnames told by their form: "O'Keeffe", "McDonald"."""

_PARTIES = frozenset({"d", "r", "i"})
"""Initials of American parties before a member's state: "R-Okla."."""

_AT = frozenset({"in", "at", "near", "outside", "across", "within"})
"""Prepositions that stand before places more often than before anything else."""


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


def evidence(match: Match, around: Surroundings) -> tuple[str, ...]:
    """Name everything that is seen of a match and its neighbours."""
    tokens = around.tokens
    before = tokens[match.first - 1] if match.first else None
    after = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
    return (
        prior(match.candidates[0]),
        *of_readings(match, around.areas),
        *_of_name(match, around),
        *_of_run(match, around),
        *_of_left(tokens[match.first], before),
        *(_of_right(match, after, tokens[match.last]) if after else ("no_right",)),
        *_of_phrase(match, around),
    )


def _of_phrase(match: Match, around: Surroundings) -> Iterator[str]:
    """Look at what the phrase says that the name is."""
    tokens, token = around.tokens, around.tokens[match.first]
    before = tokens[match.first - 1].text.lower() if match.first else ""
    after = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
    if token.gap == " " and (before in words("vessels") or (before == "the" and _sails(after))):
        yield "vessel"
    if before in {"a", "an"} and token.gap == " " and _stands_alone(after):
        yield "after_a_alone"
    if before in _PARTIES and token.gap == "-":
        yield "after_party"
    area = around.matches_at.get(match.last + 1)
    if area and after and after.gap == ", " and _is_qualified(match, area):
        yield "qualified"


def _sails(after: Token | None) -> bool:
    """Whether the verb of a ship follows: "the Adelaide sailed"."""
    return after is not None and after.gap == " " and after.text in words("voyages")


def _stands_alone(after: Token | None) -> bool:
    """Whether a pause follows, and not the state that a town lies in: "a Vasa, in …"."""
    if after is None:
        return True
    return bool(after.gap.strip()) and not (after.gap == ", " and after.capitalised)


def _is_qualified(match: Match, area: Match) -> bool:
    """Whether a place of this name lies in the area that follows: "Troy, Ala."."""
    return any(within(c.place, area.candidates[0].place) for c in match.candidates)


def _of_name(match: Match, around: Surroundings) -> Iterator[str]:
    """Look at the name alone."""
    token, word = around.tokens[match.first], fold(match.surface)
    if match.last > match.first:
        yield _many_words(match, around)
        return
    if len(word) <= SHORT:
        yield "short"
    if token.all_caps and match.first not in around.headline_at:
        yield "all_caps"
    sort = _breadth(match)
    listed = {
        f"{sort}_given_name": given_names(),
        f"{sort}_surname": words("surnames"),
        "person_here": around.persons,
        "lower_here": around.lower,
        "is_title": words("titles"),
    }
    yield from (name for name, entries in listed.items() if word in entries)
    if word in words("common_words"):
        yield "common_word_first" if token.starts_sentence else "common_word"


def _many_words(match: Match, around: Surroundings) -> str:
    """Name what a name of several words looks like."""
    first, last = around.tokens[match.first], around.tokens[match.last]
    if is_title(first) or is_initial(first):
        return "title_and_name"
    person = is_given_name(first) and _is_last_name(last, around)
    return "given_name_and_surname" if person and not _is_head(last) else "many_words"


def _of_run(match: Match, around: Surroundings) -> Iterator[str]:
    """Look at a single word together with the capitals beside it."""
    tokens, word = around.tokens, fold(match.surface)
    after = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
    left = (
        match.first > 0 and continues(tokens[match.first]) and tokens[match.first - 1].capitalised
    )
    right = after is not None and continues(after) and after.capitalised
    if match.last > match.first or not (left or right):
        return
    if word in words("common_words") and not (after is not None and _is_head(after)):
        yield "common_word_in_run"
    if right and after is not None and _is_newspaper(tokens, match.first, after):
        yield "newspaper"
    if word in given_names() and right and after is not None:
        person = _is_last_name(after, around) and not _is_head(after)
        yield "full_name" if person else "given_name_then_capital"
    if word in words("surnames") and left:
        yield "capital_then_surname"


def _breadth(match: Match) -> str:
    """Tell names of wide or unmistakable places from those that persons may bear too."""
    return "area" if prior(match.candidates[0]) in _CLEAR else "town"


def _is_last_name(token: Token, around: Surroundings) -> bool:
    """Whether a word is a surname in the census list, by its form, or of a person in the text."""
    word = fold(token.text)
    formed = _SURNAME.match(token.text) is not None
    return formed or word in words("surnames") or word in around.persons


def _is_newspaper(tokens: Sequence[Token], first: int, after: Token) -> bool:
    """Whether a word stands in the title of a newspaper: "The Paris News"."""
    return (
        first > 0 and tokens[first - 1].text == "The" and after.text.lower() in words("newspapers")
    )


def _is_head(token: Token) -> bool:
    """Whether a word makes what stands before it an office, an organisation or a facility."""
    heads = (words("titles"), words("organisations"), words("facilities"))
    return any(token.text.lower() in head for head in heads)


def _of_left(token: Token, before: Token | None) -> Iterator[str]:
    """Look at the word before the name."""
    if token.starts_sentence or before is None:
        yield "starts_sentence"
        return
    yield from _word_left(token, before)
    if continues(token):
        yield from _name_left(before)


def _word_left(token: Token, before: Token) -> Iterator[str]:
    """Name the preposition or article on the left, or a comma after another name."""
    word = before.text.lower()
    if word in words("before_place") and (before.starts_sentence or not before.capitalised):
        yield "after_in" if word in _AT else "after_to"
    elif word in {"of", "the"}:
        yield f"after_{word}"
    if token.gap == ", " and before.capitalised:
        yield "after_comma"


def _name_left(before: Token) -> Iterator[str]:
    """Name the part of a person's name that stands right before."""
    if is_given_name(before):
        yield "after_given_name"
    elif is_title(before):
        yield "after_title"
    elif is_initial(before):
        yield "after_initial"
    elif before.capitalised and not before.starts_sentence:
        yield "after_capital"


def _of_right(match: Match, after: Token, token: Token) -> Iterator[str]:
    """Look at the word after the name."""
    word = after.text.lower()
    if after.gap.startswith(("'s", "’s")):
        yield "possessive"
    elif after.gap.startswith(","):
        given = match.last == match.first and is_given_name(token)
        if given and after.capitalised and word in _REIGNING:
            yield "full_name"
        yield "before_comma_capital" if after.capitalised else "before_comma"
    elif after.gap.startswith((" —", " –", " (", ": ")) and match.first == 0:
        yield "dateline"
    if not joined(after, token) or after.starts_sentence:
        return
    if after.capitalised:
        yield _capital_right(word, _breadth(match))
    elif word in words("after_person"):
        yield "before_person_verb"
    elif word in words("after_place"):
        yield "before_place_word"


def _capital_right(word: str, sort: str) -> str:
    """Name the sort of capitalised word that follows a town or an area."""
    for name in ("titles", "organisations", "facilities"):
        if word in words(name):
            return f"before_{name}"
    return f"{sort}_before_{'surname' if fold(word) in words('surnames') else 'capital'}"
