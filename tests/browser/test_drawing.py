"""What is drawn: areas under lines under pins, apart from each other, explained where needed."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import PHONE, WIDE, Open, Opened
from tests.browser.stories import belarus, many, nowhere, one_town, pacific, world

from dateline.article import read_article
from dateline.gazetteer import Gazetteer
from dateline.model import Story
from dateline.pipeline import map_article

pytestmark = pytest.mark.browser

PageOf = Callable[..., str]

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*-*.md"))

LABELS = """() => {
  const shown = [...document.querySelectorAll('.story-map .label')].filter(node =>
    getComputedStyle(node).visibility === 'visible' && node.dataset.side);
  return shown.map(node => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    return [node.textContent, left, top, right, bottom];
  });
}"""
CUT_OFF = """() => {
  const stage = document.querySelector('.stage').getBoundingClientRect();
  const inside = (x, y) => x > stage.left && x < stage.right && y > stage.top && y < stage.bottom;
  return [...document.querySelectorAll('.story-map .place .label')].filter(node => {
    if (getComputedStyle(node).visibility !== 'visible') return false;
    const { left, top, right, bottom } = node.getBoundingClientRect();
    const [a, b] = [inside(left, top), inside(right, bottom)];
    return a !== b || inside(left, bottom) !== inside(right, top);
  }).map(node => node.textContent);
}"""
DOTS = """() => [...document.querySelectorAll('.place .dot')].map(node => {
  const { left, top, width, height } = node.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
})"""
VIEW = """() => {
  const { left, top, right, bottom } = document.querySelector('.stage').getBoundingClientRect();
  return [left, top, right, bottom];
}"""


def seed(gazetteer: Gazetteer, stem: str) -> Story:
    (path,) = (path for path in SEEDS if path.stem == stem)
    return map_article(read_article(path), gazetteer=gazetteer)


def labels_in_view(opened: Opened) -> list[tuple[str, float, float, float, float]]:
    left, top, right, bottom = opened.page.evaluate(VIEW)
    return [
        tuple(label)
        for label in opened.page.evaluate(LABELS)
        if left <= label[1] and label[3] <= right and top <= label[2] and label[4] <= bottom
    ]


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
@pytest.mark.parametrize("stem", ["hanseatic-league", "ukraine-spring-2022", "hadrians-wall"])
def test_names_do_not_cover_each_other(
    open_page: Open, page_of: PageOf, stem: str, size: tuple[int, int]
) -> None:
    opened = open_page(page_of(seed, stem), size=size)
    opened.settle()
    labels = labels_in_view(opened)
    assert len(labels) >= 3
    covering = [
        (a[0], b[0])
        for i, a in enumerate(labels)
        for b in labels[i + 1 :]
        if min(a[3], b[3]) - max(a[1], b[1]) > 1 and min(a[4], b[4]) - max(a[2], b[2]) > 1
    ]
    assert covering == []


@pytest.mark.parametrize("stem", ["rhine-august-2022", "ukraine-spring-2022"])
def test_no_name_of_a_place_beside_the_map_reaches_into_it(
    open_page: Open, page_of: PageOf, stem: str
) -> None:
    opened = open_page(page_of(seed, stem), size=PHONE)
    opened.settle()
    assert opened.page.evaluate(CUT_OFF) == []


def test_pins_in_one_place_fan_out_and_stay_when_the_map_is_dragged(
    open_page: Open, page_of: PageOf
) -> None:
    opened = open_page(page_of(seed, "ukraine-spring-2022"))
    opened.settle()
    dots = opened.page.evaluate(DOTS)
    near = [
        ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
        for i, a in enumerate(dots)
        for b in dots[i + 1 :]
    ]
    assert min(near) > 12
    assert opened.page.locator(".mark.moved").count() > 3
    moved = "[...document.querySelectorAll('.mark.moved')].map(node => node.style.transform)"
    before = opened.page.evaluate(moved)
    opened.page.mouse.move(1100, 450)
    opened.page.mouse.down()
    opened.page.mouse.move(1000, 400, steps=4)
    opened.page.mouse.up()
    opened.settle()
    assert opened.page.evaluate(moved) == before


def test_areas_lie_under_lines_under_pins(open_page: Open, page_of: PageOf) -> None:
    page = open_page(page_of(belarus)).page
    order = page.evaluate(
        """() => ['base-world', 'base-detail', 'areas', 'lines', 'base-names', 'marker'].map(name =>
          Number(getComputedStyle(document.querySelector(`.leaflet-${name}-pane`)).zIndex))"""
    )
    assert order == sorted(order)
    assert page.locator(".leaflet-areas-pane path.area").count() > 0
    assert page.locator(".leaflet-lines-pane path.line").count() > 0


def test_sorts_of_places_differ_by_form_and_not_by_colour_alone(
    open_page: Open, page_of: PageOf
) -> None:
    page = open_page(page_of(seed, "ukraine-spring-2022")).page
    style = (
        "node => { const s = getComputedStyle(node); return [s.borderStyle, s.backgroundColor]; }"
    )
    forms = {
        sort: tuple(page.locator(f".place.pin.{sort} .dot").first.evaluate(style))
        for sort in ("literal:not(.uncertain)", "associative", "uncertain")
    }
    assert len(set(forms.values())) == len(forms)
    dashes = "node => getComputedStyle(node).strokeDasharray"
    edges = {
        page.locator(f"path.area.{sort}.edge").first.evaluate(dashes)
        for sort in ("literal:not(.uncertain)", "associative", "uncertain")
    }
    assert len(edges) == 3


@pytest.mark.parametrize(
    ("build", "entries"), [(belarus, 2), (one_town, 0), (nowhere, 0), (pacific, 0)]
)
def test_legend_is_as_long_as_the_story_needs(
    open_page: Open, page_of: PageOf, build: Callable[..., Story], entries: int
) -> None:
    opened = open_page(page_of(build))
    assert opened.page.locator(".legend li").count() == entries
    if entries:
        expect(opened.page.locator(".story-map .legend")).to_be_visible()
        opened.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        opened.settle()
        expect(opened.page.locator("main > .legend")).to_be_visible()


@pytest.mark.parametrize(
    ("build", "layers", "kilometres"),
    [
        (one_town, {"rivers", "counties", "admin1", "countries"}, (5, 50)),
        (belarus, {"rivers", "admin1", "countries"}, (50, 200)),
        (pacific, {"countries"}, (100, 500)),
        (world, {"countries"}, (1000, 5000)),
    ],
)
def test_base_map_fits_the_scale_of_the_story(
    open_page: Open,
    page_of: PageOf,
    build: Callable[..., Story],
    layers: set[str],
    kilometres: tuple[int, int],
) -> None:
    opened = open_page(page_of(build))
    opened.settle()
    page = opened.page
    drawn = {
        name
        for name in ("rivers", "counties", "admin1", "countries")
        if page.locator(f"path.base-{name}").count()
    }
    assert drawn >= layers
    if "counties" not in layers:
        assert "counties" not in drawn
    text = page.locator(".leaflet-control-scale-line").first.text_content() or ""
    length, unit = text.replace(",", "").split()
    assert kilometres[0] <= float(length) / (1 if unit == "km" else 1000) <= kilometres[1]
    named = page.locator(".base-name:not(.out) .label").all_text_contents()
    assert len(named) >= 2
    left, top, right, bottom = page.evaluate(VIEW)
    dots = page.evaluate(DOTS)
    inside = [1 for x, y in dots if left < x < right and top < y < bottom]
    assert len(inside) >= 0.5 * len(dots)


def test_map_zooms_no_deeper_than_the_base_map_shows(open_page: Open, page_of: PageOf) -> None:
    opened = open_page(page_of(one_town))
    zoom_in = opened.page.locator(".leaflet-control-zoom-in")
    for _ in range(12):
        zoom_in.dispatch_event("click")
        opened.settle()
    expect(zoom_in).to_have_attribute("aria-disabled", "true")


def test_five_hundred_places_open_and_answer(open_page: Open, page_of: PageOf) -> None:
    opened = open_page(page_of(many, 500))
    opened.settle()
    page = opened.page
    assert page.locator(".places li").count() > 450
    page.locator("#m-40").click()
    opened.settle()
    expect(page.locator(".card")).to_be_visible()
    assert (opened.requests, opened.messages) == ([], [])


def test_place_that_was_chosen_is_marked_when_its_pin_leaves_a_circle(
    open_page: Open, page_of: PageOf
) -> None:
    opened = open_page(page_of(many, 500))
    opened.settle()
    page = opened.page
    hidden = page.evaluate(
        """() => {
          const shown = new Set(
            [...document.querySelectorAll('.place.pin')].map(node => node.dataset.key));
          return [...document.querySelectorAll('.places li')].find(
            ({ dataset }) => !shown.has(dataset.key)).dataset.key;
        }"""
    )
    page.evaluate("key => { location.hash = `place-${key}`; }", hidden)
    opened.settle()
    pin = page.locator(f".place.pin[data-key='{hidden}']")
    for _ in range(30):
        if pin.count():
            break
        page.locator(".leaflet-control-zoom-in").click()
        opened.settle()
    expect(pin).to_have_class(re.compile(r"\bchosen\b"))


def test_what_is_larger_than_the_story_gets_no_edge_when_the_text_comes_to_it(
    open_page: Open, page_of: PageOf
) -> None:
    opened = open_page(page_of(seed, "rhine-august-2022"))
    page = opened.page
    page.locator("#places").scroll_into_view_if_needed()
    page.locator("#p7").evaluate("node => node.scrollIntoView()")
    opened.settle()
    edge = page.locator("path.area.broad.lit.edge")
    assert edge.count() == 1
    assert edge.evaluate("node => getComputedStyle(node).visibility") == "hidden"
    assert page.locator(".place.broad.lit .label").evaluate(
        "node => getComputedStyle(node).fontWeight"
    ) in ("600", "700")
