"""Where a story is from, as somebody says: ``--near PLACE`` and ``--country CC``.

A local paper writes "Springfield" and means its own.
"""

import math
from dataclasses import dataclass

from dateline.company import Area, Position, areas_of, position_of, within
from dateline.errors import UsageError
from dateline.gazetteer import Gazetteer
from dateline.geometry import haversine_km
from dateline.model import Place
from dateline.names import fold

REACH_KM = 50.0
"""Kilometres in which being near the paper's home falls to a third: a county or two."""

DWARFED = 100
"""Times as many inhabitants as any namesake has, from which on a town needs no state beside it."""

_MOST_NAMED = 3
"""Namesakes in the message about an ambiguous name."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The home of a publication, as far as it is known."""

    place: Place | None = None
    """The place it is near to."""
    country_code: str = ""
    """ISO 3166-1 alpha-2 of its country, or empty."""

    @property
    def position(self) -> Position | None:
        """Where it lies; ``None`` where nothing is known."""
        if self.place:
            return position_of(self.place)
        return Position(((self.country_code,),), None, ()) if self.country_code else None


NOWHERE = Origin()
"""Nothing is known."""


def origin_of(near: str, country: str, gazetteer: Gazetteer) -> Origin:
    """Look up where a story is from.

    Parameters
    ----------
    near
        Name of a town or a division, with what it lies in where that is needed: "Paris,
        Texas"; or empty.
    country
        ISO 3166-1 alpha-2 code in any case; or empty.
    gazetteer
        Where both are looked up.

    Raises
    ------
    UsageError
        Where either is unknown, or the name is that of several places.

    Examples
    --------
    >>> from dateline.gazetteer import open_gazetteer
    >>> with open_gazetteer() as gazetteer:
    ...     origin_of("Paris, Texas", "", gazetteer).place.geonames_id
    4717560
    """
    code = _country_code(country, gazetteer)
    if not near:
        return Origin(None, code)
    place = _looked_up(near, code, gazetteer)
    return Origin(place, code or place.country_code)


def _country_code(country: str, gazetteer: Gazetteer) -> str:
    code = country.strip().upper()
    if code and not gazetteer.country(code):
        hint = " (the United Kingdom is GB)" if code == "UK" else ""
        raise UsageError(
            f"“{country}” is no country code: expected two letters of ISO 3166-1, such as US{hint}."
        )
    return code


def _looked_up(near: str, code: str, gazetteer: Gazetteer) -> Place:
    name, *containers = [part.strip() for part in near.split(",")]
    found = [
        c.place
        for c in gazetteer.candidates(name)
        if c.place.feature_class in "AP"
        and c.name_type not in {"adjective", "demonym"}
        and (not code or c.place.country_code == code)
    ]
    for container in containers:
        written = (container, container.upper())  # short forms are found in capitals only
        areas = [c.place for form in written for c in gazetteer.candidates(form)]
        found = [place for place in found if any(within(place, area) for area in areas)]
    if not found:
        where = f" in {code}" if code else ""
        raise UsageError(
            f"“{near}” is not in the gazetteer{where}: expected a town or a division, "
            "such as “Paris, Texas”; dateline gazetteer search finds names."
        )
    return _only(near, found)


def _only(near: str, found: list[Place]) -> Place:
    """Take the one that is meant: a town before the division called after it."""
    exact = [place for place in found if fold(place.name) == fold(near.partition(",")[0])] or found
    towns = [place for place in exact if place.feature_class == "P"] or exact
    first, *others = sorted(towns, key=lambda place: (-place.population, place.id))
    rivals = [other for other in others if other.population * DWARFED >= first.population]
    if not rivals:
        return first
    names = "; ".join(_with_area(place) for place in (first, *rivals)[:_MOST_NAMED])
    raise UsageError(
        f"“{near}” is the name of {len(rivals) + 1} places ({names} …): "
        "expected one, with the state or country that it is in after a comma."
    )


def _with_area(place: Place) -> str:
    return ", ".join(filter(None, (place.name, place.admin1_name, place.country_name)))


def origin_features(origin: Origin, place: Place, areas: tuple[Area, ...]) -> dict[str, float]:
    """Describe a reading by how near it is to where the story is said to be from.

    Parameters
    ----------
    origin
        What is known.
    place
        The reading.
    areas
        The areas it lies in, the largest first.
    """
    if not areas or areas[0] != (origin.country_code,):
        return {}
    features = {"origin_country": 1.0}
    if origin.place is None:
        return features
    if areas[1:2] and areas[1:2] == areas_of(origin.place)[1:2]:
        features["origin_admin1"] = 1.0
    if len(areas) > 1 and place.feature_code != "ADM1":
        features["origin_near"] = math.exp(
            -haversine_km(place.point, origin.place.point) / REACH_KM
        )
    return features
