"""Time and memory of whole processes."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*-*.md"))
SEED = ROOT / "seeds" / "belarus-august-2020.md"
RUNS = 7
"""Counted runs of each command, after one that is not counted."""

LIBRARIES = "import folium, shapely, onnxruntime"
"""What the time of `dateline map` is compared with; onnxruntime only where it is installed."""

_PEAK = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, "
    "stdout=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def map_command(page: Path) -> list[str]:
    """Give the command that maps the seed into a file."""
    return [sys.executable, "-m", "dateline", "map", str(SEED), "-o", str(page), "--force"]


def seconds(command: Sequence[str]) -> float:
    """Run a command once and give the time on the clock, in seconds.

    Modules are compiled once and kept, as they are where a package is installed.
    """
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=kept)
    return time.perf_counter() - start


def in_turn(first: Callable[[], float], second: Callable[[], float]) -> tuple[float, float, float]:
    """Measure two things in turn; give both medians and the median of the ratios."""
    first()
    second()
    pairs = [(first(), second()) for _ in range(RUNS)]
    medians = (statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs))
    return (*medians, statistics.median(a / b for a, b in pairs))


def peak_mb(command: Sequence[str]) -> float:
    """Give the peak memory of a command in MB (10⁶ bytes), measured by a parent of its own."""
    parent = [sys.executable, "-c", _PEAK, *command]
    result = subprocess.run(parent, check=True, capture_output=True, text=True)
    unit = 1 if sys.platform == "darwin" else 1024
    return int(result.stdout) * unit / 1e6


def wheel_mb(folder: Path) -> float:
    """Build the wheel into a folder; give its size in MB (10⁶ bytes)."""
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder)]
    subprocess.run([*pip, str(ROOT)], check=True, stdout=subprocess.DEVNULL)
    return next(folder.glob("*.whl")).stat().st_size / 1e6


def libraries() -> str:
    """Give the imports that a map is compared with, as far as they are installed."""
    found = subprocess.run([sys.executable, "-c", LIBRARIES], check=False, capture_output=True)
    return LIBRARIES if found.returncode == 0 else LIBRARIES.removesuffix(", onnxruntime")
