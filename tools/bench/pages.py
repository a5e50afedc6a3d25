"""How soon a page is ready and how smoothly its map pans, in a real browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from dateline import map_article, read_article, render_page
from dateline.collection import collect
from dateline.gazetteer import open_gazetteer
from dateline.model import Bounds
from dateline.render.assets import asset, leaflet_script, leaflet_style
from dateline.render.index import render_index
from dateline.render.payload import as_json, payload_of
from dateline.render.words import words
from tools.bench.process import SEED
from tools.browser import find_browser, launch_flags

MENTIONS = 10_000
"""Toponyms of the large page, and of the large index page."""
TOWNS = 2_000
"""Different places among them."""
ARTICLES = 1_000
"""Articles of the large index page."""
PAN_SECONDS = 3
"""How long the map is dragged to and fro."""
TEMPLATE = Path(__file__).with_name("bare.html")
READY = Path(__file__).with_name("ready.js")
FRAMES = Path(__file__).with_name("frames.js")
VIEWPORT = {"width": 1280, "height": 800}
"""CSS pixels."""


def bare_page() -> str:
    """Write a page with Leaflet and the seed's base map, and nothing else."""
    with open_gazetteer() as gazetteer:
        story = map_article(read_article(SEED), gazetteer=gazetteer)
        payload = payload_of(story, gazetteer, words("en"))
    parts = {
        "STYLE": leaflet_style(),
        "LEAFLET": leaflet_script(),
        "PAYLOAD": as_json({"base": payload["base"], "view": payload["view"]}),
        "CODEC": asset("story/codec.mjs").replace("export ", ""),
    }
    page = TEMPLATE.read_text(encoding="utf-8")
    for name, part in parts.items():
        page = page.replace(f"@@{name}@@", str(part))
    return page


def large_page() -> str:
    """Write the page of an article with `MENTIONS` mentions of `TOWNS` towns."""
    with open_gazetteer() as gazetteer:
        towns = gazetteer.towns(Bounds(-180, -90, 180, 90), TOWNS)
        names = [towns[i % len(towns)].name for i in range(MENTIONS)]
        lines = [f"He slept in {', in '.join(names[i : i + 10])}." for i in range(0, MENTIONS, 10)]
        return render_page(
            map_article("\n\n".join(lines), gazetteer=gazetteer), gazetteer=gazetteer
        )


def index_page() -> str:
    """Write the index page of `ARTICLES` articles with `MENTIONS` mentions of `TOWNS` towns."""
    with open_gazetteer() as gazetteer:
        towns = gazetteer.towns(Bounds(-180, -90, 180, 90), TOWNS)
        names = [towns[i % len(towns)].name for i in range(MENTIONS)]
        each = MENTIONS // ARTICLES
        stories = (
            (f"report-{n}", map_article(_report(n, names[n * each :][:each]), gazetteer=gazetteer))
            for n in range(ARTICLES)
        )
        return render_index(collect(stories), gazetteer=gazetteer)


def _report(number: int, names: list[str]) -> str:
    """Write an article of two paragraphs that names some towns."""
    half = len(names) // 2
    lines = (f"He slept in {', in '.join(part)}." for part in (names[:half], names[half:]))
    return "\n\n".join((f"Report {number}", *lines))


@contextmanager
def browser() -> Iterator[Browser]:
    """Start the browser that the tests use."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=find_browser(), args=launch_flags())
        yield opened
        opened.close()


@contextmanager
def tab_of(opened: Browser) -> Iterator[Page]:
    """Open a tab of its own; the page's policy would keep the measuring script out."""
    context = opened.new_context(viewport=VIEWPORT, bypass_csp=True)
    yield context.new_page()
    context.close()


def ready_ms(opened: Browser, page: Path) -> float:
    """Open a page; give milliseconds until map and text are there."""
    with tab_of(opened) as tab:
        tab.add_init_script(path=READY)
        tab.goto(page.as_uri())
        tab.wait_for_function("window.readyAt", timeout=120_000)
        return float(tab.evaluate("window.readyAt"))


def frames_a_second(opened: Browser, page: Path) -> float:
    """Drag the map of a page to and fro; give frames a second."""
    with tab_of(opened) as tab:
        tab.goto(page.as_uri())
        tab.wait_for_selector(".leaflet-container path", state="attached", timeout=120_000)
        tab.wait_for_timeout(1500)
        box = tab.locator(".leaflet-container").bounding_box()
        if box is None:
            raise SystemExit("the page has no visible map: expected one to drag")
        tab.evaluate(FRAMES.read_text(encoding="utf-8").strip().rstrip(";"), PAN_SECONDS)
        drag(tab, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        times = tab.evaluate("window.frameTimes")
    return (len(times) - 1) / ((times[-1] - times[0]) / 1000)


def drag(tab: Page, x: float, y: float) -> None:
    """Drag to and fro around a point, in CSS pixels."""
    tab.mouse.move(x, y)
    tab.mouse.down()
    for step in range(PAN_SECONDS * 20):
        tab.mouse.move(x + 120 * ((step % 20) / 10 - 1), y + step % 7)
        tab.wait_for_timeout(30)
    tab.mouse.up()
