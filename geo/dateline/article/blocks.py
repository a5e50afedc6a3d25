"""Blocks of text with marked-up runs, and how they are put together to one plain text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.model import Inline, Paragraph, ParagraphKind

GAP = "\n\n"
"""What stands between two blocks in `Article.text`."""

INVISIBLE = "\u200b\u2060\ufeff"
"""Code points that take no room and make a block no less empty: zero-width space, word joiner,
byte order mark."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph on its own, before it has a place in the article's text."""

    text: str
    """Its words, without white space around them; never empty."""
    kind: ParagraphKind = "paragraph"
    """What the block is."""
    level: int = 0
    """Heading level or list nesting, as in `Paragraph`."""
    inlines: tuple[Inline, ...] = ()
    """Marked-up runs, in code points of `text`."""


def is_blank(text: str) -> bool:
    r"""Tell whether a reader would see nothing.

    Examples
    --------
    >>> is_blank(" \u200b\n"), is_blank(" Minsk ")
    (True, False)
    """
    return not text.translate(dict.fromkeys(map(ord, INVISIBLE))).strip()


def compose(
    blocks: Iterable[Block],
) -> tuple[str, tuple[Paragraph, ...], tuple[Inline, ...]]:
    r"""Join blocks to one text, and move their spans to where they now stand.

    Returns
    -------
    tuple
        Text, paragraphs and inlines, as `Article` has them.

    Examples
    --------
    >>> text, paragraphs, _ = compose([Block("Minsk", "title", 1), Block("It rained.")])
    >>> text
    'Minsk\n\nIt rained.'
    >>> [text[p.start : p.end] for p in paragraphs]
    ['Minsk', 'It rained.']
    """
    parts: list[str] = []
    paragraphs: list[Paragraph] = []
    inlines: list[Inline] = []
    at = 0
    for block in blocks:
        end = at + len(block.text)
        parts.append(block.text)
        paragraphs.append(Paragraph(at, end, block.kind, block.level))
        inlines += [replace(run, start=run.start + at, end=run.end + at) for run in block.inlines]
        at = end + len(GAP)
    inlines.sort(key=lambda run: (run.start, -run.end))
    return GAP.join(parts), tuple(paragraphs), tuple(inlines)


def with_title(blocks: Sequence[Block], title: str) -> tuple[str, list[Block]]:
    """Make one block the title: the heading that says so, or a new one in front.

    Parameters
    ----------
    blocks
        The text.
    title
        Headline from the metadata, or empty: then the first heading of level 1 is the title.
        One that is only the text's beginning with an ellipsis counts as none.

    Returns
    -------
    tuple
        The title, empty where the source has none, and the blocks.

    Examples
    --------
    >>> with_title([Block("Floods", "heading", 1), Block("It rained.")], "")[1][0].kind
    'title'
    >>> [b.text for b in with_title([Block("It rained.")], "Floods")[1]]
    ['Floods', 'It rained.']
    """
    title = " ".join(title.split())
    result = list(blocks)
    for i, block in enumerate(result):
        if block.kind == "heading" and _says(block, title):
            result[i] = replace(block, kind="title", level=1)
            return block.text, result
    if title.endswith("…") and blocks and blocks[0].text.startswith(title.rstrip("…")):
        return "", result
    if title and not is_blank(title):
        return title, [Block(title, "title", 1), *result]
    return "", result


def _says(heading: Block, title: str) -> bool:
    """Compare a heading with the title; without a title any first-level heading will do."""
    if not title:
        return heading.level == 1
    return " ".join(heading.text.split()).casefold() == title.casefold()
