"""A picture of a story's map for those who see only its link, drawn without a browser."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.article import direction
from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.model import Story
from dateline.render.basemap import BaseMap, base_map
from dateline.render.blocks import headline_of
from dateline.render.box import Box
from dateline.render.cells import Cells
from dateline.render.document import GENERATOR, template
from dateline.render.labelling import DOT, PIN, is_too_large, labels_of
from dateline.render.lettering import broken, can_be_drawn
from dateline.render.payload import Payload, PayloadFeature, payload_of
from dateline.render.scale import frame_of
from dateline.render.window import Window, decoded, path_of, window_on
from dateline.render.words import words

WIDTH, HEIGHT = 1200, 630
"""Pixels: the shape in which networks show a large picture, 1.91 to 1 (Open Graph, X)."""

TITLE_SIZE, TITLE_LINE, TITLE_LINES = 46, 58, 2
"""Of the title: size and distance of lines in pixels, and lines at most."""

SIDE, ABOVE, BELOW = 48, 26, 34
"""Pixels of paper left of the title and right of it, above and below."""

MARGIN = 80
"""Pixels around the story's places, for their names."""

FILLS = ("land", "lakes")
LINES = ("rivers", "counties", "admin1", "countries")


@dataclass(frozen=True, slots=True)
class Stroke:
    """One path of the picture."""

    sort: str
    """Classes in the picture's style sheet."""
    path: str
    """The ``d`` of an SVG path."""


def preview_svg(story: Story, *, gazetteer: Gazetteer | None = None) -> str:
    """Draw the literal places of a story on its base map, with the title below.

    Parameters
    ----------
    story
        A story.
    gazetteer
        Where the base map comes from; the one in the package by default.

    Returns
    -------
    str
        SVG, 1200 by 630; the same story gives the same picture, byte for byte. A name with
        letters that the fonts in the package lack is left out.
    """
    if gazetteer is not None:
        return _picture(story, gazetteer)
    with open_gazetteer() as opened:
        return _picture(story, opened)


def _picture(story: Story, gazetteer: Gazetteer) -> str:
    payload = payload_of(story, gazetteer, words(story.article.language))
    headline = headline_of(story.article)
    title = (
        broken(headline, TITLE_SIZE, WIDTH - 2 * SIDE, TITLE_LINES)
        if can_be_drawn(headline)
        else ()
    )
    band = ABOVE + len(title) * TITLE_LINE + BELOW - TITLE_LINE // 4 if title else 0
    window = window_on(Box(*payload["view"]), WIDTH, HEIGHT - band, MARGIN)
    features = [feature for feature in payload["features"] if feature["kind"] == "literal"]
    named = {feature["name"] for feature in features}
    base = base_map(frame_of(story.view).level, window.box(), gazetteer, named)
    return template("preview.svg.j2").render(
        window=window,
        size=(WIDTH, HEIGHT),
        base=list(_base(base, window)),
        places=[stroke for feature in features for stroke in _outline(feature, payload, window)],
        pins=[
            (*at, feature["uncertain"])
            for feature in features
            if feature["shape"] == "pin" and window.shows(at := window.pixel(*feature["at"]))
        ],
        pin=PIN,
        dot=DOT,
        labels=labels_of(base["names"], features, window),
        title=title,
        headline=headline,
        baselines=[HEIGHT - band + ABOVE + 36 + TITLE_LINE * n for n in range(len(title))],
        side=SIDE,
        title_size=TITLE_SIZE,
        rightward=direction(story.article.language) == "ltr",
        generator=GENERATOR,
        attributions=story.attributions,
    )


def _base(base: BaseMap, window: Window) -> Iterator[Stroke]:
    """Yield the base map from the bottom up: the world, and what is known in detail over it."""
    yield from _cells(base["world"], window)
    if detail := base.get("detail"):
        west, south, east, north = detail["box"]
        around = [(west, south), (east, south), (east, north), (west, north)]
        yield Stroke("sea", path_of([around], window, closed=True))
        yield from _cells(detail, window)


def _cells(cells: Cells, window: Window) -> Iterator[Stroke]:
    lines, step = cells["lines"], cells["step"]
    for layer in (*FILLS, *LINES):
        if path := path_of(decoded(lines.get(layer, ""), step), window, closed=layer in FILLS):
            yield Stroke(layer, path)


def _outline(feature: PayloadFeature, payload: Payload, window: Window) -> Iterator[Stroke]:
    """Yield the outline of an area or a line; not one that nobody knows or the picture cuts."""
    if feature["shape"] == "pin" or feature["vague"] or is_too_large(feature, window):
        return
    area = feature["shape"] == "area"
    path = path_of(decoded(feature["outline"], payload["grid"]), window, closed=area)
    sort = f"{feature['shape']} uncertain" if feature["uncertain"] else feature["shape"]
    if path:
        yield Stroke(sort, path)
