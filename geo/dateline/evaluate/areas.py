"""Places that are areas or rivers: right also where the gold's point lies in them.

The "centre" of a country differs by hundreds of kilometres from one gazetteer to the next, so
that the distance between two centres says little about whether the country is the right one. The
same goes for rivers, which have no centre at all.
"""

from collections.abc import Callable

from dateline.errors import GazetteerError
from dateline.evaluate.toponyms import Toponym, is_placed, point_of
from dateline.gazetteer import Gazetteer
from dateline.geometry import circle, contains, intersect
from dateline.model import LonLat, Place

TOLERANCE_KM = 10.0
"""Kilometres that a point may lie outside: outlines are cut at the shore and good to about 1 km,
and points of harbours, capes and islets fall just off it. Rivers are drawn without a width."""

InArea = Callable[[Toponym, Toponym], bool]
"""Tells of a gold toponym and a prediction whether the first lies in the area of the second."""


def nowhere(_gold: Toponym, _predicted: Toponym) -> bool:
    """Hold no place for an area: distances alone count."""
    return False


def place_in_area(gazetteer: Gazetteer) -> InArea:
    """Make the test for predictions that name an entry of a gazetteer.

    Parameters
    ----------
    gazetteer
        Where the outlines come from. A prediction names its entry by ``place``, the
        gazetteer's own id, or else by ``geonames_id``.

    Examples
    --------
    >>> from dateline.gazetteer import open_gazetteer
    >>> with open_gazetteer() as gazetteer:
    ...     in_area = place_in_area(gazetteer)
    ...     vladivostok = {"lat": 43.1, "lon": 131.9}
    ...     [in_area(vladivostok, {"geonames_id": id_, "lat": 60, "lon": 100})
    ...      for id_ in (2017370, 1814991, 524901)]  # Russia, China, Moscow
    [True, False, False]
    """

    def in_area(gold: Toponym, predicted: Toponym) -> bool:
        place = _place_of(predicted, gazetteer)
        return place is not None and is_placed(gold) and holds(gazetteer, place, point_of(gold))

    return in_area


def _place_of(predicted: Toponym, gazetteer: Gazetteer) -> Place | None:
    key = predicted.get("place") or predicted.get("geonames_id")
    if not isinstance(key, int) or not is_placed(predicted):
        return None
    try:
        return gazetteer.place(key)
    except GazetteerError:
        return None


def holds(gazetteer: Gazetteer, place: Place, point: LonLat) -> bool:
    """Tell whether a point lies in a place that is an area, or at most `TOLERANCE_KM` outside.

    Parameters
    ----------
    gazetteer
        Where the outline comes from.
    place
        An area, or a river: then the point has to lie on it, by the same tolerance.
    point
        Degrees.
    """
    outline = gazetteer.shape(place.id) if place.shape_type else None
    if outline is None:
        return False
    return contains(outline, point) or intersect(outline, circle(point, TOLERANCE_KM)) is not None
