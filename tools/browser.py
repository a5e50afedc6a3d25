"""Find Chromium for the browser tests and the screenshots, or install it.

``python tools/browser.py`` prints the path of a browser that starts. It looks at the
variable `CHROMIUM`, at the usual names on `PATH` and at Playwright's own copy; then it
installs Debian's package (as root, where apt is) or Playwright's copy.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

VARIABLE = "CHROMIUM"
"""Environment variable with the path of a browser to use before any other."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
"""Executables looked for on `PATH`, in this order."""

ADVICE = (
    "No Chromium here and none could be installed: install one (Debian: apt install chromium; "
    f"elsewhere: playwright install chromium) or set {VARIABLE} to its path."
)

START_SECONDS = 60
"""How long a browser may take to say its version; the first start on a cold disk is slow."""

INSTALL_SECONDS = 1200
"""How long an installation may take."""


def launch_flags() -> list[str]:
    """Switches for every start: no background traffic, no GPU, no sandbox where root forbids it."""
    flags = [
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--font-render-hinting=none",
    ]
    return ["--no-sandbox", *flags] if is_root() else flags


def is_root() -> bool:
    """Whether the process runs as root; Chromium refuses its own sandbox then."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def find_browser() -> str | None:
    """Path of the first Chromium that starts, or ``None``."""
    return next((path for path in _candidates() if _starts(path)), None)


def _candidates() -> Iterator[str]:
    """Yield the places where a Chromium may be, most deliberate first."""
    if chosen := os.environ.get(VARIABLE):
        yield chosen
    yield from (path for name in NAMES if (path := shutil.which(name)))
    yield from _playwright_copy()


def _playwright_copy() -> Iterator[str]:
    """Yield where Playwright keeps its own Chromium, if that is there."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if Path(path).exists():
        yield path


def _starts(path: str) -> bool:
    """Whether the browser at `path` starts far enough to tell its version."""
    try:
        done = subprocess.run(
            [path, "--version", *launch_flags()],
            capture_output=True,
            timeout=START_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def install_browser() -> None:
    """Try each way to install a Chromium until one is there; progress goes to standard error."""
    for commands in _ways():
        if all(_run(command) for command in commands) and find_browser():
            return


def _ways() -> Iterator[list[list[str]]]:
    """Yield the ways of installing that this machine offers, as commands to run in turn."""
    apt = shutil.which("apt-get")
    if apt and is_root():
        install = [apt, "install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"]
        yield [[apt, "update", "-q"], install]
    yield [[sys.executable, "-m", "playwright", "install", "chromium"]]


def _run(command: list[str]) -> bool:
    """Run `command` without questions and without a word on standard output."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            env=environment,
            timeout=INSTALL_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def main() -> int:
    """Print the browser's path, installing one first if need be; 1 and one line where none goes."""
    path = find_browser()
    if path is None:
        install_browser()
        path = find_browser()
    if path is None:
        print(ADVICE, file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
