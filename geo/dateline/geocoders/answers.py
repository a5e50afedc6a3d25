"""What a service says of a name, checked: servers are believed in nothing."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from dateline.geocoders.kinds import kind_of
from dateline.model import LonLat

MOST_ANSWERS: Final = 5
"""Answers to one name that are asked for and kept; what follows is ever less like it."""

LONGEST_NAME: Final = 80
"""Code points of a place's name; the longest in GeoNames that is in use has some 60."""

LONGEST_ADDRESS: Final = 300
"""Code points of an address; what is beyond is cut."""

_JOINERS: Final = frozenset("\u200c\u200d")
"""Invisible characters that some scripts need inside words."""

HALF_TURN: Final = 180.0
"""Degrees of longitude either way."""

_MOST_ID: Final = 2**31
"""One more than the largest GeoNames id that is believed; the largest in use has eight digits."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One place that a service knows by a name."""

    name: str
    """First part of its address."""
    address: str
    """As the service writes it, cut and without control characters."""
    point: LonLat
    """Where it is, degrees."""
    feature_class: str
    """GeoNames feature class."""
    feature_code: str
    """GeoNames feature code; ``LCTY`` where the service does not say what it is."""
    geonames_id: int | None
    """GeoNames id, from GeoNames' own service only."""


def read_answers(found: object) -> tuple[Answer, ...]:
    """Read what a geopy geocoder returned, and leave out what cannot be true.

    Parameters
    ----------
    found
        ``None``, a location or an iterable of locations.

    Returns
    -------
    tuple of Answer
        At most `MOST_ANSWERS`, in the service's order.
    """
    if found is None:
        return ()
    locations = found if isinstance(found, list | tuple) else (found,)
    return tuple(islice(filter(None, map(read_answer, locations)), MOST_ANSWERS))


def read_answer(location: Any) -> Answer | None:  # noqa: ANN401 - geopy is untyped
    """Read one ``geopy.Location``; ``None`` where it makes no sense.

    Examples
    --------
    >>> from geopy.location import Location
    >>> read_answer(Location("Bucha, Ukraine", (50.55, 30.21), {})).name
    'Bucha'
    """
    return answer_of(location.address, location.longitude, location.latitude, location.raw)


def answer_of(address: object, lon: object, lat: object, raw: object) -> Answer | None:
    """Make an answer of what was said, whatever its types.

    Parameters
    ----------
    address
        Name and whereabouts, separated by commas.
    lon, lat
        Degrees.
    raw
        The whole of what the service said.

    Returns
    -------
    Answer or None
        ``None`` where position or address make no sense.

    Examples
    --------
    >>> answer_of("Bucha, Ukraine", 30.21, 50.55, {"fcl": "P", "fcode": "PPL"}).feature_class
    'P'
    >>> answer_of("Nowhere", 0, 0, {}) is answer_of(["Bucha"], 30.21, 50.55, {}) is None
    True
    """
    point = _position(lon, lat)
    if not isinstance(address, str) or not point or _turned(raw):
        return None
    plain = visible(address)[:LONGEST_ADDRESS]
    name = plain.partition(",")[0].strip()[:LONGEST_NAME]
    key = raw.get("geonameId") if isinstance(raw, Mapping) else None
    known = type(key) is int and 0 < key < _MOST_ID
    return Answer(name, plain, point, *kind_of(raw), key if known else None) if name else None


def visible(text: str) -> str:
    r"""Leave out what is not seen: controls, marks that turn the direction, halves of pairs.

    Examples
    --------
    >>> visible("Bu\u202echa\x1b[1m\n  Ukraine")
    'Bucha[1m Ukraine'
    """
    spaced = "".join(" " if c.isspace() else c for c in text[: 10 * LONGEST_ADDRESS])
    kept = (c for c in spaced if c in _JOINERS or unicodedata.category(c)[0] != "C")
    return " ".join("".join(kept).split())


def _position(lon: object, lat: object) -> LonLat | None:
    """Check a position; 0° N 0° E is what servers say that do not know."""
    if not isinstance(lon, int | float) or not isinstance(lat, int | float):
        return None
    on_earth = abs(lon) <= HALF_TURN and abs(lat) <= HALF_TURN / 2
    return LonLat(round(lon, 5), round(lat, 5)) if on_earth and (lon or lat) else None


def _turned(raw: object) -> bool:
    """Whether geopy has wound a longitude of nonsense back into range."""
    if not isinstance(raw, Mapping):
        return False
    given = raw.get("lon", raw.get("lng"))
    geometry = raw.get("geometry")
    if given is None and isinstance(geometry, Mapping):
        given = geometry["coordinates"][0] if geometry.get("coordinates") else None
    return given is not None and abs(float(given)) > HALF_TURN
