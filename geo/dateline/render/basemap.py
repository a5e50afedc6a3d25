"""The base map: land, borders, waters and names, picked from cells that were cut beforehand.

``tools/basemap.py`` compiles the cells from the gazetteer's layers. A page takes those of one
level of detail that lie around its story, and the whole world at the coarsest level beneath
them, so that a map moved or zoomed out is never empty.
"""

import sqlite3
import zlib
from array import array
from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from operator import itemgetter
from pathlib import Path
from typing import Literal, NotRequired, TypedDict

from dateline.gazetteer import Gazetteer
from dateline.model import Bounds
from dateline.render.grid import MERCATOR_LIMIT, WORLD, Box
from dateline.render.outlines import parts

PACKAGED = Path(__file__).with_name("assets") / "basemap.sqlite"
"""The compiled base map."""

WEST, SOUTH = -180.0, -90.0
"""Corner from which cells are counted, in degrees."""

LayerName = Literal["land", "countries", "admin1", "counties", "lakes", "rivers"]
LAYERS: tuple[LayerName, ...] = ("land", "lakes", "rivers", "counties", "admin1", "countries")
"""From the bottom up."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of detail."""

    upto: float
    """Largest span of a view that it serves, in degrees of latitude."""
    tolerance: float
    """Degrees by which its lines may be off."""
    step: float
    """Degrees between the lines of its grid; divides 360."""
    cell: float
    """Side of a cell in degrees; a multiple of `step`."""
    layers: tuple[LayerName, ...]
    """What it draws."""
    names: tuple[str, ...]
    """Sorts of areas that it names."""
    least_unit: float
    """Degrees across from which on the units within countries are drawn."""
    towns: int
    """How many towns it may name."""


_AREAS: tuple[LayerName, ...] = ("land", "lakes", "countries")
_LINES: tuple[LayerName, ...] = ("land", "lakes", "rivers", "admin1", "countries")

LEVELS = (
    Level(WORLD, 0.35, 0.2, WORLD, _AREAS, ("country",), 9.0, 20),
    Level(WORLD, 0.2, 0.12, WORLD, _AREAS, ("country",), 9.0, 20),
    Level(90.0, 0.06, 0.05, 10.0, _AREAS, ("country",), 9.0, 30),
    Level(28.0, 0.018, 0.0125, 5.0, _LINES, ("country",), 1.8, 40),
    Level(10.0, 0.006, 0.005, 2.5, _LINES, ("country",), 1.2, 45),
    Level(3.5, 0.002, 0.00125, 1.0, LAYERS, ("country", "region"), 0.2, 45),
)
"""From the globe to a county. Spans and tolerances were chosen by looking at pages of each size:
a line is off by about a pixel where it is worst. The first is the world around a story that is
drawn at another level, the second the world as a story."""

BACKDROP, GLOBE = 0, 1
"""Levels that are one cell around the world."""

LEAST_FAR_ROOM = 1.2
"""Degrees of room from which on a country far from the story is named: the rest would need a zoom
at which one looks at another story."""

POSITION_DIGITS = 4
"""Decimals of a label's degrees: ten metres."""

SPOT_DIGITS = (1, 1, 2, 2, 2, 3)
"""Decimals of degrees at which a name on the base map stands, by level: a pixel or two."""

TOWN_DIGITS = 3
"""Decimals of a town's degrees on the base map: a hundred metres."""

QUARTERS = frozenset({"PPLX", "PPLH", "PPLQ", "PPLW"})
"""Feature codes of towns that are no landmarks: quarters of others, and those that are gone."""


class BaseName(TypedDict):
    """A name on the base map and the spots where it may stand, each with degrees of room."""

    name: str
    sort: str
    spots: list[list[float]]


class Cells(TypedDict):
    """Coded outlines of one level of detail."""

    step: float
    cell: float
    box: list[float]
    lines: dict[str, str]


class BaseMap(TypedDict):
    """What ``assets/story/basemap.mjs`` draws."""

    world: Cells
    detail: NotRequired[Cells]
    names: list[BaseName]


def base_map(
    number: int, detail: Box, gazetteer: Gazetteer, taken: Collection[str] = ()
) -> BaseMap:
    """Collect the base map for a story.

    Parameters
    ----------
    number
        Which of `LEVELS` the story is drawn at.
    detail
        The view and its surroundings.
    gazetteer
        Where the names of towns come from.
    taken
        Names that the story's own labels show.

    Returns
    -------
    BaseMap
        Ready for the page's script.
    """
    world = GLOBE if number == GLOBE else BACKDROP
    known = set(map(bare, taken))
    with closing(_opened()) as connection:
        names = [*_area_names(connection, number, detail), *_towns(gazetteer, number, detail)]
        base = BaseMap(
            world=_cells(connection, world, LEVELS[world].layers, _everywhere()),
            names=[name for name in names if bare(name["name"]) not in known],
        )
        if number > GLOBE:
            base["detail"] = _cells(connection, number, LEVELS[number].layers, detail)
    return base


def bare(name: str) -> str:
    """Give a name without what tells "The Netherlands" from "Netherlands".

    Examples
    --------
    >>> bare("The Netherlands")
    'netherlands'
    """
    return name.casefold().removeprefix("the ")


def _opened() -> sqlite3.Connection:
    """Open the compiled base map for reading."""
    return sqlite3.connect(f"{PACKAGED.as_uri()}?mode=ro&immutable=1", uri=True)


def _everywhere() -> Box:
    """Return a box that every cell meets."""
    return Box(WEST, SOUTH, WEST + WORLD - 1.0, -SOUTH)


def _cells(
    connection: sqlite3.Connection, number: int, layers: Collection[LayerName], around: Box
) -> Cells:
    """Join the lines of the cells around a box, layer by layer."""
    level = LEVELS[number]
    places = list(_places(level, around))
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


def _places(level: Level, around: Box) -> Iterator[tuple[int, int]]:
    """Yield the columns and rows of the cells that meet a box, which may cross 180°."""
    columns = round(WORLD / level.cell)
    west, east = ((side - WEST) // level.cell for side in (around.west, around.east))
    south, north = ((side - SOUTH) // level.cell for side in (around.south, around.north))
    for column in dict.fromkeys(x % columns for x in range(int(west), int(east) + 1)):
        for row in range(int(south), int(north) + 1):
            yield column, row


def _area_names(connection: sqlite3.Connection, number: int, around: Box) -> Iterator[BaseName]:
    """Gather the names of areas: with all their spots near by, with the roomiest far away."""
    near = _spots(connection, number, _everywhere() if number == GLOBE else around)
    far = _spots(connection, BACKDROP, _everywhere())
    for key in dict.fromkeys((*near, *far)):
        roomiest = max(far.get(key, ()), key=itemgetter(2), default=None)
        where = near.get(key, [])
        if roomiest and roomiest[2] >= LEAST_FAR_ROOM and not where:
            where = [roomiest]
        if where:
            yield BaseName(name=key[1], sort=key[0], spots=where)


def _spots(
    connection: sqlite3.Connection, number: int, around: Box
) -> dict[tuple[str, str], list[list[float]]]:
    """Gather the spots of one level around a box, by the sort and name of their area."""
    spots: dict[tuple[str, str], list[list[float]]] = {}
    query = "SELECT sort, name, lon, lat, room FROM name WHERE level = ? AND x = ? AND y = ?"
    for place in _places(LEVELS[number], around):
        for sort, name, lon, lat, room in connection.execute(query, (number, *place)):
            spot = [round(degrees, SPOT_DIGITS[number]) for degrees in (lon, lat, room)]
            spots.setdefault((sort, name), []).append(spot)
    return spots


def _towns(gazetteer: Gazetteer, number: int, around: Box) -> Iterator[BaseName]:
    """Yield the largest towns of the middle of a box, then of all of it."""
    limit = LEVELS[number].towns
    inner = gazetteer.towns(around.grown(-0.25).bounds(), limit)
    outer = gazetteer.towns(around.bounds(), limit)
    for town in dict.fromkeys((*inner, *outer)):
        if town.feature_code in QUARTERS:
            continue
        spot = [round(degree, TOWN_DIGITS) for degree in town.point]
        sort = "capital" if town.feature_code == "PPLC" else "town"
        yield BaseName(name=town.name, sort=sort, spots=[[*spot, 0.0]])


def fingerprint(gazetteer: Gazetteer) -> str:
    """Digest of the outlines that the base map is made of, to tell whether it is up to date."""
    digest = sha256()
    for layer in LAYERS:
        everywhere = Bounds(-180.0, -90.0, 180.0, 90.0)
        for name, geometry in gazetteer.layer(layer, everywhere, coarse=False):
            digest.update(name.encode())
            for line in parts(geometry):
                digest.update(array("d", (degree for point in line for degree in point)).tobytes())
    return digest.hexdigest()
