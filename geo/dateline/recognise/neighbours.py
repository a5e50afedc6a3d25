"""What the words right before and right after a name say of its being a place."""

from collections.abc import Iterator, Sequence

from dateline.names import fold
from dateline.recognise.lexicon import words
from dateline.recognise.matches import Match, joined
from dateline.recognise.persons import continues, is_given_name, is_initial, is_title
from dateline.recognise.readings import breadth
from dateline.tokens import Token

REIGNING = frozenset({"king", "queen", "prince", "princess", "emperor", "duke", "duchess"})
"""Titles that follow a name and a comma: "Mary, Queen of Scots"."""

_AT = frozenset({"in", "at", "near", "outside", "across", "within"})
"""Prepositions that stand before places more often than before anything else."""

_RELATIVES = {
    "who": "before_who",
    "whose": "before_who",
    "which": "before_which",
    "where": "before_which",
}
"""Words behind a comma that tell a person or a thing: "Sherman, who", "Sherman, where"."""


def of_left(token: Token, before: Token | None) -> Iterator[str]:
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


def of_right(match: Match, after: Token, token: Token) -> Iterator[str]:
    """Look at the word after the name."""
    word = after.text.lower()
    if after.gap.startswith(("'s", "’s")):
        yield "possessive"
    elif after.gap.startswith(","):
        given = match.last == match.first and is_given_name(token)
        if given and after.capitalised and word in REIGNING:
            yield "full_name"
        plain = "before_comma_capital" if after.capitalised else "before_comma"
        yield _RELATIVES.get(word, plain)
    elif after.gap.startswith((" —", " –", " (", ": ")) and match.first == 0:
        yield "dateline"
    if not joined(after, token) or after.starts_sentence:
        return
    if after.capitalised:
        yield _capital_right(word, breadth(match))
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


def is_one_of_many(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether "a" makes a name that of one of several: "in Stockholm a Vasa".

    Parameters
    ----------
    tokens
        Words of the text.
    first, last
        Indices of the first and the last word of the name.
    """
    article = tokens[first - 1].text.lower() if first else ""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    return article in {"a", "an"} and tokens[first].gap == " " and _stands_alone(after)


def _stands_alone(after: Token | None) -> bool:
    """Whether a pause follows, and not the state that a town lies in: "a Vasa, in …"."""
    if after is None:
        return True
    return bool(after.gap.strip()) and not (after.gap == ", " and after.capitalised)


def is_apposed(tokens: Sequence[Token], first: int) -> bool:
    """Whether a name says how something is called that is no place: "four offices, the Kontore".

    Parameters
    ----------
    tokens
        Words of the text.
    first
        Index of the first word of the name.
    """
    noun, article = tokens[first - 2 : first] if first > 1 else (None, None)
    if noun is None or article is None or article.text != "the" or article.gap != ", ":
        return False
    said = {noun.text, noun.text.removesuffix("s")}
    return not noun.capitalised and said.isdisjoint(words("facilities") | words("after_place"))
