"""Cells of the compiled base map: which of them lie around a box, and what they hold."""

import sqlite3
import zlib
from collections.abc import Collection, Iterator
from typing import TypedDict

from dateline.render.box import MERCATOR_LIMIT, WORLD, Box
from dateline.render.levels import LEVELS, SOUTH, WEST, LayerName, Level

POSITION_DIGITS = 4
"""Decimals of a label's degrees: ten metres."""


class Cells(TypedDict):
    """Coded outlines of one level of detail."""

    step: float
    cell: float
    box: list[float]
    lines: dict[str, str]


def everywhere() -> Box:
    """Return a box that every cell meets."""
    return Box(WEST, SOUTH, WEST + WORLD - 1.0, -SOUTH)


def cells_of(
    connection: sqlite3.Connection, number: int, layers: Collection[LayerName], around: Box
) -> Cells:
    """Join the lines of the cells around a box, layer by layer."""
    level = LEVELS[number]
    places = list(places_of(level, around))
    lines: dict[str, str] = {layer: _lines(connection, number, layer, places) for layer in layers}
    covered = Box(
        _left(level, around.west),
        max(_low(level, around.south), -MERCATOR_LIMIT),
        _left(level, around.east) + level.cell,
        min(_low(level, around.north) + level.cell, MERCATOR_LIMIT),
    )
    box = [round(side, POSITION_DIGITS) for side in covered]
    return Cells(step=level.step, cell=level.cell, box=box, lines=lines)


def _lines(
    connection: sqlite3.Connection, number: int, layer: str, places: Collection[tuple[int, int]]
) -> str:
    query = "SELECT lines FROM cell WHERE level = ? AND layer = ? AND x = ? AND y = ?"
    rows = (connection.execute(query, (number, layer, x, y)).fetchone() for x, y in places)
    return " ".join(zlib.decompress(row[0]).decode() for row in rows if row)


def _left(level: Level, longitude: float) -> float:
    """Western side of the cell that a meridian lies in."""
    return WEST + (longitude - WEST) // level.cell * level.cell


def _low(level: Level, latitude: float) -> float:
    """Southern side of the cell that a parallel lies in."""
    return SOUTH + (latitude - SOUTH) // level.cell * level.cell


def places_of(level: Level, around: Box) -> Iterator[tuple[int, int]]:
    """Yield the columns and rows of the cells that meet a box, which may cross 180°."""
    columns = round(WORLD / level.cell)
    west, east = ((side - WEST) // level.cell for side in (around.west, around.east))
    south, north = ((side - SOUTH) // level.cell for side in (around.south, around.north))
    for column in dict.fromkeys(x % columns for x in range(int(west), int(east) + 1)):
        for row in range(int(south), int(north) + 1):
            yield column, row
