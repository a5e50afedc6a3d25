"""Places made of answers: where they lie, and an id that is nobody else's."""

from hashlib import sha256
from typing import Final

from dateline.gazetteer import Gazetteer
from dateline.geocoders.answers import Answer
from dateline.geocoders.nearest import areas_at
from dateline.model import Place

LEAST_ID: Final = -(2**53) + 1
"""Ids of places from a geocoder lie from here to −2⁵², below all of the gazetteer's own, and
within what JSON's readers take for whole numbers."""


def place_of(answer: Answer, service: str, gazetteer: Gazetteer) -> Place:
    """Make a place of an answer; the gazetteer says in which country and division it lies."""
    country, admin1 = areas_at(gazetteer, answer.point)
    return Place(
        id=id_of(answer, service),
        name=answer.name,
        feature_class=answer.feature_class,
        feature_code=answer.feature_code,
        country_code=country.country_code if country else "",
        admin1_code=admin1.admin1_code if admin1 else "",
        admin1_name=admin1.name if admin1 else "",
        admin2_code="",
        admin2_name="",
        country_name=country.name if country else "",
        point=answer.point,
        population=0,
        geonames_id=answer.geonames_id,
        shape_type="",
        source=service.lower(),
        geocoder=service,
    )


def id_of(answer: Answer, service: str) -> int:
    """Make an id that is the same in every run and none of the gazetteer's.

    Examples
    --------
    >>> from dateline.model import LonLat
    >>> answer = Answer("Bucha", "Bucha, Ukraine", LonLat(30.21, 50.55), "P", "PPL", None)
    >>> LEAST_ID <= id_of(answer, "Nominatim") <= -(2**52)
    True
    >>> id_of(answer, "Nominatim") == id_of(answer, "Photon")
    False
    """
    written = f"{service}\n{answer.name}\n{answer.point.lon:.5f}\n{answer.point.lat:.5f}"
    number = int.from_bytes(sha256(written.encode("utf-8", "replace")).digest()[:8])
    return LEAST_ID + number % 2**52
