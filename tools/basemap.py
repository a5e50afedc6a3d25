"""Compile the base map that pages are drawn on: ``python tools/basemap.py``.

Reads the layers of the packaged gazetteer and writes ``geo/dateline/render/assets/basemap.sqlite``:
land, borders and waters at six levels of detail, cut into cells and coded as the page wants
them, so that making a page is a matter of picking cells. Run it after the gazetteer was built.
"""

import sqlite3
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "geo"))

from dateline.gazetteer import Gazetteer, open_gazetteer  # noqa: E402
from dateline.model import Bounds  # noqa: E402
from dateline.render.basemap import PACKAGED, fingerprint  # noqa: E402
from dateline.render.box import box_of  # noqa: E402
from dateline.render.codec import encode_lines  # noqa: E402
from dateline.render.levels import LEVELS, SOUTH, WEST, Level  # noqa: E402
from dateline.render.outlines import parts  # noqa: E402

WORLD = Bounds(-180.0, -90.0, 180.0, 90.0)

LEAST_PART = 3.0
"""Islands and lakes are kept from this many tolerances across."""

DOUBLED = 0.02
"""Degrees; a county's border this close to a state's is the same, drawn from another survey."""

WITHIN = 1.6
"""Times the level's tolerance by which borders within countries may be off: they are faint."""

LONGEST_REACH = 0.12
"""Degrees between vertices, on average, above which a line is a sketch and no base map."""

NAME_CELL = 3.0
"""Degrees; the part of an area in each cell this large gets a spot for the area's name."""

LEAST_ROOM = 4.0
"""Grid tolerances of free space around a spot from which on a name may stand there."""

SCHEMA = """
CREATE TABLE cell (level, layer, x, y, lines, PRIMARY KEY (level, layer, x, y)) WITHOUT ROWID;
CREATE TABLE name (level, x, y, sort, name, lon, lat, room);
CREATE INDEX name_cell ON name (level, x, y);
CREATE TABLE meta (key PRIMARY KEY, value) WITHOUT ROWID;
"""

SORTS = {"country": "countries", "region": "admin1"}
"""Sorts of names, and the layers that they come from."""

Shapes = dict[str, BaseGeometry]
Point = tuple[float, float]
Ring = list[Point]
Edge = tuple[Point, Point]


def main() -> int:
    """Write the base map and say what is in it."""
    made = PACKAGED.with_suffix(".new")
    made.unlink(missing_ok=True)
    with open_gazetteer() as gazetteer, sqlite3.connect(made) as connection:
        connection.executescript(SCHEMA)
        connection.execute("INSERT INTO meta VALUES ('gazetteer', ?)", (fingerprint(gazetteer),))
        fixed = fixed_layers(gazetteer)
        areas = {sort: named(gazetteer, name) for sort, name in SORTS.items()}
        for number, level in enumerate(LEVELS):
            for layer, geometry in {**fixed, "admin1": admin1(gazetteer, level)}.items():
                if layer in level.layers:
                    rows = cells(level, layer, geometry)
                    connection.executemany(
                        "INSERT INTO cell VALUES (?, ?, ?, ?, ?)",
                        ((number, layer, x, y, zlib.compress(t.encode(), 9)) for x, y, t in rows),
                    )
            for sort, shapes in areas.items():
                rows = names(level, sort, shapes)
                connection.executemany(
                    "INSERT INTO name VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    ((number, *row) for row in rows),
                )
    with sqlite3.connect(made) as connection:
        connection.execute("VACUUM")
    made.replace(PACKAGED)
    report()
    return 0


def named(gazetteer: Gazetteer, layer: str) -> list[tuple[str, BaseGeometry]]:
    """Areas of a layer with their names."""
    found = gazetteer.layer(layer, WORLD, coarse=True)
    return [(name, shape(geometry.__geo_interface__)) for name, geometry in found]


def rings(gazetteer: Gazetteer, layer: str, least: float = 0.0) -> list:
    """Rings of a layer's shapes in full detail, those of areas from `least` degrees across."""
    found = gazetteer.layer(layer, WORLD, coarse=False)
    kept = [list(parts(geometry)) for _, geometry in found]
    return [part for lines in kept if across(lines) >= least for part in lines]


def across(lines: list) -> float:
    """Larger side of the largest ring of a shape, in degrees."""
    boxes = map(box_of, lines)
    return max((max(box.east - box.west, box.north - box.south) for box in boxes), default=0.0)


def fixed_layers(gazetteer: Gazetteer) -> Shapes:
    """Land, waters and lines that are the same at every level, in full detail."""

    def geometries(name: str) -> list[BaseGeometry]:
        found = gazetteer.layer(name, WORLD, coarse=False)
        return [shape(geometry.__geo_interface__) for _, geometry in found]

    counties = merged(borders(rings(gazetteer, "counties"), lambda _: True))
    states = admin1(gazetteer, LEVELS[-1])
    return {
        "land": shapely.union_all(geometries("countries")),
        "countries": merged(borders(rings(gazetteer, "countries"), lambda edge: not on_seam(edge))),
        "counties": counties.difference(states.buffer(DOUBLED)),
        "lakes": shapely.union_all(geometries("lakes")),
        "rivers": shapely.union_all([line for g in geometries("rivers") for line in surveyed(g)]),
    }


def surveyed(river: BaseGeometry) -> list[BaseGeometry]:
    """Lines of a river that follow its course, not those that only hint at it."""
    lines = shapely.get_parts(river)
    return [line for line in lines if line.length / (len(line.coords) - 1) <= LONGEST_REACH]


def admin1(gazetteer: Gazetteer, level: Level) -> BaseGeometry:
    """Lines inside countries, between units that are large enough for a level."""
    outer = {edge for ring in rings(gazetteer, "countries") for edge in edges_of(ring)}
    units = rings(gazetteer, "admin1", level.least_unit)
    return merged(borders(units, lambda edge: edge not in outer))


def borders(rings: Iterable[Ring], wanted: Callable[[Edge], bool]) -> Iterator[Ring]:
    """Yield the lines that two rings share, each once; coasts belong to one ring only.

    Examples
    --------
    >>> left = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
    >>> right = [(1, 0), (2, 0), (2, 1), (1, 1), (1, 0)]
    >>> list(borders([left, right], lambda edge: True))
    [[(1, 0), (1, 1)]]
    """
    kept = list(rings)
    times: Counter[Edge] = Counter()
    for ring in kept:
        times.update(edges_of(ring))
    shared = {edge for edge, count in times.items() if count > 1 and wanted(edge)}

    def first_time(edge: Edge) -> bool:
        if edge not in shared:
            return False
        shared.discard(edge)
        return True

    for ring in kept:
        yield from stretches(ring, first_time)


def stretches(line: Ring, wanted: Callable[[Edge], bool]) -> Iterator[Ring]:
    """Yield the stretches of a line whose edges are all wanted.

    Examples
    --------
    >>> list(stretches([(0, 0), (1, 0), (2, 0), (3, 0)], lambda edge: edge[0] != (1, 0)))
    [[(0, 0), (1, 0)], [(2, 0), (3, 0)]]
    """
    run: Ring = []
    for start, end, edge in zip(line, line[1:], edges_of(line), strict=False):
        if wanted(edge):
            run = run or [start]
            run.append(end)
        elif run:
            yield run
            run = []
    if run:
        yield run


def edges_of(ring: Ring) -> Iterator[Edge]:
    """Yield the edges of a ring, direction forgotten."""
    return ((a, b) if a < b else (b, a) for a, b in pairwise(ring))


def on_seam(edge: Edge) -> bool:
    """Whether an edge is where the world is cut, at 180°."""
    return all(abs(abs(x) - 180.0) < 1e-9 for x, _ in edge)


def merged(lines: Iterable) -> BaseGeometry:
    """Join lines end to end, as far as junctions."""
    return shapely.line_merge(shapely.MultiLineString(list(lines)))


def cells(level: Level, layer: str, geometry: BaseGeometry) -> Iterator[tuple[int, int, str]]:
    """Yield a layer cell by cell, simplified, snapped and coded."""
    least = level.tolerance * LEAST_PART
    found: dict[tuple[int, int], list] = defaultdict(list)
    tolerance = level.tolerance * (WITHIN if layer in {"admin1", "counties"} else 1.0)
    simple = shapely.get_parts(geometry.simplify(tolerance))
    for part in simple:
        if layer in {"land", "lakes"} and extent(part) < least:
            continue
        for x, y, piece in divided(part, level.cell):
            found[x, y].extend(snapped(piece, level.step))
    for (x, y), lines in sorted(found.items()):
        if lines:
            yield x, y, encode_lines(lines)


def extent(geometry: BaseGeometry) -> float:
    """Larger side of a geometry's box in degrees."""
    west, south, east, north = geometry.bounds
    return max(east - west, north - south)


def divided(geometry: BaseGeometry, size: float) -> Iterator[tuple[int, int, BaseGeometry]]:
    """Cut a geometry into cells, halving it until each piece lies in one.

    `shapely.clip_by_rect` would be faster, but gives the whole rectangle for some areas with a
    vertex on its side.
    """
    west, south, east, north = geometry.bounds
    first = int((west - WEST) // size), int((south - SOUTH) // size)
    last = int(-((WEST - east) // size)), int(-((SOUTH - north) // size))
    wide, high = last[0] - first[0], last[1] - first[1]
    if wide <= 1 and high <= 1:
        yield (*first, geometry)
        return
    if wide >= high:
        middle = WEST + (first[0] + wide // 2) * size
        halves = (-400.0, -100.0, middle, 100.0), (middle, -100.0, 400.0, 100.0)
    else:
        middle = SOUTH + (first[1] + high // 2) * size
        halves = (-400.0, -100.0, 400.0, middle), (-400.0, middle, 400.0, 100.0)
    for half in halves:
        piece = shapely.intersection(geometry, shapely.box(*half))
        for part in shapely.get_parts(piece):
            if not part.is_empty and part.geom_type == geometry.geom_type:
                yield from divided(part, size)


def snapped(geometry: BaseGeometry, step: float) -> Iterator[list[tuple[int, int]]]:
    """Yield rings or lines in grid steps, those that keep an extent."""
    area = geometry.geom_type == "Polygon"
    lines = [geometry.exterior, *geometry.interiors] if area else [geometry]
    for line in lines:
        points = [(round(x / step), round(y / step)) for x, y in line.coords]
        points = [p for p, q in zip(points, [None, *points], strict=False) if p != q]
        if len(points) >= (4 if area else 2):
            yield points


def names(level: Level, sort: str, areas: list[tuple[str, BaseGeometry]]) -> Iterator[tuple]:
    """Yield where each area's name may stand: the roomiest spot of its part in every cell."""
    if sort not in level.names:
        return
    for name, area in areas:
        for part in shapely.get_parts(area):
            for _, _, piece in divided(part, max(level.cell, NAME_CELL)):
                centre = shapely.maximum_inscribed_circle(piece, tolerance=level.tolerance)
                room = centre.length
                if room >= level.tolerance * LEAST_ROOM:
                    lon, lat = centre.coords[0]
                    x, y = int((lon - WEST) // level.cell), int((lat - SOUTH) // level.cell)
                    yield x, y, sort, name, round(lon, 3), round(lat, 3), round(room, 3)


def report() -> None:
    """Print what the file holds."""
    with sqlite3.connect(PACKAGED) as connection:
        query = "SELECT level, layer, count(*), sum(length(lines)) FROM cell GROUP BY 1, 2"
        for level, layer, count, size in connection.execute(query):
            print(f"level {level}  {layer:10} {count:6} cells {size / 1000:8.0f} kB")
        names_ = connection.execute("SELECT level, count(*) FROM name GROUP BY 1").fetchall()
    print("names", dict(names_), f"{PACKAGED.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    sys.exit(main())
