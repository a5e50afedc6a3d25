"""Measure time and memory as ratios within one run: `make bench`.

Absolute times of a shared machine say little; a ratio of two commands that ran in turn says more.
Every figure is the median of several runs after one that is not counted.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "belarus-august-2020.md"
RUNS = 7
"""Counted runs of each command."""
MAP = """
import sys
from dateline.cli import main
main(["map", sys.argv[1], "-o", sys.argv[2], "--force"])
"""
LIBRARIES = "import folium, shapely, onnxruntime"
FALLBACK = "import folium, shapely"


def seconds(command: Sequence[str]) -> float:
    """Run a command once and give the time on the clock, in seconds."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def in_turn(first: Sequence[str], second: Sequence[str]) -> tuple[float, float, float]:
    """Run two commands in turn; give both medians and the median of the ratios."""
    seconds(first), seconds(second)
    pairs = [(seconds(first), seconds(second)) for _ in range(RUNS)]
    ratio = statistics.median(a / b for a, b in pairs)
    return (
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        ratio,
    )


def peak_mb(command: Sequence[str]) -> float:
    """Give the peak memory of a command in MB (10⁶ bytes), measured by a parent of its own."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, "
        "stdout=subprocess.DEVNULL); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, *command], check=True, capture_output=True, text=True
    )
    unit = 1 if sys.platform == "darwin" else 1024
    return int(result.stdout) * unit / 1e6


def words_a_second() -> float:
    """Give the speed of recognition and resolution, warm, in words a second."""
    from dateline.article import read_article
    from dateline.gazetteer import open_gazetteer
    from dateline.pipeline import find_in

    articles = [read_article(path) for path in sorted((ROOT / "seeds").glob("*-*.md"))]
    with open_gazetteer() as gazetteer:
        for article in articles:
            find_in(article, gazetteer)
        start = time.process_time()
        for article in articles:
            find_in(article, gazetteer)
        spent = time.process_time() - start
    return sum(len(article.text.split()) for article in articles) / spent


def libraries() -> str:
    """Give the imports that a map is compared with; onnxruntime may be absent."""
    found = subprocess.run([sys.executable, "-c", LIBRARIES], check=False, capture_output=True)
    return LIBRARIES if found.returncode == 0 else FALLBACK


def main() -> None:
    """Measure and print a table."""
    table = Table("what", "measured", "target")
    python, imports = sys.executable, libraries()
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        command = [python, "-c", MAP, str(SEED), str(page)]
        ours, theirs, ratio = in_turn(command, [python, "-c", imports])
        table.add_row(
            f"dateline map, cold, to “{imports}”",
            f"{ratio:.2f} × ({ours:.2f} s, {theirs:.2f} s)",
            "≤ 1.5 ×",
        )
        table.add_row("its peak memory", f"{peak_mb(command):.0f} MB", "≤ 300 MB")
        table.add_row("the page", f"{page.stat().st_size / 1e3:.0f} kB", "≤ 400 kB")
    ours, theirs, _ = in_turn([python, "-c", "import dateline"], [python, "-c", "pass"])
    table.add_row(
        "import dateline, over bare Python", f"{(ours - theirs) * 1e3:.0f} ms", "≤ 100 ms"
    )
    table.add_row("geoparsing, warm, one core", f"{words_a_second():,.0f} words/s", "")
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
