"""Outlines: measured once, laid on the grid, without the islands that nobody could see."""

import pytest

from dateline.model import Bounds, Geometry
from dateline.render.box import Box
from dateline.render.grid import Grid
from dateline.render.outlines import FEW, outline_of, snapped
from dateline.render.scale import frame_of

FIJI = Geometry(
    "MultiPolygon",
    (
        (((177.2, -18.0), (180.0, -18.0), (180.0, -16.5), (177.2, -18.0)),),
        (((-180.0, -18.0), (-179.5, -18.0), (-180.0, -16.5), (-180.0, -18.0)),),
    ),
)


def test_outlines_around_the_antimeridian_are_gathered_on_one_side() -> None:
    frame = frame_of(Bounds(177.0, -19.0, -178.0, -16.0))
    points = [point for ring in snapped(outline_of(FIJI), frame.grid) for point in ring]
    degrees = [x * frame.grid.step for x, _ in points]
    assert min(degrees) == pytest.approx(177.2, abs=frame.grid.step)
    assert max(degrees) == pytest.approx(180.5, abs=frame.grid.step)


def square(west: float, south: float, side: float) -> tuple[tuple[float, float], ...]:
    east, north = west + side, south + side
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def archipelago(*sides: float) -> Geometry:
    return Geometry("MultiPolygon", tuple((square(i, 0.0, side),) for i, side in enumerate(sides)))


@pytest.mark.parametrize(
    ("sides", "kept"),
    [
        ((0.5, *[0.02] * FEW), 1),  # two steps of the grid, where four can be seen
        ((0.5, *[0.05] * FEW), 1 + FEW),
        ((0.02,) * FEW, FEW),  # few islands are all kept
        ((0.03, *[0.02] * FEW), 1),  # of many the largest is, however small
    ],
)
def test_islands_that_cannot_be_seen_are_left_out_where_there_are_many(
    sides: tuple[float, ...], kept: int
) -> None:
    grid = Grid(0.01, Box(-1.0, -1.0, 9.0, 9.0), 4.0)
    assert len(list(snapped(outline_of(archipelago(*sides)), grid))) == kept


def test_points_have_no_outline() -> None:
    outline = outline_of(Geometry("MultiPoint", ((0.0, 0.0),)))
    assert not outline.lines
    assert list(snapped(outline, Grid(0.01, Box(-1.0, -1.0, 9.0, 9.0), 4.0))) == []
