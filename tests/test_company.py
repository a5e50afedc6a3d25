"""The company a place keeps."""

import pytest

from dateline.company import areas_of, gather, position_of, together, within, without
from dateline.gazetteer import Gazetteer
from dateline.model import LonLat, Place

PARIS_TX, TEXAS, UNITED_STATES, PARIS_FR, FRANCE = 4717560, 4736286, 6252001, 2988507, 3017382


@pytest.fixture
def paris_texas(gazetteer: Gazetteer) -> Place:
    return gazetteer.place(PARIS_TX)


def test_areas_from_the_largest_down(paris_texas: Place) -> None:
    assert areas_of(paris_texas) == (("US",), ("US", "TX"), ("US", "TX", "277"))


@pytest.mark.parametrize(
    ("place", "container", "inside"),
    [
        (PARIS_TX, TEXAS, True),
        (PARIS_TX, UNITED_STATES, True),
        (TEXAS, UNITED_STATES, True),
        (PARIS_FR, FRANCE, True),
        (PARIS_FR, TEXAS, False),
        (TEXAS, TEXAS, False),
        (TEXAS, PARIS_TX, False),
        (UNITED_STATES, TEXAS, False),
    ],
)
def test_within(gazetteer: Gazetteer, place: int, container: int, inside: bool) -> None:
    assert within(gazetteer.place(place), gazetteer.place(container)) is inside


def test_shares_of_areas(gazetteer: Gazetteer, paris_texas: Place) -> None:
    company = gather(
        [(position_of(paris_texas), 1.0), (position_of(gazetteer.place(PARIS_FR)), 3.0)]
    )
    assert company.total == 4.0
    assert company.share(("US", "TX")) == 0.25
    assert company.share(("FR",)) == 0.75
    assert company.share(("DE",)) == 0.0


def test_a_place_without_its_own_company(gazetteer: Gazetteer, paris_texas: Place) -> None:
    own = gather([(position_of(paris_texas), 1.0)])
    others = without(
        gather([(position_of(paris_texas), 1.0), (position_of(gazetteer.place(PARIS_FR)), 3.0)]),
        own,
    )
    assert others.share(("US",)) == 0.0
    assert others.share(("FR",)) == 1.0


def test_nearby_counts_towns_and_no_states(gazetteer: Gazetteer, paris_texas: Place) -> None:
    company = together(
        gather([(position_of(place), weight)])
        for place, weight in ((paris_texas, 2.0), (gazetteer.place(TEXAS), 5.0))
    )
    assert company.nearby(paris_texas.point) == 2.0
    assert company.nearby(LonLat(2.35, 48.86)) == 0.0
