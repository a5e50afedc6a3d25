"""Walks through a tree of elements: HTML's, or trafilatura's, which has names of its own.

The walk keeps no stack of calls, so that a page may nest as deeply as it likes.
"""

from typing import Any, Final, TypeAlias

from lxml import etree, html

from dateline.article.builder import BlockBuilder
from dateline.article.links import safe_target
from dateline.model import InlineKind, ParagraphKind

Element: TypeAlias = Any
"""An element of lxml, which ships no types."""

_MARKED: Final[dict[str, InlineKind]] = {
    "a": "link",
    "b": "strong",
    "cite": "emphasis",
    "code": "code",
    "em": "emphasis",
    "i": "emphasis",
    "kbd": "code",
    "ref": "link",
    "strong": "strong",
    "tt": "code",
}
"""Elements inside a paragraph whose meaning is kept."""

_REND: Final[dict[str, InlineKind]] = {"#b": "strong", "#i": "emphasis", "#t": "code"}
"""What trafilatura's ``hi`` elements stand for."""

_PLAIN: Final = frozenset(
    "abbr acronym area bdi bdo big data del dfn font graphic hi img ins label mark nobr picture "
    "q ruby s samp small span strike sub sup time tspan u var wbr".split()
)
"""Elements inside a paragraph whose words are kept and nothing else."""

_LISTS: Final = frozenset({"ul", "ol", "menu", "dl", "list"})
_QUOTES: Final = frozenset({"blockquote", "quote"})
_CELLS: Final = frozenset({"td", "th", "cell"})
_CAPTIONS: Final = frozenset({"figcaption", "caption"})

_SKIPPED: Final = frozenset(
    "aside audio button canvas datalist dialog embed footer form iframe input map math "
    "nav noembed noframes noscript object rp rt script select style svg template textarea title "
    "video".split()
)
"""Elements without text of the article, or with text that a browser does not show."""


def read_fragment(source: str, builder: BlockBuilder) -> None:
    """Read a piece of HTML into a builder.

    Examples
    --------
    >>> builder = BlockBuilder()
    >>> read_fragment("<p>In <b>Opole</b></p><script>x</script>", builder)
    >>> [block.text for block in builder.blocks()]
    ['In Opole']
    """
    tree = parse_page(source)
    if tree is not None:
        read_element(tree.find("body"), builder)


def parse_page(source: str) -> Element | None:
    """Parse HTML of any quality; ``None`` where there is no element in it."""
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        return html.document_fromstring(source.encode("utf-8"), parser=parser)
    except etree.ParserError:
        return None


def read_element(root: Element, builder: BlockBuilder) -> None:
    """Read an element and all below it into a builder, in reading order."""
    if root is None:
        return
    walk = _Walk(builder)
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            walk.enter(element)
        else:
            walk.leave(element)
    builder.begin()


class _Walk:
    """Where the walk through the tree stands."""

    def __init__(self, builder: BlockBuilder) -> None:
        self._builder = builder
        self._containers: list[str] = []
        self._skipped = 0
        self._marked: list[bool] = []

    def enter(self, element: Element) -> None:
        """Deal with an opening tag and the text right after it."""
        if self._skipped or element.tag in _SKIPPED:
            self._skipped += 1
            return
        self._open(element, element.tag)
        if element.text and element.tag not in {"br", "lb"}:
            self._builder.write(element.text)

    def leave(self, element: Element) -> None:
        """Deal with a closing tag and the text after it."""
        if self._skipped:
            self._skipped -= 1
        else:
            self._close(element.tag)
        if element.tail and not self._skipped:
            self._builder.write(element.tail)

    def _open(self, element: Element, tag: str) -> None:
        kind = _REND.get(element.get("rend", "")) if tag == "hi" else _MARKED.get(tag)
        self._marked.append(kind is not None)
        if kind is not None:
            address = element.get("href") or element.get("target") or ""
            self._builder.start(kind, safe_target(address) if kind == "link" else "")
        elif tag in {"br", "lb"}:
            self._builder.break_line()
        elif tag in _CELLS:
            self._builder.write("" if self._builder.is_empty else " | ")
        elif tag not in _PLAIN:
            if tag in _LISTS or tag in _QUOTES:
                self._containers.append("quote" if tag in _QUOTES else "item")
            self._builder.begin(*self._kind(element, tag))

    def _close(self, tag: str) -> None:
        if self._marked.pop():
            self._builder.stop()
        elif tag not in _PLAIN and tag not in _CELLS and tag not in {"br", "lb"}:
            if tag in _LISTS or tag in _QUOTES:
                self._containers.pop()
            self._builder.begin(*self._here())

    def _kind(self, element: Element, tag: str) -> tuple[ParagraphKind, int]:
        name = element.get("rend", "") if tag == "head" else tag
        if len(name) == 2 and name[0] == "h" and name[1] in "123456":  # noqa: PLR2004 - "h1"
            return "heading", int(name[1])
        if tag in _CAPTIONS:
            return "caption", 0
        return self._here()

    def _here(self) -> tuple[ParagraphKind, int]:
        """Say what text is here: the innermost list or quotation decides."""
        if not self._containers:
            return "paragraph", 0
        if self._containers[-1] == "quote":
            return "quote", 0
        return "item", self._containers.count("item")
