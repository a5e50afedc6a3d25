"""Plain text: paragraphs are found in it, and not a character of it is changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dateline.article.blocks import INVISIBLE
from dateline.model import Paragraph

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
"""A line's content; all of Unicode's line and paragraph separators end one."""

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
"""One line break."""

_WRAPPED = 120
"""Longest line, code points, that was plausibly broken by an editor or a mail program."""

_TITLE = 150
"""Longest headline, code points; print and wire headlines stay well below."""

_HEADING = 80
"""Longest crosshead, code points."""

_STOPS = (".", "…", ":", ";", ",", "。", "؟", "।")
"""Ends of a sentence or of a part of one, which headlines do not have."""

_QUOTES = "\"'”’»)]"
"""May follow the full stop."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that has something to read, without the white space around it."""

    start: int
    end: int
    text: str
    after_blank: bool


def read_plain(text: str) -> tuple[str, tuple[Paragraph, ...]]:
    r"""Find title and paragraphs in a plain text.

    A blank line ends a paragraph; so does the end of a line that is too long to have been
    wrapped by hand. Where there is no blank line at all, lines are paragraphs, unless one of
    them goes on in lower case and so shows that the text is wrapped.

    Parameters
    ----------
    text
        The text as it is.

    Returns
    -------
    tuple
        The title, empty where there is none, and the paragraphs in order.

    Examples
    --------
    >>> title, paragraphs = read_plain("Floods\r\n\r\nIt rained\nall night.\r\n")
    >>> title, paragraphs[1]
    ('Floods', Paragraph(start=10, end=30, kind='paragraph', level=0))
    >>> [(p.start, p.end) for p in read_plain("It rained.\nAll night.")[1]]
    [(0, 10), (11, 21)]
    """
    groups = list(_groups(list(_lines(text))))
    paragraphs = [Paragraph(group[0].start, group[-1].end) for group in groups]
    kinds = [_kind(i, groups) for i in range(len(groups))]
    paragraphs = [
        replace(paragraph, kind=kind, level=level)
        for paragraph, (kind, level) in zip(paragraphs, kinds, strict=True)
    ]
    title = groups[0][0].text if kinds and kinds[0][0] == "title" else ""
    return title, tuple(paragraphs)


def _lines(text: str) -> Iterator[_Line]:
    """Yield lines that are not blank; breaks between two of them tell of blank lines."""
    end = 0
    for found in _LINE.finditer(text):
        content = found[0].strip()
        if not content.strip(INVISIBLE).strip():
            continue
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        between = text[end:start]
        breaks = sum(1 for _ in _BREAK.finditer(between))
        yield _Line(start, start + len(content), content, breaks > 1 or "\u2029" in between)
        end = start + len(content)


def _groups(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Put lines together to paragraphs."""
    block: list[_Line] = []
    blocks: list[list[_Line]] = []
    for line in lines:
        if block and line.after_blank:
            blocks.append(block)
            block = []
        block.append(line)
    blocks += [block] if block else []
    for lines_of_block in blocks:
        if _is_wrapped(lines_of_block, alone=len(blocks) == 1):
            yield lines_of_block
        else:
            yield from ([line] for line in lines_of_block)


def _is_wrapped(lines: Sequence[_Line], *, alone: bool) -> bool:
    """Tell whether the line breaks inside a block are an editor's and not the writer's."""
    if max(len(line.text) for line in lines) > _WRAPPED:
        return False
    return not alone or any(line.text[0].islower() for line in lines[1:])


def _kind(
    i: int, groups: Sequence[Sequence[_Line]]
) -> tuple[Literal["title", "heading", "paragraph"], int]:
    """Say what a block is by its place and its looks."""
    if len(groups[i]) > 1 or i + 1 == len(groups) or not groups[i + 1][0].after_blank:
        return "paragraph", 0
    if i == 0 and _is_headline(groups[i][0].text, _TITLE):
        return "title", 1
    follows = groups[i + 1]
    stands_out = groups[i][0].after_blank and _is_headline(groups[i][0].text, _HEADING)
    if stands_out and not (len(follows) == 1 and _is_headline(follows[0].text, _HEADING)):
        return "heading", 2
    return "paragraph", 0


def _is_headline(line: str, longest: int) -> bool:
    """Short, and no sentence: no full stop at its end."""
    return len(line) <= longest and not line.rstrip(_QUOTES).endswith(_STOPS)
