"""Blocks, groups and headings of a page."""

import pytest

from dateline.model import Article, Bounds, Paragraph, ParagraphKind, Story
from dateline.render.blocks import blocks_of, groups_of, headline_of


def story(*kinds: tuple[ParagraphKind, int]) -> Story:
    paragraphs = tuple(
        Paragraph(2 * place, 2 * place + 1, kind, level)
        for place, (kind, level) in enumerate(kinds)
    )
    article = Article("x " * len(kinds), paragraphs)
    return Story(article, (), (), (), (), Bounds(0, 0, 1, 1))


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        ((1, 2, 3), (2, 3, 4)),
        ((4, 4), (2, 2)),
        ((2, 6, 2), (2, 3, 2)),
        ((2, 3, 4, 5, 6), (2, 3, 4, 5, 6)),
    ],
)
def test_headings_never_skip_a_level(levels: tuple[int, ...], shown: tuple[int, ...]) -> None:
    blocks = blocks_of(story(*(("heading", level) for level in levels)))
    assert tuple(block.level for block in blocks) == shown


def test_items_and_quotations_are_gathered() -> None:
    kinds = ("paragraph", "item", "item", "paragraph", "quote", "quote", "item")
    groups = groups_of(blocks_of(story(*((kind, 1) for kind in kinds))))  # type: ignore[misc]
    assert [(group.kind, len(group.blocks)) for group in groups] == [
        ("paragraph", 1),
        ("item", 2),
        ("paragraph", 1),
        ("quote", 2),
        ("item", 1),
    ]
    assert [block.number for group in groups for block in group.blocks] == list(range(1, 8))


@pytest.mark.parametrize(
    ("title", "text", "headline"),
    [
        ("A  title", "Text", "A title"),
        ("", "One two three four five six seven eight nine ten eleven", None),
        ("", "", ""),
    ],
)
def test_every_page_has_a_headline(title: str, text: str, headline: str | None) -> None:
    found = headline_of(Article(text, (), title=title))
    assert found == (
        "One two three four five six seven eight nine ten…" if headline is None else headline
    )
