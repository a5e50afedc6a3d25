"""axe-core, evaluated from outside, so that a page's own policy stands."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Frame, Page

_SCRIPT = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def findings(place: Page | Frame) -> list[str]:
    """What axe-core finds on a page, or in one frame of it in its own right."""
    if not place.evaluate("Boolean(window.axe)"):
        place.evaluate(_SCRIPT)
    found = place.evaluate("axe.run({resultTypes: ['violations'], iframes: false})")
    return [
        f"{rule['id']} {node['target']}: {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
