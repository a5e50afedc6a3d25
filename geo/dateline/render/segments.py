"""A paragraph as runs of text that can be written as HTML without crossing elements.

Markup and mentions overlap freely in an article: "the Lithuanian border" holds "Lithuanian", an
emphasis may end inside a name, a link may hold three. So a paragraph is cut at every boundary,
and each run carries all that applies to it; runs never nest, whatever a text does.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from dateline.model import Article, Inline, InlineKind, Paragraph
from dateline.render.leads import Lead

SCHEMES = ("http://", "https://", "mailto:")
"""What a link of an article may lead to."""


Stretch = TypeVar("Stretch", Lead, Inline)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text to which one set of marks applies."""

    text: str
    """What is shown; empty for a link whose text is all mentions."""
    leads: tuple[Lead, ...] = ()
    """What it leads to, the longest stretch first; the last one is what a click means."""
    opens: tuple[int, ...] = ()
    """Numbers of the leads that get their fragment here."""
    closes: tuple[int, ...] = ()
    """Numbers of the leads whose text ends here."""
    styles: tuple[InlineKind, ...] = ()
    """Emphasis, strong, code."""
    link: str = ""
    """Address of the article's own link; only where no lead claims the text."""
    label: str = ""
    """Text of the link, where `text` is empty."""


def runs_of(article: Article, paragraph: Paragraph, leads: Sequence[Lead]) -> tuple[Run, ...]:
    """Cut a paragraph into runs.

    Parameters
    ----------
    article
        The text and its markup.
    paragraph
        One block of it.
    leads
        Stretches that lead to the map, from `leads_of`; those elsewhere are ignored.

    Returns
    -------
    tuple[Run, ...]
        Together the paragraph's text, code point for code point.

    Examples
    --------
    >>> article = Article("At the Lithuanian border", (Paragraph(0, 24),))
    >>> border = Lead(3, 24, "border", 1, "literal", True)
    >>> name = Lead(7, 17, "lithuania", 2, "associative", False)
    >>> for run in runs_of(article, article.paragraphs[0], (border, name)):
    ...     print(repr(run.text), [lead.key for lead in run.leads], run.opens)
    'At ' [] ()
    'the ' ['border'] (1,)
    'Lithuanian' ['border', 'lithuania'] (2,)
    ' border' ['border'] ()
    """
    here = _starting_in(leads, paragraph)
    marks = _starting_in(article.inlines, paragraph)
    pieces = [
        (start, end, _over(here, start, end), _over(marks, start, end))
        for start, end in _cuts(paragraph, (*here, *marks))
    ]
    first, last = _ends([leads for _, _, leads, _ in pieces])
    runs: list[Run] = []
    for place, (start, end, over, styled) in enumerate(pieces):
        runs.append(
            Run(
                article.text[start:end],
                over,
                tuple(lead.number for lead in over if first[lead.number] == place),
                tuple(lead.number for lead in over if last[lead.number] == place),
                tuple(dict.fromkeys(mark.kind for mark in styled if mark.kind != "link")),
                "" if over else next(filter(None, map(safe_target, styled)), ""),
            )
        )
        runs.extend(_swallowed(article, styled, here, end))
    return tuple(runs)


def _starting_in(stretches: Sequence[Stretch], paragraph: Paragraph) -> Sequence[Stretch]:
    """Pick, from stretches in order of start, those that start in a paragraph."""
    first = bisect_left(stretches, paragraph.start, key=lambda one: one.start)
    last = bisect_left(stretches, paragraph.end, key=lambda one: one.start)
    return stretches[first:last]


def _cuts(paragraph: Paragraph, stretches: Iterable[Lead | Inline]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a paragraph between two neighbouring boundaries."""
    edges = {paragraph.start, paragraph.end}
    for stretch in stretches:
        edges.update((stretch.start, stretch.end))
    inner = sorted(edge for edge in edges if paragraph.start <= edge <= paragraph.end)
    return pairwise(inner)


def _over(stretches: Iterable[Stretch], start: int, end: int) -> tuple[Stretch, ...]:
    """Pick the stretches that cover a piece, the longest first."""
    over = (one for one in stretches if one.start <= start and end <= one.end)
    return tuple(sorted(over, key=lambda one: one.start - one.end))


def _ends(covers: Sequence[tuple[Lead, ...]]) -> tuple[dict[int, int], dict[int, int]]:
    """Find each lead's first and last piece: where it is innermost, if it is anywhere."""
    own: dict[int, list[int]] = {}
    any_: dict[int, list[int]] = {}
    for place, leads in enumerate(covers):
        for lead in leads:
            any_.setdefault(lead.number, []).append(place)
        if leads:
            own.setdefault(leads[-1].number, []).append(place)
    places = any_ | own
    return {n: ps[0] for n, ps in places.items()}, {n: ps[-1] for n, ps in places.items()}


def _swallowed(
    article: Article, styled: Sequence[Inline], here: Sequence[Lead], end: int
) -> Iterator[Run]:
    """Yield a link that ends here and whose text went to leads altogether."""
    for mark in styled:
        if mark.end != end or not (target := safe_target(mark)):
            continue
        points = range(mark.start, mark.end)
        if all(any(lead.start <= point < lead.end for lead in here) for point in points):
            yield Run("", link=target, label=article.text[mark.start : mark.end])


def safe_target(mark: Inline) -> str:
    """Address of a link if a page may carry it, otherwise nothing.

    Examples
    --------
    >>> safe_target(Inline(0, 4, "link", "https://example.org/a"))
    'https://example.org/a'
    >>> safe_target(Inline(0, 4, "link", "javascript:alert(1)"))
    ''
    """
    target = mark.target.strip()
    return target if mark.kind == "link" and target.lower().startswith(SCHEMES) else ""
