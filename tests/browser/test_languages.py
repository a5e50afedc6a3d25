"""In every language: nothing left in English, nothing wider than the window, the right side."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.axe import findings
from tests.browser.conftest import PHONE, WIDE, Open, Opened
from tests.browser.stories import (
    MINSK,
    PARIS,
    PARIS_TEXAS,
    VILNIUS,
    arabic,
    belarus,
    long_words,
    nowhere,
    tell,
)

from dateline.article import direction
from dateline.gazetteer import Gazetteer
from dateline.model import Candidate, Ranked, Resolution, Story
from dateline.render import PageOptions
from dateline.render.tongue import tongue
from dateline.render.words import FALLBACK, languages, words
from dateline.story import compose

pytestmark = pytest.mark.browser

PageOf = Callable[..., str]

ZOOMED = [(320, 568), (640, 400), (740, 360)]
"""A phone at its narrowest, a desktop at 200 % zoom, and a phone on its side."""

OWN_WORDS = """() => [
  ...document.querySelectorAll(`.skip, .bar button, .legend li, .card > :not(.name), .places h2,
    .places .what, .places .doubt, .unplaced strong, .sort button, .colophon p, #announcement,
    .leaflet-control-scale, .byline span`),
].map(node => node.textContent).concat(
  [...document.querySelectorAll(':is(.map, .map *, .places *)[aria-label], [title]')]
    .flatMap(node => [node.ariaLabel, node.title])).filter(Boolean).join('\\n')"""


def swedish(gazetteer: Gazetteer) -> Story:
    """A story in a language that the page has no words in."""
    return tell(f"Ministrarna möttes i [[Minsk|{MINSK}]].", gazetteer, language="sv")


def persian(gazetteer: Gazetteer) -> Story:
    """The same, written from right to left."""
    return tell(f"وزیران در [[مینسک|{MINSK}]] گرد آمدند.", gazetteer, language="fa")


def mixed(gazetteer: Gazetteer) -> Story:
    """Arabic with names in Latin letters, a number and a link."""
    names = f"[[Minsk (BY)|{MINSK}]] و [[Vilnius|{VILNIUS}]]"
    return tell(
        f"التقى الوزراء (3) في {names}! كما ورد في the notice."
        " وأضاف المصدر أن الاجتماع سيستمر يومين.",
        gazetteer,
        language="ar",
        title="Minsk: أسبوع",
        byline="A. Writer",
        published="2020-08-19",
        inlines=(("the notice", "link", "https://example.org/"),),
    )


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def phrases(language: str) -> Iterator[str]:
    """English words of the page that another language has others for."""
    own, english = words(language), words(FALLBACK)
    ours = " ".join(own.values()).lower()
    for key, phrase in english.items():
        if own.get(key, "") != phrase:
            yield from (part for part in fragments(phrase) if part.lower() not in ours)
    other = tongue(language)
    yield from (f"{sort} of " for sort in ("capital", "part", "surroundings"))
    yield from (f"{word} in " for word, said in other.sorts.items() if said != word)
    yield from ("the only place", "drawn from", "inhabitants")


def fragments(phrase: str) -> list[str]:
    """What stands between the holes of a phrase, where it is long enough to be told."""
    return [part for part in re.split(r"\{\w+\}", phrase) if len(part.strip()) > 3]


def choose(opened: Opened, key: str) -> None:
    opened.page.locator(f".leaflet-marker-icon[data-key='{key}']").press("Enter")
    opened.settle()


@pytest.mark.parametrize("language", [one for one in languages() if one != FALLBACK])
def test_page_in_a_language(open_page: Open, page_of: PageOf, language: str) -> None:
    opened = open_page(page_of(belarus, options=PageOptions(language=language)))
    page = opened.page
    opened.settle()
    choose(opened, "hrodna")
    said = page.evaluate(OWN_WORDS)
    assert [phrase for phrase in phrases(language) if phrase.lower() in said.lower()] == []
    assert "undefined" not in said
    assert "{" not in said
    assert findings(page) == []
    for width, height in ZOOMED:
        page.set_viewport_size({"width": width, "height": height})
        opened.settle()
        assert fits(page), (width, height)
    assert (opened.requests, opened.messages) == ([], [])


@pytest.mark.parametrize(
    ("build", "language", "way", "spoken"),
    [(swedish, "sv", "ltr", "en"), (persian, "fa", "rtl", "en"), (arabic, "ar", "rtl", "ar")],
)
def test_text_and_own_words_are_each_in_their_language(
    open_page: Open,
    page_of: PageOf,
    build: Callable[..., Story],
    language: str,
    way: str,
    spoken: str,
) -> None:
    page = open_page(page_of(build)).page
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("html")).to_have_attribute("dir", way)
    for part in ("section.map", "nav.places", ".skip >> nth=0", "#announcement"):
        node = page.locator(part)
        assert closest(node, "lang") == spoken
        assert closest(node, "dir") == direction(spoken)
    assert closest(page.locator("#text"), "lang") == language
    assert closest(page.locator("#text"), "dir") == way
    expect(page.locator(".places h2")).to_have_text(words(spoken)["places"])


def closest(node: Locator, attribute: str) -> str:
    return str(node.evaluate("(n, name) => n.closest(`[${name}]`).getAttribute(name)", attribute))


def edges(node: Locator) -> tuple[float, float]:
    """Left and right edge, in pixels from the left of the window."""
    box = node.bounding_box()
    assert box
    return box["x"], box["x"] + box["width"]


def test_arabic_stands_right_of_its_map_and_controls_where_lines_start(
    open_page: Open, page_of: PageOf
) -> None:
    opened = open_page(page_of(arabic))
    page = opened.page
    opened.settle()
    choose(opened, "minsk")
    stage, text = edges(page.locator(".stage")), edges(page.locator("#p2"))
    assert stage[0] == 0
    assert stage[1] <= text[0]
    assert text[1] <= WIDE[0]
    middle = sum(stage) / 2
    assert edges(page.locator(".leaflet-control-zoom"))[1] < middle
    assert edges(page.locator(".leaflet-control-scale"))[1] < middle
    assert edges(page.locator(".bar"))[0] > middle
    card = page.locator(".card")
    assert stage[1] - edges(card)[1] < 12
    assert edges(card.locator(".close"))[1] < edges(card.locator(".name bdi"))[0]
    assert edges(card.locator(".previous"))[0] > edges(card.locator(".next"))[1]
    arrow = "node => getComputedStyle(node, '::before').content"
    assert card.locator(".next").evaluate(arrow) == '"←"'
    assert card.locator(".strip .here").evaluate("n => n.style.insetInlineStart") != ""
    assert (opened.requests, opened.messages) == ([], [])


@pytest.mark.parametrize("size", [PHONE, (740, 360), (820, 1180)])
def test_arabic_fits_small_windows(open_page: Open, page_of: PageOf, size: tuple[int, int]) -> None:
    opened = open_page(page_of(mixed), size=size)
    page = opened.page
    opened.settle()
    choose(opened, "vilnius")
    assert fits(page)
    left, right = edges(page.locator(".card"))
    assert left >= 0
    assert right <= size[0]


def test_names_in_other_letters_keep_their_order(open_page: Open, page_of: PageOf) -> None:
    """Each letter of "Minsk (BY)" stands right of the one before, wherever the name is."""
    opened = open_page(page_of(mixed))
    page = opened.page
    opened.settle()
    letters = """node => {
      const text = document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode();
      return [...text.data.trimEnd()].map((_, at) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
      });
    }"""
    for place in (
        page.locator("#text a.mention").first,
        page.locator(".places .name bdi").first,
        page.locator(".leaflet-marker-icon .label").first,
        page.locator(".byline bdi"),
    ):
        spots = place.evaluate(letters)
        assert spots == sorted(spots), place.text_content()
        assert spots[0] != spots[-1]


def test_other_readings_follow_each_other_from_the_right(open_page: Open, page_of: PageOf) -> None:
    """ "Paris", in Latin letters, stands right of the state that follows it in Arabic."""
    page = open_page(page_of(doubtful, options=PageOptions(language="ar"))).page
    doubt = page.locator(".places .doubt")
    expect(doubt).to_contain_text("Paris\u2069، تكساس")
    paris, texas = (
        doubt.evaluate(
            """(node, word) => {
              const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
              while (!walker.nextNode().data.includes(word));
              const at = walker.currentNode.data.indexOf(word);
              const range = document.createRange();
              range.setStart(walker.currentNode, at);
              range.setEnd(walker.currentNode, at + word.length);
              return range.getBoundingClientRect().left;
            }""",
            word,
        )
        for word in ("Paris", "تكساس")
    )
    assert paris > texas


def doubtful(gazetteer: Gazetteer) -> Story:
    """A name with two readings, neither of them sure."""
    story = tell(f"In [[Paris|{PARIS}]].", gazetteer, confidence=0.5)
    france, texas = (gazetteer.place(one) for one in (PARIS, PARIS_TEXAS))
    ranked = tuple(
        Ranked(Candidate(place, "preferred"), 0.0, share, ())
        for place, share in ((france, 0.5), (texas, 0.4))
    )
    mention = story.resolutions[0].mention
    return compose(story.article, (Resolution(mention, france, 0.5, ranked),), (), gazetteer)


def test_long_german_words_are_broken_at_320_pixels(open_page: Open, page_of: PageOf) -> None:
    opened = open_page(page_of(long_words), size=(320, 568))
    page = opened.page
    opened.settle()
    assert fits(page)
    for part in ("h1", "#p2"):
        node = page.locator(part)
        assert node.evaluate("n => n.scrollWidth <= n.clientWidth"), part
        assert node.evaluate("n => getComputedStyle(n).hyphens") == "auto"
        assert edges(node)[1] <= 320
    expect(page.locator("html")).to_have_attribute("lang", "de")


@pytest.mark.parametrize("build", [arabic, mixed, nowhere])
def test_without_scripts_the_text_reads_from_the_right_side(
    open_page: Open, page_of: PageOf, build: Callable[..., Story]
) -> None:
    opened = open_page(page_of(build), java_script_enabled=False, size=PHONE)
    first = opened.page.locator("#text p").first
    left, right = edges(first)
    line = first.evaluate(
        """n => {
          const range = document.createRange();
          range.selectNodeContents(n);
          const boxes = [...range.getClientRects()];
          const low = Math.max(...boxes.map(box => box.bottom));
          const last = boxes.filter(box => box.bottom > low - 4);
          return [Math.min(...last.map(b => b.left)), Math.max(...last.map(b => b.right))];
        }"""
    )
    near_right = right - line[1] < line[0] - left
    assert near_right == (build is not nowhere)


def test_arabic_without_places_is_a_page_all_the_same(open_page: Open, page_of: PageOf) -> None:
    opened = open_page(page_of(silent))
    opened.settle()
    expect(opened.page.locator("html")).to_have_attribute("dir", "rtl")
    assert opened.page.locator(".places").count() == 0
    assert (opened.requests, opened.messages) == ([], [])


def silent(gazetteer: Gazetteer) -> Story:
    """An Arabic story in which no place was found."""
    story = nowhere(gazetteer)
    return replace(story, article=replace(story.article, language="ar"))


def test_switches_can_be_told_apart_in_forced_colours(open_page: Open, page_of: PageOf) -> None:
    page = open_page(page_of(arabic), forced_colors="active").page
    box = "getComputedStyle(document.querySelector('.toggle'), '::before').backgroundColor"
    on = page.evaluate(box)
    page.locator(".toggle").click()
    assert page.evaluate(box) != on


@pytest.mark.parametrize(
    ("language", "date", "scale"),
    [
        ("de", "19. August 2020", "km"),
        ("ru", "19 августа 2020 г.", "км"),
        ("ar", "19 أغسطس 2020", "كم"),
    ],
)
def test_dates_and_lengths_are_written_as_the_language_does(
    open_page: Open, page_of: PageOf, language: str, date: str, scale: str
) -> None:
    page = open_page(page_of(dated, language)).page
    expect(page.locator(".byline time")).to_have_text(date)
    expect(page.locator(".leaflet-control-scale-line")).to_contain_text(scale)


def dated(gazetteer: Gazetteer, language: str) -> Story:
    """A story with a date."""
    return tell(f"[[Minsk|{MINSK}]].", gazetteer, language=language, published="2020-08-19")
