"""The base map: land, borders, waters and names, picked from cells that were cut beforehand.

``tools/basemap.py`` compiles the cells from the gazetteer's layers. A page takes those of one
level of detail that lie around its story, and the whole world at the coarsest level beneath
them, so that a map moved or zoomed out is never empty.
"""

import sqlite3
from array import array
from collections.abc import Collection, Iterator
from contextlib import closing
from hashlib import sha256
from operator import itemgetter
from pathlib import Path
from typing import NotRequired, TypedDict

from dateline.gazetteer import Gazetteer
from dateline.model import Bounds
from dateline.render.box import Box
from dateline.render.cells import Cells, cells_of, everywhere, places_of
from dateline.render.levels import BACKDROP, GLOBE, LAYERS, LEVELS
from dateline.render.outlines import parts

PACKAGED = Path(__file__).with_name("assets") / "basemap.sqlite"
"""The compiled base map."""

LEAST_FAR_ROOM = 1.2
"""Degrees of room from which on a country far from the story is named: the rest would need a zoom
at which one looks at another story."""

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
            world=cells_of(connection, world, LEVELS[world].layers, everywhere()),
            names=[name for name in names if bare(name["name"]) not in known],
        )
        if number > GLOBE:
            base["detail"] = cells_of(connection, number, LEVELS[number].layers, detail)
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


def _area_names(connection: sqlite3.Connection, number: int, around: Box) -> Iterator[BaseName]:
    """Gather the names of areas: with all their spots near by, with the roomiest far away."""
    near = _spots(connection, number, everywhere() if number == GLOBE else around)
    far = _spots(connection, BACKDROP, everywhere())
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
    for place in places_of(LEVELS[number], around):
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
