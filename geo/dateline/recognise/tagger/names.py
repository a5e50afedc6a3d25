"""What the rules and the gazetteer know of a name that the network has found."""

from bisect import bisect_left, bisect_right

from dateline.gazetteer import Gazetteer
from dateline.model import ToponymKind
from dateline.recognise.kinds import inside_name, kind_of
from dateline.recognise.matches import Match
from dateline.recognise.rules import Judgement


class Names:
    """The gazetteer's names in one text.

    Parameters
    ----------
    judged
        The rules' view of the text.
    gazetteer
        Where other names are looked up.
    """

    def __init__(self, judged: Judgement, gazetteer: Gazetteer) -> None:
        self._judged = judged
        self._gazetteer = gazetteer
        self._ends = [match.end for match in judged.matches]
        self._starts = [token.start for token in judged.tokens]

    def has(self, name: str) -> bool:
        """Whether the gazetteer has a name."""
        return bool(self._gazetteer.candidates(name))

    def at(self, start: int, end: int) -> Match | None:
        """Give the first name of the gazetteer that shares a character with a span."""
        i = bisect_right(self._ends, start)
        match = self._judged.matches[i] if i < len(self._ends) else None
        return match if match and match.start < end else None

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """Widen a span to the name of the gazetteer that it is a part of."""
        match = self.at(start, end)
        if match and match.start <= start and end <= match.end:
            return match.start, match.end
        return start, end

    def kind(self, start: int, end: int) -> ToponymKind:
        """Tell the kind of a toponym from the words beside it."""
        match = self.at(start, end)
        if match and match.start == start:
            return kind_of(match, self._judged.tokens)
        first = max(0, bisect_right(self._starts, start) - 1)
        last = max(first, bisect_left(self._starts, end) - 1)
        inside = self._starts and inside_name(self._judged.tokens, first, last)
        return "associative" if inside else "literal"
