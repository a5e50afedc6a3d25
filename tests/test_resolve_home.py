"""Where a story is at home."""

import pytest

from dateline.company import Area, Position
from dateline.resolve.home import Votes, gather_home, votes_of

TEXAS = Position((("US",), ("US", "TX"), ("US", "TX", "277")), (-64, 22), ())
TENNESSEE = Position((("US",), ("US", "TN"), ("US", "TN", "079")), (-59, 24), ())
FRANCE = Position((("FR",), ("FR", "11")), (1, 32), ())


def beliefs(position: Position, votes: list[Votes], own: Votes) -> list[float]:
    home = gather_home(votes)
    return home.beliefs(position, own, home.without(own))


def test_one_name_says_nothing_of_itself() -> None:
    own = votes_of([(TEXAS, 0.5), (FRANCE, 0.5)])
    assert max(beliefs(TEXAS, [own], own)) < 0.06
    assert beliefs(TEXAS, [own], own)[0] == pytest.approx(beliefs(FRANCE, [own], own)[0])


def test_two_unsure_names_that_share_a_county_make_each_other_sure() -> None:
    paris = votes_of([(FRANCE, 0.9), (TEXAS, 0.01), (TENNESSEE, 0.01)])
    henry = votes_of([(TENNESSEE, 0.2)])
    county = beliefs(TENNESSEE, [paris, henry], paris)[2]
    assert county > 0.9
    assert county > 10 * beliefs(TEXAS, [paris, henry], paris)[2]


def test_beliefs_of_a_level_add_up_to_less_than_1() -> None:
    votes = [votes_of([(TEXAS, 0.6), (TENNESSEE, 0.3)]), votes_of([(FRANCE, 1.0)])]
    home = gather_home(votes)
    for level in range(3):
        areas: set[Area] = {area for part in votes for area in part if len(area) == level + 1}
        positions = [Position((("?",),) * level + (area,), None, ()) for area in areas]
        whole = sum(home.beliefs(p, {}, home.without({}))[level] for p in positions)
        assert 0 < whole < 1


def test_a_hundred_votes_do_not_overflow() -> None:
    votes = [votes_of([(TEXAS, 1.0)])] * 200
    assert beliefs(TEXAS, votes, votes[0])[2] == pytest.approx(1.0)
    assert beliefs(TENNESSEE, votes, {})[1] == pytest.approx(0.0)
