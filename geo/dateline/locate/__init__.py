"""Locative expressions: stretches of text that describe a place by other places.

"The Lithuanian border", "eastern Ukraine", "30 km north of Kyiv", "between Kherson and Mykolaiv",
"off Lampedusa". The grammar is in `patterns`, its words in `lexicon`; `borders`, `parts`,
`surroundings` and `waters` turn phrases into geometry.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from dateline.gazetteer import Gazetteer
from dateline.locate.borders import draw_pair, draw_side, draw_sides
from dateline.locate.company import keep_company
from dateline.locate.parts import draw_country_part, draw_part, draw_parts
from dateline.locate.patterns import Drawing
from dateline.locate.phrases import Phrase, phrases
from dateline.locate.scene import Scene, Sketch
from dateline.locate.surroundings import (
    draw_around,
    draw_between,
    draw_margin,
    draw_near,
    draw_offset,
)
from dateline.locate.symbols import Row, rows
from dateline.locate.waters import draw_coast, draw_line, draw_off
from dateline.model import Article, Locative, Resolution
from dateline.spoken import called_as_written

__all__ = ["locate"]

_DRAW: Mapping[Drawing, Callable[[Phrase, Scene], Sketch | None]] = {
    "pair": draw_pair,
    "side": draw_side,
    "sides": draw_sides,
    "part": draw_part,
    "parts": draw_parts,
    "country": draw_country_part,
    "offset": draw_offset,
    "around": draw_around,
    "margin": draw_margin,
    "near": draw_near,
    "between": draw_between,
    "off": draw_off,
    "coast": draw_coast,
    "line": draw_line,
}


def locate(
    article: Article, resolutions: Sequence[Resolution], gazetteer: Gazetteer
) -> tuple[Locative, ...]:
    """Find the locative expressions of an article and draw them.

    Parameters
    ----------
    article
        The text; expressions never run over the end of a paragraph or a sentence.
    resolutions
        Its toponyms; those without a place anchor nothing.
    gazetteer
        Where outlines and neighbours come from.

    Returns
    -------
    tuple of Locative
        In text order, not overlapping: of two that overlap the longer one counts. A span begins
        with the first word of the expression, after an article: "Lithuanian border".

    Examples
    --------
    >>> from dateline.gazetteer import open_gazetteer
    >>> from dateline.model import Mention, Paragraph
    >>> text = "Troops of Belarus stand along the border with Lithuania."
    >>> mentions = Mention(10, 17, "Belarus", "literal"), Mention(46, 55, "Lithuania", "literal")
    >>> with open_gazetteer() as places:
    ...     found = [Resolution(m, places.candidates(m.surface)[0].place, 1.0) for m in mentions]
    ...     located = locate(Article(text, (Paragraph(0, len(text)),)), found, places)
    >>> [(one.surface, one.name, one.relation) for one in located]
    [('border with Lithuania', 'Belarus–Lithuania border', 'border')]
    """
    called = called_as_written(resolutions)
    scene = Scene(gazetteer, keep_company(article, called, gazetteer))
    found = [one for row in rows(article, called) for one in _expressions(row, article, scene)]
    return tuple(sorted(found, key=lambda one: one.start))


def _expressions(row: Row, article: Article, scene: Scene) -> Iterator[Locative]:
    """Draw what can be drawn in one paragraph, the longest phrases first."""
    taken: set[int] = set()
    for phrase in sorted(phrases(row), key=lambda p: (p.start - p.end, p.start)):
        spots = {item.start for item in phrase.items}
        if not taken.isdisjoint(spots):
            continue
        sketch = _DRAW[phrase.drawing](phrase, scene)
        if sketch:
            taken |= spots
            yield _locative(phrase, sketch, article.text)


def _locative(phrase: Phrase, sketch: Sketch, text: str) -> Locative:
    return Locative(
        phrase.start,
        phrase.end,
        text[phrase.start : phrase.end],
        phrase.relation,
        sketch.anchors,
        sketch.name,
        sketch.geometry,
        sketch.uncertain,
    )
