"""What sort of place a service's answer is, as a GeoNames feature class and code."""

import re
from collections.abc import Mapping
from typing import Final

Kind = tuple[str, str]
"""GeoNames feature class and code."""

UNKNOWN: Final[Kind] = ("L", "LCTY")
"""GeoNames' "locality": of unspecified character and without a boundary."""

_OSM: Final[Mapping[str, Kind]] = {
    "aeroway": ("S", "AIRF"),
    "aeroway=aerodrome": ("S", "AIRP"),
    "amenity": ("S", "BLDG"),
    "amenity=hospital": ("S", "HSP"),
    "amenity=prison": ("S", "PRN"),
    "amenity=university": ("S", "UNIV"),
    "boundary": ("A", "ADMD"),
    "boundary=protected_area": ("L", "RES"),
    "building": ("S", "BLDG"),
    "highway": ("R", "ST"),
    "highway=motorway": ("R", "RD"),
    "highway=primary": ("R", "RD"),
    "highway=secondary": ("R", "RD"),
    "highway=trunk": ("R", "RD"),
    "historic": ("S", "HSTS"),
    "historic=monument": ("S", "MNMT"),
    "leisure": ("L", "PRK"),
    "leisure=stadium": ("S", "STDM"),
    "man_made": ("S", "BLDG"),
    "man_made=bridge": ("S", "BDG"),
    "natural=bay": ("H", "BAY"),
    "natural=cape": ("T", "CAPE"),
    "natural=desert": ("T", "DSRT"),
    "natural=peak": ("T", "PK"),
    "natural=peninsula": ("T", "PEN"),
    "natural=valley": ("T", "VAL"),
    "natural=volcano": ("T", "VLC"),
    "natural=water": ("H", "LK"),
    "natural=wood": ("V", "FRST"),
    "office": ("S", "BLDG"),
    "place": ("P", "PPL"),
    "place=country": ("A", "PCLI"),
    "place=county": ("A", "ADM2"),
    "place=island": ("T", "ISL"),
    "place=islet": ("T", "ISL"),
    "place=locality": UNKNOWN,
    "place=neighbourhood": ("P", "PPLX"),
    "place=ocean": ("H", "OCN"),
    "place=quarter": ("P", "PPLX"),
    "place=region": ("L", "RGN"),
    "place=sea": ("H", "SEA"),
    "place=square": ("S", "SQR"),
    "place=state": ("A", "ADM1"),
    "place=suburb": ("P", "PPLX"),
    "railway": ("S", "RSTN"),
    "shop": ("S", "BLDG"),
    "tourism": ("S", "BLDG"),
    "tourism=museum": ("S", "MUS"),
    "waterway": ("H", "STM"),
    "waterway=canal": ("H", "CNL"),
}
"""By OpenStreetMap's keys and tags, https://wiki.openstreetmap.org/wiki/Map_features."""

_LAYERS: Final[Mapping[str, Kind]] = {
    "address": ("S", "BLDG"),
    "borough": ("P", "PPLX"),
    "county": ("A", "ADM2"),
    "country": ("A", "PCLI"),
    "localadmin": ("A", "ADMD"),
    "locality": ("P", "PPL"),
    "macroregion": ("L", "RGN"),
    "marinearea": ("H", "SEA"),
    "neighbourhood": ("P", "PPLX"),
    "ocean": ("H", "OCN"),
    "region": ("A", "ADM1"),
    "street": ("R", "ST"),
    "venue": ("S", "BLDG"),
}
"""By Pelias' layers, https://github.com/pelias/documentation/blob/master/search.md."""

_CLASS: Final = re.compile(r"[AHLPRSTUV]")
_CODE: Final = re.compile(r"[A-Z][A-Z0-9]{1,9}")


def kind_of(raw: object) -> Kind:
    """Read the sort of place from a service's own answer.

    Parameters
    ----------
    raw
        What geopy keeps as ``Location.raw``; anything, since a server sent it.

    Returns
    -------
    tuple of str
        GeoNames feature class and code, `UNKNOWN` where the answer does not say.

    Examples
    --------
    >>> kind_of({"class": "highway", "type": "residential"})
    ('R', 'ST')
    >>> kind_of({"properties": {"osm_key": "place", "osm_value": "village"}})
    ('P', 'PPL')
    >>> kind_of({"properties": {"layer": "county"}}), kind_of({"fcl": "T", "fcode": "MT"})
    (('A', 'ADM2'), ('T', 'MT'))
    >>> kind_of("<script>"), kind_of({"class": ["place"], "fcl": 7})
    (('L', 'LCTY'), ('L', 'LCTY'))
    """
    said = _words(raw) | _words(raw.get("properties") if isinstance(raw, Mapping) else None)
    if _CLASS.fullmatch(said.get("fcl", "")) and _CODE.fullmatch(said.get("fcode", "")):
        return (said["fcl"], said["fcode"])
    if layer := _LAYERS.get(said.get("layer", "")):
        return layer
    key = said.get("osm_key") or said.get("class") or said.get("category") or ""
    tag = f"{key}={said.get('osm_value') or said.get('type') or ''}"
    return _OSM.get(tag) or _OSM.get(key) or UNKNOWN


def _words(raw: object) -> dict[str, str]:
    """Keep the entries that are text."""
    entries = raw.items() if isinstance(raw, Mapping) else ()
    return {k: v for k, v in entries if isinstance(k, str) and isinstance(v, str)}
