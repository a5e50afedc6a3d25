"""What speaks for and against a name being a place where it stands.

Each function looks at one match in its sentence and names what it sees; `rules` adds up the
weights of what was seen. The names are those of the table in ``weights.toml``.
"""

import re
from collections.abc import Iterator, Sequence

from dateline.company import within
from dateline.names import fold
from dateline.recognise.lexicon import given_names, words
from dateline.recognise.matches import Match
from dateline.recognise.neighbours import REIGNING, is_one_of_many, of_left, of_right
from dateline.recognise.persons import continues, is_given_name, is_initial, is_title
from dateline.recognise.readings import breadth, of_readings, prior
from dateline.recognise.surroundings import Surroundings
from dateline.tokens import Token

SHORT = 3
"""Letters; most names this short are the initials of an organisation."""

_SURNAME = re.compile(r"(?:O['’]|Ma?c)[A-Z][a-z]")
"""Surnames told by their form: "O'Keeffe", "McDonald"."""

_PARTIES = frozenset({"d", "r", "i"})
"""Initials of American parties before a member's state: "R-Okla."."""

_PEOPLES = frozenset({"adjective", "demonym"})
"""Types of names of those who live in a place."""


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
        *of_left(tokens[match.first], before),
        *(of_right(match, after, tokens[match.last]) if after else ("no_right",)),
        *_of_phrase(match, around),
    )


def _of_phrase(match: Match, around: Surroundings) -> Iterator[str]:
    """Look at what the phrase says that the name is."""
    tokens, token = around.tokens, around.tokens[match.first]
    before = tokens[match.first - 1].text.lower() if match.first else ""
    after = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
    if _is_people_of_old(match, around):
        yield "people_of_old"
    if _is_epithet(match, tokens) or _is_spelled_out(match, tokens):
        yield "full_name"
    if token.gap == " " and (before in words("vessels") or (before == "the" and _sails(after))):
        yield "vessel"
    people = match.candidates[0].name_type in _PEOPLES
    if not people and is_one_of_many(tokens, match.first, match.last):
        yield "after_a_alone"
    if before in _PARTIES and token.gap == "-":
        yield "after_party"
    area = around.matches_at.get(match.last + 1)
    if area and after and after.gap == ", " and _is_qualified(match, area):
        yield "qualified"


def _is_people_of_old(match: Match, around: Surroundings) -> bool:
    """Whether a people of the past is named, and nowhere the place that it is called after."""
    before = around.tokens[match.first - 1].text.lower() if match.first else ""
    if match.surface.lower() not in words("peoples_of_old") or before in words("before_place"):
        return False
    home = match.candidates[0].place.id
    others = (m for m in around.matches_at.values() if m.surface != match.surface)
    readings = (other.candidates[0] for other in others)
    return all(c.place.id != home or c.name_type in _PEOPLES for c in readings)


def _is_epithet(match: Match, tokens: Sequence[Token]) -> bool:
    """Whether a people ends a ruler's name: "Mary, Queen of Scots"."""
    title, of = tokens[match.first - 2 : match.first] if match.first > 1 else (None, None)
    if title is None or of is None or match.candidates[0].name_type not in _PEOPLES:
        return False
    return of.text == "of" and title.gap == ", " and title.text.lower() in REIGNING


def _is_spelled_out(match: Match, tokens: Sequence[Token]) -> bool:
    """Whether a whole name says whose the word is: "Lamar is Mirabeau Lamar"."""
    at = match.last + 1
    if at > match.first + 1 or at + 2 >= len(tokens):
        return False
    verb, given, last = tokens[at : at + 3]
    named = given.capitalised and continues(given) and continues(last)
    return verb.text in {"is", "was"} and named and last.text == match.surface


def _sails(after: Token | None) -> bool:
    """Whether the verb of a ship follows: "the Adelaide sailed"."""
    return after is not None and after.gap == " " and after.text in words("voyages")


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
    sort = breadth(match)
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
