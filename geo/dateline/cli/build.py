"""``dateline gazetteer build``: a larger gazetteer from GeoNames' dump."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.article import one_line
from dateline.cli.options import force_option
from dateline.cli.output import check_target, say
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.gazetteer.dump import Dump, Report, Watch

_CLASSES = "AHLPRSTUV"
"""GeoNames' feature classes."""

_COUNTRY_LETTERS = 2
"""Length of an ISO 3166-1 alpha-2 code."""


@click.command("build", short_help="Make a larger gazetteer from GeoNames' dump")
@click.argument("dump", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("gazetteer.sqlite"),
    show_default=True,
    metavar="FILE",
    help="Where the gazetteer goes.",
)
@click.option(
    "--min-population",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Leave out towns of fewer than N inhabitants.",
)
@click.option(
    "--feature-classes",
    metavar="LETTERS",
    default="",
    help=f"Take these of GeoNames' classes {_CLASSES} only: HPT is waters, towns and mountains.",
)
@click.option(
    "--countries", metavar="CODES", default="", help="Take these countries only: AD,FR,ES."
)
@force_option
def build(
    dump: Path,
    *,
    output: Path,
    min_population: int,
    feature_classes: str,
    countries: str,
    force: bool,
) -> None:
    """Make a gazetteer of the one that Dateline comes with and GeoNames' DUMP.

    DUMP is allCountries.txt, the file of one country or cities500.txt, as .txt or .zip, or a
    folder with one of them. Of the other files of the dump, those beside it are read too:
    alternateNamesV2, hierarchy, countryInfo, admin1CodesASCII, admin2Codes, featureCodes_en.

    Whatever Dateline's gazetteer has stays in. Until all is done there is no FILE; after an
    interruption (exit code 130) begin again.
    """
    from dateline.gazetteer.dump import Selection, find_dump
    from dateline.gazetteer.dump import build as build_gazetteer
    from dateline.gazetteer.file import is_gazetteer

    selection = Selection(
        min_population=min_population,
        feature_classes=frozenset(_letters(feature_classes)),
        countries=frozenset(_countries(countries)),
    )
    found = find_dump(dump)
    _check_output(output, found)
    check_target(output, "-", force=force, ours=is_gazetteer)
    with _progress() as watch:
        report = build_gazetteer(found, output, selection, watch)
    say(_told(report, output))


def _letters(text: str) -> str:
    letters = "".join(c for c in text.upper() if c not in ", ")
    if unknown := sorted(set(letters) - set(_CLASSES)):
        raise UsageError(
            f"--feature-classes {one_line(text)} has {unknown[0]!r}: "
            f"expected some of GeoNames' classes {_CLASSES}."
        )
    return letters


def _countries(text: str) -> list[str]:
    codes = text.upper().replace(",", " ").split()
    for code in codes:
        if not (len(code) == _COUNTRY_LETTERS and code.isascii() and code.isalpha()):
            raise UsageError(
                f"--countries {one_line(text)} has {one_line(code)!r}: "
                "expected ISO 3166-1 codes of two letters, as in AD,FR."
            )
    return codes


def _check_output(output: Path, dump: "Dump") -> None:
    """Keep a file that is read from being written over, whatever ``--force`` says."""
    from dateline.gazetteer.file import PACKAGED

    read = (PACKAGED, *(file.path for file in dump.files))
    if output.exists() and any(output.samefile(path) for path in read):
        raise UsageError(f"{one_line(str(output))} is read for this: name another file with -o.")


@contextmanager
def _progress() -> Iterator["Watch"]:
    """Show on a terminal how far each step is."""
    if not sys.stderr.isatty():
        yield lambda _step, _total: lambda _number: None
        return
    from rich.console import Console
    from rich.progress import Progress, TimeElapsedColumn

    console = Console(stderr=True)
    with Progress(*Progress.get_default_columns(), TimeElapsedColumn(), console=console) as shown:

        def watch(step: str, total: int) -> Callable[[int], None]:
            for task in shown.tasks:
                shown.update(task.id, total=task.completed or 1, completed=task.completed or 1)
            task_id = shown.add_task(one_line(step), total=total or None)
            return lambda number: shown.advance(task_id, number)

        yield watch


def _told(report: "Report", output: Path) -> str:
    size = output.stat().st_size / 1e6
    made = f"{report.places:,} places, {report.added:,} of them from the dump only"
    lines = [f"Wrote {one_line(str(output))} ({size:,.1f} MB): {made}."]
    for tally in report.tallies:
        line = f"{one_line(tally.name)}: {tally.rows:,} rows"
        if tally.bad:
            line += (
                f", {tally.bad:,} left out as damaged (the first in line {tally.first_bad}: "
                f"{tally.reason})"
            )
        lines.append(f"{line}.")
    return "\n".join((*lines, ""))
