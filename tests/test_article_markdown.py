"""Markdown: structure and offsets are right, and nothing in it runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article import parse_article
from dateline.errors import ArticleError


def read(text):
    return parse_article(text, format="md")


def shown(article):
    return [(p.kind, p.level, article.text[p.start : p.end]) for p in article.paragraphs]


def marked(article):
    return [(i.kind, article.text[i.start : i.end], i.target) for i in article.inlines]


STORY = """---
title: "Floods: the Oder rises"
author: [Ann Reporter, Bo Writer]
date: 2024-09-15
lang: no
license: CC BY 4.0
---

Water rose in **Opole** and *the [Oder](https://example.org/o "t") valley*.
It did not stop.

## In Nysa

> We slept in the church.
>
> - and in the school

1. First
   1. Nested `code`
2. Second

   goes on

![A bridge in Brzeg](bridge.jpg)

| Town | Level |
|------|-------|
| Nysa | 5 m   |

---

```
left alone
  as it is
```
"""


@pytest.fixture(scope="module")
def story():
    return read(STORY)


def test_blocks(story):
    assert shown(story) == [
        ("title", 1, "Floods: the Oder rises"),
        ("paragraph", 0, "Water rose in Opole and the Oder valley. It did not stop."),
        ("heading", 2, "In Nysa"),
        ("quote", 0, "We slept in the church."),
        ("item", 1, "and in the school"),
        ("item", 1, "First"),
        ("item", 2, "Nested code"),
        ("item", 1, "Second"),
        ("item", 1, "goes on"),
        ("caption", 0, "A bridge in Brzeg"),
        ("paragraph", 0, "Town | Level"),
        ("paragraph", 0, "Nysa | 5 m"),
        ("paragraph", 0, "left alone\n  as it is"),
    ]


def test_text_is_its_blocks_joined(story):
    assert story.text == "\n\n".join(text for _, _, text in shown(story))


def test_inlines(story):
    assert marked(story) == [
        ("strong", "Opole", ""),
        ("emphasis", "the Oder valley", ""),
        ("link", "Oder", "https://example.org/o"),
        ("code", "code", ""),
        ("code", "left alone\n  as it is", ""),
    ]


def test_metadata(story):
    assert story.title == "Floods: the Oder rises"
    assert story.byline == "Ann Reporter, Bo Writer"
    assert story.published == "2024-09-15"
    assert story.language == "no"
    assert story.licence == "CC BY 4.0"


@pytest.mark.parametrize(
    ("text", "title", "first"),
    [
        ("# Floods\n\nRain.", "Floods", ("title", 1, "Floods")),
        ("Rain.", "", ("paragraph", 0, "Rain.")),
        ("---\ntitle: Floods\n---\n# FLOODS\n\nRain.", "FLOODS", ("title", 1, "FLOODS")),
        ("---\ntitle: Floods\n---\n# Rain\n\nRain.", "Floods", ("title", 1, "Floods")),
        ("---\r\ntitle: Floods\r\n---\r\nRain.", "Floods", ("title", 1, "Floods")),
        ("\ufeff---\ntitle: Floods\n...\nRain.", "Floods", ("title", 1, "Floods")),
        ("---\n---\nRain.", "", ("paragraph", 0, "Rain.")),
        ("## Rain\n\n# Floods\n\nRain.", "Floods", ("heading", 2, "Rain")),
        ("---\ntitle: '  '\n---\nRain.", "", ("paragraph", 0, "Rain.")),
    ],
)
def test_title(text, title, first):
    article = read(text)
    assert article.title == title
    assert shown(article)[0] == first


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "---\ntitle: a: b\n---\nRain.",
            "not YAML at line 2 (mapping values are not allowed here)",
        ),
        ("\n---\nok: 1\ntitle: [\n---\nRain.", "not YAML at line 5"),
        ("---\n- a list\n---\nRain.", "without keys"),
        ("---\ntitle: \x07\n---\nRain.", "not YAML"),
        ("---\n" + "a: " + "[" * 10_000 + "\n---\nRain.", "nests too deeply"),
    ],
)
def test_front_matter_at_fault_is_one_line(text, line):
    with pytest.raises(ArticleError) as caught:
        read(text)
    message = str(caught.value)
    assert line in message
    assert message.startswith("story has front matter")
    assert "\n" not in message


@pytest.mark.parametrize("text", ["", "\n \n", "<!-- nothing -->", "[a]: https://example.org\n"])
def test_nothing_to_read(text):
    with pytest.raises(ArticleError, match=r"^story has no paragraphs: expected at least one line"):
        read(text)


def test_nothing_after_the_front_matter():
    with pytest.raises(ArticleError) as caught:
        read("---\ntitle: Floods\n---\n")
    expected = "story has no paragraphs: expected text after the front matter."
    assert str(caught.value) == expected


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&#58;alert(1)",
        "&#x6A;avascript:alert(1)",
        "&#1;javascript:alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org",
        "/about",
        "https:evil",
        "https:&Tab;//example.org",
    ],
)
def test_links_that_might_run_lose_their_target(address):
    article = read(f"See [here](<{address}>) in Opole, <javascript:alert(2)>.")
    assert ("link", "here", "") in marked(article)
    assert {target for _, _, target in marked(article)} == {""}


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("In <b>Opole</b><br>and *Nysa*", [("paragraph", 0, "In Opole\nand Nysa")]),
        ("<div><p>Opole<h3>Nysa</div>", [("paragraph", 0, "Opole"), ("heading", 3, "Nysa")]),
        ("Rain.\n\n<script>\nalert(1)\n</script>\n\n<!-- x -->", [("paragraph", 0, "Rain.")]),
        ("a &lt;b&gt; \\*c\\*", [("paragraph", 0, "a <b> *c*")]),
        ("Rain ![ in *Opole*](x.png) again", [("paragraph", 0, "Rain in Opole again")]),
        ("{{ 7*7 }} ${x} `{% y %}`", [("paragraph", 0, "{{ 7*7 }} ${x} {% y %}")]),
        ("one  \ntwo\n\n***", [("paragraph", 0, "one\ntwo")]),
    ],
)  # fmt: skip
def test_what_becomes_of_markup(text, blocks):
    assert shown(read(text)) == blocks


WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("*_[]()#>-`<!\n &;|\\ é̂👩‍🚒"),
    max_size=60,
)


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_offsets_hold_for_any_text(parts):
    article = read("Opole 🇵🇱.\n\n" + "\n\n".join(parts))
    at = 0
    for paragraph in article.paragraphs:
        inner = article.text[paragraph.start : paragraph.end]
        assert paragraph.start >= at
        assert inner == inner.strip() != ""
        assert not article.text[at : paragraph.start].strip()
        at = paragraph.end
    for run in article.inlines:
        assert any(p.start <= run.start < run.end <= p.end for p in article.paragraphs)
    assert list(article.inlines) == sorted(article.inlines, key=lambda run: run.start)


@given(st.text(st.characters(categories=["L", "M", "N", "So"]), min_size=1, max_size=20))
def test_marked_words_are_found_where_they_stand(word):
    word = f"a{word}z"
    article = read(f"👨‍👩‍👧 é̂ **{word}** then [{word}](https://example.org)")
    assert [(kind, text) for kind, text, _ in marked(article)] == [("strong", word), ("link", word)]
