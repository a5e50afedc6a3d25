"""Letters in a picture: which there are, how wide words are, and where a title breaks."""

import json
from collections.abc import Sequence
from functools import cache
from typing import Literal

from dateline.render.assets import asset

Face = Literal["title", "label"]

ELLIPSIS = "…"


@cache
def _widths(face: Face) -> dict[str, int]:
    """Widths of letters in thousandths of an em."""
    table: dict[Face, dict[str, int]] = json.loads(asset("fonts/widths.json"))
    return table[face]


def can_be_drawn(text: str) -> bool:
    """Whether there is a letter for each character.

    Examples
    --------
    >>> can_be_drawn("Łódź, Київ, القاهرة"), can_be_drawn("東京")
    (True, False)
    """
    return set(text) <= _widths("title").keys() and set(text) <= _widths("label").keys()


def width_of(text: str, face: Face, size: float) -> float:
    """Width of a text in pixels, at most: joined letters may take less.

    Examples
    --------
    >>> round(width_of("Minsk", "label", 24))
    69
    """
    table = _widths(face)
    return sum(table.get(letter, 0) for letter in text) * size / 1000


def broken(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """Break a title into lines of about the same length; what is too much is left out.

    Parameters
    ----------
    text
        The title.
    size
        Of the letters, in pixels.
    room
        Pixels across.
    most
        Lines at most.

    Examples
    --------
    >>> broken("A quiet Tuesday in the capital of Belarus", 46, 600, 2)
    ('A quiet Tuesday in', 'the capital of Belarus')
    >>> broken("A quiet Tuesday in the capital of Belarus", 46, 400, 1)
    ('A quiet…',)
    """
    words = [_fitting(word, size, room) for word in text.split()]
    lines = _lines(words, size, room)
    if len(lines) > most:
        return (*lines[: most - 1], _shortened(" ".join(lines[most - 1 :]), size, room))
    even = width_of(text, "title", size) / max(len(lines), 1)
    narrower = (even + (room - even) * share / 8 for share in range(8))
    for less in narrower:
        if len(tried := _lines(words, size, less)) == len(lines):
            return tuple(tried)
    return tuple(lines)


def _lines(words: Sequence[str], size: float, room: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, "title", size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _fitting(word: str, size: float, room: float) -> str:
    return word if width_of(word, "title", size) <= room else _shortened(word, size, room)


def _shortened(line: str, size: float, room: float) -> str:
    """Leave out words at the end, or letters of the only one, until the line fits."""
    while line and width_of(line + ELLIPSIS, "title", size) > room:
        line = line.rpartition(" ")[0] or line[:-1]
    return line + ELLIPSIS
