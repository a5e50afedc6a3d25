"""Which words of a text name persons, so that "Michel" and "Merkel" stay off the map."""

import itertools
from collections.abc import Iterator, Sequence

from dateline.names import fold
from dateline.recognise.lexicon import given_names, words
from dateline.tokens import Token

OFFICE = 3
"""Words behind the article among which an office is looked for: "the second president"."""


def is_initial(token: Token) -> bool:
    """Whether a token is the initial of a given name: "J." or "J. K."."""
    letters = token.text.replace(" ", "").split(".")
    return token.capitalised and all(len(letter) <= 1 for letter in letters)


def is_given_name(token: Token) -> bool:
    """Whether a token is a given name in the census list."""
    return token.capitalised and fold(token.text) in given_names()


def is_title(token: Token) -> bool:
    """Whether a token is a title or an office before a name, in either case."""
    return token.text.lower() in words("titles")


def person_words(tokens: Sequence[Token]) -> frozenset[str]:
    """Collect the folded last names of all persons that the text introduces in full.

    A person is introduced by a title or a given name (or an initial) right before
    one or two other capitalised words, or by an office right behind: "Mirabeau Lamar, the
    second president".

    Examples
    --------
    >>> from dateline.tokens import tokenise
    >>> text = "Charles Michel met Chancellor Merkel in Paris. Michel said no."
    >>> sorted(person_words(tokenise(text)))
    ['merkel', 'michel']
    """
    named = itertools.chain(_last_names(tokens), _holders(tokens))
    return frozenset(fold(token.text) for token in named)


def _last_names(tokens: Sequence[Token]) -> Iterator[Token]:
    introduced = 0
    for before, token in itertools.pairwise(tokens):
        if not (token.capitalised and continues(token)) or is_title(token):
            introduced = 0
            continue
        if is_given_name(before) or is_title(before) or is_initial(before):
            introduced = 2
        if introduced:
            yield token
            introduced -= 1


def _holders(tokens: Sequence[Token]) -> Iterator[Token]:
    """Find the last names after which an office is named."""
    for i in range(1, len(tokens) - 1):
        before, token, article = tokens[i - 1 : i + 2]
        named = before.capitalised and token.capitalised and continues(token)
        if not named or article.gap != ", " or article.text not in {"the", "a", "an"}:
            continue
        behind = tokens[i + 2 : i + 2 + OFFICE]
        if before.text.lower() not in words("generic") and any(map(is_title, behind)):
            yield token


def continues(token: Token) -> bool:
    """Whether only a blank (or the full stop of an initial) stands before a token."""
    return token.gap in {" ", ". ", "\u00a0", ".\u00a0"} and not token.starts_sentence
