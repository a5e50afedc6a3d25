"""Cut the fonts of preview pictures down to what Dateline writes: ``python -m tools.fonts``.

Needs fonttools 4.60 or newer. Writes ``geo/dateline/render/assets/fonts``: one file a
style, without hints, and the widths of letters, by which titles are broken into lines.
"""

import json
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

from tools.gazetteer.sources import ROOT, fetch

TARGET = ROOT / "geo/dateline/render/assets/fonts"

PACKAGES = (
    ("noto-serif", "0.4.2", "78810a8143112a326def7ec976601ecb9855a9e79082c727246beec4f0531d0c"),
    ("noto-sans", "0.4.2", "98cf14a19b8e67a0e76bfd4d5df98937b9734e6dde570bd750f2259042042548"),
    (
        "noto-sans-arabic",
        "0.4.3",
        "29e966f9d48a4ce7dd3c2c4c016f29cd888089538217303fb2c87de9e7f048ed",
    ),
    (
        "noto-sans-hebrew",
        "0.4.1",
        "f82f8e852e3355521c511f2762a0130216d208d108bf4739aa977eb6a6d3012c",
    ),
)
"""npm packages of the scope ``@expo-google-fonts``: name, version and SHA-256 of the archive."""

LATIN = [*range(0x20, 0x180), *range(0x218, 0x21C), *range(0x300, 0x313), *range(0x1E80, 0x1EFA)]
GREEK_AND_CYRILLIC = [*range(0x370, 0x400), *range(0x400, 0x530)]
SIGNS = [*range(0x2010, 0x2027), 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2116]
ARABIC = [*range(0x600, 0x700), *range(0x750, 0x780), 0x200C, 0x200D]
HEBREW = [*range(0x590, 0x600), 0x200F]
EUROPE = LATIN + GREEK_AND_CYRILLIC + SIGNS

FACES = (
    ("title", "noto-serif", "NotoSerif_600SemiBold"),
    ("label", "noto-sans", "NotoSans_500Medium"),
)
"""File that is written, package, face: letters of Europe."""

ADDED = (
    ("noto-sans-arabic", "NotoSansArabic_500Medium", ARABIC),
    ("noto-sans-hebrew", "NotoSansHebrew_500Medium", HEBREW),
)
"""Package, face, code points: what each file has besides. Letters of one word have to be in one
file, because resvg joins Arabic letters within one font only."""


def main() -> None:
    """Write every face, its widths and the licence."""
    TARGET.mkdir(exist_ok=True)
    folders = {name: unpacked(name, version, digest) for name, version, digest in PACKAGES}
    widths = {}
    for name, package, face in FACES:
        sources = [(package, face, EUROPE), *ADDED]
        widths[name] = merged(sources, folders, TARGET / f"{name}.ttf")
    text = json.dumps(widths, ensure_ascii=False, separators=(",", ":"))
    (TARGET / "widths.json").write_text(text + "\n", encoding="utf-8")
    (licence,) = folders["noto-serif"].rglob("LICENSE_FONT")
    (TARGET / "OFL.txt").write_bytes(licence.read_bytes())


def unpacked(name: str, version: str, digest: str) -> Path:
    """Fetch a package through npm, check it and unpack it."""
    file = f"expo-google-fonts-{name}-{version}.tgz"
    package = {"registry": "npm", "name": f"@expo-google-fonts/{name}", "version": version}
    archive = fetch(package | {"file": file, "sha256": digest})
    folder = archive.with_suffix("")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder


def merged(
    sources: list[tuple[str, str, list[int]]], folders: dict[str, Path], target: Path
) -> dict[str, int]:
    """Write faces as one font; give the widths of its letters in thousandths of an em."""
    with TemporaryDirectory() as scratch:
        parts = []
        for number, (package, face, points) in enumerate(sources):
            (path,) = folders[package].rglob(f"{face}.ttf")
            parts.append(f"{scratch}/{number}.ttf")
            cut(path, points).save(parts[-1])
        font: Any = Merger().merge(parts)
    font["head"].created = font["head"].modified = 0
    font.recalcTimestamp = False
    font.save(target)
    em, advances = font["head"].unitsPerEm, font["hmtx"]
    glyphs = sorted(font.getBestCmap().items())
    return {chr(point): round(1000 * advances[glyph][0] / em) for point, glyph in glyphs}


def cut(path: Path, points: list[int]) -> TTFont:
    """Take a face with some code points only, without hints."""
    options = subset.Options(hinting=False, name_IDs=[0, 1, 2, 4, 6, 13, 14], notdef_outline=True)
    font = TTFont(path, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=points)
    cutter.subset(font)
    return font


if __name__ == "__main__":
    main()
