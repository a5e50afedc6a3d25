"""A saved web page: its article without navigation, advertisements and footers.

trafilatura finds the main text and says what the page's head knows. Where it finds none, as in
a bare fragment, everything in the body is read.
"""

import copy
import logging
from dataclasses import replace

from dateline.article.blocks import Block
from dateline.article.builder import BlockBuilder
from dateline.article.elements import Element, parse_page, read_element
from dateline.article.metadata import Metadata

_SHORT = 250
"""Characters below which trafilatura takes its own result for a failure and returns the words
without their structure (its setting MIN_EXTRACTED_SIZE)."""

_DATES = {"original_date": True, "extensive_search": False, "max_date": "9999-12-31"}
"""Settings for htmldate: only dates that the page states, and no look at today's."""


def read_webpage(source: str) -> tuple[Metadata, list[Block]]:
    """Read the article of a web page.

    Parameters
    ----------
    source
        The page's HTML.

    Returns
    -------
    tuple
        What its head says, and its blocks in reading order, empty where there is no text.

    Examples
    --------
    >>> page = "<html lang=pl><title>Floods</title><h1>Floods</h1><p>It rained.</html>"
    >>> metadata, blocks = read_webpage(page)
    >>> metadata.title, metadata.language, [block.text for block in blocks]
    ('Floods', 'pl', ['Floods', 'It rained.'])
    """
    tree = parse_page(source)
    if tree is None:
        return Metadata(), []
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    metadata = _metadata(tree)
    _split_paragraphs(tree)
    captions = _keep_captions(tree)
    blocks = _main_text(tree)
    if sum(len(block.text) for block in blocks) < _SHORT:
        blocks = _blocks(tree.find("body"))
    return metadata, [_as_caption(block, captions) for block in blocks]


def _metadata(tree: Element) -> Metadata:
    """Ask trafilatura what the page says about itself."""
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(copy.deepcopy(tree), date_config=dict(_DATES))
    return Metadata(
        title=found.title or "",
        byline=found.author or "",
        published=found.date or "",
        language=_language(tree),
        licence=found.license or "",
    )


def _language(tree: Element) -> str:
    """Return the root's ``lang``; XHTML has it in the namespace of XML."""
    return tree.get("lang") or tree.get("xml:lang") or ""


def _split_paragraphs(tree: Element) -> None:
    """Make two paragraphs of one that two line breaks in a row divide; the last ones first."""
    for first in reversed(list(tree.iter("br"))):
        second, paragraph = first.getnext(), first.getparent()
        if second is None or second.tag != "br" or (first.tail or "").strip():
            continue
        if paragraph.tag == "p":
            rest = paragraph.makeelement("p")
            rest.text = second.tail
            rest.extend(list(second.itersiblings()))
            paragraph.remove(second)
            paragraph.addnext(rest)


def _keep_captions(tree: Element) -> frozenset[str]:
    """Turn figures' captions into paragraphs, which trafilatura keeps, and return their words."""
    for figure in tree.iter("figure"):
        figure.tag = "div"
    captions = list(tree.iter("figcaption"))
    for caption in captions:
        caption.tag = "p"
    return frozenset(_words(caption.text_content()) for caption in captions)


def _as_caption(block: Block, captions: frozenset[str]) -> Block:
    return replace(block, kind="caption") if _words(block.text) in captions else block


def _words(text: str) -> str:
    return " ".join(text.split())


def _main_text(tree: Element) -> list[Block]:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(
        copy.deepcopy(tree), include_comments=False, include_links=True, include_formatting=True
    )
    return _blocks(found.body) if isinstance(found, Document) else []


def _blocks(element: Element) -> list[Block]:
    builder = BlockBuilder()
    read_element(element, builder)
    return builder.blocks()
