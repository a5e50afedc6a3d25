"""Text and map lead to each other, by pointer, by keyboard, by scrolling and by address."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import PHONE, STAY_MS, TABLET, TWO_FRAMES, WIDE, Open, Opened
from tests.browser.stories import belarus

pytestmark = pytest.mark.browser

PageOf = Callable[..., str]

IN_VIEW = """id => {
  const box = document.getElementById(id).getBoundingClientRect();
  const stage = document.querySelector('.stage').getBoundingClientRect();
  const above = stage.width > innerWidth * 0.9 && stage.top < 2 ? stage.bottom : 0;
  return box.top >= above - 1 && box.bottom <= innerHeight + 1;
}"""
LYING = (740, 360)
COUNT_MOVES = """() => {
  window.moves = 0;
  const counted = new MutationObserver(() => { window.moves += 1; });
  counted.observe(document.querySelector('.leaflet-base-detail-pane svg'), {
    attributeFilter: ['viewBox'],
  });
}"""
LEAF_THROUGH = """async () => {
  let slowest = 0;
  let before = performance.now();
  for (const block of document.querySelectorAll('[data-block]')) {
    block.scrollIntoView();
    await new Promise(requestAnimationFrame);
    slowest = Math.max(slowest, performance.now() - before);
    before = performance.now();
  }
  return [window.moves, slowest];
}"""
CHOSEN = "document.querySelector('.leaflet-marker-icon.chosen')?.dataset.key ?? null"
LIT = "[...document.querySelectorAll('.leaflet-marker-icon.lit')].map(n => n.dataset.key).sort()"


@pytest.fixture(params=[PHONE, TABLET, WIDE], ids=["phone", "tablet", "wide"])
def opened(request: pytest.FixtureRequest, open_page: Open, page_of: PageOf) -> Opened:
    return open_page(page_of(belarus), size=request.param)


@pytest.fixture
def wide(open_page: Open, page_of: PageOf) -> Opened:
    return open_page(page_of(belarus), size=WIDE)


def test_pin_leads_to_each_of_its_mentions_and_back_to_the_first(opened: Opened) -> None:
    page = opened.page
    seen = []
    for _ in range(4):
        page.locator(".leaflet-marker-icon[data-key='minsk']").click()
        opened.settle()
        focused = page.evaluate("document.activeElement.id")
        assert page.evaluate(IN_VIEW, focused)
        assert page.evaluate("document.activeElement.textContent") == "Minsk"
        seen.append(focused)
    assert seen[:3] == sorted(set(seen), key=lambda name: int(name[2:]))
    assert seen[3] == seen[0]


def test_mention_selects_its_place_and_the_reader_stays(opened: Opened) -> None:
    page = opened.page
    mention = page.locator("#p4 a.mention", has_text="Lithuania").last
    mention.scroll_into_view_if_needed()
    opened.settle()
    before = page.evaluate("scrollY")
    mention.click()
    opened.settle()
    assert page.evaluate(CHOSEN) == "lithuania"
    assert abs(page.evaluate("scrollY") - before) < 2
    expect(page.locator(".card")).to_contain_text("Lithuania")
    expect(page.locator("#announcement")).to_have_text("Lithuania, country. Mention 1 of 1")


@pytest.mark.parametrize(
    ("paragraph", "lit"),
    [
        ("p3", ["germany", "poland"]),
        ("p4", ["belarus-lithuania-border", "lithuania"]),
        ("p7", []),
        ("p6", ["hrodna"]),
    ],
)
def test_paragraph_in_view_lights_its_places(
    opened: Opened, paragraph: str, lit: list[str]
) -> None:
    page = opened.page
    page.evaluate(
        """id => {
          const block = document.getElementById(id).getBoundingClientRect();
          const stage = document.querySelector('.stage').getBoundingClientRect();
          const above = stage.width > innerWidth * 0.9 ? stage.height : 0;
          scrollTo(0, scrollY + block.top - above - 0.2 * (innerHeight - above));
        }""",
        paragraph,
    )
    opened.settle()
    assert page.evaluate(LIT) == lit


def test_every_paragraph_is_read_once_on_the_way_down(opened: Opened) -> None:
    page = opened.page
    height = page.evaluate("document.documentElement.scrollHeight")
    lit = []
    for top in range(0, height, 60):
        page.evaluate(f"scrollTo(0, {top})")
        page.evaluate(TWO_FRAMES)
        now = page.evaluate(LIT)
        if not lit or lit[-1] != now:
            lit.append(now)
    places = [keys for keys in lit if keys]
    assert places == [
        *([["minsk"]] if places[0] == ["minsk"] else []),
        ["belarus", "minsk"],
        ["germany", "poland"],
        ["belarus-lithuania-border", "lithuania"],
        ["hrodna"],
        ["brest"],
        ["vilnius"],
        ["minsk"],
    ]


def test_map_stays_still_for_what_is_in_view_and_moves_for_what_is_not(wide: Opened) -> None:
    page = wide.page
    centre = "JSON.stringify(document.querySelector('.leaflet-map-pane').style.transform)"
    page.locator("#p6").scroll_into_view_if_needed()
    wide.settle()
    still = page.evaluate(centre)
    page.locator("#p6 a.mention", has_text="Hrodna").hover()
    wide.settle()
    assert page.evaluate(centre) == still
    page.locator(".leaflet-control-zoom-in").click(click_count=3)
    page.mouse.wheel(0, 0)
    wide.settle()
    page.locator("#p8 a.mention", has_text="Brest").click()
    wide.settle()
    box = page.locator(".leaflet-marker-icon[data-key='brest']").bounding_box()
    stage = page.locator(".stage").bounding_box()
    assert box
    assert stage
    assert stage["x"] < box["x"] < stage["x"] + stage["width"]
    assert stage["y"] < box["y"] < stage["y"] + stage["height"]


def test_map_does_not_run_after_a_reader_who_leafs_through(wide: Opened) -> None:
    page = wide.page
    wide.settle()
    page.evaluate(COUNT_MOVES)
    moves, slowest = page.evaluate(LEAF_THROUGH)
    assert moves == 0 or slowest >= STAY_MS / 2, "a busy machine stays with a block, too"
    wide.settle()
    assert page.evaluate("window.moves") <= moves + 1


def test_associative_places_never_move_the_map(wide: Opened) -> None:
    page = wide.page
    page.locator(".leaflet-control-zoom-in").click()
    wide.settle()
    for name in ("associative", "literal"):
        assert page.locator(f".leaflet-marker-icon.{name}").count() > 0
    assert page.locator("path.associative.edge").count() == 2


def test_places_named_in_passing_can_be_hidden(wide: Opened) -> None:
    page = wide.page
    germany = page.locator(".leaflet-marker-icon[data-key='germany']")
    toggle = page.get_by_role("button", name="In passing")
    expect(toggle).to_have_attribute("aria-pressed", "true")
    toggle.click()
    expect(germany).to_have_class(re.compile(r"\bgone\b"))
    expect(page.locator("path.associative.edge").first).to_be_hidden()
    toggle.click()
    expect(germany).not_to_have_class(re.compile(r"\bgone\b"))


def test_escape_closes_the_card_and_gives_the_focus_back(wide: Opened) -> None:
    page = wide.page
    brest = page.locator(".leaflet-marker-icon[data-key='brest']")
    brest.focus()
    page.keyboard.press("Enter")
    wide.settle()
    expect(page.locator(".card")).to_be_visible()
    assert page.evaluate("document.activeElement.textContent") == "Brest"
    page.keyboard.press("Escape")
    expect(page.locator(".card")).to_be_hidden()
    assert page.evaluate("document.activeElement.dataset.key") == "brest"
    assert page.evaluate(CHOSEN) is None


def test_card_walks_through_the_mentions(wide: Opened) -> None:
    page = wide.page
    page.locator(".leaflet-marker-icon[data-key='minsk']").click()
    wide.settle()
    steps = page.locator(".card .steps")
    expect(steps).to_contain_text("Mention 1 of 3")
    steps.get_by_role("button", name="Next mention").click()
    expect(page.locator(".card .steps")).to_contain_text("Mention 2 of 3")
    wide.settle()
    assert page.evaluate(IN_VIEW, "p2") or page.evaluate(IN_VIEW, "m-2")
    page.get_by_role("button", name="Previous mention").click()
    expect(page.locator(".card .steps")).to_contain_text("Mention 1 of 3")
    page.locator(".card").get_by_role("button", name="Close").click()
    expect(page.locator(".card")).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "chosen", "in_view"),
    [("#place-vilnius", "vilnius", "p9"), ("#p8", None, "p8"), ("#m-5", "germany", "m-5")],
)
def test_address_leads_to_place_paragraph_or_mention(
    open_page: Open, page_of: PageOf, address: str, chosen: str | None, in_view: str
) -> None:
    opened = open_page(page_of(belarus), hash_=address)
    opened.settle()
    assert opened.page.evaluate(CHOSEN) == chosen
    assert opened.page.evaluate(IN_VIEW, in_view)


def test_address_written_by_hand_leads_to_the_text_and_not_to_the_list(wide: Opened) -> None:
    page = wide.page
    wide.settle()
    page.evaluate("location.hash = 'place-vilnius'")
    wide.settle()
    assert page.evaluate(CHOSEN) == "vilnius"
    expect(page.locator(".card")).to_contain_text("Vilnius")
    assert page.evaluate(IN_VIEW, page.locator("a.mention.here").get_attribute("id"))


def test_back_undoes_each_choice(wide: Opened) -> None:
    page = wide.page
    page.locator(".leaflet-marker-icon[data-key='hrodna']").click()
    wide.settle()
    page.locator(".leaflet-marker-icon[data-key='vilnius']").click()
    wide.settle()
    assert page.url.endswith("#place-vilnius")
    page.go_back()
    wide.settle()
    assert page.url.endswith("#place-hrodna")
    assert page.evaluate(CHOSEN) == "hrodna"
    page.go_back()
    wide.settle()
    assert "#" not in page.url
    assert page.evaluate(CHOSEN) is None


def test_list_leads_to_map_and_text_and_can_be_sorted(wide: Opened) -> None:
    page = wide.page
    names = page.locator(".places li .name")
    assert names.first.text_content() == "Minsk, capital of Belarus"
    page.get_by_role("button", name="By name").click()
    listed = [text.split(",")[0] for text in names.all_text_contents()]
    assert listed == sorted(listed)
    page.locator(".places").get_by_role("button", name="Brest").click()
    wide.settle()
    assert page.evaluate(CHOSEN) == "brest"
    assert page.evaluate(IN_VIEW, "p8")


def test_wheel_scrolls_the_text_unless_it_is_meant_for_the_map(wide: Opened) -> None:
    page = wide.page
    page.get_by_role("button", name="Follow text").click()
    page.evaluate("document.activeElement.blur()")
    scale = page.locator(".leaflet-control-scale-line")
    before = scale.text_content()
    page.mouse.move(1100, 450)
    page.mouse.wheel(0, 300)
    wide.settle()
    assert page.evaluate("scrollY") == 300
    assert scale.text_content() == before
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    page.wait_for_timeout(400)
    assert page.evaluate("scrollY") == 300
    assert scale.text_content() != before


def test_following_can_be_switched_off(wide: Opened) -> None:
    page = wide.page
    page.get_by_role("button", name="Follow text").click()
    for _ in range(4):
        page.locator(".leaflet-control-zoom-in").click()
        page.wait_for_timeout(300)
    before = page.locator(".leaflet-control-scale-line").text_content()
    page.locator("#p9").scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 300)")
    wide.settle()
    assert page.locator(".leaflet-control-scale-line").text_content() == before
    page.get_by_role("button", name="Whole story").click()
    wide.settle()
    assert page.locator(".leaflet-control-scale-line").text_content() != before


def pan_away(page: Page) -> None:
    """Come closer to the middle of the map, away from what lies around it."""
    for _ in range(4):
        page.locator(".leaflet-control-zoom-in").click()
        page.wait_for_timeout(300)


def in_stage(page: Page, key: str) -> bool:
    box = page.locator(f".leaflet-marker-icon[data-key='{key}']").bounding_box()
    stage = page.locator(".stage").bounding_box()
    assert box
    assert stage
    return bool(
        stage["x"] < box["x"] < stage["x"] + stage["width"]
        and stage["y"] < box["y"] < stage["y"] + stage["height"]
    )


def test_pointer_resting_on_a_mention_shows_its_place_at_once(wide: Opened) -> None:
    page = wide.page
    page.locator("#p8").scroll_into_view_if_needed()
    wide.settle()
    page.get_by_role("button", name="Follow text").click()
    pan_away(page)
    assert not in_stage(page, "brest")
    page.locator("#p8 a.mention", has_text="Brest").hover()
    expect(page.locator(".leaflet-marker-icon.pointed")).to_have_attribute("data-key", "brest")
    page.wait_for_timeout(300)
    wide.settle()
    assert in_stage(page, "brest")
    expect(page.locator(".card")).to_be_hidden()


def test_associative_mention_under_the_pointer_does_not_move_the_map(wide: Opened) -> None:
    page = wide.page
    page.locator("#p3").scroll_into_view_if_needed()
    wide.settle()
    pan_away(page)
    before = page.locator(".leaflet-control-scale-line").text_content()
    page.locator("#p3 a.mention.associative").hover()
    page.wait_for_timeout(300)
    wide.settle()
    assert page.locator(".leaflet-control-scale-line").text_content() == before
    expect(page.locator(".leaflet-marker-icon.pointed")).to_have_attribute("data-key", "germany")


def test_text_scrolled_under_a_still_pointer_points_at_nothing(wide: Opened) -> None:
    page = wide.page
    box = page.locator("#p6 a.mention").bounding_box()
    assert box
    page.mouse.move(box["x"] + 8, 300)
    wide.settle()
    page.mouse.wheel(0, box["y"] + box["height"] / 2 - 300)
    page.wait_for_timeout(400)
    wide.settle()
    under = page.evaluate("x => document.elementFromPoint(x, 300).className", box["x"] + 8)
    assert "mention" in under
    assert page.locator(".leaflet-marker-icon.pointed").count() == 0


def test_finger_on_a_mention_shows_its_place(open_page: Open, page_of: PageOf) -> None:
    opened = open_page(page_of(belarus), size=PHONE, has_touch=True, is_mobile=True)
    page = opened.page
    page.locator("#p9 a.mention").scroll_into_view_if_needed()
    page.locator("#p9 a.mention").tap()
    opened.settle()
    assert page.evaluate(CHOSEN) == "vilnius"
    assert in_stage(page, "vilnius")
    card = page.locator(".card").bounding_box()
    assert card
    assert card["y"] + card["height"] == pytest.approx(PHONE[1], abs=1)


def test_whole_story_shows_all_places_alike_until_reading_goes_on(wide: Opened) -> None:
    page = wide.page
    page.evaluate("scrollTo(0, document.getElementById('p4').offsetTop - 250)")
    wide.settle()
    assert page.locator(".leaflet-marker-icon.quiet").count() > 0
    page.get_by_role("button", name="Whole story").click()
    wide.settle()
    assert page.locator(".leaflet-marker-icon.quiet").count() == 0
    assert all(in_stage(page, key) for key in ("minsk", "hrodna", "vilnius"))
    page.mouse.move(300, 450)
    page.mouse.wheel(0, 20)
    page.wait_for_timeout(300)
    wide.settle()
    assert page.locator(".leaflet-marker-icon.quiet").count() > 0


def test_card_says_what_where_how_often_and_how_sure(wide: Opened) -> None:
    page = wide.page
    page.locator("#p2 a.mention", has_text="Minsk").click()
    wide.settle()
    card = page.locator(".card")
    expect(card.locator(".name")).to_have_text("Minsk")
    expect(card.locator(".what")).to_have_text("capital of Belarus")
    expect(card.locator(".which")).to_have_text("Mention 2 of 3")
    expect(card.locator(".where")).to_have_text("Paragraph 2")
    assert card.locator(".strip span").count() == 3
    expect(card.locator(".why")).to_contain_text("Certain. ")
    assert len(card.locator(".why").text_content() or "") > 20


@pytest.mark.parametrize("size", [WIDE, LYING], ids=["wide", "lying phone"])
def test_card_does_not_cover_the_place_it_is_about(
    open_page: Open, page_of: PageOf, size: tuple[int, int]
) -> None:
    wide = open_page(page_of(belarus), size=size)
    page = wide.page
    for key in ("brest", "hrodna", "vilnius", "minsk"):
        page.locator(".places").get_by_role("button", name=key.capitalize(), exact=True).click()
        wide.settle()
        card = page.locator(".card").bounding_box()
        dot = page.locator(".leaflet-marker-icon.chosen .dot").bounding_box()
        assert card
        assert dot
        assert dot["x"] > card["x"] + card["width"] or dot["y"] + dot["height"] < card["y"]


def test_list_of_places_can_be_folded_and_sorted_by_frequency(wide: Opened) -> None:
    page = wide.page
    page.get_by_role("button", name="By frequency").click()
    counts = [item.locator(".where a").count() for item in page.locator(".places li").all()]
    assert counts == sorted(counts, reverse=True)
    summary = page.locator(".places summary")
    summary.press("Enter")
    expect(page.locator(".places ol")).to_be_hidden()
    summary.press("Enter")
    expect(page.locator(".places ol")).to_be_visible()
