"""A picture in SVG as PNG, which is what social networks show."""

import struct
import zlib
from importlib.resources import as_file, files
from importlib.util import find_spec

from dateline import __version__
from dateline.errors import OutputError

FONTS = ("title.ttf", "label.ttf")
"""Files of ``assets/fonts``; no font of the machine is used, so that pictures are alike."""

_HEAD = 33
"""Bytes of a PNG's signature and its first chunk, after which others may follow."""


def check_raster() -> None:
    """Make sure that PNGs can be written.

    Raises
    ------
    OutputError
        Where the library that draws them is not installed.
    """
    if find_spec("resvg_py") is None:
        raise OutputError(
            "A PNG needs resvg_py, which is not installed: run pip install 'dateline[preview]', "
            "or name a file that ends in .svg."
        )


def png_of(svg: str) -> bytes:
    """Draw an SVG picture in its own size.

    Raises
    ------
    OutputError
        Where the library that draws it is not installed.
    """
    check_raster()
    from resvg_py import svg_to_bytes

    with as_file(files("dateline.render") / "assets" / "fonts") as folder:
        fonts = [str(folder / name) for name in FONTS]
        drawn = bytes(svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=fonts))
    return drawn[:_HEAD] + _software() + drawn[_HEAD:]


def _software() -> bytes:
    """Give the chunk that says what made a PNG (PNG specification, 11.3.3.2)."""
    body = b"tEXtSoftware\0Dateline " + __version__.encode()
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
