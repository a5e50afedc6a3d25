"""``python -m tools.gazetteer``: fetch the sources, compile, write the file."""

import argparse
import sys
from pathlib import Path

from rich.progress import Progress, SpinnerColumn, TimeElapsedColumn

from tools.gazetteer.build import build
from tools.gazetteer.sources import ROOT

_TARGET = ROOT / "geo" / "dateline" / "data" / "gazetteer.sqlite"


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(prog="python -m tools.gazetteer", description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=_TARGET, metavar="FILE")
    target: Path = parser.parse_args().output
    columns = (SpinnerColumn(), *Progress.get_default_columns(), TimeElapsedColumn())
    with Progress(*columns, transient=not sys.stderr.isatty()) as progress:
        build(target, progress)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
