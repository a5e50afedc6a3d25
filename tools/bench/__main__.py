"""Measure time, memory and smoothness as ratios within one run: `make bench`.

Absolute times of a shared machine say little; a ratio of two things measured in turn says more.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tools.bench import geoparsing, pages, process, resolution

Row = tuple[str, str, str]


def of_process(page: Path) -> Iterator[Row]:
    """Measure the command line."""
    command, imports = process.map_command(page), process.libraries()
    ours, theirs, ratio = process.in_turn(
        lambda: process.seconds(command),
        lambda: process.seconds([sys.executable, "-c", imports]),
    )
    yield f"dateline map, cold, to “{imports}”", f"{ratio:.2f} × ({ours:.2f} s)", "≤ 1.5 ×"
    yield "its peak memory", f"{process.peak_mb(command):.0f} MB", "≤ 300 MB"
    yield "the page", f"{page.stat().st_size / 1000:.0f} kB", "≤ 400 kB"
    ours, theirs, _ = process.in_turn(
        lambda: process.seconds([sys.executable, "-c", "import dateline"]),
        lambda: process.seconds([sys.executable, "-c", "pass"]),
    )
    yield "import dateline, over bare Python", f"{1000 * (ours - theirs):.0f} ms", "≤ 100 ms"
    yield "the wheel", f"{process.wheel_mb(page.parent):.0f} MB", "≤ 60 MB"


def of_geoparsing() -> Iterator[Row]:
    """Measure recognition and resolution, warm."""
    yield from geoparsing.rows()
    yield "resolution, warm", f"{resolution.best():.3f} ms a mention", "≤ 0.2 ms"


def of_pages(page: Path, folder: Path) -> Iterator[Row]:
    """Measure pages in the browser."""
    bare, large = folder / "bare.html", folder / "large.html"
    bare.write_text(pages.bare_page(), encoding="utf-8")
    large.write_text(pages.large_page(), encoding="utf-8")
    with pages.browser() as opened:
        ours, _, ratio = process.in_turn(
            lambda: pages.ready_ms(opened, page), lambda: pages.ready_ms(opened, bare)
        )
        yield "ready, to a bare Leaflet page", f"{ratio:.2f} × ({ours:.0f} ms)", "≤ 2 ×"
        opening = pages.ready_ms(opened, large)
        yield f"{pages.MENTIONS:,} mentions: ready", f"{opening:.0f} ms", "opens"
        frames = pages.frames_a_second(opened, large)
        yield f"{pages.MENTIONS:,} mentions: panning", f"{frames:.0f} FPS", "≥ 50 FPS"
        index = folder / "index.html"
        index.write_text(pages.index_page(), encoding="utf-8")
        opening = pages.ready_ms(opened, index)
        yield f"the same in {pages.ARTICLES:,} articles: ready", f"{opening:.0f} ms", "opens"
        frames = pages.frames_a_second(opened, index)
        yield f"the same in {pages.ARTICLES:,} articles: panning", f"{frames:.0f} FPS", "≥ 50 FPS"


def main() -> None:
    """Measure and print a table."""
    table = Table("what", "measured", "target")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page = folder / "page.html"
        for row in (*of_process(page), *of_geoparsing(), *of_pages(page, folder)):
            table.add_row(*row)
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
