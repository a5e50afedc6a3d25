"""Names of what stands in a place, read as being near it."""

import pytest

from dateline.exports import to_record
from dateline.features import place_features, reason_of
from dateline.gazetteer import Gazetteer
from dateline.geocode import geocode
from dateline.model import Mention
from dateline.partwhole import LEAST_INHABITANTS, nearby, wholes
from dateline.resolve import resolve


@pytest.mark.parametrize(
    ("name", "geonames_id"),
    [
        ("University of Kent", 3333158),
        ("Reading Crown Court", 2639577),
        ("Lamar County Jail", 4705086),
        ("Lamar County Sheriff's Office", 4705086),
        ("Antwerp Cathedral", 2803138),
        ("Port of Antwerp", 2803138),
        ("Minsk city centre", 625144),
        ("sub-Saharan Africa and pan-Africa", None),
        ("suburban Minsk", 625144),
        ("Qatar World Cup", 289688),
    ],
)
def test_what_stands_in_a_place_is_near_it(
    gazetteer: Gazetteer, name: str, geonames_id: int | None
) -> None:
    found = nearby(name, gazetteer)
    assert all(candidate.approximate for candidate in found)
    assert (geonames_id in [c.place.geonames_id for c in found]) == (geonames_id is not None)


@pytest.mark.parametrize(
    "name",
    [
        "Independence Square",
        "Lincoln Park",
        "Victoria Hall",
        "Bank of England",
        "French Hospital",
        "Qwxyz University",
        "University of",
        "Stadium",
        "",
        "\x00",
        "a " * 50_000 + "university",
    ],
)
def test_what_is_named_after_no_place_is_nowhere(gazetteer: Gazetteer, name: str) -> None:
    assert nearby(name, gazetteer) == ()


def test_a_hamlet_is_no_clue(gazetteer: Gazetteer) -> None:
    for candidate in nearby("Jackson Hospital", gazetteer):
        place = candidate.place
        assert place.feature_class != "P" or place.population >= LEAST_INHABITANTS


def test_only_where_the_whole_name_is_unknown(gazetteer: Gazetteer) -> None:
    known = "Heathrow Airport"
    found = geocode(Mention(0, len(known), known, "literal"), gazetteer)
    assert [c.place.name for c in found] == [known]
    assert not found[0].approximate
    assert not geocode(Mention(0, 5, "Minsk", "literal"), gazetteer)[0].approximate


def test_the_longest_part_comes_first() -> None:
    found = list(wholes("Kent County Community College"))
    assert found == ["kent county community", "kent county", "kent"]


def test_the_reason_and_the_record_say_that_it_is_only_near(gazetteer: Gazetteer) -> None:
    text = "Fire broke out at Antwerp Cathedral. Nobody in Antwerp slept."
    spans = [(18, 35), (47, 54)]
    mentions = [Mention(start, end, text[start:end], "literal") for start, end in spans]
    cathedral, town = resolve(text, mentions, gazetteer)
    assert cathedral.place == town.place
    assert reason_of(cathedral).startswith("Antwerp Cathedral is in or near Antwerp, ")
    records = to_record("fire", None, [cathedral, town], [])["toponyms"]
    assert [record.get("approximate") for record in records] == [True, None]


def test_a_place_keeps_its_own_name(gazetteer: Gazetteer) -> None:
    text = "Fire broke out at Antwerp Cathedral."
    resolutions = resolve(text, [Mention(18, 35, "Antwerp Cathedral", "literal")], gazetteer)
    [feature] = place_features(resolutions, gazetteer)
    assert feature.name == "Antwerp"
