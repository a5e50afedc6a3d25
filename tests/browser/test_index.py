"""The index page in a real browser: reading, finding, walking back, everybody, many places."""

from collections.abc import Callable
from html import escape

import pytest
from playwright.sync_api import expect
from tests.browser.axe import findings
from tests.browser.conftest import PHONE, TABLET, WIDE, Open
from tests.browser.stories import (
    BERLIN,
    MINSK,
    PADDING,
    VILNIUS,
    arabic,
    belarus,
    many,
    pacific,
    tell,
)

from dateline.collection import collect
from dateline.gazetteer import Gazetteer
from dateline.model import Story
from dateline.render.index import render_index

pytestmark = pytest.mark.browser

VIEWS = ("", "#places", "#place-minsk", "#article-a")


def meeting(gazetteer: Gazetteer) -> Story:
    return tell(
        f"A meeting in [[Berlin|{BERLIN}]]\n\nMinisters from [[Vilnius|{VILNIUS}]] and "
        f"[[Minsk|{MINSK}]] met. {PADDING}\n\n{PADDING}\n\n"
        f"Back to [[Minsk|{MINSK}]] in <b>haste</b>.",
        gazetteer,
        kinds=("title",),
        title="A meeting in Berlin",
        published="2021-05-01",
        byline="B. Writer",
    )


@pytest.fixture(scope="session")
def index_of(gazetteer: Gazetteer) -> Callable[..., str]:
    """Render the index of some stories, once for each set of them."""
    known: dict[tuple[object, ...], str] = {}

    def page(*builds: Callable[[Gazetteer], Story]) -> str:
        if builds not in known:
            stories = zip("abcdefgh", (build(gazetteer) for build in builds), strict=False)
            collection = collect(stories, "Two countries & more")
            known[builds] = render_index(collection, gazetteer=gazetteer)
        return known[builds]

    return page


@pytest.fixture(scope="session")
def two(index_of: Callable[..., str]) -> str:
    return index_of(belarus, meeting)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, TABLET, WIDE], ids=["phone", "tablet", "wide"])
def test_axe_finds_nothing_and_nothing_is_asked_or_said(
    open_page: Open, two: str, size: tuple[int, int], scheme: str
) -> None:
    for view in VIEWS:
        opened = open_page(two, size=size, color_scheme=scheme, hash_=view)
        opened.settle()
        assert findings(opened.page) == [], view
        assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
        assert (opened.requests, opened.messages) == ([], [])


def test_articles_come_newest_first_with_their_leading_places(open_page: Open, two: str) -> None:
    page = open_page(two).page
    expect(page.locator(".reports h3")).to_have_text(
        ["A meeting in Berlin", "A quiet Tuesday in Minsk"]
    )
    expect(page.locator("#article-b .spots")).to_have_text("Minsk, Berlin, Vilnius Places: 3")
    expect(page.locator("#article-b h3 a")).to_have_attribute("href", "b.html")
    expect(page.locator(".tabs a")).to_have_text(["Articles 2", "Places 10"])
    expect(page.locator("#places")).to_be_hidden()


def test_a_place_leads_to_the_paragraphs_that_name_it(open_page: Open, two: str) -> None:
    opened = open_page(two)
    page = opened.page
    opened.settle()
    page.locator(".leaflet-marker-icon[data-key='minsk']").click()
    detail = page.locator("#detail")
    expect(detail.locator("h2")).to_have_text("Minsk")
    expect(detail.locator("h3")).to_have_text(["A meeting in Berlin", "A quiet Tuesday in Minsk"])
    expect(detail.locator("h3 a").first).to_have_attribute("href", "b.html#place-minsk")
    expect(detail.locator("article").first.locator("p:not(.byline)")).to_have_count(2)
    expect(detail.locator(".at").first).to_have_attribute("href", "b.html#p2")
    expect(detail.locator("a.mention.here")).to_have_text(["Minsk", "Minsk", "Minsk", "Minsk"])
    expect(detail).to_contain_text("in <b>haste</b>.")
    expect(page.locator("#announcement")).to_have_text("Minsk. Articles: 2")
    assert page.evaluate("location.hash") == "#place-minsk"
    assert page.evaluate("document.activeElement.textContent") == "Minsk"
    expect(page.locator(".leaflet-marker-icon.chosen")).to_have_attribute("data-key", "minsk")


def test_an_article_shows_its_places_and_paragraphs(open_page: Open, two: str) -> None:
    opened = open_page(two)
    page = opened.page
    page.locator("#article-b .all").click()
    opened.settle()
    expect(page.locator(".reports > article:visible")).to_have_count(1)
    expect(page.locator("#a1-p2")).to_be_visible()
    keys = page.locator(".leaflet-marker-icon.place").evaluate_all("a => a.map(n => n.dataset.key)")
    assert sorted(keys) == ["berlin", "minsk", "vilnius"]
    page.locator("#a1-p2 a.mention", has_text="Vilnius").click()
    expect(page.locator("#detail h2")).to_have_text("Vilnius")
    page.go_back()
    expect(page.locator("#a1-p2")).to_be_visible()
    page.go_back()
    expect(page.locator(".reports > article:visible")).to_have_count(2)


def test_addresses_lead_into_the_page(open_page: Open, two: str) -> None:
    expect(open_page(two, hash_="#a1-p4").page.locator("#a1-p4")).to_be_in_viewport()
    expect(open_page(two, hash_="#places").page.locator(".sites li").first).to_be_in_viewport()
    for hash_ in ("#place-nowhere", "#article-none", "#a9-p9", "#%E0%A4%A"):
        opened = open_page(two, hash_=hash_)
        expect(opened.page.locator(".reports > article:visible")).to_have_count(2)
        assert opened.messages == []


@pytest.mark.parametrize(
    ("query", "places", "articles"),
    [("VILN", 1, 2), ("haste", 0, 0), ("meeting", 0, 1), ("b. writer", 0, 1), ("hrodna", 1, 1)],
)
def test_search(open_page: Open, two: str, query: str, places: int, articles: int) -> None:
    page = open_page(two).page
    page.locator("#find").fill(query)
    expect(page.locator(".tabs a")).to_have_text([f"Articles {articles}", f"Places {places}"])
    expect(page.locator(".reports > article:visible")).to_have_count(articles)
    expect(page.locator(".nothing")).to_be_visible(visible=not articles)
    expect(page.locator("#announcement")).to_have_text(f"Places: {places}. Articles: {articles}.")
    page.locator(".tabs a", has_text="Places").click()
    expect(page.locator(".sites > ul > li:visible")).to_have_count(places)
    page.locator("#find").fill("")
    expect(page.locator(".sites > ul > li:visible")).to_have_count(10)


def test_lists_are_sorted(open_page: Open, two: str) -> None:
    page = open_page(two, hash_="#places").page
    names = page.locator(".sites .go")
    assert names.all_text_contents()[0] == "Minsk"
    page.get_by_role("button", name="By name").click()
    assert names.all_text_contents() == sorted(names.all_text_contents())
    page.get_by_role("button", name="By frequency").click()
    assert names.all_text_contents()[0] == "Minsk"


def test_index_can_be_walked_with_the_keyboard_alone(open_page: Open, two: str) -> None:
    opened = open_page(two)
    page = opened.page
    opened.settle()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("lithuania")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.locator(".tabs a", has_text="Places").press("Enter")
    page.locator("#place-vilnius .go").press("Enter")
    expect(page.locator("#detail h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#place-vilnius .go")).to_be_focused()
    pin = page.locator(".leaflet-marker-icon[data-key='vilnius']")
    pin.press(" ")
    expect(page.locator("#detail h2")).to_have_text("Vilnius")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.key") == "vilnius"


def test_without_scripts_it_is_a_list(open_page: Open, two: str) -> None:
    page = open_page(two, java_script_enabled=False).page
    expect(page.locator(".stage")).to_be_hidden()
    expect(page.locator("#find")).to_be_hidden()
    row = page.locator("#place-minsk")
    expect(row.locator(".in > li")).to_have_count(2)
    expect(row.locator(".there").first).to_have_attribute("href", "b.html#place-minsk")
    row.locator(".at").nth(1).click()
    expect(page.locator("#a1-p4")).to_be_in_viewport()
    expect(page.locator("#a1-p4 .at")).to_have_attribute("href", "b.html#p4")
    page.locator("#a1-p4 a.mention").click()
    expect(row).to_be_in_viewport()


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_targets_are_large_enough(open_page: Open, two: str, size: tuple[int, int]) -> None:
    opened = open_page(two, size=size, hash_="#places")
    opened.settle()
    small = opened.page.evaluate(
        """[...document.querySelectorAll('button, .go, .tabs a, .pin, .cluster, #find')]
          .map(node => [node.textContent || node.id, node.getBoundingClientRect()])
          .filter(([, box]) => box.width && box.height < 24).map(([name]) => name)"""
    )
    assert small == []


def test_articles_in_other_languages_keep_their_direction(
    open_page: Open, index_of: Callable[..., str]
) -> None:
    opened = open_page(index_of(arabic, belarus, pacific), size=PHONE, hash_="#article-a")
    page = opened.page
    opened.settle()
    assert page.evaluate("document.documentElement.lang") == "en"
    expect(page.locator("#article-a")).to_have_attribute("dir", "rtl")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert findings(page) == []
    assert (opened.requests, opened.messages) == ([], [])


def test_an_index_in_arabic(open_page: Open, index_of: Callable[..., str]) -> None:
    opened = open_page(index_of(arabic), hash_="#places")
    opened.settle()
    assert opened.page.evaluate("document.documentElement.dir") == "rtl"
    assert findings(opened.page) == []
    assert (opened.requests, opened.messages) == ([], [])


def test_works_in_a_sandboxed_frame(open_page: Open, two: str) -> None:
    sandbox = 'title="i" width="900" height="600" sandbox="allow-scripts"'
    opened = open_page(f'<title>Host</title><iframe {sandbox} srcdoc="{escape(two)}"></iframe>')
    frame = opened.page.frame_locator("iframe")
    frame.locator("#article-b .all").click()
    expect(frame.locator("#a1-p2")).to_be_visible()
    frame.locator(".back a").click()
    expect(frame.locator(".reports > article:visible")).to_have_count(2)
    assert opened.messages == []


def thousand(gazetteer: Gazetteer) -> Story:
    return many(gazetteer, 1000)


def test_many_places_are_gathered_and_opened(open_page: Open, index_of: Callable[..., str]) -> None:
    opened = open_page(index_of(thousand))
    page = opened.page
    opened.settle()
    assert 10 < page.locator(".leaflet-marker-icon.place").count() < 300
    counts = page.locator(".cluster .count").all_inner_texts()
    assert max(map(int, counts)) > 20
    page.locator(".cluster").first.press("Enter")
    opened.settle()
    page.locator("#find").fill("berlin")
    pins = page.locator(".leaflet-marker-icon.pin")
    page.locator(".bar .whole").click()
    opened.settle()
    assert 1 <= pins.count() < 30
    assert page.locator(".cluster").count() == 0


def test_the_chosen_place_stands_alone(open_page: Open, index_of: Callable[..., str]) -> None:
    opened = open_page(index_of(thousand), hash_="#place-berlin")
    opened.settle()
    pin = opened.page.locator(".leaflet-marker-icon.chosen")
    expect(pin).to_have_count(1)
    expect(pin.locator(".label")).to_have_text("Berlin")
    expect(pin.locator(".label")).to_be_visible()


def test_an_area_that_was_chosen_is_outlined(open_page: Open, two: str) -> None:
    opened = open_page(two)
    opened.settle()
    assert opened.page.locator(".leaflet-areas-pane path").count() == 0
    opened.page.goto(opened.page.url.split("#")[0] + "#place-lithuania")
    opened.settle()
    assert opened.page.locator(".leaflet-areas-pane path.chosen").count() == 2


def test_paper_has_the_lists_and_no_map(open_page: Open, two: str) -> None:
    page = open_page(two).page
    page.emulate_media(media="print")
    expect(page.locator(".stage")).to_be_hidden()
    expect(page.locator("#find")).to_be_hidden()
    expect(page.locator(".reports h3").first).to_be_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")
