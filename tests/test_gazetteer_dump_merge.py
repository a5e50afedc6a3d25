"""What stays where the package and the dump meet."""

import pytest

from dateline.gazetteer.dump.merge import kept_names, merged_places

PACKAGED = (7, 0, 1, "Town", 1, 10, 100, 200, 5_000, 1, 0)
DUMPED = (7, 1, 1, "Stadt", 2, 11, 101, 201, 6_000, 0, 9)


def changed(row, at, value):
    return (*row[:at], value, *row[at + 1 :])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([PACKAGED], (7, "Town", 1, 10, 100, 200, 5_000, 1, 0)),
        ([DUMPED], (7, "Stadt", 2, 11, 101, 201, 6_000, 0, 9)),
        ([PACKAGED, DUMPED], (7, "Town", 2, 11, 101, 201, 6_000, 1, 0)),
        ([PACKAGED, changed(DUMPED, 2, 0)], (7, "Town", 2, 10, 101, 201, 6_000, 1, 0)),
        ([PACKAGED, changed(DUMPED, 8, 0)], (7, "Town", 2, 11, 101, 201, 5_000, 1, 0)),
        ([DUMPED, changed(DUMPED, 3, "Again")], (7, "Stadt", 2, 11, 101, 201, 6_000, 0, 9)),
    ],
)
def test_one_row_a_place(rows, expected):
    assert list(merged_places(rows)) == [expected]


def test_places_stay_in_order():
    others = [changed(DUMPED, 0, key) for key in (8, 9)]
    assert [row[0] for row in merged_places([PACKAGED, DUMPED, *others])] == [7, 8, 9]


TOWN = ("llorts", 1, 0, "", 300, 10, "P", "PPL", 1)
PARISH = ("llorts", 2, 0, "", 0, 10, "A", "ADM3", 1)


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ([TOWN], [1]),
        ([PARISH], [2]),
        ([TOWN, PARISH], [1]),
        ([TOWN, changed(PARISH, 5, 11)], [1, 2]),  # in another division
        ([TOWN, changed(PARISH, 7, "ADM1")], [1, 2]),
        ([TOWN, changed(PARISH, 8, 0)], [1, 2]),  # the package's
        ([TOWN, changed(TOWN, 2, 1)], [1]),  # what the preferred name says
        ([changed(TOWN, 2, 1)] * 2, [1]),
        ([changed(TOWN, 3, "Us"), changed(TOWN, 2, 1)], [1, 1]),  # a preferred name in one writing
    ],
)
def test_names_that_say_nothing_are_left_out(rows, kept):
    assert [row[1] for row in kept_names(rows)] == kept


def test_of_many_namesakes_those_that_matter_stay():
    crowd = [changed(changed(TOWN, 1, key), 4, key) for key in range(10, 60)]
    ours = changed(changed(TOWN, 1, 5), 8, 0)
    state = changed(changed(changed(TOWN, 1, 6), 6, "A"), 7, "ADM1")
    kept = [row[1] for row in kept_names([ours, state, *crowd], most=10)]
    assert kept == [5, 6, *range(52, 60)]


def test_each_name_is_decided_alone():
    rows = [changed(changed(TOWN, 0, key), 1, n) for n, key in enumerate(("a", "b", "c"))]
    assert [row[0] for row in kept_names(rows, most=1)] == ["a", "b", "c"]
