"""Sizes: projections that keep areas or lengths, and what is measured in them."""

from math import cos, radians

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dateline.geometry.shapes import Pairs, to_shapely
from dateline.geometry.sphere import EARTH_RADIUS_KM, haversine_km
from dateline.model import Geometry, LonLat

LINE, AREA = 1, 2
"""Dimensions of lines and areas."""

_FLATTEST = 0.05
"""Least cosine of latitude to divide by (87° north): keeps the scale finite at the poles."""


def area_km2(geometry: Geometry) -> float:
    """Measure an area on the sphere, good to about half a per cent.

    By Lambert's cylindrical projection, which keeps areas: longitude against the sine of latitude.

    Parameters
    ----------
    geometry
        An area; lines and points measure 0.

    Returns
    -------
    float
        Square kilometres.
    """
    return float(shapely.area(equal_area(to_shapely(geometry)))) * EARTH_RADIUS_KM**2


def equal_area(shape: BaseGeometry) -> BaseGeometry:
    """Project to radians of longitude and the sine of latitude: Lambert's cylinder."""
    return shapely.transform(shape, _lambert)


def _lambert(pairs: Pairs) -> Pairs:
    turned = np.radians(pairs)
    return np.column_stack((turned[:, 0], np.sin(turned[:, 1])))


def flattened(shape: BaseGeometry, lat: float, *, back: bool = False) -> BaseGeometry:
    """Squeeze longitudes by the cosine of a latitude, so that a degree is as long either way.

    Parameters
    ----------
    shape
        Any.
    lat
        Where the scale is to be right, degrees.
    back
        Whether to undo it.

    Returns
    -------
    BaseGeometry
        The squeezed geometry.
    """
    scale = max(cos(radians(lat)), _FLATTEST)
    factor = np.array((1 / scale if back else scale, 1.0))
    return shapely.transform(shape, lambda pairs: pairs * factor)


def length_km(geometry: Geometry) -> float:
    """Measure lines, or the outlines of areas, on the sphere.

    Parameters
    ----------
    geometry
        Lines or areas; points measure 0.

    Returns
    -------
    float
        Kilometres.

    Examples
    --------
    >>> round(length_km(Geometry("LineString", ((0.0, 0.0), (0.0, 1.0)))), 1)
    111.2
    """
    pairs, lines = shapely.get_coordinates(rings(to_shapely(geometry)), return_index=True)
    spots = [LonLat(*pair) for pair in pairs.tolist()]
    together = lines[1:] == lines[:-1]
    steps = zip(spots, spots[1:], together.tolist(), strict=False)
    return sum(haversine_km(a, b) for a, b, same in steps if same)


def rings(shape: BaseGeometry) -> list[BaseGeometry]:
    """List the lines that a shape is drawn with: those of areas are their outlines."""
    parts = shapely.get_parts(shape)
    dimensions = shapely.get_dimensions(parts)
    outlines = shapely.get_parts(shapely.boundary(parts[dimensions == AREA]))
    return [*parts[dimensions == LINE], *outlines]
