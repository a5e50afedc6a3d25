"""Which words of a text name persons, so that "Michel" and "Merkel" stay off the map."""

import itertools
from collections.abc import Iterator, Sequence

from dateline.names import fold
from dateline.recognise.lexicon import given_names, words
from dateline.tokens import Token


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
    one or two other capitalised words.

    Examples
    --------
    >>> from dateline.tokens import tokenise
    >>> text = "Charles Michel met Chancellor Merkel in Paris. Michel said no."
    >>> sorted(person_words(tokenise(text)))
    ['merkel', 'michel']
    """
    return frozenset(fold(token.text) for token in _last_names(tokens))


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


def continues(token: Token) -> bool:
    """Whether only a blank (or the full stop of an initial) stands before a token."""
    return token.gap in {" ", ". ", "\u00a0", ".\u00a0"} and not token.starts_sentence
