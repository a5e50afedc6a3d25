"""The names of directions: north, south-easterly parts, and their bearings."""

from dateline.errors import UsageError

POINTS = (
    "north",
    "north-north-east",
    "north-east",
    "east-north-east",
    "east",
    "east-south-east",
    "south-east",
    "south-south-east",
    "south",
    "south-south-west",
    "south-west",
    "west-south-west",
    "west",
    "west-north-west",
    "north-west",
    "north-north-west",
)
"""The sixteen points of the compass, clockwise from north, 22.5° apart."""

_STEP = 360 / len(POINTS)
_ENDINGS = ("erly", "ern", "wards", "ward")
_BY_KEY = {point.replace("-", ""): point for point in POINTS}
_BY_KEY |= {"".join(word[0] for word in point.split("-")): point for point in POINTS}


def compass_point(name: str) -> str | None:
    """Find the point of the compass that a word means.

    Parameters
    ----------
    name
        "north", "North-East", "northeastern", "south westerly", "NNW" …

    Returns
    -------
    str or None
        One of `POINTS`, or ``None`` where `name` means none of them.

    Examples
    --------
    >>> compass_point("Northeastern"), compass_point("south-west"), compass_point("central")
    ('north-east', 'south-west', None)
    """
    key = "".join(c for c in name.lower() if c.isalnum())
    for ending in _ENDINGS:
        key = key.removesuffix(ending)
    return _BY_KEY.get(key)


def bearing(name: str) -> float:
    """Turn the name of a direction into degrees.

    Parameters
    ----------
    name
        What `compass_point` understands.

    Returns
    -------
    float
        Degrees clockwise from north: a multiple of 22.5.

    Raises
    ------
    UsageError
        Where `name` is not a direction.

    Examples
    --------
    >>> bearing("north-west"), bearing("ESE")
    (315.0, 112.5)
    """
    point = compass_point(name)
    if point is None:
        raise UsageError(f"Direction {name!r}: expected a point of the compass, as in north-west.")
    return POINTS.index(point) * _STEP


def direction(degrees: float) -> str:
    """Name the point of the compass nearest to a bearing.

    Parameters
    ----------
    degrees
        Clockwise from north.

    Returns
    -------
    str
        One of `POINTS`.

    Examples
    --------
    >>> direction(0), direction(-44), direction(349)
    ('north', 'north-west', 'north')
    """
    return POINTS[round(degrees / _STEP) % len(POINTS)]
