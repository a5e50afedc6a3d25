"""A larger gazetteer: the packaged one, and with it the places of GeoNames' dump."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from dateline.errors import OutputError
from dateline.gazetteer.dump.files import Dump, DumpFile
from dateline.gazetteer.dump.packaged import read_packaged
from dateline.gazetteer.dump.places import read_place
from dateline.gazetteer.dump.rows import read_alternate_name, read_label, read_parent, read_unit
from dateline.gazetteer.dump.selection import Selection
from dateline.gazetteer.dump.stage import Stage
from dateline.gazetteer.dump.tally import Tally, read_rows
from dateline.gazetteer.dump.workshop import STAGE, workshop
from dateline.gazetteer.dump.write import Watch, write
from dateline.gazetteer.file import PACKAGED, connect
from dateline.gazetteer.fresh import fresh

T = TypeVar("T")
_CACHE_KIB: Final = 65_536
"""Memory that each of SQLite's caches may take, and its sorter before it goes to disk."""

_INTERRUPTIBLE: Final = 1_000_000
"""Steps of SQLite's machine, some hundredths of a second, after which it looks for Ctrl-C."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a dump."""

    places: int
    """Places in the new gazetteer."""
    added: int
    """Those that only the dump has."""
    tallies: tuple[Tally, ...]
    """What was read of each file."""


def build(
    dump: Dump,
    target: Path,
    selection: Selection,
    watch: Watch,
    *,
    base: Path = PACKAGED,
) -> Report:
    """Make a gazetteer of the packaged one and a dump.

    The same files give the same bytes. Memory hardly grows with the dump; the
    disk needs about three times the size of the result meanwhile, in the target's folder and
    in SQLite's for temporary files (``SQLITE_TMPDIR``, else ``/var/tmp``).

    Parameters
    ----------
    dump
        From `find_dump`.
    target
        The file to make; there is none until all is done.
    selection
        Which of the dump's places are taken.
    watch
        Is told of the steps.
    base
        A gazetteer whose places, names and outlines all go into the new one.

    Raises
    ------
    GazetteerError
        Where a file cannot be read or is of another sort.
    OutputError
        Where there is no room or no right to write.
    """
    connect(base).close()
    with _failing(target), workshop(target) as folder, fresh(target, folder / "new") as made:
        made.set_progress_handler(lambda: 0, _INTERRUPTIBLE)
        made.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        made.execute("ATTACH ? AS packaged", (f"{base.resolve().as_uri()}?mode=ro&immutable=1",))
        stage = Stage(made, folder / STAGE, read_packaged(made), selection)
        tallies = _read(dump, stage, watch)
        return Report(*write(made, stage, dump.places.path.stem, watch), tallies)


def _read(dump: Dump, stage: Stage, watch: Watch) -> tuple[Tally, ...]:
    tallies = []

    def take(file: DumpFile, read: Callable[[str], T | None], into: Callable[[Any], None]) -> None:
        tallies.append(Tally(file.name))
        into(read_rows(file, read, tallies[-1], watch(file.name, file.size())))

    for file in dump.codes:
        take(file, read_unit, stage.units)
    take(dump.places, read_place, stage.places)
    if dump.alternate_names:
        take(dump.alternate_names, read_alternate_name, stage.alternate_names)
    if dump.hierarchy:
        take(dump.hierarchy, read_parent, stage.parts)
    if dump.feature_codes:
        take(dump.feature_codes, read_label, stage.meanings)
    return tuple(tallies)


@contextmanager
def _failing(target: Path) -> Iterator[None]:
    """Say what cannot be written, and let Ctrl-C through that SQLite has swallowed."""
    try:
        yield
    except sqlite3.Error as error:
        if "interrupted" in str(error):
            raise KeyboardInterrupt from None
        message = f"{target} cannot be made ({error}): expected a folder with rights and room."
        raise OutputError(message) from error
    except OSError as error:
        message = f"{target} cannot be made ({error.strerror}): expected a folder to write to."
        raise OutputError(message) from error
