"""For everyone: keyboard, screen reader, small and large windows, paper, and no scripts at all."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.axe import findings
from tests.browser.conftest import PHONE, TABLET, WIDE, Open
from tests.browser.stories import arabic, belarus, long_words, nowhere, one_town

from dateline.article import read_article
from dateline.gazetteer import Gazetteer
from dateline.model import Story
from dateline.pipeline import map_article

pytestmark = pytest.mark.browser

PageOf = Callable[..., str]

LANDSCAPE = (740, 360)
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*-*.md"))
RECORD = Path(__file__).with_name("records") / "belarus.aria.yml"
"""What a screen reader is told of the page. After a change that is meant, write it anew with
DATELINE_RECORD=1 and read it as one would hear it."""


def seed(gazetteer: Gazetteer, stem: str) -> Story:
    (path,) = (path for path in SEEDS if path.stem == stem)
    return map_article(read_article(path), gazetteer=gazetteer)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, TABLET, WIDE], ids=["phone", "tablet", "wide"])
def test_axe_finds_nothing(
    open_page: Open, page_of: PageOf, size: tuple[int, int], scheme: str
) -> None:
    opened = open_page(page_of(belarus), size=size, color_scheme=scheme)
    opened.settle()
    assert findings(opened.page) == []
    opened.page.locator(".leaflet-marker-icon[data-key='hrodna']").press("Enter")
    opened.settle()
    assert findings(opened.page) == []


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_axe_finds_nothing_on_any_seed(open_page: Open, page_of: PageOf, path: Path) -> None:
    opened = open_page(page_of(seed, path.stem))
    opened.settle()
    page = opened.page
    for size in (WIDE, TABLET, PHONE):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            opened.settle()
            assert findings(page) == [], f"{size} {scheme}"
    assert (opened.requests, opened.messages) == ([], [])


@pytest.mark.parametrize("build", [nowhere, one_town, arabic])
def test_axe_finds_nothing_on_other_stories(
    open_page: Open, page_of: PageOf, build: Callable[..., Story]
) -> None:
    opened = open_page(page_of(build))
    opened.settle()
    assert findings(opened.page) == []


def test_text_and_list_are_complete_without_scripts(open_page: Open, page_of: PageOf) -> None:
    page = open_page(page_of(belarus), java_script_enabled=False).page
    assert page.locator("[data-block]").count() == 10
    expect(page.locator("#p10")).to_contain_text("Back in Minsk the square was swept")
    expect(page.locator(".stage")).to_be_hidden()
    assert page.locator(".places li").count() == 9
    page.locator("#p8 a.mention", has_text="Brest").click()
    assert page.url.endswith("#place-brest")
    expect(page.locator("#place-brest")).to_be_in_viewport()
    page.locator("#place-brest .where a").click()
    expect(page.locator("#p8")).to_be_in_viewport()


def test_tab_reaches_everything_in_reading_order(open_page: Open, page_of: PageOf) -> None:
    opened = open_page(page_of(belarus))
    opened.settle()
    page = opened.page
    stops = []
    for _ in range(60):
        page.keyboard.press("Tab")
        node = page.evaluate(
            """() => {
              const node = document.activeElement;
              if (node === document.body) return null;
              const box = node.querySelector('.label') ?? node;
              const style = getComputedStyle(box), own = getComputedStyle(node);
              return {
                name: node.ariaLabel || node.title || node.textContent,
                visible: style.outlineStyle !== 'none' || own.outlineStyle !== 'none',
              };
            }"""
        )
        if node is None:
            break
        stops.append(node)
    names = [stop["name"] for stop in stops]
    assert [stop["name"] for stop in stops if not stop["visible"]] == []
    assert names[0] == "Skip to the text"
    order = [
        "Zoom in",
        "Minsk, capital of Belarus. Mentioned 3 times",
        "Belarusian",
        "In order of the text",
    ]
    places = [names.index(name) for name in order]
    assert places == sorted(places)
    assert names.index("Zoom in") < min(
        index for index, name in enumerate(names) if ". Mentioned " in name
    )


def test_skip_link_goes_past_the_map(open_page: Open, page_of: PageOf) -> None:
    page = open_page(page_of(belarus)).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "m-2"


def test_story_can_be_walked_with_the_keyboard_alone(open_page: Open, page_of: PageOf) -> None:
    opened = open_page(page_of(belarus))
    page = opened.page
    page.locator(".leaflet-marker-icon[data-key='minsk']").focus()
    for number in (1, 2, 3):
        page.locator(".leaflet-marker-icon[data-key='minsk']").focus()
        page.keyboard.press("Enter")
        opened.settle()
        expect(page.locator("#announcement")).to_have_text(
            f"Minsk, capital of Belarus. Mention {number} of 3"
        )
        assert page.evaluate("document.activeElement.textContent") == "Minsk"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.key") == "minsk"
    page.locator("#p9 a.mention").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".card")).to_contain_text("Vilnius")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "Vilnius"


FOCUS = """() => {
  const node = document.activeElement;
  return node === document.body ? "" : node.ariaLabel || node.title || node.textContent.trim();
}"""


def tab_to(page: Page, name: str, *, key: str = "Tab") -> None:
    """Press a key until what has the focus starts with a name."""
    for _ in range(80):
        page.keyboard.press(key)
        if page.evaluate(FOCUS).startswith(name):
            return
    raise AssertionError(f"{key} never reaches {name}")


def test_keyboard_alone_is_enough_for_everything(open_page: Open, page_of: PageOf) -> None:
    opened = open_page(page_of(belarus))
    page = opened.page
    scale = page.locator(".leaflet-control-scale-line").first
    whole = scale.text_content()
    tab_to(page, "Zoom in")
    for _ in range(3):
        page.keyboard.press("Enter")
        opened.settle()
    assert scale.text_content() != whole
    tab_to(page, "Whole story")
    page.keyboard.press("Enter")
    opened.settle()
    assert scale.text_content() == whole
    tab_to(page, "In passing")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="In passing")).to_have_attribute("aria-pressed", "false")
    tab_to(page, "Hrodna")
    page.keyboard.press("Enter")
    opened.settle()
    assert page.evaluate(FOCUS) == "Hrodna"
    assert page.evaluate("document.activeElement.id").startswith("m-")
    tab_to(page, "Close", key="Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".card")).to_be_hidden()
    tab_to(page, "By name")
    page.keyboard.press("Enter")
    tab_to(page, "Vilnius")
    page.keyboard.press("Enter")
    expect(page.locator(".card .name")).to_have_text("Vilnius")
    page.keyboard.press("Escape")
    expect(page.locator(".card")).to_be_hidden()


def test_steps_of_the_card_keep_the_focus(open_page: Open, page_of: PageOf) -> None:
    opened = open_page(page_of(belarus))
    page = opened.page
    page.locator("#p2 a.mention", has_text="Minsk").press("Enter")
    tab_to(page, "Next mention", key="Shift+Tab")
    for number in (3, 1, 2):
        page.keyboard.press("Enter")
        opened.settle()
        expect(page.locator(".card .which")).to_have_text(f"Mention {number} of 3")
        assert page.evaluate(FOCUS) == "Next mention"


def test_focus_passes_through_the_page_and_out_of_it(open_page: Open, page_of: PageOf) -> None:
    page = open_page(page_of(belarus)).page
    for key in ("Tab", "Shift+Tab"):
        seen = []
        for _ in range(120):
            page.keyboard.press(key)
            now = page.evaluate(FOCUS)
            if not now:
                break
            seen.append(now)
        assert len(seen) > 40, key
        assert not now, f"{key} is caught at {seen[-3:]}"


def test_arrow_keys_move_the_map(open_page: Open, page_of: PageOf) -> None:
    opened = open_page(page_of(belarus))
    page = opened.page
    before = page.locator(".leaflet-marker-icon[data-key='minsk']").bounding_box()
    page.locator(".leaflet-container").press("ArrowRight")
    page.wait_for_timeout(400)
    opened.settle()
    after = page.locator(".leaflet-marker-icon[data-key='minsk']").bounding_box()
    assert before
    assert after
    assert after["x"] < before["x"] - 40


def test_a_choice_is_announced_once_and_politely(open_page: Open, page_of: PageOf) -> None:
    opened = open_page(page_of(belarus))
    page = opened.page
    region = page.locator("#announcement")
    expect(region).to_have_attribute("aria-live", "polite")
    assert page.locator("[aria-live], [role=alert], [role=status]").count() == 1
    page.evaluate(
        """() => {
          window.said = [];
          new MutationObserver(() => window.said.push(
            document.getElementById('announcement').textContent)).observe(
            document.getElementById('announcement'), { childList: true, characterData: true });
        }"""
    )
    page.locator(".leaflet-marker-icon[data-key='brest']").press("Enter")
    page.wait_for_timeout(500)
    opened.settle()
    assert page.evaluate("window.said") == ["Brest, city in Brest Oblast, Belarus. Mention 1 of 1"]


def test_page_is_told_to_a_screen_reader_as_the_story_is_read(
    open_page: Open, page_of: PageOf
) -> None:
    opened = open_page(page_of(belarus))
    opened.settle()
    told = opened.page.locator("body").aria_snapshot() + "\n"
    if os.environ.get("DATELINE_RECORD"):
        RECORD.parent.mkdir(exist_ok=True)
        RECORD.write_text(told, encoding="utf-8")
    assert told == RECORD.read_text(encoding="utf-8")
    order = [
        'link "Skip to the text"',
        'heading "A quiet Tuesday in Minsk" [level=1]',
        'region "Map of the story"',
        'button "Zoom in"',
        'button "Minsk, capital of Belarus. Mentioned 3 times"',
        'link "Belarusian"',
        'heading "West of the capital" [level=2]',
        'link "Hrodna"',
        'navigation "Places in this story"',
        "paragraph: CC BY 4.0",
    ]
    places = [told.index(one) for one in order]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "size", [PHONE, LANDSCAPE, TABLET, WIDE], ids=["phone", "landscape", "tablet", "wide"]
)
def test_nothing_is_cut_off_and_the_map_leaves_room_for_the_text(
    open_page: Open, page_of: PageOf, size: tuple[int, int]
) -> None:
    opened = open_page(page_of(belarus), size=size)
    page = opened.page
    page.evaluate("scrollTo(0, 600)")
    opened.settle()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    stage = page.locator(".stage").bounding_box()
    assert stage
    free_below = size[1] - stage["y"] - stage["height"]
    free_beside = size[0] - stage["width"]
    assert free_below >= 0.45 * size[1] or free_beside >= 0.45 * size[0]
    small = page.evaluate(
        """[...document.querySelectorAll('button, .leaflet-control-zoom a, .pin, .where a')]
          .map(node => [node.textContent || node.title, node.getBoundingClientRect()])
          .filter(([, box]) => box.width && (box.width < 24 || box.height < 24))
          .map(([name]) => name)"""
    )
    assert small == []


@pytest.mark.parametrize("build", [arabic, long_words])
def test_other_scripts_and_long_words_stay_on_the_page(
    open_page: Open, page_of: PageOf, build: Callable[..., Story]
) -> None:
    opened = open_page(page_of(build), size=PHONE)
    page = opened.page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("#p2 a.mention").first.click()
    opened.settle()
    expect(page.locator(".card")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert (opened.requests, opened.messages) == ([], [])


@pytest.mark.parametrize(
    "options", [{"forced_colors": "active"}, {"reduced_motion": "no-preference"}]
)
def test_page_works_with_other_preferences(
    open_page: Open, page_of: PageOf, options: dict[str, str]
) -> None:
    opened = open_page(page_of(belarus), **options)
    page = opened.page
    opened.settle()
    page.locator(".leaflet-marker-icon[data-key='vilnius']").click()
    page.wait_for_timeout(1200)
    opened.settle()
    expect(page.locator("#p9")).to_be_in_viewport()
    expect(page.locator(".card")).to_contain_text("Vilnius")
    assert (opened.requests, opened.messages) == ([], [])
