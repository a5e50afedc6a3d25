"""Markdown: CommonMark with tables and strikethrough, read as text with its structure.

The text is built from markdown-it's tokens; nothing is rendered. Tags inside a paragraph are
dropped and their words stay; a block of raw HTML is read like a web page's body, which leaves
out scripts, styles and comments.
"""

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dateline.article.blocks import Block
from dateline.article.builder import BlockBuilder
from dateline.article.links import safe_target
from dateline.model import InlineKind, ParagraphKind

_DEPTH = 100
"""Nesting of lists and quotes up to which markdown-it reads; CommonMark sets no limit."""

_MARKED: dict[str, InlineKind] = {
    "em_open": "emphasis",
    "link_open": "link",
    "strong_open": "strong",
}
"""Tokens that begin marked-up text."""

_MARKED_END = frozenset(name.replace("_open", "_close") for name in _MARKED)
"""Tokens that end it."""


class _Reader(MarkdownIt):
    """Lets every address through; `safe_target` decides, in one place for all formats."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - markdown-it's name
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - markdown-it's name
        return link


def read_markdown(text: str) -> list[Block]:
    r"""Read a Markdown text without its front matter.

    Parameters
    ----------
    text
        The text.

    Returns
    -------
    list of Block
        Its blocks in reading order.

    Examples
    --------
    >>> [(b.kind, b.level, b.text) for b in read_markdown("# Floods\n\n* In *Opole*\n* In Nysa")]
    [('heading', 1, 'Floods'), ('item', 1, 'In Opole'), ('item', 1, 'In Nysa')]
    """
    reader = _Reader("commonmark", {"maxNesting": _DEPTH}).enable(["table", "strikethrough"])
    walk = _Walk()
    for token in reader.parse(text):
        walk.take(token)
    return walk.builder.blocks()


class _Walk:
    """Where the walk through the tokens stands."""

    def __init__(self) -> None:
        self.builder = BlockBuilder()
        self._containers: list[str] = []
        self._previous = ""

    def take(self, token: Token) -> None:
        """Deal with one block token."""
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._containers.append("item")
            case "blockquote_open":
                self._containers.append("quote")
            case "bullet_list_close" | "ordered_list_close" | "blockquote_close":
                self._containers.pop()
            case "heading_open":
                self.builder.begin("heading", int(token.tag[1:]))
            case "paragraph_open" | "tr_open" | "list_item_open":
                self.builder.begin(*self._kind())
            case "td_open" | "th_open":
                self.builder.write("" if self.builder.is_empty else " | ")
            case "fence" | "code_block":
                self._take_code(token)
            case "html_block":
                self._take_html(token)
            case "inline":
                self._take_inline(token.children or [])
        self._previous = token.type

    def _kind(self) -> tuple[ParagraphKind, int]:
        """Say what a paragraph is here: the innermost list or quotation decides."""
        if not self._containers:
            return "paragraph", 0
        if self._containers[-1] == "quote":
            return "quote", 0
        return "item", self._containers.count("item")

    def _take_code(self, token: Token) -> None:
        self.builder.begin(*self._kind())
        self.builder.start("code")
        self.builder.write(token.content.rstrip("\n"), verbatim=True)
        self.builder.stop()

    def _take_html(self, token: Token) -> None:
        from dateline.article.elements import read_fragment

        self.builder.begin()
        read_fragment(token.content, self.builder)
        self.builder.begin()

    def _take_inline(self, children: Sequence[Token]) -> None:
        visible = [child for child in children if child.type != "text" or child.content.strip()]
        pictures = all(child.type in {"image", "softbreak"} for child in visible)
        if pictures and self._previous == "paragraph_open":
            self.builder.begin("caption")
        for child in children:
            self._take_run(child)

    def _take_run(self, token: Token) -> None:
        """Deal with one token inside a paragraph."""
        if token.type in _MARKED:
            target = safe_target(str(token.attrGet("href") or ""))
            self.builder.start(_MARKED[token.type], target)
        elif token.type in _MARKED_END:
            self.builder.stop()
        elif token.type == "code_inline":
            self.builder.start("code")
            self.builder.write(token.content)
            self.builder.stop()
        elif token.type == "image":
            for child in token.children or []:
                self._take_run(child)
        elif token.type == "hardbreak" or _is_break(token):
            self.builder.break_line()
        elif token.type in {"text", "softbreak"}:
            self.builder.write(token.content or " ")


def _is_break(token: Token) -> bool:
    """Tell whether a raw tag breaks the line; other tags are dropped."""
    return token.type == "html_inline" and token.content.lower().startswith("<br")
