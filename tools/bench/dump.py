"""Time and memory of building a large gazetteer: ``python -m tools.bench.dump --rows 1000000``.

The dump is generated, in GeoNames' format and always the same: names of syllables, a twentieth of
them from a few that thousands of places share, in divisions that exist.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dateline.gazetteer import open_gazetteer
from dateline.gazetteer.file import PACKAGED, connect
from dateline.gazetteer.schema import POINT_GRID
from tools.bench import process

_FIRST_ID = 20_000_000
"""Above all ids in the package."""
_STRIDE = 7_919
"""A prime: ids come as far from sorted as those of the real dump."""
_KINDS = (
    *(("P", "PPL"),) * 40,
    *(("H", "STM"),) * 16,
    *(("S", "SCH"), ("S", "CH"), ("S", "HTL"), ("S", "FRM")) * 6,
    *(("T", "HLL"), ("T", "MT")) * 7,
    *(("A", "ADM3"), ("A", "ADM4"), ("L", "LCTY"), ("V", "FRST"), ("R", "RD"), ("L", "PRK")),
)
"""Kinds of places in about the shares of ``allCountries``."""
_SYLLABLES = (
    "al an ar ba bel bor ca chi dar del do el far gan gra hal in ka kir lan lor ma mir mon na nor "
    "o pal per qui ra ron sa sul ta tor u val ver wan zen"
).split()
_COMMON = "San José,Santa Rosa,La Esperanza,Springfield,Buena Vista,Aleksandrovka,Xinmin".split(",")
_NAMES_A_PLACE = 1.4
"""Rows of ``alternateNamesV2`` for each of ``allCountries``."""
_LOOK_UPS = 1_000


def write_dump(folder: Path, rows: int) -> None:
    """Write ``allCountries.txt`` and ``alternateNamesV2.txt`` with so many places."""
    divisions = _divisions()
    with (folder / "allCountries.txt").open("w", encoding="utf-8") as file:
        file.writelines(_place(n, rows, divisions) for n in range(rows))
    with (folder / "alternateNamesV2.txt").open("w", encoding="utf-8") as file:
        for n in range(int(rows * _NAMES_A_PLACE)):
            place, language = _FIRST_ID + n * _STRIDE % rows, ("en", "fr", "link", "")[n % 4]
            file.write(f"{n}\t{place}\t{language}\t{name(n + 1)}\t\t\t\t\t\t\n")


def name(number: int) -> str:
    """Give a name; a twentieth of them are shared by many.

    Examples
    --------
    >>> name(0), name(1)
    ('San José', 'Darchielmon')
    """
    if number % 20 == 0:
        return _COMMON[number // 20 % len(_COMMON)]
    mixed = _mixed(number)
    count = len(_SYLLABLES)
    parts = (mixed // count**place % count for place in range(3 + number * 7 % 10 // 4))
    return "".join(_SYLLABLES[part] for part in parts).capitalize()


def _place(number: int, rows: int, divisions: list[tuple[str, float, float]]) -> str:
    mixed = _mixed(number)
    code, lon, lat = divisions[mixed % len(divisions)]
    sort, feature = _KINDS[mixed // 7 % len(_KINDS)]
    country, admin1, admin2 = code.split(".")
    people = mixed % 9_000 if sort == "P" and mixed % 5 == 0 else 0
    written = name(number)
    key = _FIRST_ID + number * _STRIDE % rows
    return (
        f"{key}\t{written}\t{written}\t\t{lat + mixed % 1_000 / 5_000:.5f}\t{lon:.5f}\t{sort}\t"
        f"{feature}\t{country}\t\t{admin1}\t{admin2}\t\t\t{people}\t\t\t\t2026-01-01\n"
    )


def _mixed(number: int) -> int:
    """Scatter numbers over 32 bits, without chance (Knuth's multiplicative hash, twice)."""
    once = number * 2_654_435_761 % 2**32
    return (once ^ once >> 15) * 2_246_822_519 % 2**32


def _divisions() -> list[tuple[str, float, float]]:
    with closing(connect(PACKAGED)) as connection:
        return [
            (code, lon / POINT_GRID, lat / POINT_GRID)
            for code, lon, lat in connection.execute(
                "SELECT code, lon, lat FROM division JOIN place ON place.id = division.place"
                " WHERE code LIKE '%.%.%' ORDER BY code"
            )
        ]


def measure(rows: int, folder: Path) -> Iterator[tuple[str, str, str]]:
    """Build, open and look up, and the same with the packaged gazetteer."""
    write_dump(folder, rows)
    made = folder / "made.sqlite"
    options = ["gazetteer", "build", str(folder), "-o", str(made)]
    start = time.perf_counter()
    peak = process.peak_mb([sys.executable, "-m", "dateline", *options])
    yield f"building from {rows:,} rows", f"{time.perf_counter() - start:.0f} s", ""
    yield "its peak memory", f"{peak:.0f} MB", "≤ 2000 MB"
    yield "the file", f"{made.stat().st_size / 1e6:.0f} MB", ""
    for label, path in (("the package's", PACKAGED), ("the large one", made)):
        times = [_opening(path) for _ in range(process.RUNS)]
        yield f"opening {label}", f"{1e3 * statistics.median(times):.1f} ms", "milliseconds"
        cold, warm, places = _look_ups(path, _names(path))
        yield f"a look-up in {label}, first", f"{1e6 * cold:.0f} µs, {places:.1f} places", ""
        yield f"a look-up in {label}, again", f"{1e6 * warm:.0f} µs", "microseconds"
    cold, warm, places = _look_ups(made, _COMMON)
    yield "a name that thousands share, first", f"{1e6 * cold:.0f} µs, {places:.1f} places", ""
    yield "a name that thousands share, again", f"{1e6 * warm:.0f} µs", ""


def _opening(path: Path) -> float:
    start = time.perf_counter()
    with open_gazetteer(path) as gazetteer:
        gazetteer.candidates("Minsk")
    return time.perf_counter() - start


def _names(path: Path) -> list[str]:
    """Give names that are in a gazetteer, evenly spread over its index."""
    with closing(connect(path)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM name").fetchone()
        keys = connection.execute("SELECT key FROM name WHERE exact = '' ORDER BY key")
        return [key for (key,) in islice(keys, 0, None, count // _LOOK_UPS)]


def _look_ups(path: Path, names: list[str]) -> tuple[float, float, float]:
    """Give the seconds a name, the first time and again, and the places that it leads to."""
    times, found = [], 0
    with open_gazetteer(path) as gazetteer:
        for _ in range(2):
            start = time.perf_counter()
            found = sum(len(gazetteer.candidates(each)) for each in names)
            times.append((time.perf_counter() - start) / len(names))
    return times[0], times[1], found / len(names)


def main() -> None:
    """Read the command line, measure, print a table."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench.dump", description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder otherwise")
    options = parser.parse_args()
    table = Table("what", "measured", "target")
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        for row in measure(options.rows, Path(folder)):
            table.add_row(*row)
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
