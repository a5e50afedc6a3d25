"""Web pages: the main text in reading order, without what surrounds it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.article import parse_article
from dateline.errors import ArticleError

PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Floods on the Oder | The Paper</title><meta name="author" content="Ann Reporter">
<meta property="article:published_time" content="2024-09-15T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/w">World in Berlin</a></nav>
<article><h1>Floods on the Oder</h1>
<figure><img src="x.jpg" alt="A bridge">
<figcaption>The bridge at Brzeg on Sunday.</figcaption></figure>
<p><b>OPOLE, Poland</b> — Water rose along the <a href="https://example.org/oder">Oder</a> on
<em>Sunday</em>, and people in the lower town were told to leave before night came.
<a href="java&#9;script:alert(1)">More</a> &amp; more. 👨‍👩‍👧</p>
<h2>In Nysa</h2>
<p>Line one<br>line two of a paragraph about the dam, which held through the night.</p>
<p>An old page<br><br>breaks its paragraphs by hand.</p>
<blockquote><p>We slept in the church, said a woman, and we will again.</p></blockquote>
<ul><li>Opole: 3 metres, <a href="mailto:desk@example.org">write</a></li>
<li>Brzeg: 4 metres<ul><li>and rising</li></ul></li></ul>
<script>alert("Prague")</script>
</article><footer>Copyright The Paper, Berlin.
<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a></footer>
</body></html>"""


LEAD = (
    "OPOLE, Poland — Water rose along the Oder on Sunday, and people in the lower town were told "
    "to leave before night came. More & more. 👨‍👩‍👧"
)


def read(text):
    return parse_article(text, format="html")


def shown(article):
    return [(p.kind, p.level, article.text[p.start : p.end]) for p in article.paragraphs]


@pytest.fixture(scope="module")
def page():
    return read(PAGE)


def test_blocks_in_reading_order(page):
    assert shown(page) == [
        ("title", 1, "Floods on the Oder"),
        ("caption", 0, "The bridge at Brzeg on Sunday."),
        (
            "paragraph",
            0,
            LEAD,
        ),
        ("heading", 2, "In Nysa"),
        (
            "paragraph",
            0,
            "Line one\nline two of a paragraph about the dam, which held through the night.",
        ),
        ("paragraph", 0, "An old page"),
        ("paragraph", 0, "breaks its paragraphs by hand."),
        ("quote", 0, "We slept in the church, said a woman, and we will again."),
        ("item", 1, "Opole: 3 metres, write"),
        ("item", 1, "Brzeg: 4 metres"),
        ("item", 2, "and rising"),
    ]


def test_metadata(page):
    assert page.title == "Floods on the Oder"
    assert page.byline == "Ann Reporter"
    assert page.published == "2024-09-15"
    assert page.language == "en-GB"
    assert page.licence == "CC BY 4.0"


def test_links(page):
    links = [(page.text[i.start : i.end], i.target) for i in page.inlines if i.kind == "link"]
    assert links == [
        ("Oder", "https://example.org/oder"),
        ("More", ""),
        ("write", "mailto:desk@example.org"),
    ]


def test_reading_twice_gives_the_same(page):
    assert read(PAGE) == page


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("<p>Opole.</p>", [("paragraph", 0, "Opole.")]),
        ("just text", [("paragraph", 0, "just text")]),
        (
            "<title>Floods</title><h1>Floods</h1><p>Rain in <i>Opole",
            [("title", 1, "Floods"), ("paragraph", 0, "Rain in Opole")],
        ),
        (
            "<title>Rain fell…</title><p>Rain fell in Opole.",
            [("paragraph", 0, "Rain fell in Opole.")],
        ),
        ("<ul><li>Opole<li>Nysa</ul>", [("item", 1, "Opole"), ("item", 1, "Nysa")]),
        (
            "<table><tr><td>Opole<td>3 m<tr><td><td>5 m</table>",
            [("paragraph", 0, "Opole | 3 m"), ("paragraph", 0, "5 m")],
        ),
        ("<p>a<!-- x -->b<script>c</script>d <svg>e</svg>f</p>", [("paragraph", 0, "abd f")]),
        ("<nav>Berlin</nav><main>Opole</main><footer>Rome</footer>", [("paragraph", 0, "Opole")]),
        (
            "<?xml version='1.0' encoding='utf-8'?><html><body><p>München</p></body></html>",
            [("paragraph", 0, "München")],
        ),
        ("<div>" * 1_000 + "Opole", [("paragraph", 0, "Opole")]),
    ],
)
def test_small_and_broken_pages(text, blocks):
    assert shown(read(text)) == blocks


@pytest.mark.parametrize("text", ["", "<html></html>", "<!-- x -->", "<body><script>x</script>"])
def test_nothing_to_read(text):
    with pytest.raises(ArticleError) as caught:
        read(text)
    assert str(caught.value) == "story has no paragraphs: expected text in the page's body."


def test_no_message_of_a_library_is_shown(capfd):
    read("<p>Opole.</p>")
    assert capfd.readouterr() == ("", "")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(categories=["L", "M", "N", "P", "So"])), max_size=5))
def test_offsets_hold_for_any_text(words):
    inner = "".join(f"<p>🇵🇱 <b>a{word}</b> é̂ <a href='https://e.org'>{word}</a>" for word in words)
    article = read(f"<p>Opole {inner}")
    for paragraph in article.paragraphs:
        text = article.text[paragraph.start : paragraph.end]
        assert text == text.strip() != ""
    for run in article.inlines:
        assert any(p.start <= run.start < run.end <= p.end for p in article.paragraphs)
        assert article.text[run.start : run.end].strip()
