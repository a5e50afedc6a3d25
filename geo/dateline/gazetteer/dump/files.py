"""The files of GeoNames' dump: which are there, and their lines, from ``.txt`` or ``.zip``."""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from dateline.errors import GazetteerError

Advance = Callable[[int], None]
"""Is told how many bytes or rows have been read."""

LONGEST: Final = 1 << 20
"""Bytes of a line; GeoNames' longest, with 10,000 letters of other names, has some 60,000."""

_PLACES: Final = ("allCountries", "cities500", "cities1000", "cities5000", "cities15000")
"""Files of places, the fullest first."""

_COUNTRY: Final = re.compile(r"[A-Z]{2}\.(?:txt|zip)")
_BESIDE: Final = frozenset({"readme.txt", "iso-languagecodes.txt"})
"""What GeoNames packs together with the file that a ``.zip`` is about."""

_UNPACKING: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError
)  # fmt: skip
"""What a damaged, cut off or encrypted archive raises."""


@dataclass(frozen=True, slots=True)
class DumpFile:
    """One file of the dump."""

    path: Path
    """A ``.txt`` file, or a ``.zip`` with one in it."""

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.path.name

    def size(self) -> int:
        """Give the bytes of its text.

        Raises
        ------
        GazetteerError
            Where it cannot be read.
        """
        with _readable(self.path):
            if self.path.suffix != ".zip":
                return self.path.stat().st_size
            with zipfile.ZipFile(self.path) as archive:
                return archive.getinfo(_member(self.path, archive)).file_size

    def lines(self, advance: Advance) -> Iterator[tuple[int, bytes]]:
        """Give its lines with their numbers, without ends; blank ones and comments are left out.

        A line that is too long comes in pieces of `LONGEST` bytes under one number.

        Raises
        ------
        GazetteerError
            Where it cannot be read.
        """
        with _readable(self.path), self._open() as file:
            number, whole = 0, True
            for line in iter(lambda: file.readline(LONGEST), b""):
                number += whole
                whole = line.endswith(b"\n")
                advance(len(line))
                if line[:1] not in b"#\r\n":
                    yield number, line.rstrip(b"\r\n")

    @contextmanager
    def _open(self) -> Iterator[IO[bytes]]:
        if self.path.suffix != ".zip":
            with self.path.open("rb") as file:
                yield file
            return
        with zipfile.ZipFile(self.path) as archive, archive.open(_member(self.path, archive)) as it:
            yield it


@dataclass(frozen=True, slots=True)
class Dump:
    """The files that are there."""

    places: DumpFile
    """``allCountries``, one country's file, or a file of towns."""
    alternate_names: DumpFile | None
    """``alternateNamesV2``."""
    hierarchy: DumpFile | None
    """``hierarchy``."""
    codes: tuple[DumpFile, ...]
    """``countryInfo``, ``admin1CodesASCII``, ``admin2Codes``, as far as they are there."""
    feature_codes: DumpFile | None
    """``featureCodes_en``."""

    @property
    def files(self) -> tuple[DumpFile, ...]:
        """All of them, in the order in which they are read."""
        others = (self.alternate_names, self.hierarchy, self.feature_codes)
        return (*self.codes, self.places, *(file for file in others if file))


def find_dump(path: Path) -> Dump:
    """Find a file of places and those that belong to it, beside it and under GeoNames' names.

    Parameters
    ----------
    path
        A file of places, or a folder with one: ``allCountries`` before ``cities500`` and so
        on before the file of one country.

    Raises
    ------
    GazetteerError
        Where there is none.
    """
    folder = path if path.is_dir() else path.parent
    codes = ("countryInfo", "admin1CodesASCII", "admin2Codes")
    return Dump(
        places=_places(path),
        alternate_names=_beside(folder, "alternateNamesV2"),
        hierarchy=_beside(folder, "hierarchy"),
        codes=tuple(file for name in codes if (file := _beside(folder, name))),
        feature_codes=_beside(folder, "featureCodes_en"),
    )


def _places(path: Path) -> DumpFile:
    if path.is_file():
        return DumpFile(path)
    if not path.is_dir():
        message = f"{path} is missing: expected GeoNames' allCountries.txt, or a folder with it."
        raise GazetteerError(message)
    for name in _PLACES:
        if found := _beside(path, name):
            return found
    countries = sorted(file for file in path.iterdir() if _COUNTRY.fullmatch(file.name))
    if len({file.stem for file in countries}) == 1:
        return DumpFile(countries[0])
    found_words = "several countries' files" if countries else "no file of places"
    message = f"{path} has {found_words}: expected allCountries.txt or .zip; name one file."
    raise GazetteerError(message)


def _beside(folder: Path, name: str) -> DumpFile | None:
    paths = (folder / f"{name}{suffix}" for suffix in (".txt", ".zip"))
    return next((DumpFile(path) for path in paths if path.is_file()), None)


def _member(path: Path, archive: zipfile.ZipFile) -> str:
    names = [name for name in archive.namelist() if name.endswith(".txt") and name not in _BESIDE]
    if f"{path.stem}.txt" in names:
        return f"{path.stem}.txt"
    if len(names) == 1:
        return names[0]
    message = f"{path} has {len(names)} text files in it: expected {path.stem}.txt."
    raise GazetteerError(message)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except _UNPACKING as error:
        message = f"{path} cannot be unpacked ({error}): expected GeoNames' file; fetch it again."
        raise GazetteerError(message) from error
    except OSError as error:
        message = f"{path} cannot be read ({error.strerror}): expected a file of GeoNames' dump."
        raise GazetteerError(message) from error
