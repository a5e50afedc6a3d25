"""How far a toponym reaches when the gazetteer knows only a part of it.

"Independence Square" is a square and not the town of Independence; "Fort Defiance" and
"the River Tyne" likewise. The whole name is the toponym, placed or not.
"""

from collections.abc import Sequence

from dateline.recognise.lexicon import words
from dateline.recognise.matches import Match
from dateline.recognise.persons import continues
from dateline.tokens import Token


def extent(match: Match, tokens: Sequence[Token]) -> tuple[int, int]:
    """Give the span of the whole name that a match is a part of.

    Parameters
    ----------
    match
        A name of the gazetteer in the text.
    tokens
        The text's tokens.

    Returns
    -------
    tuple of int
        Start and end in code points; those of the match where no head word stands beside it.
    """
    if match.candidates[0].name_type in {"adjective", "demonym"}:
        return match.start, match.end
    start, end = match.start, match.end
    after = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
    if after and end == tokens[match.last].end and _is_head(after, "facilities"):
        end = after.end
    before = tokens[match.first - 1] if match.first else None
    if before and continues(tokens[match.first]) and before.text.lower() in words("prefixes"):
        start = before.start if before.capitalised and not before.starts_sentence else start
    return start, end


def _is_head(token: Token, name: str) -> bool:
    return token.capitalised and continues(token) and token.text.lower() in words(name)
