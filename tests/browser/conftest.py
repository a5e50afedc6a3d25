"""A real browser with the network cut off, and pages of stories to open in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright
from tools.browser import ADVICE, find_browser, launch_flags

from dateline.gazetteer import Gazetteer
from dateline.model import Story
from dateline.render import PageOptions, render_page

WAIT_MS, MOST_WAITS = 60, 60
STAY_MS = 200
"""After this a reader stays with a block, and the map follows."""
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
PHONE, TABLET, WIDE = (360, 740), (820, 1180), (1440, 900)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_browser()
    assert path, ADVICE
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=launch_flags())
        yield launched
        launched.close()


@dataclass
class Opened:
    """A page in the browser, and all that it did besides showing itself."""

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def state(self, expression: str) -> object:
        return self.page.evaluate(expression)

    def settle(self) -> None:
        """Wait until the map stands still and what was asked of the page has happened."""
        self.page.evaluate(TWO_FRAMES)
        self.page.wait_for_timeout(STAY_MS)
        for _ in range(MOST_WAITS):
            self.page.wait_for_timeout(WAIT_MS)
            if not self.page.locator(".leaflet-zoom-anim, .leaflet-pan-anim").count():
                return


Open = Callable[..., Opened]
PLAIN = PageOptions()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open HTML in a fresh context; every request but that for the file itself is refused."""
    contexts = []

    def opened(
        html: str, *, size: tuple[int, int] = WIDE, hash_: str = "", **options: object
    ) -> Opened:
        file = tmp_path / f"story-{len(contexts)}.html"
        file.write_text(html, encoding="utf-8")
        settings = {"reduced_motion": "reduce", **options}
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            **settings,  # type: ignore[arg-type]
        )
        contexts.append(context)
        found = Opened(context.new_page())

        def route(asked: Route) -> None:
            if asked.request.url.split("#")[0] == file.as_uri():
                asked.continue_()
            else:
                found.requests.append(asked.request.url)
                asked.abort()

        context.route("**/*", route)
        found.page.on("console", lambda message: found.messages.append(message.text))
        found.page.on("pageerror", lambda error: found.messages.append(str(error)))
        found.page.goto(file.as_uri() + hash_)
        return found

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def page_of(gazetteer: Gazetteer) -> Callable[..., str]:
    """Render a story's page, once for each of them."""
    known: dict[tuple[str, tuple[object, ...], PageOptions], str] = {}

    def page(build: Callable[..., Story], *arguments: object, options: PageOptions = PLAIN) -> str:
        key = (build.__name__, arguments, options)
        if key not in known:
            story = build(gazetteer, *arguments)
            known[key] = render_page(story, gazetteer=gazetteer, options=options)
        return known[key]

    return page
