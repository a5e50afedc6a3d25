"""The page as a file: the same every time, small, complete, and safe before it is opened."""

import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dateline.article import read_article
from dateline.errors import UsageError
from dateline.gazetteer import Gazetteer
from dateline.model import Article, Bounds, Mention, Paragraph, Story
from dateline.pipeline import map_article
from dateline.render import GENERATOR, PageOptions, render_page
from dateline.render.metadata import metadata_of

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds/belarus-august-2020.md"
MOST_BYTES = 400_000


class Outline(HTMLParser):
    """What a page is made of: elements, and the texts of its scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] in {"script", "style"} and data.strip():
            self.texts.append((*self.elements[-1], data))

    def found(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def seed(gazetteer: Gazetteer) -> Story:
    return map_article(read_article(SEED), gazetteer=gazetteer)


@pytest.fixture(scope="module")
def page(seed: Story, gazetteer: Gazetteer) -> str:
    return render_page(seed, gazetteer=gazetteer)


def plain(text: str, **fields: object) -> Story:
    article = Article(text, (Paragraph(0, len(text)),), **fields)  # type: ignore[arg-type]
    return Story(article, (), (), (), (), Bounds(0.0, 40.0, 10.0, 50.0))


def test_two_renders_are_the_same(seed: Story, gazetteer: Gazetteer, page: str) -> None:
    assert render_page(seed, gazetteer=gazetteer) == page


@pytest.mark.parametrize("seed_of_hashes", ["0", "4711"])
def test_two_processes_render_the_same(page: str, seed_of_hashes: str) -> None:
    code = (
        "import sys; from dateline.article import read_article;"
        "from dateline.pipeline import map_article; from dateline.render import render_page;"
        "sys.stdout.buffer.write(render_page(map_article(read_article(sys.argv[1]))).encode())"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "geo"), "PYTHONHASHSEED": seed_of_hashes}
    command = [sys.executable, "-c", code, str(SEED)]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert done.stdout.decode() == page


def test_page_is_written_without_folium() -> None:
    code = (
        "import sys; from dateline import map_article, render_page;"
        "render_page(map_article('Snow fell in Minsk.')); print('folium' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "geo")}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True, text=True
    )
    assert done.stdout == "False\n"


def test_page_is_small(page: str) -> None:
    assert len(page.encode()) <= 0.9 * MOST_BYTES


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*-*.md")), ids=lambda p: p.stem)
def test_page_of_every_seed_is_small_enough(path: Path, gazetteer: Gazetteer) -> None:
    story = map_article(read_article(path), gazetteer=gazetteer)
    assert len(render_page(story, gazetteer=gazetteer).encode()) <= MOST_BYTES


def test_policy_admits_exactly_what_is_in_the_page(page: str) -> None:
    outline = Outline(page)
    policy = next(
        meta["content"] or ""
        for meta in outline.found("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    )
    inline = [
        text
        for tag, attributes, text in outline.texts
        if tag == "style" or attributes.get("type") is None
    ]
    digests = {b64encode(sha256(text.encode()).digest()).decode() for text in inline}
    assert set(re.findall(r"'sha256-([^']+)'", policy)) == digests
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "img-src data:;" in policy


def test_page_loads_nothing(page: str) -> None:
    outline = Outline(page)
    loading = {"src", "srcset", "data", "poster", "background", "action", "formaction"}
    assert not [attributes for _, attributes in outline.elements if loading & attributes.keys()]
    assert outline.found("link") == outline.found("iframe") == outline.found("img") == []
    handlers = [
        name for _, attributes in outline.elements for name in attributes if name[:2] == "on"
    ]
    assert handlers == []
    assert not any("style" in attributes for _, attributes in outline.elements)


def test_page_can_be_told_from_others(page: str) -> None:
    generators = [m["content"] for m in Outline(page).found("meta") if m.get("name") == "generator"]
    assert generators == [GENERATOR]


def test_ids_are_unique_and_every_fragment_leads_somewhere(page: str) -> None:
    outline = Outline(page)
    ids = [attributes["id"] for _, attributes in outline.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = {a["href"] for a in outline.found("a") if (a.get("href") or "").startswith("#")}
    assert {f"#{one}" for one in ids} >= targets


def test_search_engines_are_told_the_places(page: str, seed: Story) -> None:
    (text,) = (
        text
        for _, attributes, text in Outline(page).texts
        if attributes.get("type") == "application/ld+json"
    )
    told = json.loads(text)
    assert [place["name"] for place in told["contentLocation"]] == ["Belarus"]
    assert told["contentLocation"][0]["sameAs"] == "https://www.geonames.org/630336/"
    others = {feature.name for feature in seed.features} - {"Belarus"}
    assert {place["name"] for place in told["mentions"]} == others
    minsk = next(place for place in told["mentions"] if place["name"] == "Minsk")
    assert minsk["geo"]["longitude"] == pytest.approx(27.57, abs=0.05)
    assert minsk["sameAs"] == "https://www.geonames.org/625144/"


def test_the_head_names_what_the_story_is_about(page: str) -> None:
    metas = Outline(page).found("meta")
    assert [m["content"] for m in metas if m.get("name") == "geo.placename"] == ["Belarus"]


def test_without_a_focus_all_literal_places_are_told(seed: Story) -> None:
    told = metadata_of(replace(seed, focus=()))
    literal = [feature.name for feature in seed.features if feature.kind == "literal"]
    assert [place["name"] for place in told["contentLocation"]] == literal


@pytest.mark.parametrize(
    ("language", "direction", "places"),
    [
        ("en", "ltr", None),
        ("de-AT", "ltr", None),
        ("ar", "rtl", None),
        ("he", "rtl", None),
        ("", "ltr", None),
    ],
)
def test_page_has_the_language_of_its_article(
    gazetteer: Gazetteer, language: str, direction: str, places: None
) -> None:
    page = render_page(plain("Text.", language=language), gazetteer=gazetteer)
    (html,) = Outline(page).found("html")
    assert html == {"lang": language or "en", "dir": direction}


def test_own_words_can_be_chosen(gazetteer: Gazetteer) -> None:
    page = render_page(plain("Text."), gazetteer=gazetteer, options=PageOptions(language="de"))
    assert "Zum Text" in page
    assert '<html lang="en"' in page


@pytest.mark.parametrize(
    "text", ["\x00 nul", "\x1b[31m red", "\ud800 alone", "\ufffe no", "tab\tand\nline", "🙂 é"]
)
def test_any_text_can_be_written(gazetteer: Gazetteer, text: str) -> None:
    page = render_page(plain(text, title=text, licence=text), gazetteer=gazetteer)
    written = page.encode("utf-8")
    assert b"\x00" not in written
    assert b"\x1b" not in written


def test_what_cannot_be_placed_is_listed_once_with_its_paragraph(gazetteer: Gazetteer) -> None:
    text = "In Nowhere and again in Nowhere."
    story = replace(
        plain(text),
        unplaced=tuple(
            Mention(start, start + 7, "Nowhere", "literal") for start in (3, text.rindex("Nowhere"))
        ),
    )
    page = render_page(story, gazetteer=gazetteer)
    assert page.count('<a href="#p1">Nowhere</a>') == 1


def test_tiles_extend_the_policy_by_their_host_alone(seed: Story, gazetteer: Gazetteer) -> None:
    options = PageOptions(tiles="OpenStreetMap.Mapnik")
    page = render_page(seed, gazetteer=gazetteer, options=options)
    assert "img-src data: https://tile.openstreetmap.org;" in page
    with pytest.raises(UsageError):
        render_page(seed, gazetteer=gazetteer, options=PageOptions(tiles="Nowhere"))
