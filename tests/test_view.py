"""The first view."""

from dataclasses import replace

import pytest

from dateline.gazetteer import Gazetteer
from dateline.model import Feature, Geometry
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
