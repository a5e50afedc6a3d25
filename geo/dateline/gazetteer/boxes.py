"""Boxes in degrees that may cross the antimeridian."""

from dateline.model import Bounds


def intervals(bounds: Bounds) -> tuple[tuple[float, float], ...]:
    """Give the box's longitudes as one or two intervals of rising values.

    Examples
    --------
    >>> intervals(Bounds(177.0, -19.0, -178.0, -16.0))
    ((177.0, 180.0), (-180.0, -178.0))
    """
    if bounds.crosses_antimeridian:
        return ((bounds.west, 180.0), (-180.0, bounds.east))
    return ((bounds.west, bounds.east),)


def meet(a: Bounds, b: Bounds) -> bool:
    """Whether two boxes have a point in common.

    Examples
    --------
    >>> meet(Bounds(170, -20, -170, -10), Bounds(-175, -15, -160, -12))
    True
    >>> meet(Bounds(0, 0, 1, 1), Bounds(2, 0, 3, 1))
    False
    """
    if a.south > b.north or b.south > a.north:
        return False
    return any(
        west <= other_east and other_west <= east
        for west, east in intervals(a)
        for other_west, other_east in intervals(b)
    )
