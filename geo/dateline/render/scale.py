"""How large the story is, and so how much of the world to put on the page, how finely."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import atan, cos, degrees, exp, log, pi, radians, tan

from dateline.model import Bounds
from dateline.render.box import MERCATOR_LIMIT, Box, around, unwrapped
from dateline.render.grid import Grid
from dateline.render.levels import LEVELS

LEAST_SPAN = 1.5
"""Degrees of latitude that a view shows at least: a town among its neighbours."""

STEPS_ACROSS = 1000
"""Least grid steps across the view: more than one to a pixel of a map beside a text."""

MARGIN = 0.35
"""Detail reaches beyond the view by this share of it on every side."""

MUCH_LARGER = 6.0
"""Times the view from which on a place does not move the map (2.5 zoom levels)."""

CLOSER = 2.0
"""The view may be drawn this many times coarser than its own size asks for."""

ASPECTS = (0.75, 1.5)
"""Width to height of the maps that show the view: beside the text, and above it on a phone."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The story's view and what follows from it."""

    view: Box
    """What the map shows first."""
    span: float
    """Its larger side in degrees of latitude."""
    level: int
    """Which of the base map's levels of detail fits it."""
    grid: Grid
    """Where outlines snap to."""


def frame_of(bounds: Bounds, places: Iterable[Box] = ()) -> Frame:
    """Lay out the map for a story's view.

    Parameters
    ----------
    bounds
        The view, which may cross the antimeridian or be a single point.
    places
        Boxes of what the text will move the map to; what is near and not much larger than the
        view is drawn in detail too.

    Returns
    -------
    Frame
        With a view of at least `LEAST_SPAN`.

    Examples
    --------
    >>> frame_of(Bounds(23.2, 51.3, 32.8, 56.2)).level
    4
    >>> frame_of(Bounds(177.0, -19.0, -178.0, -16.0)).grid.middle
    179.5
    """
    view = _at_least(unwrapped(bounds))
    near = [box for box in places if _is_near(box, view)]
    reach = around([view, *near])
    span = max(span_of(view), span_of(reach) / CLOSER)
    level = max(number for number, level in enumerate(LEVELS) if span <= level.upto or not number)
    fine = LEVELS[level].step
    step = fine * max(1, round(span / STEPS_ACROSS / fine))
    detail = around([_covering(view).grown(MARGIN), _covering(reach)])
    return Frame(view, span, level, Grid(step, detail, (view.west + view.east) / 2))


def _is_near(box: Box, view: Box) -> bool:
    """Whether a box touches the surroundings of a view and is not much larger."""
    return view.grown(MARGIN).meets(box) and span_of(box) <= MUCH_LARGER * span_of(view)


def span_of(view: Box) -> float:
    """Larger side of a view, in degrees of latitude."""
    shrink = cos(radians(min(abs(view.south), abs(view.north), MERCATOR_LIMIT)))
    return max(view.north - view.south, (view.east - view.west) * shrink)


def _at_least(view: Box) -> Box:
    """Grow a view that is too small, around its middle, and keep it off the poles."""
    lon, lat = (view.west + view.east) / 2, (view.south + view.north) / 2
    up = min(max(view.north - view.south, LEAST_SPAN) / 2, MERCATOR_LIMIT)
    lat = max(up - MERCATOR_LIMIT, min(MERCATOR_LIMIT - up, lat))
    across = max(view.east - view.west, LEAST_SPAN / cos(radians(lat))) / 2
    return Box(lon - across, lat - up, lon + across, lat + up)


def _covering(view: Box) -> Box:
    """Grow a view to what maps of all `ASPECTS` show when they are fitted to it."""
    low, high = _stretched(view.south), _stretched(view.north)
    across, up = view.east - view.west, high - low
    tall, wide = across / ASPECTS[0], up * ASPECTS[1]
    more_up, more_across = max(tall - up, 0.0) / 2, max(wide - across, 0.0) / 2
    return Box(
        view.west - more_across,
        _latitude(low - more_up),
        view.east + more_across,
        _latitude(high + more_up),
    )


def _stretched(latitude: float) -> float:
    """Mercator's ordinate of a latitude, in degrees of longitude at the equator.

    Examples
    --------
    >>> round(_stretched(60.0), 1)
    75.5
    """
    bounded = max(-MERCATOR_LIMIT, min(MERCATOR_LIMIT, latitude))
    return degrees(log(tan(pi / 4 + radians(bounded) / 2)))


def _latitude(stretched: float) -> float:
    """Latitude of a Mercator ordinate, both in degrees; the inverse of `_stretched`."""
    return degrees(2 * atan(exp(radians(stretched))) - pi / 2)
