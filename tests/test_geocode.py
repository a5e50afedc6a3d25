"""From what a text writes to the places it may mean."""

import pytest

from dateline.gazetteer import Gazetteer
from dateline.geocode import MOST_CANDIDATES, geocode
from dateline.model import Mention


def ids(surface: str, gazetteer: Gazetteer) -> list[int | None]:
    mention = Mention(0, len(surface), surface, "literal")
    return [candidate.place.geonames_id for candidate in geocode(mention, gazetteer)]


@pytest.mark.parametrize(
    ("surface", "geonames_id"),
    [
        ("Minsk", 625144),
        ("Minsk's", 625144),
        ("MINSK", 625144),
        ("northern Belarus", 630336),
        ("north-eastern Belarus", 630336),
        ("Greater Minsk", 625144),
        ("St. Petersburg", 498817),
        ("Lamar County", 4705086),
    ],
)
def test_spellings(gazetteer: Gazetteer, surface: str, geonames_id: int) -> None:
    assert geonames_id in ids(surface, gazetteer)


def test_a_head_word_keeps_only_places_of_its_sort(gazetteer: Gazetteer) -> None:
    mention = Mention(0, 12, "Texas Region", "literal")
    places = [candidate.place for candidate in geocode(mention, gazetteer)]
    assert 4736286 in [place.geonames_id for place in places]
    assert {place.feature_class for place in places} == {"A"}


@pytest.mark.parametrize("surface", ["Xyzzyville", "", "…", "Paris River", "\x00"])
def test_nothing_fits(gazetteer: Gazetteer, surface: str) -> None:
    assert ids(surface, gazetteer) == []


def test_the_number_of_readings_is_bounded(gazetteer: Gazetteer) -> None:
    assert 10 < len(ids("Springfield", gazetteer)) <= MOST_CANDIDATES


@pytest.mark.parametrize(
    ("surface", "geonames_id"),
    [("Guang Zhou", 1809858), ("Karachiites", 1174872), ("Baltimoreans", 4347778)],
)
def test_other_ways_where_the_name_is_unknown(
    gazetteer: Gazetteer, surface: str, geonames_id: int
) -> None:
    assert geonames_id in ids(surface, gazetteer)


@pytest.mark.parametrize("surface", ["Hamburger", "Democrats", "Cavaliers", "Simpsons"])
def test_not_everybody_is_from_somewhere(gazetteer: Gazetteer, surface: str) -> None:
    assert ids(surface, gazetteer) == []
