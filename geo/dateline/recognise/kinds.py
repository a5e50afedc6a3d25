"""Literal or associative: whether the text speaks of the place itself.

After Gritta, Pilehvar and Collier, "A pragmatic guide to geoparsing evaluation" (2020):
adjectives, demonyms, metonymy ("Moscow said") and names that only modify ("the Paris talks")
are associative; "in Moscow" is literal. Places inside the names of organisations, newspapers,
clubs, offices and diseases ("Bank of America", "the Paris News", "West Nile virus") are
associative too.
"""

from collections.abc import Sequence

from dateline.model import ToponymKind
from dateline.recognise.lexicon import words
from dateline.recognise.matches import Match
from dateline.recognise.persons import continues
from dateline.recognise.readings import prior
from dateline.tokens import Token

REACH = 3
"""Words behind a place among which the head of an organisation's name is looked for."""


def kind_of(match: Match, tokens: Sequence[Token]) -> ToponymKind:
    """Tell the kind of a name of the gazetteer from the words beside it."""
    if is_adjective(match) or inside_name(tokens, match.first, match.last):
        return "associative"
    before = tokens[match.first - 1].text.lower() if match.first else ""
    after = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
    if after is None or after.gap != " ":
        return "literal"
    governs = prior(match.candidates[0]) in {"country", "capital", "group"}
    acts = governs and after.text.lower() in words("metonymy")
    return "associative" if acts and before not in words("before_place") else "literal"


def is_adjective(match: Match) -> bool:
    """Whether a name is an adjective or a demonym in its first reading."""
    return match.candidates[0].name_type in {"adjective", "demonym"}


def inside_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a place is only a part of the name of something that is no place.

    Parameters
    ----------
    tokens
        Words of the text.
    first, last
        Indices of the first and the last word of the place's name.

    Examples
    --------
    >>> from dateline.tokens import tokenise
    >>> def inside(text, at):
    ...     return inside_name(tokenise(text), at, at)
    >>> inside("The Texas Health Department said", 1), inside("the Bank of America", 3)
    (True, True)
    >>> inside("near Texas on Tuesday", 1), inside("the coast of America", 3)
    (False, False)
    """
    return (
        _has_head(tokens, last)
        or _has_organisation_of(tokens, first)
        or (first > 0 and is_club(tokens[first - 1]) and continues(tokens[first]))
    )


def is_club(token: Token) -> bool:
    """Whether a word makes a club of the town behind it: "Hansa Rostock"."""
    return token.capitalised and token.text.lower() in words("clubs")


def _has_head(tokens: Sequence[Token], last: int) -> bool:
    """Whether the capitalised words right behind end an organisation's name or an office."""
    heads = (words("titles"), words("organisations"), words("newspapers"))
    for token in tokens[last + 1 : last + 1 + REACH]:
        word = token.text.lower()
        if word in words("diseases") and token.gap in {" ", "-"}:
            return True
        if not (token.capitalised and token.gap == " "):
            return False
        if any(word in head for head in heads):
            return True
    return False


def _has_organisation_of(tokens: Sequence[Token], first: int) -> bool:
    """Whether an organisation's head word and "of" stand right before: "University of"."""
    head, of = tokens[first - 2 : first] if first > 1 else (None, None)
    if head is None or of is None or of.text != "of" or not continues(tokens[first]):
        return False
    return head.capitalised and head.text.lower() in words("organisations") | words("styled_of")
