"""``dateline places``: the places of an article, or of a stream of texts, as data."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

from dateline.article import one_line
from dateline.cli.options import (
    Source,
    force_option,
    gazetteer_option,
    output_option,
    reads_article,
    refuse,
)
from dateline.cli.output import check_target, is_geojson, write_file, write_standard_output
from dateline.model import Article

if TYPE_CHECKING:
    from dateline.gazetteer import Gazetteer

Writer: TypeAlias = Callable[[Article, "Gazetteer"], str]
"""Writes the places of an article in one format."""

_STREAMS = frozenset({".jsonl", ".ndjson"})
"""Suffixes of files with one JSON object a line."""


@click.command("places", short_help="List ARTICLE's places with offsets, ids and coordinates")
@reads_article("txt", "md", "html", "jsonl")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["table", "json", "jsonl", "csv", "geojson"]),
    help="What to write.  [default: table; jsonl for .jsonl]",
)
@output_option("Where it goes.  [default: standard output]")
@force_option
@gazetteer_option
def places(
    source: Source,
    *,
    shape: str | None,
    output: str | None,
    force: bool,
    gazetteer_file: Path | None,
) -> None:
    """List the places of ARTICLE with offsets, GeoNames ids and coordinates.

    ARTICLE is a .txt, .md or .html file, or - for standard input. From a .jsonl file, one
    {"doc_id", "text"} a line is read and answered by one line, in order, as they are done.
    """
    file = Path(output) if output and output != "-" else None
    if _is_stream(source):
        _check_stream(source, shape)
        from dateline.cli.stream import Target, write_stream

        write_stream(source.name, Target(file, force, shape == "csv"), gazetteer_file)
        return
    article = source.read()
    if file:
        check_target(file, source.name, force=force, ours=is_geojson)

    from dateline.gazetteer import open_gazetteer

    with open_gazetteer(gazetteer_file) as gazetteer:
        data = _WRITERS[shape or "table"](article, gazetteer).encode("utf-8")
    if file:
        write_file(file, data)
        click.echo(f"Wrote {one_line(str(file))}.", err=True)
    else:
        write_standard_output(data)


def _is_stream(source: Source) -> bool:
    if source.format:
        return source.format == "jsonl"
    return Path(source.name).suffix.lower() in _STREAMS


def _check_stream(source: Source, shape: str | None) -> None:
    refuse(
        [
            (
                shape not in {None, "jsonl", "csv"},
                f"--format {shape} is for one article: a .jsonl file becomes jsonl or csv.",
            ),
            (source.encoding is not None, "--encoding does not go with .jsonl: it is UTF-8."),
            (source.language is not None, "--lang does not go with .jsonl."),
        ]
    )


def _table(article: Article, gazetteer: "Gazetteer") -> str:
    from dateline.cli.summary import summary
    from dateline.pipeline import map_article

    return summary(map_article(article, gazetteer=gazetteer))


def _geojson(article: Article, gazetteer: "Gazetteer") -> str:
    from dateline.exports import geojson_text, to_geojson
    from dateline.pipeline import map_article

    return geojson_text(to_geojson(map_article(article, gazetteer=gazetteer)))


def _json(article: Article, gazetteer: "Gazetteer", *, with_text: bool = True) -> str:
    from dateline.exports import to_json, to_record
    from dateline.pipeline import find_in

    text = article.text if with_text else None
    return f"{to_json(to_record(article.name, text, *find_in(article, gazetteer)))}\n"


def _jsonl(article: Article, gazetteer: "Gazetteer") -> str:
    return _json(article, gazetteer, with_text=False)


def _csv(article: Article, gazetteer: "Gazetteer") -> str:
    from dateline.exports import to_csv, to_record
    from dateline.pipeline import find_in

    return to_csv([to_record(article.name, None, *find_in(article, gazetteer))])


_WRITERS: dict[str, Writer] = {
    "csv": _csv,
    "geojson": _geojson,
    "json": _json,
    "jsonl": _jsonl,
    "table": _table,
}
"""What ``--format`` asks for."""
