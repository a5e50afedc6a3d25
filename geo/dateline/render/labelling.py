"""Names on a preview picture: which there are, and where they fit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.render.basemap import BaseName
from dateline.render.lettering import can_be_drawn, width_of
from dateline.render.payload import PayloadFeature
from dateline.render.window import Pixel, Window

SIZES = {"literal": 25.0, "country": 21.0, "region": 18.0, "capital": 18.0, "town": 17.0}
"""Of letters on the map, in pixels: legible when a network shows the picture at half its size."""

DOT = 3
"""Half the width of the dot of a town of the base map, in pixels."""

MOST_TOWNS = 8
"""Towns of the base map that are named: a few to know where one is."""

APART = 40
"""Pixels that a town of the base map keeps from pins and from other towns."""

PIN = 9
"""Half the width of a pin, in pixels."""

GAP = 12
"""Pixels between the middle of a pin and its label."""

Extent = tuple[float, float, float, float]
"""Left, upper, right and lower edge, in pixels."""


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


def labels_of(
    base: Sequence[BaseName], features: Sequence[PayloadFeature], window: Window
) -> tuple[Label, ...]:
    """Place the names of the story's places, most often mentioned first, then the base map's.

    Lines come after pins and areas: their names are long and say what the others say.

    Parameters
    ----------
    base
        Names on the base map.
    features
        What is drawn of the story.
    window
        What is seen.
    """
    fitting = (feature for feature in features if not is_too_large(feature, window))
    ranked = sorted(fitting, key=lambda f: (f["shape"] == "line", -len(f["mentions"])))
    names = [
        Name(f["name"], window.pixel(*f["at"]), SIZES["literal"], "literal", f["shape"] == "pin")
        for f in ranked
    ]
    pins = [square(name.at, PIN) for name in names if name.pinned]
    names += _base_names(base, window, pins)
    wanted = (
        name for name in names if can_be_drawn(name.text) and window.shows(name.at, name.size)
    )
    return labels_for(wanted, pins, window.width, window.height)


def is_too_large(feature: PayloadFeature, window: Window) -> bool:
    """Whether an area is wider or higher than the picture, which then cannot show it."""
    west, south, east, north = feature["box"]
    (left, lower), (right, upper) = window.pixel(west, south), window.pixel(east, north)
    large = right - left > window.width or lower - upper > window.height
    return large and feature["shape"] == "area"


def _base_names(
    names: Sequence[BaseName], window: Window, pins: Sequence[Extent]
) -> Iterator[Name]:
    """Yield the names of areas that have room, and of some towns without a pin of the story's."""
    towns, most = list(pins), len(pins) + MOST_TOWNS
    for name in names:
        size, pinned = SIZES.get(name["sort"], SIZES["town"]), name["sort"] in {"capital", "town"}
        spots = [(room, window.pixel(lon, lat)) for lon, lat, room in name["spots"]]
        seen = [(room, at) for room, at in spots if window.shows(at, size)]
        if not seen or (pinned and len(towns) >= most):
            continue
        room, at = max(seen)
        if pinned and any(overlap(square(at, APART), town) for town in towns):
            continue
        if pinned:
            towns.append(square(at, DOT))
        if pinned or room * window.scale > 2 * size:
            yield Name(name["name"], at, size, name["sort"], pinned, DOT if pinned else 0.0)
