"""The first view."""

from dataclasses import replace

import pytest

from dateline.gazetteer import Gazetteer
from dateline.model import Feature, Focus, Geometry
from dateline.view import first_view


def pin(gazetteer: Gazetteer, geonames_id: int, mentions: int = 1) -> Feature:
    place = gazetteer.place(geonames_id)
    return Feature(
        key=str(geonames_id),
        name=place.name,
        description="",
        shape="pin",
        geometry=Geometry("Point", tuple(place.point)),
        label=place.point,
        kind="literal",
        confidence=0.9,
        uncertain=False,
        reason="",
        alternatives=(),
        spans=tuple((i, i + 1) for i in range(mentions)),
        place=place,
    )


def area(gazetteer: Gazetteer, geonames_id: int) -> Feature:
    outline = gazetteer.shape(geonames_id)
    assert outline
    return replace(pin(gazetteer, geonames_id), shape="area", geometry=outline)


@pytest.fixture
def belarus(gazetteer: Gazetteer) -> list[Feature]:
    """Minsk, Brest, Hrodna and Homyel."""
    return [pin(gazetteer, place) for place in (625144, 629634, 627904, 627907)]


def test_a_far_place_in_passing_is_left_out(gazetteer: Gazetteer, belarus: list[Feature]) -> None:
    sydney = pin(gazetteer, 2147714)
    assert first_view([*belarus, sydney]) == first_view(belarus)


def test_a_far_place_that_the_story_is_about_too(
    gazetteer: Gazetteer, belarus: list[Feature]
) -> None:
    sydney = pin(gazetteer, 2147714, mentions=4)
    assert first_view([*belarus, sydney]).south < -30


def test_an_uncertain_place_does_not_move_the_view(
    gazetteer: Gazetteer, belarus: list[Feature]
) -> None:
    sydney = replace(pin(gazetteer, 2147714, mentions=9), uncertain=True)
    assert first_view([*belarus, sydney]) == first_view(belarus)


def test_only_uncertain_places_are_shown_all_the_same(gazetteer: Gazetteer) -> None:
    minsk = replace(pin(gazetteer, 625144), uncertain=True)
    assert first_view([minsk]).west == pytest.approx(27.57, abs=0.5)


def test_around_the_antimeridian(gazetteer: Gazetteer) -> None:
    suva, nukualofa = pin(gazetteer, 2198148), pin(gazetteer, 4032402)
    assert first_view([suva, nukualofa]).crosses_antimeridian


def about(gazetteer: Gazetteer, *places: int) -> tuple[Focus, ...]:
    """A focus on the first of some places that accounts for all of them."""
    place = gazetteer.place(places[0])
    return (Focus(place.name, 0.6, place.point, place, frozenset(places)),)


def test_the_view_follows_the_focus(gazetteer: Gazetteer, belarus: list[Feature]) -> None:
    warsaw, riga = pin(gazetteer, 756135, mentions=2), pin(gazetteer, 456172, mentions=2)
    everything = [*belarus, warsaw, riga]
    assert first_view(everything).west < 22
    focus = about(gazetteer, 625144, 629634, 627904, 627907)
    assert first_view(everything, focus) == first_view(belarus)


def test_europe_in_passing_does_not_pull_the_view_out(
    gazetteer: Gazetteer, belarus: list[Feature]
) -> None:
    europe = replace(area(gazetteer, 6255148), spans=((90, 96), (97, 99), (100, 106), (110, 112)))
    focus = about(gazetteer, 625144, 629634, 627904, 627907)
    assert first_view([*belarus, europe], focus) == first_view(belarus)
    assert first_view([*belarus, europe]) == first_view(belarus)


def test_an_expression_that_names_another_place_stays_outside(
    gazetteer: Gazetteer, belarus: list[Feature]
) -> None:
    vilnius = replace(pin(gazetteer, 593116), spans=((60, 67),))
    near_vilnius = replace(vilnius, place=None, key="near", spans=((55, 67),))
    near_minsk = replace(belarus[0], place=None, key="minsk", spans=((0, 9),))
    focus = about(gazetteer, 625144, 629634, 627904, 627907)
    features = [*belarus, near_minsk, vilnius, near_vilnius]
    assert first_view(features, focus) == first_view([*belarus, near_minsk])


def test_what_the_focus_does_not_account_for_is_shown_if_there_is_nothing_else(
    gazetteer: Gazetteer, belarus: list[Feature]
) -> None:
    assert first_view(belarus, about(gazetteer, 2147714)) == first_view(belarus)
