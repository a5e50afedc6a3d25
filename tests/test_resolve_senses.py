"""Which mentions share a sense."""

import pytest

from dateline.company import Area
from dateline.gazetteer import Gazetteer
from dateline.model import Mention
from dateline.resolve.said import said_of
from dateline.resolve.senses import Name, gather_names


def names(text: str, surfaces: list[str], gazetteer: Gazetteer) -> list[Name]:
    mentions, at = [], 0
    for surface in surfaces:
        at = text.index(surface, at)
        mentions.append(Mention(at, at + len(surface), surface, "literal"))
        at += len(surface)
    return list(gather_names(text, mentions, gazetteer))


@pytest.mark.parametrize(
    ("text", "surface", "said"),
    [
        ("in the Kyiv region", "Kyiv", "area"),
        ("in Kyiv Oblast", "Kyiv", ""),
        ("in Kyiv oblast", "Kyiv", "area"),
        ("the governorate of Kyiv", "Kyiv", "area"),
        ("On Mango and Fonoifua, small islands in the north", "Mango", "island"),
        ("the island of Lombok", "Lombok", "island"),
        ("the city of Kyiv", "Kyiv", "town"),
        ("the town Kyiv", "Kyiv", "town"),
        ("barges on the Ohio and its arms", "Ohio", "water"),
        ("the Ohio legislature", "Ohio", ""),
        ("a week in the Gambia, then home", "Gambia", ""),
        ("fell in Kyiv.", "Kyiv", ""),
    ],
)
def test_what_the_text_says_it_is(text: str, surface: str, said: str) -> None:
    start = text.index(surface)
    assert said_of(text, Mention(start, start + len(surface), surface, "literal")) == said


def test_one_sense_for_all_mentions(gazetteer: Gazetteer) -> None:
    (name,) = names("Minsk, Minsk and MINSK", ["Minsk", "Minsk", "MINSK"], gazetteer)
    assert name.mentions == (0, 1, 2)


def test_a_region_and_its_town_are_two(gazetteer: Gazetteer) -> None:
    found = names("Kyiv and the Kyiv region. Kyiv.", ["Kyiv", "Kyiv", "Kyiv"], gazetteer)
    assert [name.mentions for name in found] == [(0, 2), (1,)]


def test_a_qualified_name_takes_the_bare_ones_along(gazetteer: Gazetteer) -> None:
    text = "Paris burned. Paris, Texas, that is."
    found = names(text, ["Paris", "Paris", "Texas"], gazetteer)
    assert found[0].mentions == (0, 1)
    assert [place.name for place in found[0].containers] == ["Texas"]


@pytest.mark.parametrize(
    ("text", "surfaces", "name", "area"),
    [
        ("the Texas town of Paris", ["Texas", "Paris"], 1, "Texas"),
        ("Texas’s city of Paris", ["Texas", "Paris"], 1, "Texas"),
        ("the French city of Brest", ["French", "Brest"], 1, "France"),
        ("Paris, a small town in Texas", ["Paris", "Texas"], 0, "Texas"),
        ("Paris, a town in northern Texas", ["Paris", "Texas"], 0, "Texas"),
        ("Paris (Texas)", ["Paris", "Texas"], 0, "Texas"),
    ],
)
def test_areas_that_qualify(
    gazetteer: Gazetteer, text: str, surfaces: list[str], name: int, area: str
) -> None:
    found = names(text, surfaces, gazetteer)
    assert [place.name for place in found[name].containers] == [area]


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("Paris police held a man.", True),
        ("A Paris woman won.", True),
        ("Paris’s mayor spoke.", True),
        ("Paris is far.", False),
        ("In Paris, police said so.", False),
    ],
)
def test_use_as_the_name_of_a_town(gazetteer: Gazetteer, text: str, local: bool) -> None:
    (name,) = names(text, ["Paris"], gazetteer)
    assert name.local is local


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Iowa, Georgia and Ohio", {("US", "*ADM1")}),
        ("Armenia, Georgia and Turkey", set()),
        ("Iowa beat Georgia. Ohio", set()),
        ("Athens, Georgia", set()),
    ],
)
def test_lists(gazetteer: Gazetteer, text: str, listed: set[Area]) -> None:
    surfaces = [word.strip(",.") for word in text.split() if word[0].isupper()]
    found = names(text, surfaces, gazetteer)
    assert found[surfaces.index("Georgia")].listed == listed


@pytest.mark.parametrize("text", ["Paris, Berlin and Texas", "Paris. Texas", "Paris Texas"])
def test_neighbours_that_qualify_nothing(gazetteer: Gazetteer, text: str) -> None:
    surfaces = [word.strip(",.") for word in text.split() if word[0].isupper()]
    assert all(not name.containers for name in names(text, surfaces, gazetteer))


def test_the_bare_name_of_a_river(gazetteer: Gazetteer) -> None:
    (name,) = names("Barges went down the Ohio.", ["Ohio"], gazetteer)
    assert "STM" in {candidate.place.feature_code for candidate in name.candidates}
