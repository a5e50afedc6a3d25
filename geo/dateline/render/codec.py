"""Rings and lines as short strings: integers, delta-coded, in 64 letters.

A ring is a run of points on the grid of `dateline.render.grid`; each coordinate is the
difference from the point before, zigzag-coded so that small negative numbers stay small, and
written five bits at a time, the sixth bit saying that more follow (the scheme of Google's
polylines, with letters that JSON and HTML leave alone). Rings are joined by blanks.
``assets/story/codec.mjs`` reads it back.
"""

from collections.abc import Iterable, Sequence

Point = tuple[int, int]
"""Steps east and north on a grid."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""The 64 digits, as in URL-safe base64."""

_BITS = 5
_MORE = 1 << _BITS
_SMALL = 1024
"""Differences up to this size are looked up; nearly all are smaller."""


def encode_lines(lines: Iterable[Sequence[Point]]) -> str:
    """Write lines or rings of grid points as one string.

    Examples
    --------
    >>> encode_lines([[(0, 0), (1, -1), (3, 15)]])
    'AACBEgB'
    >>> encode_lines([[(0, 0)], [(100, -1)]])
    'AA oGB'
    """
    return " ".join(_encode_line(line) for line in lines)


def _encode_line(line: Sequence[Point]) -> str:
    """Write one line; its first point is the difference from the origin."""
    words: list[str] = []
    before_x = before_y = 0
    for x, y in line:
        words.append(_WORDS.get(x - before_x) or _encode_number(x - before_x))
        words.append(_WORDS.get(y - before_y) or _encode_number(y - before_y))
        before_x, before_y = x, y
    return "".join(words)


def _encode_number(number: int) -> str:
    """Write one integer, lowest bits first.

    Examples
    --------
    >>> _encode_number(0), _encode_number(-1), _encode_number(16)
    ('A', 'B', 'gB')
    """
    rest = number << 1 if number >= 0 else ~(number << 1)
    word = ""
    while rest >= _MORE:
        word += LETTERS[_MORE | (rest & (_MORE - 1))]
        rest >>= _BITS
    return word + LETTERS[rest]


_WORDS = {number: _encode_number(number) for number in range(-_SMALL, _SMALL + 1)}
