"""Writing files: whole or not at all, and never over what is not ours."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from dateline.article import one_line
from dateline.errors import OutputError, UsageError

_HEAD = 16 * 1024
"""Bytes in which a file of ours says that it is: its head comes first."""

_PAGE_MARK = b'<meta name="generator" content="Dateline '
"""How a story map is known again."""

_GEOJSON_MARK = b'{"type": "FeatureCollection", "generator": "Dateline '
"""How the GeoJSON of a story is known again."""


def is_page(head: bytes) -> bool:
    """Tell whether a file that begins like this is a story map of ours."""
    return _PAGE_MARK in head


def is_geojson(head: bytes) -> bool:
    """Tell whether a file that begins like this is the GeoJSON of a story of ours."""
    return head.startswith(_GEOJSON_MARK)


def check_target(
    path: Path, source: str, *, force: bool, ours: Callable[[bytes], bool] = lambda _: False
) -> None:
    """Make sure that writing a file destroys nothing that matters.

    Parameters
    ----------
    path
        Where to write.
    source
        What is read; it is never overwritten.
    force
        Whether the user asked for overwriting.
    ours
        Tells by its beginning whether a file may be replaced without asking.

    Raises
    ------
    OutputError
        Where there is a file that is not ours, or no folder to write to.
    UsageError
        Where the file is the source itself.
    """
    name = one_line(str(path))
    try:
        if _is_same(path, source):
            raise UsageError(f"{name} is the article itself: name another file with -o.")
        if path.is_dir():
            raise OutputError(f"{name} is a folder: expected a file name after -o.")
        if not path.is_file():
            return
        with path.open("rb") as file:
            known = ours(file.read(_HEAD))
    except OSError as error:
        raise OutputError(unwritable(path, error)) from None
    if not (known or force):
        raise OutputError(
            f"{name} exists and was not made by this command: name another file with -o, "
            "or overwrite it with --force."
        )


def _is_same(path: Path, source: str) -> bool:
    return source != "-" and path.exists() and Path(source).exists() and path.samefile(source)


def write_file(path: Path, data: bytes) -> None:
    """Write a file under another name, then give it its own.

    Parameters
    ----------
    path
        Where it goes; what was there is replaced. Devices and pipes are written to directly.
    data
        All of it.

    Raises
    ------
    OutputError
        Where it cannot be written. Nothing is left behind then, nor after an interruption.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        raise OutputError(unwritable(path, error)) from None


def _replace(target: Path, data: bytes) -> None:
    temporary = target.with_name(f".dateline-{os.urandom(4).hex()}.part")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def say(text: str) -> None:
    """Write for a person to standard output; what its encoding lacks becomes a question mark."""
    write_standard_output(text.encode(sys.stdout.encoding or "utf-8", "replace"))


def write_standard_output(data: bytes) -> None:
    """Write data to standard output as they are.

    Raises
    ------
    OutputError
        Where there is no room; a reader that has gone stays a ``BrokenPipeError``.
    """
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(unwritable("standard output", error)) from None


def unwritable(path: Path | str, error: OSError) -> str:
    """Say why a file cannot be written, and what to do."""
    name = one_line(str(path))
    if isinstance(error, FileNotFoundError):
        return f"{name} cannot be written (no such folder): create the folder, or choose another."
    reason = error.strerror or "unknown reason"
    return f"{name} cannot be written ({reason}): expected a folder with rights and room."
