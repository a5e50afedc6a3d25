"""An article as the blocks that its page is made of."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dateline.model import Article, ParagraphKind, Story
from dateline.render.leads import leads_of
from dateline.render.segments import Run, runs_of

FIRST_LEVEL = 2
"""Heading level of the highest heading in the text: the headline has the first."""

LAST_LEVEL = 6
"""Deepest heading that HTML has."""

TITLE_WORDS = 10
"""Words of the text that stand in for a headline where the article has none."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item of a list, quotation or caption."""

    number: int
    """Place among the article's paragraphs from 1; the page's fragment is ``#p<number>``."""
    kind: ParagraphKind
    """What it is."""
    level: int
    """Heading level in the page, or depth in the list."""
    runs: tuple[Run, ...]
    """Its text."""


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring blocks that share an element: items a list, quotations a quotation."""

    kind: ParagraphKind
    """What its blocks are."""
    blocks: tuple[Block, ...]
    """At least one."""


def blocks_of(story: Story) -> tuple[Block, ...]:
    """Turn every paragraph of a story into a block, in reading order."""
    leads = leads_of(story)
    return tuple(
        Block(number, paragraph.kind, level, runs_of(story.article, paragraph, leads))
        for number, (paragraph, level) in enumerate(
            zip(story.article.paragraphs, _levels(story.article), strict=True), 1
        )
    )


def _levels(article: Article) -> Iterator[int]:
    """Yield a level for each paragraph; headings never skip one on the way down."""
    headings = [p.level for p in article.paragraphs if p.kind == "heading"]
    highest, above = min(headings, default=FIRST_LEVEL), FIRST_LEVEL - 1
    for paragraph in article.paragraphs:
        if paragraph.kind == "heading":
            above = min(paragraph.level - highest + FIRST_LEVEL, above + 1, LAST_LEVEL)
            yield above
        else:
            yield paragraph.level


def groups_of(blocks: Sequence[Block]) -> tuple[Group, ...]:
    """Gather neighbouring items and quotations; every other block stands alone.

    Examples
    --------
    >>> def block(number, kind):
    ...     return Block(number, kind, 0, ())
    >>> groups = groups_of([block(1, "paragraph"), block(2, "item"), block(3, "item")])
    >>> [(group.kind, len(group.blocks)) for group in groups]
    [('paragraph', 1), ('item', 2)]
    """

    def together(block: Block) -> tuple[ParagraphKind, int]:
        return (block.kind, 0 if block.kind in {"item", "quote"} else block.number)

    return tuple(Group(kind, tuple(same)) for (kind, _), same in groupby(blocks, together))


def headline_of(article: Article) -> str:
    """Title of an article, or its first words where it has none.

    Examples
    --------
    >>> from dateline.model import Paragraph
    >>> headline_of(Article("The police left.  Nobody came.", (Paragraph(0, 30),)))
    'The police left. Nobody came.'
    """
    if article.title.strip():
        return " ".join(article.title.split())
    words = article.text.split()
    return " ".join(words[:TITLE_WORDS]) + ("…" if len(words) > TITLE_WORDS else "")


def paragraph_number(article: Article, start: int) -> int:
    """Give the number of the block that a code point stands in.

    Examples
    --------
    >>> from dateline.model import Paragraph
    >>> paragraph_number(Article("One. Two.", (Paragraph(0, 4), Paragraph(5, 9))), 6)
    2
    """
    return max(1, bisect_right(article.paragraphs, start, key=lambda p: p.start))
