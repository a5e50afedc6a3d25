"""A rectangle of pixels on Mercator's map, and lines cut down to what is seen through it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import atan, degrees, exp, log, pi, radians, tan

from dateline.render.box import MERCATOR_LIMIT, WORLD, Box
from dateline.render.codec import LETTERS

Pixel = tuple[float, float]
"""Pixels from the left and from the top."""

NEAR = 0.6
"""Pixels below which a point adds nothing to a line."""

_BITS = 5
_MORE = 1 << _BITS
_VALUES = {letter: value for value, letter in enumerate(LETTERS)}


def mercator(latitude: float) -> float:
    """Mercator's ordinate of a latitude, in degrees of longitude at the equator.

    Examples
    --------
    >>> round(mercator(60.0), 1)
    75.5
    """
    bounded = max(-MERCATOR_LIMIT, min(MERCATOR_LIMIT, latitude))
    return degrees(log(tan(pi / 4 + radians(bounded) / 2)))


def latitude(ordinate: float) -> float:
    """Latitude of a Mercator ordinate, both in degrees; the inverse of `mercator`.

    Examples
    --------
    >>> round(latitude(mercator(-41.3)), 6)
    -41.3
    """
    return degrees(2 * atan(exp(radians(ordinate))) - pi / 2)


@dataclass(frozen=True, slots=True)
class Window:
    """What part of the map is seen, and how large."""

    width: int
    """Pixels across."""
    height: int
    """Pixels from top to bottom."""
    left: float
    """Longitude of the left edge, in degrees."""
    top: float
    """Mercator's ordinate of the upper edge, in degrees."""
    scale: float
    """Pixels a degree of longitude."""

    def pixel(self, longitude: float, latitude: float) -> Pixel:
        """Give the place of a position in the picture."""
        return (longitude - self.left) * self.scale, (self.top - mercator(latitude)) * self.scale

    def box(self) -> Box:
        """Give what is seen, in unwrapped degrees."""
        right, bottom = self.left + self.width / self.scale, self.top - self.height / self.scale
        return Box(self.left, latitude(bottom), right, latitude(self.top))

    def shows(self, point: Pixel, edge: float = 0.0) -> bool:
        """Whether a point lies in the picture, `edge` pixels from its sides at least."""
        x, y = point
        return edge <= x <= self.width - edge and edge <= y <= self.height - edge


def window_on(view: Box, width: int, height: int, margin: int) -> Window:
    """Fit a view into a picture.

    Parameters
    ----------
    view
        In unwrapped degrees.
    width, height
        Of the picture, in pixels.
    margin
        Pixels to keep free on each side.

    Examples
    --------
    >>> window = window_on(Box(0.0, -10.0, 20.0, 10.0), 600, 300, 50)
    >>> [round(side) for side in window.pixel(10.0, 0.0)]
    [300, 150]
    """
    low, high = mercator(view.south), mercator(view.north)
    across = (width - 2 * margin) / (view.east - view.west)
    scale = min(across, (height - 2 * margin) / (high - low))
    left = (view.west + view.east) / 2 - width / 2 / scale
    return Window(width, height, left, (low + high) / 2 + height / 2 / scale, scale)


def decoded(text: str, step: float) -> Iterator[list[tuple[float, float]]]:
    """Yield the lines that `dateline.render.codec` wrote, longitude first, in degrees.

    Examples
    --------
    >>> list(decoded("AACBEgB", 1.0))
    [[(0.0, 0.0), (1.0, -1.0), (3.0, 15.0)]]
    """
    for word in text.split():
        numbers = list(_numbers(word))
        x = y = 0
        line = []
        for across, up in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + across, y + up
            line.append((x * step, y * step))
        yield line


def _numbers(word: str) -> Iterator[int]:
    bits = shift = 0
    for letter in word:
        value = _VALUES[letter]
        bits |= (value & (_MORE - 1)) << shift
        shift += _BITS
        if value < _MORE:
            yield ~(bits >> 1) if bits & 1 else bits >> 1
            bits = shift = 0


def path_of(lines: Iterable[Sequence[tuple[float, float]]], window: Window, *, closed: bool) -> str:
    """Write lines as the ``d`` of an SVG path, once for each turn of the globe that is seen.

    Examples
    --------
    >>> window = Window(100, 100, 0.0, 50.0, 1.0)
    >>> path_of([[(10.0, 0.0), (20.0, 0.0)], [(370.0, 0.0), (380.0, 0.0)]], window, closed=False)
    'M10 50L20 50M10 50L20 50'
    """
    drawn = []
    for line in lines:
        pixels = [window.pixel(*point) for point in line]
        for turn in (-WORLD, 0.0, WORLD):
            moved = [(x + turn * window.scale, y) for x, y in pixels]
            if _is_seen(moved, window):
                drawn.append(_subpath(moved) + ("Z" if closed else ""))
    return "".join(drawn)


def _is_seen(line: Sequence[Pixel], window: Window) -> bool:
    """Whether the box around a line meets the picture."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return min(xs) < window.width and max(xs) > 0 and min(ys) < window.height and max(ys) > 0


def _subpath(line: Sequence[Pixel]) -> str:
    kept = [line[0]]
    for point in line[1:-1]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= NEAR:
            kept.append(point)
    kept.append(line[-1])
    return "M" + "L".join(f"{x:.1f} {y:.1f}".replace(".0", "") for x, y in kept)
