"""On paper: the text, the map and the list, held together by numbers."""

import io
import itertools
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from tests.browser.conftest import WIDE, Open
from tests.browser.stories import arabic, belarus, pacific, world

from dateline.model import Story

pytestmark = pytest.mark.browser

PageOf = Callable[..., str]

PAPER = {"A4": (210, 297), "Letter": (215.9, 279.4)}
"""Millimetres."""

POINTS = 72 / 25.4

OUTPUT = Path(__file__).parents[2] / "output"


def printed(page: Page, paper: str = "A4", *, background: bool = True) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(format=paper, print_background=background)))


def text_of(reader: PdfReader) -> str:
    whole = "\n".join(page.extract_text() for page in reader.pages)
    return re.sub(r"[^\S\n]+", " ", whole)


def numbers_in_text(page: Page) -> dict[str, str]:
    """Key of each place by the number that its mentions carry."""
    pairs = page.eval_on_selector_all(
        ".mention[data-number]",
        "nodes => nodes.map(n => [n.dataset.number, n.getAttribute('href').slice(7)])",
    )
    found: dict[str, str] = dict(pairs)
    assert len(set(map(tuple, pairs))) == len(found), "one number, one place"
    return found


def numbers_in_list(page: Page) -> dict[str, str]:
    return {
        str(number): key
        for number, key in page.eval_on_selector_all(
            ".places li", "nodes => nodes.map((n, i) => [n.value || i + 1, n.dataset.key])"
        )
    }


def numbers_on_map(page: Page) -> dict[str, str]:
    """Those that are shown, with the print style sheet in force."""
    pairs = page.eval_on_selector_all(
        ".leaflet-marker-icon [data-number]",
        """nodes => nodes
          .filter(n => getComputedStyle(n).visibility === 'visible'
            && getComputedStyle(n, '::before').content.includes(n.dataset.number))
          .map(n => [n.dataset.number, n.closest('[data-key]').dataset.key])""",
    )
    return dict(pairs)


@pytest.mark.parametrize("paper", PAPER)
def test_numbers_on_paper_are_those_of_text_map_and_list(
    open_page: Open, page_of: PageOf, paper: str
) -> None:
    opened = open_page(page_of(belarus), color_scheme="dark")
    page = opened.page
    opened.settle()
    reader = printed(page, paper)
    width, height = (round(side * POINTS) for side in PAPER[paper])
    box = reader.pages[0].mediabox
    assert abs(box.width - width) <= 1
    assert abs(box.height - height) <= 1
    text = text_of(reader)
    for mentioned in ("In Minsk 1 it was", "with Belarusian 2 papers", "In Hrodna 7 the bells"):
        assert mentioned in text
    assert "Along 5 the border with the neighbour country Lithuania 6 lorries" in text
    for row in ("1. Minsk, capital of Belarus", "7. Hrodna,", "8. Brest,", "9. Vilnius,"):
        assert row in text
    for pin in ("7 Hrodna", "8 Brest", "9 Vilnius", "6 Lithuania", "3 Poland", "2 Belarus"):
        assert pin in text.splitlines()
    assert opened.messages == []


@pytest.mark.parametrize("build", [belarus, pacific, world])
def test_every_number_means_the_same_place(
    open_page: Open, page_of: PageOf, build: Callable[..., Story]
) -> None:
    opened = open_page(page_of(build))
    page = opened.page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.settle()
    text, listed, shown = numbers_in_text(page), numbers_in_list(page), numbers_on_map(page)
    assert text == listed
    assert shown == {number: listed[number] for number in shown}
    frame = page.locator(".stage").bounding_box()
    assert frame
    for pin in page.locator(".leaflet-marker-icon.pin.literal .dot").all():
        box = pin.bounding_box()
        assert box
        assert frame["x"] <= box["x"] <= frame["x"] + frame["width"] - box["width"]
        assert frame["y"] <= box["y"] <= frame["y"] + frame["height"] - box["height"]
        assert box["width"] >= 16


def test_list_keeps_its_numbers_when_it_is_sorted_and_opens_when_it_is_folded(
    open_page: Open, page_of: PageOf
) -> None:
    page = open_page(page_of(belarus)).page
    page.locator(".order_name").click()
    page.locator(".places summary").click()
    expect(page.locator(".places ol")).to_be_hidden()
    text = text_of(printed(page))
    order = [text.index(row) for row in ("2. Belarus,", "8. Brest,", "1. Minsk,", "9. Vilnius,")]
    assert order == sorted(order)
    expect(page.locator(".places ol")).to_be_hidden()


def test_page_is_after_printing_what_it_was_before(open_page: Open, page_of: PageOf) -> None:
    opened = open_page(page_of(belarus))
    page = opened.page
    page.locator(".bar .passing").click()
    page.locator(".leaflet-marker-icon[data-key='vilnius']").click()
    opened.settle()
    look = """() => [...document.querySelectorAll('.leaflet-marker-icon[data-key]')]
      .map(n => [n.dataset.key, n.style.transform, n.matches(".gone"), n.matches(".chosen")])"""
    before, scrolled = page.evaluate(look), page.evaluate("scrollY")
    text = text_of(printed(page))
    assert "2 Belarus" in text.splitlines(), "what was hidden is on paper"
    opened.settle()
    assert page.evaluate(look) == before
    assert page.evaluate("scrollY") == scrolled
    expect(page.locator(".card")).to_contain_text("Vilnius")
    assert page.locator(".stage").bounding_box()["height"] == WIDE[1]  # type: ignore[index]


@pytest.mark.parametrize("layout", ["scripted", "stacked"])
def test_controls_stay_on_the_screen_and_the_map_fits_the_sheet(
    open_page: Open, page_of: PageOf, layout: str
) -> None:
    opened = open_page(page_of(belarus))
    page = opened.page
    page.evaluate("name => document.documentElement.classList.add(name)", layout)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.settle()
    stage = page.locator(".stage").bounding_box()
    assert stage
    assert (stage["width"], stage["height"]) == (640, 400)
    for control in (".leaflet-control-zoom", ".bar", ".sort", ".skip"):
        expect(page.locator(control).first).to_be_hidden()


def test_without_scripts_text_and_list_are_printed_with_their_numbers(
    open_page: Open, page_of: PageOf
) -> None:
    opened = open_page(page_of(belarus), java_script_enabled=False)
    text = text_of(printed(opened.page))
    assert "In Hrodna 7 the bells" in text
    assert "7. Hrodna," in text


def test_arabic_is_printed_from_the_right(open_page: Open, page_of: PageOf) -> None:
    opened = open_page(page_of(arabic))
    page = opened.page
    assert len(printed(page).pages) >= 1
    page.emulate_media(media="print")
    text, listed = page.locator("#p2").bounding_box(), page.locator("main").bounding_box()
    assert text
    assert listed
    margin = listed["x"] + listed["width"] - text["x"] - text["width"]
    assert margin > 20
    assert text["x"] - listed["x"] < margin


def test_no_two_numbers_stand_in_a_row(open_page: Open) -> None:
    opened = open_page((OUTPUT / "belarus-august-2020.html").read_text(encoding="utf-8"))
    opened.page.emulate_media(media="print")
    shown = opened.page.eval_on_selector_all(
        ".mention",
        """nodes => nodes.map(node => {
          const part = name => getComputedStyle(node, name).content.replace(/[^0-9]/g, '');
          return [part('::before'), node.textContent, part('::after')];
        })""",
    )
    border = next(row for row in shown if row[1] == " border")
    assert border[0] == ""
    assert border[2]
    assert not [
        (left, right)
        for left, right in itertools.pairwise(shown)
        if left[2] and right[0] and right[1][:1].isspace()
    ]
