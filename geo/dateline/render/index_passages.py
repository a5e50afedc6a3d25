"""The paragraphs of an article that name places, as an index page shows them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Article, Paragraph, ToponymKind
from dateline.render.blocks import paragraph_number
from dateline.render.leads import Lead
from dateline.render.segments import Run, runs_of


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph, led to one place at most."""

    text: str
    """What is shown."""
    key: str = ""
    """Place that it leads to, by its key in the collection; empty for plain text."""
    kind: ToponymKind = "literal"
    """Literal or associative, for this stretch alone."""
    within: str = ""
    """Key of the expression that it is a part of, if there is one."""
    first: bool = True
    """Whether its mention begins here."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that names places."""

    number: int
    """Place among the article's paragraphs from 1."""
    pieces: tuple[Piece, ...]
    """Its text."""


def passages_of(
    article: Article, leads: Sequence[Lead], keys: Mapping[str, str]
) -> Iterator[Passage]:
    """Yield the paragraphs that name places, but for the headline.

    Parameters
    ----------
    article
        The text.
    leads
        Stretches that lead to the map, from `leads_of`.
    keys
        The story's keys and what the collection calls them.
    """
    for number in dict.fromkeys(paragraph_number(article, lead.start) for lead in leads):
        paragraph = article.paragraphs[number - 1]
        if is_shown(paragraph):
            runs = runs_of(article, paragraph, leads)
            yield Passage(number, tuple(_pieces(runs, keys)))


def _pieces(runs: Sequence[Run], keys: Mapping[str, str]) -> Iterator[Piece]:
    """Turn runs into pieces; neighbours without a place are joined."""
    plain = ""
    for run in runs:
        if not run.leads:
            plain += run.text
            continue
        if plain:
            yield Piece(plain)
            plain = ""
        lead, outer = run.leads[-1], run.leads[0]
        within = keys[outer.key] if outer is not lead else ""
        yield Piece(run.text, keys[lead.key], lead.kind, within, lead.number in run.opens)
    if plain:
        yield Piece(plain)


def is_shown(paragraph: Paragraph) -> bool:
    """Whether a paragraph stands among the passages: the headline stands above them."""
    return paragraph.kind != "title"
