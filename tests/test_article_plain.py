"""Plain text: not a character changes, and paragraphs are where a reader sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article import parse_article
from dateline.article.blocks import is_blank

LONG = "Water rose along the river on Sunday, and people in the lower town were told to leave. " * 2


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("One.\n \t\n\n\nTwo.", ["One.", "Two."]),
        ("  One,\n  still one.\n\nTwo.", ["One,\n  still one.", "Two."]),
        ("One.\r\rTwo.", ["One.", "Two."]),
        ("One.\u2029Two.", ["One.", "Two."]),
        ("One.\nTwo.\nThree.", ["One.", "Two.", "Three."]),
        ("It rained in Opole\nand in Nysa.", ["It rained in Opole\nand in Nysa."]),
        (f"{LONG}\n{LONG}\n\nEnd.", [LONG.strip(), LONG.strip(), "End."]),
        ("One.\n\u200b\nTwo.", ["One.", "Two."]),
        ("\ufeff\n\nOne.", ["One."]),
        ("\u00a0One.\u00a0", ["One."]),
    ],
)
def test_paragraphs(text, paragraphs):
    article = parse_article(text)
    assert article.text == text
    assert [text[p.start : p.end] for p in article.paragraphs] == paragraphs


@pytest.mark.parametrize(
    ("text", "title", "kinds"),
    [
        ("Floods on the Oder\n\nIt rained.", "Floods on the Oder", ["title", "paragraph"]),
        ("Was it the rain?\n\nIt was.", "Was it the rain?", ["title", "paragraph"]),
        ("It rained.\n\nIt stopped.", "", ["paragraph", "paragraph"]),
        ("“It rained.”\n\nIt stopped.", "", ["paragraph", "paragraph"]),
        ("Floods on the Oder\nIt rained.", "", ["paragraph", "paragraph"]),
        ("Floods on the Oder", "", ["paragraph"]),
        (
            "Floods\n\nIt rained.\n\nIn Opole\n\nIt stopped.\n\nAnn Reporter",
            "Floods",
            ["title", "paragraph", "heading", "paragraph", "paragraph"],
        ),
        (
            "It rained.\n\nFirst verse here\n\nSecond verse here\n\nIt stopped.",
            "",
            ["paragraph", "paragraph", "heading", "paragraph"],
        ),
    ],
)
def test_title_and_headings(text, title, kinds):
    article = parse_article(text)
    assert article.title == title
    assert [p.kind for p in article.paragraphs] == kinds


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_every_visible_character_is_in_one_paragraph(text):
    text = f"é̂ {text} 👩‍🚒"
    article = parse_article(text)
    assert article.text == text
    outside, at = [], 0
    for paragraph in article.paragraphs:
        assert at <= paragraph.start < paragraph.end <= len(text)
        inner = text[paragraph.start : paragraph.end]
        assert inner == inner.strip()
        outside.append(text[at : paragraph.start])
        at = paragraph.end
    assert all(is_blank(part) for part in [*outside, text[at:]])


def test_ten_megabytes_are_read():
    small = parse_article(f"{LONG}\n\n" * 6_000)
    large = parse_article(f"{LONG}\n\n" * 60_000)
    assert len(large.text) > 10_000_000
    assert len(large.paragraphs) == 10 * len(small.paragraphs)
