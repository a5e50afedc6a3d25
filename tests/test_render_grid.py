"""The grid: outlines stay whole, also across the antimeridian."""

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Bounds
from dateline.render.box import Box, unwrapped
from dateline.render.grid import EXACT, FAR, WASH, Grid, straightened
from dateline.render.levels import LEVELS
from dateline.render.scale import frame_of


@pytest.mark.parametrize(
    ("bounds", "level"),
    [
        (Bounds(-95.6, 33.6, -95.5, 33.7), 5),
        (Bounds(23.2, 51.3, 32.8, 56.2), 4),
        (Bounds(-5.0, 42.0, 15.0, 51.0), 3),
        (Bounds(-10.0, 36.0, 40.0, 70.0), 2),
        (Bounds(-170.0, -57.0, 170.0, 75.0), 1),
        (Bounds(139.7, -33.9, 2.3, 48.9), 1),
        (Bounds(0.0, 0.0, 0.0, 0.0), 5),
        (Bounds(20.0, 89.0, 30.0, 90.0), 5),
        (Bounds(0.0, -90.0, 0.0, -90.0), 5),
    ],
)
def test_level_of_detail_follows_the_size_of_the_story(bounds: Bounds, level: int) -> None:
    frame = frame_of(bounds)
    assert frame.level == level
    assert frame.view.west < frame.view.east
    assert frame.view.south < frame.view.north
    assert frame.grid.detail.holds(frame.view)


@pytest.mark.parametrize("level", LEVELS)
def test_cells_and_steps_fit_the_globe(level: object) -> None:
    turns = 360.0 / level.step, 360.0 / level.cell, level.cell / level.step  # type: ignore[attr-defined]
    assert all(abs(turn - round(turn)) < 1e-6 for turn in turns)


steps = st.tuples(st.integers(-50, 50), st.integers(-50, 50))


@given(st.lists(steps, min_size=2, max_size=60, unique=True))
def test_straightening_keeps_the_ends_and_adds_nothing(points: list[tuple[int, int]]) -> None:
    kept = straightened(points, [True] * len(points), 1.0)
    assert kept[0] == points[0]
    assert kept[-1] == points[-1]
    assert set(kept) <= set(points)


@given(st.lists(st.floats(-1.0, 1.0), min_size=20, max_size=200))
def test_snapped_lines_stay_close_to_where_they_were(heights: list[float]) -> None:
    line = [(n * 0.01, height * 0.004) for n, height in enumerate(heights)]
    kept = Grid(0.01, Box(-1, -1, 9, 9), 0.0).snap(line)
    for x, y in kept:
        assert min(hypot(x * 0.01 - a, y * 0.01 - b) for a, b in line) <= 0.0075


def test_far_outlines_are_coarse_and_closed() -> None:
    grid = Grid(0.01, Box(0, 0, 1, 1), 0.0)
    ring = [(20 + n * FAR / 9, 20.0 + (n % 2) * 0.01) for n in range(90)]
    ring += [(20.0, 30.0), ring[0]]
    kept = grid.snap(ring)
    assert kept[0] == kept[-1]
    assert len(kept) < 8


def test_outlines_that_are_only_a_wash_take_less() -> None:
    grid = Grid(0.01, Box(0, 0, 9, 9), 0.0)
    coast = [(n * 0.05, 2.0 + (n * 7919 % 13) * 0.002) for n in range(160)]
    edge, wash = grid.snap(coast, EXACT), grid.snap(coast, WASH)
    assert len(wash) < len(edge) / 2
    assert (wash[0], wash[-1]) == (edge[0], edge[-1])


def test_boxes_unwrap() -> None:
    assert unwrapped(Bounds(170, -5, -170, 5)).east == 190
    assert Box(170, -5, 190, 5).bounds() == Bounds(170, -5, -170, 5)
