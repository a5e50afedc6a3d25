"""Words in a picture: how wide they are, where lines break, and which labels fit."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.render.assets import asset
from dateline.render.window import Pixel

Face = Literal["title", "label"]

GAP = 12
"""Pixels between the middle of a pin and its label."""

ELLIPSIS = "…"

Extent = tuple[float, float, float, float]
"""Left, upper, right and lower edge, in pixels."""


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


@dataclass(frozen=True, slots=True)
class Name:
    """A name that would like to stand in the picture."""

    text: str
    """What it says."""
    at: Pixel
    """Where its place is."""
    size: float
    """Of its letters, in pixels."""
    sort: str
    """Class in the picture's style sheet."""
    pinned: bool
    """Whether it stands beside a point, or in the middle of an area."""
    dot: float = 0.0
    """Half the width of a dot that comes with it, in pixels."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name in its place."""

    name: Name
    """What it says."""
    x: float
    """Left edge of the text, in pixels."""
    y: float
    """Base line of the text, in pixels."""


def labels_for(
    names: Iterable[Name], taken: Sequence[Extent], width: float, height: float
) -> tuple[Label, ...]:
    """Place every name that fits, in the order given, which is that of importance.

    Parameters
    ----------
    names
        What there is to say.
    taken
        What may not be covered.
    width, height
        Of the picture in pixels; no name leaves it.
    """
    covered = list(taken)
    placed = []
    for name in names:
        dot = square(name.at, name.dot)
        if name.dot and any(overlap(dot, other) for other in covered):
            continue
        for box in _places(name):
            inside = box[0] > 0 and box[1] > 0 and box[2] < width and box[3] < height
            if inside and not any(overlap(box, other) for other in covered):
                covered += [box, dot]
                placed.append(Label(name, box[0], box[3] - name.size * 0.3))
                break
    return tuple(placed)


def _places(name: Name) -> Iterable[Extent]:
    """Give the boxes that a name may fill, best first."""
    (x, y), across, up = name.at, width_of(name.text, "label", name.size), name.size * 1.25
    middle, side, level = x - across / 2, GAP + name.size * 0.1, y - up / 2
    if name.pinned:
        corners = [(x + side, level), (x - side - across, level)]
        corners += [(middle, y - GAP - up), (middle, y + GAP)]
    else:
        corners = [(middle, level), (middle, level - up), (middle, level + up)]
    return [(left, top, left + across, top + up) for left, top in corners]


def square(point: Pixel, half: float) -> Extent:
    """Box around a point, `half` pixels to each side.

    Examples
    --------
    >>> square((10, 20), 5)
    (5, 15, 15, 25)
    """
    x, y = point
    return x - half, y - half, x + half, y + half


def overlap(a: Extent, b: Extent) -> bool:
    """Whether two boxes share more than an edge.

    Examples
    --------
    >>> overlap((0, 0, 2, 2), (1, 1, 3, 3)), overlap((0, 0, 2, 2), (2, 0, 4, 2))
    (True, False)
    """
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
