"""Take the pictures that the documentation shows: ``python tools/screenshots.py [SEED…]``.

Maps seed articles and writes ``docs/screenshots/<stem>-<view>.png``: wide and narrow, the first
article also dark and with a place chosen.
"""

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "geo")]

from dateline.article import read_article  # noqa: E402
from dateline.pipeline import map_article  # noqa: E402
from dateline.render import render_page  # noqa: E402
from tools.browser import ADVICE, find_browser, launch_flags  # noqa: E402

SEEDS = ("belarus-august-2020", "hadrians-wall", "tonga-january-2022")
"""A country and its borders, a walk across a county, islands on both sides of the date line."""

FOLDER = ROOT / "docs" / "screenshots"
SETTLE_MS = 700
"""Milliseconds for the map to come to rest."""


@dataclass(frozen=True, slots=True)
class View:
    """One picture."""

    name: str
    """Last part of the file's name."""
    width: int
    """Pixels across."""
    height: int
    """Pixels down."""
    scheme: str = "light"
    """Colour scheme that the reader prefers."""
    choose: int = 0
    """Mention to click, by its number in the story; 0 for none."""


PLAIN = (View("wide", 1440, 900), View("narrow", 360, 740))
"""Pictures of every article."""

MORE = (
    View("wide-dark", 1440, 900, scheme="dark"),
    View("wide-place", 1440, 900, choose=2),
    View("narrow-dark", 360, 740, scheme="dark"),
    View("narrow-place", 360, 740, choose=2),
)
"""Pictures of the first one besides."""


def main(arguments: list[str]) -> int:
    """Take the pictures of the articles named on the command line, or of the usual ones."""
    seeds = [Path(name) for name in arguments] or [ROOT / "seeds" / f"{s}.md" for s in SEEDS]
    browser = find_browser()
    if browser is None:
        print(ADVICE, file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser, args=launch_flags())
        for number, seed in enumerate(seeds):
            page = Path(folder) / f"{seed.stem}.html"
            page.write_text(render_page(map_article(read_article(seed))), encoding="utf-8")
            for view in PLAIN if number else PLAIN + MORE:
                file = FOLDER / f"{seed.stem}-{view.name}.png"
                take(launched, page, view, file)
                print(file.relative_to(ROOT))
        launched.close()
    return 0


def take(browser: Browser, story: Path, view: View, file: Path) -> None:
    """Open the story, bring it into the state of a view, and take its picture."""
    context = browser.new_context(
        viewport={"width": view.width, "height": view.height},
        color_scheme=view.scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
        locale="en-GB",
    )
    page = context.new_page()
    page.goto(story.as_uri())
    page.wait_for_timeout(SETTLE_MS)
    if view.choose:
        page.locator(f"#m-{view.choose}").click()
        page.wait_for_timeout(SETTLE_MS)
        page.mouse.move(0, 0)
    page.screenshot(path=file)
    context.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
