"""The main body of an area, without the possessions far away that share its name."""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from dateline.geometry.frame import continuous, wrapped
from dateline.geometry.measures import equal_area
from dateline.geometry.shapes import Pairs, from_shapely, gather, polygons_of
from dateline.model import Geometry

_FAR_DEGREES = 4.5
"""Gap, about 500 km on a meridian, from which a piece does not belong to the mainland."""

_EQUAL_PARTNER = 0.2
"""Share of the area from which a far piece counts all the same: Borneo of Malaysia (60 %), but not
Alaska (17 %), Guiana (13 %) or Svalbard (16 %)."""


def mainland(area: Geometry) -> Geometry:
    """Leave out far-off possessions: pieces some 500 km away with less than a fifth of the area.

    Parameters
    ----------
    area
        The whole, longitudes −180 to 180.

    Returns
    -------
    Geometry
        The largest piece with what lies around it, island to island.

    Raises
    ------
    UsageError
        Where `area` is not an area.
    """
    return from_shapely(wrapped(mainland_of(continuous(polygons_of(area))))) or area


def mainland_of(whole: BaseGeometry) -> BaseGeometry:
    """Do as `mainland` does, for shapely and longitudes that run on."""
    parts = shapely.get_parts(whole)
    if len(parts) == 1:
        return whole
    group = _groups(shapely.bounds(parts))
    weight = np.bincount(group, shapely.area(equal_area(parts)))
    kept = (weight >= _EQUAL_PARTNER * weight.sum()) | (weight == weight.max())
    return gather(parts[kept[group]])


def _groups(boxes: Pairs) -> NDArray[np.int64]:
    """Give boxes within reach of each other, step by step, the same number."""
    west, south, east, north = boxes.T
    scale = np.cos(np.radians((south + north) / 2))
    apart = np.maximum(west[:, None] - east, west - east[:, None]).clip(min=0)
    apart *= np.minimum(scale[:, None], scale)
    aloft = np.maximum(south[:, None] - north, south - north[:, None]).clip(min=0)
    near = np.hypot(apart, aloft) < _FAR_DEGREES
    label = np.arange(len(boxes))
    while True:
        lowest = np.where(near, label, len(boxes)).min(axis=1)
        if (lowest == label).all():
            return label
        label = lowest
