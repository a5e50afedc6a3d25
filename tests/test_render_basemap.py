"""The compiled base map: current, complete, and cut where it should be."""

import sqlite3
from contextlib import closing

import pytest
from tools.basemap import borders, divided, shapely

from dateline.gazetteer import Gazetteer
from dateline.render.basemap import PACKAGED, base_map, fingerprint
from dateline.render.box import Box
from dateline.render.levels import BACKDROP, GLOBE, LEVELS


def test_base_map_was_made_from_this_gazetteer(gazetteer: Gazetteer) -> None:
    with closing(sqlite3.connect(PACKAGED)) as connection:
        (made_from,) = connection.execute("SELECT value FROM meta").fetchone()
    assert made_from == fingerprint(gazetteer), "run: python tools/basemap.py"


@pytest.mark.parametrize("level", range(len(LEVELS)))
def test_every_layer_of_every_level_is_there(level: int) -> None:
    query = "SELECT DISTINCT layer FROM cell WHERE level = ?"
    with closing(sqlite3.connect(PACKAGED)) as connection:
        layers = {row[0] for row in connection.execute(query, (level,))}
    assert layers == set(LEVELS[level].layers)


@pytest.mark.parametrize(
    ("number", "around", "names"),
    [
        (4, Box(21.0, 51.0, 33.0, 57.0), {"Belarus", "Minsk", "Poland", "Vilnius"}),
        (4, Box(172.0, -22.0, 190.0, -12.0), {"Fiji", "Suva", "Apia"}),
        (GLOBE, Box(-180.0, -60.0, 180.0, 75.0), {"Brazil", "China", "Mexico City"}),
    ],
)
def test_base_map_names_what_is_around(
    gazetteer: Gazetteer, number: int, around: Box, names: set[str]
) -> None:
    base = base_map(number, around, gazetteer)
    assert names <= {name["name"] for name in base["names"]}
    assert base["world"]["lines"]["land"]
    assert ("detail" in base) is (number > GLOBE)


def test_names_that_the_story_shows_are_left_out(gazetteer: Gazetteer) -> None:
    base = base_map(4, Box(2.0, 50.0, 12.0, 54.0), gazetteer, {"Netherlands", "Cologne"})
    names = {name["name"] for name in base["names"]}
    assert not {"The Netherlands", "Netherlands", "Cologne"} & names
    assert "Germany" in names


def test_backdrop_is_lighter_than_the_globe_as_a_story(gazetteer: Gazetteer) -> None:
    around = Box(21.0, 51.0, 33.0, 57.0)
    backdrop, globe = (base_map(level, around, gazetteer)["world"] for level in (4, GLOBE))
    assert backdrop["step"] == LEVELS[BACKDROP].step
    for layer in ("land", "countries"):
        assert len(backdrop["lines"][layer]) < 0.7 * len(globe["lines"][layer])


def test_only_what_two_areas_share_is_a_border() -> None:
    west = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]
    east = [(1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (1.0, 1.0), (1.0, 0.0)]
    assert list(borders([west, east], lambda _: True)) == [[(1.0, 0.0), (1.0, 1.0)]]
    assert list(borders([west], lambda _: True)) == []


def test_cells_divide_an_area_without_losing_any_of_it() -> None:
    area = shapely.box(-7.0, 41.0, 16.0, 58.0)
    pieces = list(divided(area, 5.0))
    assert sum(piece.area for _, _, piece in pieces) == pytest.approx(area.area)
    assert len({(x, y) for x, y, _ in pieces}) == len(pieces) == 24
