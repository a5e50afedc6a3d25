"""Places as the gazetteer knows them; longitude comes first, as in GeoJSON."""

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

GeometryType = Literal[
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"
]
NameType = Literal["preferred", "alternate", "abbreviation", "adjective", "demonym"]


class LonLat(NamedTuple):
    """A position in degrees, WGS 84, longitude first.

    Examples
    --------
    >>> LonLat(27.57, 53.9).latlon
    (53.9, 27.57)
    """

    lon: float
    """Degrees east, −180 to 180."""
    lat: float
    """Degrees north, −90 to 90."""

    @property
    def latlon(self) -> tuple[float, float]:
        """Latitude first: what folium and geopy expect, and nothing else here does."""
        return (self.lat, self.lon)


class Bounds(NamedTuple):
    """A box in degrees; ``west > east`` means that it crosses the antimeridian.

    Examples
    --------
    >>> Bounds(177.0, -19.0, -178.0, -16.0).crosses_antimeridian
    True
    """

    west: float
    south: float
    east: float
    north: float

    @property
    def crosses_antimeridian(self) -> bool:
        """Whether the box runs over 180°."""
        return self.west > self.east


@dataclass(frozen=True, slots=True)
class Geometry:
    """A GeoJSON geometry as plain frozen data.

    Examples
    --------
    >>> Geometry("Point", (27.57, 53.9)).__geo_interface__
    {'type': 'Point', 'coordinates': (27.57, 53.9)}
    """

    type: GeometryType
    """GeoJSON type."""
    coordinates: tuple[Any, ...]
    """Nested tuples of (longitude, latitude) in degrees, RFC 7946."""

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        """What shapely, folium and others read."""
        return {"type": self.type, "coordinates": self.coordinates}


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the gazetteer."""

    id: int
    """Key in the gazetteer: the GeoNames id where there is one, otherwise negative."""
    name: str
    """Preferred English name."""
    feature_class: str
    """GeoNames feature class: A H L P R S T U V."""
    feature_code: str
    """GeoNames feature code: PPLC, ADM1, PCLI, RGN, SEA, STM …"""
    country_code: str
    """ISO 3166-1 alpha-2, empty for what lies in several countries or none."""
    admin1_code: str
    """GeoNames admin-1 code inside the country (a US state's two letters), or empty."""
    admin1_name: str
    """English name of the admin-1 unit, or empty."""
    admin2_code: str
    """Second-level code inside the admin-1 unit (a US county's three-digit FIPS), or empty."""
    admin2_name: str
    """English name of the second-level unit where known ("Lamar County"), or empty."""
    country_name: str
    """English name of the country, or empty."""
    point: LonLat
    """Where a pin or a label goes."""
    population: int
    """Inhabitants, 0 where unknown."""
    geonames_id: int | None
    """GeoNames id, ``None`` for places that only this gazetteer has."""
    shape_type: Literal["", "area", "line"]
    """Whether the gazetteer has an outline for it, and of which sort."""
    source: str
    """Key of the row's source in ``SOURCES.toml``, or of the geocoder's service."""
    geocoder: str = ""
    """Name of the geocoder that knows it ("Nominatim"); empty for a place of the gazetteer."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may refer to."""

    place: Place
    """The place."""
    name_type: NameType
    """How the name names it."""
    approximate: bool = False
    """Whether the name is that of something in or near the place: "Luton Airport" for Luton."""
