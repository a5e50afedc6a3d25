"""Answers of servers are believed in nothing."""

import pytest
from geopy.location import Location

from dateline.geocoders.answers import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    MOST_ANSWERS,
    answer_of,
    read_answers,
)

BUCHA = "Bucha, Kyiv Oblast, Ukraine"


@pytest.mark.parametrize(
    ("address", "lon", "lat"),
    [
        (BUCHA, float("nan"), 50.5),
        (BUCHA, 30.2, float("inf")),
        (BUCHA, 180.1, 50.5),
        (BUCHA, 30.2, -90.1),
        (BUCHA, 0, 0),
        (BUCHA, "30.2", "50.5"),
        (BUCHA, None, None),
        (BUCHA, 10**400, 1),
        (None, 30.2, 50.5),
        (["Bucha"], 30.2, 50.5),
        ("", 30.2, 50.5),
        (" , Ukraine", 30.2, 50.5),
        ("\u202e\x00", 30.2, 50.5),
    ],
)
def test_nonsense_is_no_answer(address, lon, lat):
    assert answer_of(address, lon, lat, {}) is None


@pytest.mark.parametrize(
    "raw",
    [
        {"lat": "50.5", "lon": "750.2"},
        {"lat": 50.5, "lng": -330.0},
        {"geometry": {"coordinates": [390.2, 50.5]}},
    ],
)
def test_a_longitude_that_geopy_wound_back_is_nonsense_still(raw):
    assert answer_of(BUCHA, 30.2, 50.5, raw) is None


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (BUCHA, "Bucha"),
        ("<b>Bucha</b>, Ukraine", "<b>Bucha</b>"),
        ("{{7*7}}, Ukraine", "{{7*7}}"),
        ("Bu\x1b[31mcha\r\nX: 1, Ukraine", "Bu[31mcha X: 1"),
        ("\u202eahcuB, Ukraine", "ahcuB"),
        ("x" * 1_000_000, "x" * LONGEST_NAME),
        ("Буча, Україна", "Буча"),
        ("میدان\u200cآزادی, تهران", "میدان\u200cآزادی"),
    ],
)
def test_names_are_cut_and_made_visible(address, name):
    answer = answer_of(address, 30.2, 50.5, {})
    assert answer.name == name
    assert len(answer.address) <= LONGEST_ADDRESS


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ({"class": "highway", "type": "residential"}, ("R", "ST")),
        ({"category": "natural", "type": "peak"}, ("T", "PK")),
        ({"class": "natural", "type": "something"}, ("L", "LCTY")),
        ({"properties": {"osm_key": "waterway", "osm_value": "river"}}, ("H", "STM")),
        ({"properties": {"layer": "venue"}}, ("S", "BLDG")),
        ({"fcl": "P", "fcode": "PPLL"}, ("P", "PPLL")),
        ({"fcl": "P", "fcode": "<img src=x>"}, ("L", "LCTY")),
        ({"class": ["place"], "type": {}}, ("L", "LCTY")),
        ({"class": "__class__"}, ("L", "LCTY")),
        ([], ("L", "LCTY")),
        (None, ("L", "LCTY")),
    ],
)
def test_the_sort_of_place_is_read_where_it_is_said(raw, kind):
    answer = answer_of(BUCHA, 30.2, 50.5, raw)
    assert (answer.feature_class, answer.feature_code) == kind


@pytest.mark.parametrize(
    ("key", "known"),
    [(711350, 711350), ("711350", None), (-1, None), (2**40, None), (True, None), (1.5, None)],
)
def test_a_geonames_id_is_a_number_that_can_be_one(key, known):
    assert answer_of(BUCHA, 30.2, 50.5, {"geonameId": key}).geonames_id == known


def test_answers_that_make_sense_stay_among_those_that_do_not():
    good, null = Location(BUCHA, (50.5, 30.2), {}), Location("Nowhere", (0, 0), {})
    assert [a.name for a in read_answers([null, good, null])] == ["Bucha"]
    assert [a.name for a in read_answers(good)] == ["Bucha"]
    assert read_answers(None) == ()
    assert len(read_answers([good] * 50)) == MOST_ANSWERS
