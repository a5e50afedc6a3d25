"""The story as data for the page's script: what is drawn, where, and which text leads to it."""

import json
from collections.abc import Iterator, Sequence
from typing import NotRequired, TypedDict

from dateline.gazetteer import Gazetteer
from dateline.model import Feature, Story
from dateline.render.basemap import BaseMap, base_map
from dateline.render.blocks import paragraph_number
from dateline.render.box import Box, around, box_of, unwrapped
from dateline.render.cells import POSITION_DIGITS
from dateline.render.codec import encode_lines
from dateline.render.extents import Drawn, is_bordered, is_broad, is_vague
from dateline.render.grid import EXACT, SKETCH, WASH, Grid
from dateline.render.leads import Lead, leads_of
from dateline.render.outlines import Outline, outline_of, snapped
from dateline.render.scale import Frame, frame_of
from dateline.render.telling import told_in
from dateline.render.tiles import Tiles
from dateline.render.tongue import labelled

LIKELY, SURE = 0.5, 0.8
"""Confidence from which on the page calls a place likely, and certain."""

_ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


class PayloadMention(TypedDict):
    """One stretch of text that leads to a feature."""

    id: str
    paragraph: str
    kind: str


class PayloadFeature(TypedDict):
    """One thing on the map, as ``assets/story/types.mjs`` describes it."""

    key: str
    name: str
    description: str
    shape: str
    kind: str
    uncertain: bool
    vague: bool
    broad: bool
    bordered: bool
    confidence: str
    reason: str
    alternatives: list[str]
    at: list[float]
    box: list[float]
    outline: str
    mentions: list[PayloadMention]


class Payload(TypedDict):
    """All that the script needs."""

    words: dict[str, str]
    view: list[float]
    grid: float
    features: list[PayloadFeature]
    base: BaseMap
    tiles: NotRequired[Tiles]


def payload_of(story: Story, gazetteer: Gazetteer, words: dict[str, str]) -> Payload:
    """Collect what the script needs to draw a story.

    Parameters
    ----------
    story
        A story.
    gazetteer
        Where the base map comes from.
    words
        The page's own words.

    Returns
    -------
    Payload
        Ready for `as_json`.
    """
    language = words["language"]
    told = told_in(story, language)
    outlines = [outline_of(feature.geometry) for feature in story.features]
    frame = frame_of(story.view, _boxes(story, outlines))
    led: dict[str, list[Lead]] = {}
    for lead in leads_of(story):
        led.setdefault(lead.key, []).append(lead)
    names = {name for feature in story.features for name in _names(feature)}
    return Payload(
        words=words,
        view=_rounded(frame.view),
        grid=frame.grid.step,
        features=[
            _feature(story, Drawn(feature, outline), led.get(feature.key, ()), frame)
            for feature, outline in zip(told.features, outlines, strict=True)
        ],
        base=labelled(base_map(frame.level, frame.grid.detail, gazetteer, names), language),
    )


def _names(feature: Feature) -> tuple[str, ...]:
    """Give the names that a feature has: on its label, and in the gazetteer."""
    return (feature.name, feature.place.name) if feature.place else (feature.name,)


def _feature(story: Story, drawn: Drawn, leads: Sequence[Lead], frame: Frame) -> PayloadFeature:
    feature = drawn.feature
    broad, vague = is_broad(drawn, frame), is_vague(feature)
    slack = WASH if broad else SKETCH if vague else EXACT
    lines = list(snapped(drawn.outline, frame.grid, slack))
    at = frame.grid.position(*feature.label)
    box = _box_in_degrees(lines, frame.grid) if lines else Box(*at, *at)
    return PayloadFeature(
        key=feature.key,
        name=feature.name,
        description=feature.description,
        shape=feature.shape if lines else "pin",
        kind=feature.kind,
        uncertain=feature.uncertain,
        vague=vague,
        broad=broad,
        bordered=is_bordered(feature),
        confidence=confidence_word(feature.confidence),
        reason=feature.reason,
        alternatives=list(feature.alternatives),
        at=[round(degree, POSITION_DIGITS) for degree in at],
        box=_rounded(box),
        outline=encode_lines(lines),
        mentions=[
            PayloadMention(
                id=f"m-{lead.number}",
                paragraph=f"p{paragraph_number(story.article, lead.start)}",
                kind=lead.kind,
            )
            for lead in leads
        ],
    )


def _boxes(story: Story, outlines: Sequence[Outline]) -> Iterator[Box]:
    """Yield the boxes of literal areas and lines, on the side of the globe that the view is on."""
    view = unwrapped(story.view)
    side = Grid(1.0, view, (view.west + view.east) / 2)
    for feature, outline in zip(story.features, outlines, strict=True):
        boxes = outline.boxes if feature.kind == "literal" else ()
        turns = [side.turn(box.west, box.east) for box in boxes]
        if boxes:
            yield around(
                [
                    Box(box.west + turn, box.south, box.east + turn, box.north)
                    for box, turn in zip(boxes, turns, strict=True)
                ]
            )


def _box_in_degrees(lines: Sequence[Sequence[tuple[int, int]]], grid: Grid) -> Box:
    """Box around lines of grid steps, in degrees."""
    around = box_of([point for line in lines for point in line])
    return Box(*(side * grid.step for side in around))


def _rounded(box: Box) -> list[float]:
    return [round(side, POSITION_DIGITS) for side in box]


def confidence_word(confidence: float) -> str:
    """Name the key of the word for a confidence.

    Examples
    --------
    >>> confidence_word(0.97), confidence_word(0.6), confidence_word(0.2)
    ('sure', 'likely', 'unsure')
    """
    if confidence >= SURE:
        return "sure"
    return "likely" if confidence >= LIKELY else "unsure"


def as_json(value: object) -> str:
    r"""Write JSON that may stand inside a ``<script>`` element, whatever its strings say.

    Examples
    --------
    >>> as_json({"name": "</script><b>&"})
    '{"name":"\\u003c/script\\u003e\\u003cb\\u003e\\u0026"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return text
