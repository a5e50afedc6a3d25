"""Nothing an article, a gazetteer or a file says is ever run, and nothing is ever loaded."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import PHONE, WIDE, Open, Opened
from tests.browser.stories import MINSK, belarus, many, nowhere, one_town, pacific, tell, world

from dateline.article import parse_article
from dateline.gazetteer import Gazetteer
from dateline.model import Story
from dateline.pipeline import map_article
from dateline.render import PageOptions, render_page, story_map

pytestmark = pytest.mark.browser

PageOf = Callable[..., str]

EXPLOSIVES = (
    "{{7*7}}",
    "{{ this.__init__.__globals__ }}",
    "{% raw %}",
    "{# comment #}",
    "${window.exploded=1}",
    "`+(window.exploded=1)+`",
    "\\`+(window.exploded=1)+\\`",
    "</script><script>window.exploded=1</script>",
    "<!--<script>",
    "<img src=x onerror=window.exploded=1>",
    "</title><svg onload=window.exploded=1>",
    "\"><b onmouseover='window.exploded=1'>",
    "' autofocus onfocus='window.exploded=1",
    "&lt;b&gt; &#x3c; \u2028 \u2029 \u202e",
    "]]>javascript:window.exploded=1",
)
ALL = " ".join(EXPLOSIVES)


def hostile(gazetteer: Gazetteer) -> Story:
    """A story in which every text is a weapon: the article's, the places' and the file's."""
    story = tell(
        f"In [[Minsk|{MINSK}]] it was {ALL}\n\n{ALL}\n\n"
        "Near [[<b>Nowhere</b> {{7*7}}|?]] nothing",
        gazetteer,
        inlines=(("nothing", "link", "javascript:window.exploded=1"),),
        title=ALL,
        byline=ALL,
        published=ALL,
        licence=ALL,
        name="story",
    )
    loud = replace(
        story.features[0],
        name=ALL,
        description=ALL,
        reason=ALL,
        alternatives=EXPLOSIVES,
        confidence=0.3,
        uncertain=True,
    )
    return replace(story, features=(loud,), attributions=EXPLOSIVES)


def exercise(opened: Opened) -> None:
    """Do what a reader does: read, hover, choose, walk, go back."""
    page = opened.page
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    opened.settle()
    page.evaluate("scrollTo(0, 0)")
    mentions = page.locator("a.mention")
    if mentions.count():
        mentions.first.hover()
        mentions.first.click()
        opened.settle()
        page.locator(".leaflet-marker-icon.chosen").first.click(force=True)
        opened.settle()
        page.keyboard.press("Escape")
        page.go_back()
    opened.settle()


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_hostile_texts_appear_as_they_are_and_do_nothing(
    open_page: Open, gazetteer: Gazetteer, size: tuple[int, int]
) -> None:
    opened = open_page(render_page(hostile(gazetteer), gazetteer=gazetteer), size=size)
    exercise(opened)
    page = opened.page
    assert page.evaluate("window.exploded") is None
    assert opened.messages == []
    assert opened.requests == []
    shown = page.evaluate("document.querySelector('main').textContent")
    for text in EXPLOSIVES:
        assert shown.count(text) >= 6, text
    assert page.title() == " ".join(ALL.split())
    assert page.locator("main img, main b, main svg[onload], [onerror], [onload]").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    page.locator("a.mention").first.click()
    card = page.locator(".card")
    for text in EXPLOSIVES:
        expect(card).to_contain_text(text, use_inner_text=False)


@pytest.mark.parametrize("build", [belarus, pacific, world, one_town, nowhere])
def test_page_asks_for_nothing_and_says_nothing(
    open_page: Open, page_of: PageOf, build: Callable[..., Story]
) -> None:
    opened = open_page(page_of(build))
    exercise(opened)
    assert opened.requests == []
    assert opened.messages == []


BANG = "window.exploded=1"
HOSTILE_FILES = {
    "md": f"# {{{{7*7}}}} Minsk <script>{BANG}</script>\n\n[Minsk](javascript:{BANG}) and "
    f"[Vilnius](https://example.org/?a=<b>) ${{{BANG}}} <img src=x onerror={BANG}>",
    "html": f"<html><body><article><h1>Minsk {{{{7*7}}}}</h1><p>In <a href='javascript:{BANG}'>"
    f"Minsk</a> police said ${{{BANG}}} on Tuesday that nobody had been there at all, and "
    f"<a href='data:text/html,<script>{BANG}</script>'>Vilnius</a> was silent. &lt;script&gt;"
    f"{BANG}&lt;/script&gt;</p></article></body></html>",
    "txt": f"MINSK {{{{7*7}}}}\n\n</script><script>{BANG}</script> `+({BANG})+`",
}


@pytest.mark.parametrize("form", HOSTILE_FILES)
def test_hostile_files_map_to_harmless_pages(
    open_page: Open, gazetteer: Gazetteer, form: str
) -> None:
    article = parse_article(HOSTILE_FILES[form], format=form, name="x{{7*7}}</script>")
    page = render_page(map_article(article, gazetteer=gazetteer), gazetteer=gazetteer)
    opened = open_page(page)
    exercise(opened)
    assert opened.page.evaluate("window.exploded") is None
    assert opened.page.locator("a[href^='javascript'], a[href^='data']").count() == 0
    assert "{{7*7}}" in opened.page.evaluate("document.body.textContent")
    assert "49" not in opened.page.evaluate("document.querySelector('.text').textContent")
    assert (opened.requests, opened.messages) == ([], [])


def test_injected_scripts_are_stopped_by_the_policy(open_page: Open, page_of: PageOf) -> None:
    tampered = page_of(belarus).replace(
        '<div class="text"', "<script>window.exploded=1</script><img src=x onerror=alert(1)><div"
    )
    opened = open_page(tampered)
    opened.settle()
    assert opened.page.evaluate("window.exploded") is None
    assert any("Content Security Policy" in message for message in opened.messages)


@pytest.mark.parametrize("sandbox", ["allow-scripts", "allow-scripts allow-same-origin", ""])
def test_page_works_in_a_sandboxed_frame(
    open_page: Open, page_of: PageOf, tmp_path: Path, sandbox: str
) -> None:
    inner = page_of(belarus).replace("&", "&amp;").replace('"', "&quot;")
    host = (
        f'<!doctype html><title>Host</title><iframe title="Story" sandbox="{sandbox}" '
        f'width="700" height="600" srcdoc="{inner}"></iframe>'
    )
    opened = open_page(host)
    frame = opened.page.frame_locator("iframe")
    expect(frame.locator("h1")).to_have_text("A quiet Tuesday in Minsk")
    expect(frame.locator("#p10")).to_contain_text("swept in the evening")
    if "allow-scripts" in sandbox:
        frame.locator("#p8 a.mention", has_text="Brest").click()
        expect(frame.locator(".card")).to_contain_text("Brest")
        frame.locator(".leaflet-marker-icon[data-key='minsk']").press("Enter")
        expect(frame.locator(".card")).to_contain_text("capital of Belarus")
        assert [text for text in opened.messages if "can escape its sandboxing" not in text] == []
    assert opened.requests == []


def test_tiles_are_loaded_after_the_readers_click_only(open_page: Open, page_of: PageOf) -> None:
    html = page_of(belarus, options=PageOptions(tiles="OpenStreetMap.Mapnik"))
    opened = open_page(html)
    page = opened.page
    opened.settle()
    assert opened.requests == []
    page.get_by_role("button", name="Load the online map from tile.openstreetmap.org").click()
    opened.settle()
    assert opened.requests
    assert all(url.startswith("https://tile.openstreetmap.org/") for url in opened.requests)
    expect(page.locator(".tiles-line")).to_have_text("(C) OpenStreetMap contributors")
    referrers = page.evaluate(
        "[...document.querySelectorAll('img.leaflet-tile')].map(node => node.referrerPolicy)"
    )
    assert set(referrers) == {"strict-origin-when-cross-origin"}
    assert not any("Content Security Policy" in message for message in opened.messages)


def test_folium_map_shows_the_story_without_a_request(
    open_page: Open, gazetteer: Gazetteer
) -> None:
    shown = story_map(hostile(gazetteer), gazetteer=gazetteer)
    opened = open_page(shown.get_root().render())
    opened.settle()
    page = opened.page
    page.locator(".leaflet-marker-icon.place").click()
    expect(page.locator(".card")).to_contain_text("{{7*7}}")
    assert page.evaluate("window.exploded") is None
    assert (opened.requests, opened.messages) == ([], [])


def test_page_with_hundreds_of_places_clusters_them(open_page: Open, page_of: PageOf) -> None:
    opened = open_page(page_of(many, 400))
    page = opened.page
    opened.settle()
    pins = page.locator(".leaflet-marker-icon.place").count()
    assert 5 < pins < 200
    page.locator(".cluster").first.press("Enter")
    opened.settle()
    assert page.locator(".places li").count() >= 390
    assert (opened.requests, opened.messages) == ([], [])
