"""What the rules and the gazetteer know of a name that the network has found."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dateline.gazetteer import Gazetteer
from dateline.model import ToponymKind
from dateline.recognise.kinds import inside_name, kind_of
from dateline.recognise.lexicon import words
from dateline.recognise.matches import Match
from dateline.recognise.neighbours import is_apposed, is_one_of_many
from dateline.recognise.persons import is_given_name
from dateline.recognise.rules import Judgement
from dateline.tokens import Token


class Names:
    """The names of one text.

    Parameters
    ----------
    judged
        The rules' view of the text.
    gazetteer
        Where names are looked up that the rules did not see, because they stand in small letters.
    """

    def __init__(self, judged: Judgement, gazetteer: Gazetteer) -> None:
        self._judged = judged
        self._gazetteer = gazetteer
        self._match_ends = [match.end for match in judged.matches]
        self._starts = [token.start for token in judged.tokens]
        self._capitals = any(token.capitalised for token in judged.tokens)

    def has(self, name: str) -> bool:
        """Whether the gazetteer has a name."""
        return bool(self._gazetteer.candidates(name))

    def at(self, start: int, end: int) -> Match | None:
        """Give the first name of the gazetteer that shares a character with a span."""
        i = bisect_right(self._match_ends, start)
        match = self._judged.matches[i] if i < len(self._match_ends) else None
        return match if match and match.start < end else None

    def tokens(self, start: int, end: int) -> Sequence[Token]:
        """Give the words that share a character with a span."""
        first, last = self._range(start, end)
        return self._judged.tokens[first : last + 1]

    def whole(self, start: int, end: int, least: int) -> tuple[int, int]:
        """Widen a span to the name of the gazetteer or the word that it is a part of.

        Parameters
        ----------
        start, end
            The span, code points.
        least
            Where the widened span may begin at the earliest.
        """
        match = self.at(start, end)
        if match and least <= match.start <= start and end <= match.end:
            return match.start, match.end
        word = self.tokens(start, end)[-1:]
        return start, word[0].end if word and word[0].start < end < word[0].end else end

    def after(self, end: int) -> Token | None:
        """Give the word after a span, if only a blank stands between.

        Parameters
        ----------
        end
            Where the span ends, code points.
        """
        at = bisect_left(self._starts, end)
        found = self._judged.tokens[at] if 0 < at < len(self._starts) else None
        return found if found and found.gap == " " else None

    def is_told(self, start: int, end: int) -> bool:
        """Whether the text itself tells that a span, or a part of it, is a place."""
        return any(a < end and start < b for a, b in self._judged.told)

    def is_person(self, start: int, end: int) -> bool:
        """Whether a name of several words begins like that of a person and ends like no place."""
        given, *others = self.tokens(start, end)
        if not others or not is_given_name(given):
            return False
        return others[-1].text.lower() not in words("facilities") | words("organisations")

    def is_lost(self, start: int, end: int) -> bool:
        """Whether a name is written small in a text that has capitals."""
        return self._capitals and not any(t.capitalised for t in self.tokens(start, end))

    def is_other(self, start: int, end: int) -> bool:
        """Whether the words around a name tell that it is no place's: "a Vasa", "the Picts"."""
        first, last = self._range(start, end)
        if self._judged.tokens[last].text.lower() in words("peoples_of_old"):
            return True
        return is_one_of_many(self._judged.tokens, first, last) or is_apposed(
            self._judged.tokens, first
        )

    def kind(self, start: int, end: int) -> ToponymKind:
        """Tell the kind of a toponym from the words beside it."""
        match = self.at(start, end)
        if match and match.start == start:
            return kind_of(match, self._judged.tokens)
        inside = inside_name(self._judged.tokens, *self._range(start, end))
        return "associative" if inside else "literal"

    def _range(self, start: int, end: int) -> tuple[int, int]:
        first = max(0, bisect_right(self._starts, start) - 1)
        return first, max(first, bisect_left(self._starts, end) - 1)
