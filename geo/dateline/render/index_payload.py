"""A collection as data for the index page's script: its places on the map, and who names them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dateline.collection import Collection
from dateline.gazetteer import Gazetteer
from dateline.model import Bounds, Feature
from dateline.render.basemap import base_map
from dateline.render.box import MERCATOR_LIMIT, Box, box_of, unwrapped
from dateline.render.cells import POSITION_DIGITS
from dateline.render.codec import encode_lines
from dateline.render.extents import is_bordered
from dateline.render.grid import WASH, Grid
from dateline.render.index_reports import Report
from dateline.render.index_rows import Row
from dateline.render.levels import GLOBE
from dateline.render.outlines import outline_of, parts, snapped
from dateline.render.packing import DEFAULTS, packed_base
from dateline.render.scale import Frame, frame_of, span_of
from dateline.render.tongue import labelled

LARGEST = 3.0
"""Times the first view up to which a place's outline counts for the detail of the base map."""

AROUND = Box(-180.0, -MERCATOR_LIMIT, 179.0, MERCATOR_LIMIT)
"""All cells that the map's projection shows, in degrees."""

MOST_OUTLINED = 300
"""Areas whose outline a reader can call up; the most mentioned of them."""


def index_payload(
    collection: Collection,
    reports: Sequence[Report],
    rows: Sequence[Row],
    gazetteer: Gazetteer,
    words: dict[str, str],
) -> dict[str, Any]:
    """Collect what the script needs to draw a collection.

    Parameters
    ----------
    collection
        Stories and their places.
    reports, rows
        The articles and the places as the page lists them.
    gazetteer
        Where the base map comes from.
    words
        The page's own words.

    Returns
    -------
    dict
        For `dateline.render.payload.as_json`; ``assets/index/data.mjs`` reads it.
    """
    frame = frame_of(collection.view, _boxes(collection))
    names = {name for row in rows for name in _names(row.feature)}
    base = labelled(base_map(*_detail(frame), gazetteer, names), words["language"])
    areas = [row.feature.key for row in rows if row.feature.shape != "pin"]
    outlined = frozenset(areas[:MOST_OUTLINED])
    return {
        "words": words,
        "view": [round(side, POSITION_DIGITS) for side in frame.view],
        "grid": frame.grid.step,
        "views": [_view(report.view, frame) for report in reports],
        "features": [_feature(row, frame, outlined) for row in rows],
        "base": packed_base(base),
    }


def _detail(frame: Frame) -> tuple[int, Box]:
    """Level of the base map and where it is drawn.

    Readers of an index come closer than its first view: a collection from all over the globe
    gets the next finer level, all around.
    """
    return (frame.level, frame.grid.detail) if frame.level > GLOBE else (GLOBE + 1, AROUND)


def _view(bounds: Bounds, frame: Frame) -> list[float]:
    """First view of one article, on the side of the globe that the collection's view is on."""
    view = frame_of(bounds).view
    turn = frame.grid.turn(view.west, view.east)
    moved = (view.west + turn, view.south, view.east + turn, view.north)
    return [round(side, POSITION_DIGITS) for side in moved]


def _names(feature: Feature) -> tuple[str, ...]:
    return (feature.name, feature.place.name) if feature.place else (feature.name,)


def _boxes(collection: Collection) -> Iterator[Box]:
    """Yield the boxes of areas and lines that are not much larger than the view."""
    view = unwrapped(collection.view)
    side = Grid(1.0, view, (view.west + view.east) / 2)
    for site in collection.sites:
        for line in parts(site.feature.geometry):
            box = box_of(line)
            turn = side.turn(box.west, box.east)
            moved = Box(box.west + turn, box.south, box.east + turn, box.north)
            if span_of(moved) <= LARGEST * span_of(view):
                yield moved


def _feature(row: Row, frame: Frame, outlined: frozenset[str]) -> dict[str, Any]:
    """Describe a place; what is usual is left out, as on the page of a story."""
    feature = row.feature
    lines = list(_lines(feature, frame)) if feature.key in outlined else []
    at = [round(degree, POSITION_DIGITS) for degree in frame.grid.position(*feature.label)]
    described = {
        "key": feature.key,
        "name": feature.name,
        "description": feature.description,
        "shape": feature.shape,
        "kind": feature.kind,
        "uncertain": feature.uncertain,
        "bordered": is_bordered(feature),
        "at": at,
        "outline": encode_lines(lines),
    }
    kept = {name: value for name, value in described.items() if DEFAULTS.get(name) != value}
    if lines:
        box = box_of([point for line in lines for point in line])
        kept["box"] = [round(side * frame.grid.step, POSITION_DIGITS) for side in box]
    where = [[one.report.number, *one.numbers] for one in row.wheres]
    return {**kept, "count": row.mentions, "mentions": [], "where": where}


def _lines(feature: Feature, frame: Frame) -> Iterable[Any]:
    """Lay an outline on the grid, coarsely: it is shown alone, to say where a place is."""
    return snapped(outline_of(feature.geometry), frame.grid, WASH)
