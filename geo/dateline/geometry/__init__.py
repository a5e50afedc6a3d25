"""Geometry on the Earth: pure functions on the model's values; shapely and geopy stay in here.

Positions are longitude first, in degrees on WGS 84. Geometries come and go as RFC 7946 wants them,
cut at the antimeridian; `unwrap` makes them continuous for drawing.
"""

from dateline.geometry.areas import clip, contains, intersect, simplify, subtract, union
from dateline.geometry.borders import coast, shared_border
from dateline.geometry.compass import bearing, compass_point, direction
from dateline.geometry.earth import destination, distance_km
from dateline.geometry.frame import bounds_of, split_antimeridian, unwrap
from dateline.geometry.labels import label_point
from dateline.geometry.mainland import mainland
from dateline.geometry.margins import margin, moved, strip
from dateline.geometry.measures import area_km2, length_km
from dateline.geometry.parts import PARTS, part_name, part_of
from dateline.geometry.sphere import EARTH_RADIUS_KM, bearing_to, haversine_km
from dateline.geometry.zones import circle, sector

__all__ = [
    "EARTH_RADIUS_KM",
    "PARTS",
    "area_km2",
    "bearing",
    "bearing_to",
    "bounds_of",
    "circle",
    "clip",
    "coast",
    "compass_point",
    "contains",
    "destination",
    "direction",
    "distance_km",
    "haversine_km",
    "intersect",
    "label_point",
    "length_km",
    "mainland",
    "margin",
    "moved",
    "part_name",
    "part_of",
    "sector",
    "shared_border",
    "simplify",
    "split_antimeridian",
    "strip",
    "subtract",
    "union",
    "unwrap",
]
