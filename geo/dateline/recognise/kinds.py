"""Literal or associative: whether the text speaks of the place itself.

After Gritta, Pilehvar and Collier, "A pragmatic guide to geoparsing evaluation" (2020):
adjectives, demonyms, metonymy ("Moscow said") and names that only modify ("the Paris talks")
are associative; "in Moscow" is literal.
"""

from collections.abc import Sequence

from dateline.model import ToponymKind
from dateline.recognise.lexicon import words
from dateline.recognise.matches import Match
from dateline.recognise.readings import prior
from dateline.tokens import Token


def kind_of(match: Match, tokens: Sequence[Token]) -> ToponymKind:
    """Tell the kind of a toponym from the words beside it."""
    if match.candidates[0].name_type in {"adjective", "demonym"}:
        return "associative"
    before = tokens[match.first - 1].text.lower() if match.first else ""
    after = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
    if after is None or after.gap != " ":
        return "literal"
    word = after.text.lower()
    if after.capitalised and (word in words("titles") or word in words("organisations")):
        return "associative"
    governs = prior(match.candidates[0]) in {"country", "capital", "group"}
    acts = governs and word in words("metonymy") and before not in words("before_place")
    return "associative" if acts else "literal"
