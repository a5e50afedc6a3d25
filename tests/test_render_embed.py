"""The code that others paste, the answer that sites ask for, and what a page says of itself."""

import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.browser.stories import belarus, nowhere

from dateline.errors import UsageError
from dateline.gazetteer import Gazetteer
from dateline.model import Article, Paragraph, Story
from dateline.render import PageOptions, render_page
from dateline.render.embed import SANDBOX, Published, embed_code, web_address
from dateline.render.metadata import MOST_DESCRIBED, description_of, metadata_of, sharing_tags
from dateline.render.oembed import oembed_of, oembed_text

ROOT = Path(__file__).parent.parent
ADDRESS = "https://site.example/maps/story.html"
HOSTILE = "\"><script>alert(1)</script>' onload='x {{7*7}} &amp; \u202e"

KSES_FRAME = {
    *("src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title")
}
"""What WordPress leaves of a frame in an oEmbed answer (wp_filter_oembed_result, since 4.4)."""


class Elements(HTMLParser):
    """Elements of a document with their attributes, and the text outside of them."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def frames(self) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.found if tag == "iframe"]


@pytest.fixture(scope="module")
def story(gazetteer: Gazetteer) -> Story:
    return belarus(gazetteer)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "site.example/map.html",
        "//site.example/map.html",
        "ftp://site.example/map.html",
        "file:///srv/map.html",
        "javascript:alert(1)",
        "data:text/html,<b>",
        "https://",
        "https:///map.html",
        "https://user:word@site.example/",
        "https://site.example:99999/",
        "https://site.example/a b",
        "https://site.example/\n",
        "https://site.example/\x00",
        "https://site.example\\@evil.example/",
        'https://site.example/"><script>',
        "https://" + "a" * 70 + ".example/",
        "https://[::1/",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="is not the address of a page: expected one such as"):
        web_address(address)


@pytest.mark.parametrize(
    ("address", "written"),
    [
        (ADDRESS, ADDRESS),
        ("http://127.0.0.1:8000/a?b=c&d=%20#p3", "http://127.0.0.1:8000/a?b=c&d=%20#p3"),
        ("HTTPS://Site.Example", "https://site.example/"),
        ("https://[2001:db8::1]:8443/x", "https://[2001:db8::1]:8443/x"),
        ("https://новости.example/карта", "https://xn--b1amnebsh.example/%D0%BA%D0%B0%D1%80%D1%82%D0%B0"),
    ],
)  # fmt: skip
def test_an_address_is_written_in_ascii(address: str, written: str) -> None:
    assert web_address(address) == written
    assert web_address(written) == written


def test_the_code_is_one_frame_with_the_least_rights(story: Story) -> None:
    code = embed_code(story.article, Published.at(ADDRESS))
    (frame,) = Elements(code).frames()
    assert "\n" not in code
    assert frame == {
        "src": ADDRESS,
        "title": "A quiet Tuesday in Minsk",
        "width": "100%",
        "height": "640",
        "frameborder": "0",
        "loading": "lazy",
        "sandbox": "allow-scripts allow-popups allow-popups-to-escape-sandbox",
        "referrerpolicy": "strict-origin-when-cross-origin",
    }


def test_only_online_tiles_get_an_origin(story: Story) -> None:
    with_tiles = Elements(embed_code(story.article, Published.at(ADDRESS), tiles=True)).frames()
    assert with_tiles[0]["sandbox"] == " ".join([*SANDBOX, "allow-same-origin"])


def test_a_hostile_title_stays_a_title(story: Story) -> None:
    article = replace(story.article, title=HOSTILE)
    code = Elements(embed_code(article, Published.at(f"{ADDRESS}?a=1&b='c'#p2")))
    assert [tag for tag, _ in code.found] == ["iframe"]
    assert code.found[0][1]["title"] == HOSTILE
    assert code.found[0][1]["src"] == f"{ADDRESS}?a=1&b='c'#p2"
    assert code.text == ""


def test_examples_show_the_code_as_it_is_printed(story: Story) -> None:
    (printed,) = Elements(embed_code(story.article, Published.at(ADDRESS))).frames()
    constant = {name: printed[name] for name in printed.keys() - {"src", "title"}}
    folder = ROOT / "examples"
    for name in ("plain/index.html", "strict-csp/index.html"):
        (frame,) = Elements((folder / name).read_text(encoding="utf-8")).frames()
        assert {key: frame[key] for key in constant} == constant, name
        assert frame.keys() == printed.keys()
    for name in ("generator/templates/story-map.html", "hugo/layouts/shortcodes/story-map.html"):
        text = (folder / name).read_text(encoding="utf-8")
        for key in constant.keys() - {"height"}:
            assert f'{key}="{constant[key]}"' in text, name


def test_wordpress_example_is_what_wordpress_leaves_over(story: Story) -> None:
    answer = oembed_of(story, Published.at(ADDRESS))
    (sent,) = Elements(answer["html"]).frames()
    left = {name for name in sent if name in KSES_FRAME}
    added = {"sandbox", "security", "class", "data-secret"}
    page = (ROOT / "examples/wordpress/index.html").read_text(encoding="utf-8")
    (frame,) = Elements(page).frames()
    assert frame.keys() == left | added
    assert frame["sandbox"] == "allow-scripts"
    assert {name: frame[name] for name in ("width", "height", "frameborder")} == {
        name: sent[name] for name in ("width", "height", "frameborder")
    }


@pytest.mark.parametrize(
    "line", (ROOT / "examples/resizing/vendor/SHA256SUMS").read_text("utf-8").splitlines()
)
def test_hosts_libraries_are_as_they_were_published(line: str) -> None:
    checksum, name = line.split()
    file = ROOT / "examples/resizing/vendor" / name
    assert hashlib.sha256(file.read_bytes()).hexdigest() == checksum


def test_every_example_is_listed_and_there() -> None:
    text = (ROOT / "examples/README.md").read_text("utf-8")
    listed = {link for link in re.findall(r"\]\(([^)]+)\)", text) if not link.startswith("..")}
    assert {link for link in listed if not (ROOT / "examples" / link).is_file()} == set()
    folders = {link.split("/")[0] for link in listed}
    assert folders == {path.name for path in (ROOT / "examples").iterdir() if path.is_dir()}


def test_the_answer_is_one_of_oembed(story: Story) -> None:
    published = Published.at(ADDRESS, oembed="story.oembed.json", picture="story.png")
    answer = json.loads(oembed_text(oembed_of(story, published)))
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    for required in ("width", "height", "thumbnail_width", "thumbnail_height"):
        assert isinstance(answer[required], int)
        assert answer[required] > 0
    assert answer["html"] == embed_code(story.article, published)
    assert answer["title"] == "A quiet Tuesday in Minsk"
    assert answer["author_name"] == "A. Writer"
    assert answer["thumbnail_url"] == "https://site.example/maps/story.png"
    assert answer["provider_name"] == "site.example"
    assert answer["provider_url"] == "https://site.example/"


@pytest.mark.parametrize("picture", ["", "story.svg"])
def test_an_answer_names_all_of_a_thumbnail_or_nothing(story: Story, picture: str) -> None:
    answer = oembed_of(story, Published.at(ADDRESS, picture=picture))
    assert not [name for name in answer if name.startswith("thumbnail")]


def head(story: Story, gazetteer: Gazetteer, published: Published | None) -> Elements:
    page = render_page(story, gazetteer=gazetteer, options=PageOptions(published=published))
    return Elements(page.partition("<style>")[0])


def said(elements: Elements) -> dict[str, str | None]:
    """What the ``meta`` elements say, by name or property."""
    return {
        str(attributes.get("property") or attributes.get("name")): attributes.get("content")
        for tag, attributes in elements.found
        if tag == "meta"
    }


def links(elements: Elements) -> dict[str | None, str | None]:
    return {a["rel"]: a["href"] for tag, a in elements.found if tag == "link"}


def test_a_page_without_an_address_names_none(story: Story, gazetteer: Gazetteer) -> None:
    elements = head(story, gazetteer, None)
    told = said(elements)
    assert links(elements) == {}
    assert told["og:title"] == "A quiet Tuesday in Minsk"
    assert told["og:type"] == "article"
    assert told["twitter:card"] == "summary"
    assert told["description"] == told["og:description"]
    assert not {"og:url", "og:image"} & told.keys()


def test_a_page_with_an_address_names_it_and_what_lies_beside(
    story: Story, gazetteer: Gazetteer
) -> None:
    published = Published.at(f"{ADDRESS}#p4", oembed="my story.oembed.json", picture="my story.png")
    elements = head(story, gazetteer, published)
    told = said(elements)
    assert links(elements) == {
        "canonical": ADDRESS,
        "alternate": "https://site.example/maps/my%20story.oembed.json",
    }
    assert told["og:url"] == ADDRESS
    assert told["og:image"] == "https://site.example/maps/my%20story.png"
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert told["og:image:type"] == "image/png"
    assert "Hrodna" in (told["og:image:alt"] or "")
    assert told["twitter:card"] == "summary_large_image"
    assert told["article:published_time"] == "2020-08-19"
    schema = metadata_of(story, published)
    assert (schema["url"], schema["image"]) == (told["og:url"], told["og:image"])


def test_hostile_texts_stay_in_their_attributes(gazetteer: Gazetteer) -> None:
    text = f"{HOSTILE} {HOSTILE}"
    article = Article(text, (Paragraph(0, len(text)),), title=HOSTILE, published=HOSTILE)
    told = head(replace(nowhere(gazetteer), article=article), gazetteer, Published.at(ADDRESS))
    assert {tag for tag, _ in told.found} == {"html", "head", "meta", "title", "link"}
    assert said(told)["og:title"] == HOSTILE
    assert "article:published_time" not in said(told)


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Rain fell.", "Rain fell."),
        ("Rain fell. " + "It stopped again. " * 20, "Rain fell." + " It stopped again." * 10),
        ("rain " * 60, "rain " * 38 + "rain…"),
        ("雨" * 300, "雨" * 199 + "…"),
        ("", "Title"),
    ],
)  # fmt: skip
def test_a_description_is_the_beginning_of_the_text(text: str, described: str) -> None:
    paragraphs = (Paragraph(0, len(text)),) if text else ()
    found = description_of(Article(text, paragraphs, title="Title"))
    assert found == described
    assert len(found) <= MOST_DESCRIBED


def test_the_picture_is_described_by_its_places(story: Story) -> None:
    tags = {tag.name: tag for tag in sharing_tags(story, Published.at(ADDRESS, picture="x.svg"))}
    assert tags["og:image:alt"].content.startswith("A quiet Tuesday in Minsk: Minsk, ")
    assert "Germany" not in tags["og:image:alt"].content
    assert tags["og:image:type"].content == "image/svg+xml"
    assert tags["og:image"].naming == "property"
    assert tags["twitter:card"].naming == "name"
