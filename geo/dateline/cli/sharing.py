"""Options for what goes with a page to those who link to it, embed it or want its places."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.article import one_line
from dateline.cli.options import Command, refuse
from dateline.cli.output import is_geojson, say, write_file
from dateline.model import Story

if TYPE_CHECKING:
    from dateline.gazetteer import Gazetteer
    from dateline.render.embed import Published

OEMBED_SUFFIX = ".oembed.json"
"""Takes the place of the page's own suffix."""

PICTURES = (".png", ".svg")
"""Endings of preview pictures."""

_OEMBED = b'"generator": "Dateline '
_PNG = b"tEXtSoftware\0Dateline "
_SVG = b"<metadata>Dateline "

Target = tuple[Path | None, Callable[[bytes], bool]]
"""A file to be written, and what tells whether one of that name is ours."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a user wants besides the page."""

    geojson: bool
    """Whether to write the places."""
    address: str
    """Where the page will live, as typed; empty if that is not known."""
    oembed: bool
    """Whether to write an oEmbed answer."""
    preview: Path | None
    """Where to draw a picture of the map."""

    def check(self, output: str | None) -> None:
        """Make sure that all of it can be had, before any work is done.

        Raises
        ------
        UsageError
            Where options contradict each other, the address is none, or the picture has no kind.
        OutputError
            Where a PNG is wanted and the library that draws it is not installed.
        """
        to_file = output != "-"
        picture = self.preview or Path(PICTURES[0])
        refuse(
            [
                (
                    self.geojson and not to_file,
                    "--geojson needs a file: leave out -o -, or --geojson.",
                ),
                (
                    self.geojson and (output or "").endswith(".geojson"),
                    "-o and --geojson name the same file: give the page a name that ends in .html.",
                ),
                (
                    self.oembed and not to_file,
                    "--oembed needs a file: leave out -o -, or --oembed.",
                ),
                (
                    self.oembed and not self.address,
                    "--oembed needs --embed: an oEmbed answer says where the page lives.",
                ),
                (
                    self.preview is not None and picture.suffix not in PICTURES,
                    f"{one_line(picture.name)} is no picture: expected --preview X.png or X.svg.",
                ),
            ]
        )
        self.published(None)
        if self.preview and self.preview.suffix == ".png":
            from dateline.render.raster import check_raster

            check_raster()

    def targets(self, page: Path | None) -> tuple[Target, ...]:
        """Name the files that will be written beside a page."""
        return (
            (self._places_file(page), is_geojson),
            (self._oembed_file(page), lambda head: _OEMBED in head),
            (self.preview, lambda head: _PNG in head or _SVG in head),
        )

    def published(self, page: Path | None) -> "Published | None":
        """Give the addresses of the page and what belongs to it; ``None`` without one."""
        if not self.address:
            return None
        from dateline.render.embed import Published

        answer = self._oembed_file(page)
        names = (file.name if file else "" for file in (answer, self.preview))
        return Published.at(self.address, **dict(zip(("oembed", "picture"), names, strict=True)))

    def write(
        self, story: Story, page: Path | None, gazetteer: "Gazetteer", *, tiles: bool
    ) -> Iterator[Path]:
        """Write the files that were asked for; yield their names."""
        if places := self._places_file(page):
            write_file(places, _geojson(story))
            yield places
        if self.preview:
            write_file(self.preview, _picture(story, self.preview, gazetteer))
            yield self.preview
        published, file = self.published(page), self._oembed_file(page)
        if published and file:
            from dateline.render.oembed import oembed_of, oembed_text

            answer = oembed_of(story, published, tiles=tiles)
            write_file(file, oembed_text(answer).encode("utf-8"))
            yield file

    def show_code(self, story: Story, page: Path | None, *, tiles: bool) -> None:
        """Print the code to paste, on stderr where the page itself went to standard output."""
        if published := self.published(page):
            from dateline.render.embed import embed_code

            code = f"\nTo embed it, paste:\n{embed_code(story.article, published, tiles=tiles)}\n"
            if page:
                say(code)
            else:
                click.echo(code, err=True, nl=False)

    def _places_file(self, page: Path | None) -> Path | None:
        return page.with_suffix(".geojson") if page and self.geojson else None

    def _oembed_file(self, page: Path | None) -> Path | None:
        return page.with_suffix(OEMBED_SUFFIX) if page and self.oembed else None


def _geojson(story: Story) -> bytes:
    from dateline.exports import geojson_text, to_geojson

    return geojson_text(to_geojson(story)).encode("utf-8")


def _picture(story: Story, file: Path, gazetteer: "Gazetteer") -> bytes:
    from dateline.render.preview import preview_svg
    from dateline.render.raster import png_of

    svg = preview_svg(story, gazetteer=gazetteer)
    return png_of(svg) if file.suffix == ".png" else svg.encode("utf-8")


def shares_page(command: Command) -> Command:
    """Add the options for sharing; the command is called with a `Sharing`."""

    @click.option("--geojson", is_flag=True, help="Write the places beside the page, as .geojson.")
    @click.option(
        "--embed",
        "address",
        metavar="ADDRESS",
        default="",
        help="Where the page will live; prints the code that shows it on other pages.",
    )
    @click.option(
        "--oembed",
        is_flag=True,
        help=f"Write an oEmbed answer beside the page, as {OEMBED_SUFFIX}; needs --embed.",
    )
    @click.option(
        "--preview",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Draw a picture of the map for those who link to the page: .png or .svg.",
    )
    @wraps(command)
    def sharing(
        *arguments: Any,  # noqa: ANN401 - the command's own
        geojson: bool,
        address: str,
        oembed: bool,
        preview: Path | None,
        **options: Any,  # noqa: ANN401 - the command's own
    ) -> None:
        wanted = Sharing(geojson=geojson, address=address, oembed=oembed, preview=preview)
        command(*arguments, sharing=wanted, **options)

    return sharing
