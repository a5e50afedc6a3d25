"""``dateline places``: the places of an article, or of a stream of texts, as data."""

import io
import sys
from pathlib import Path
from typing import TextIO

import click

from dateline.article import one_line
from dateline.cli.means import Means, Opened, takes_means
from dateline.cli.options import (
    Source,
    force_option,
    output_option,
    reads_article,
    refuse,
)
from dateline.cli.output import check_target, is_geojson, say, write_file, write_standard_output
from dateline.model import Article

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
@click.option(
    "--given-spans",
    is_flag=True,
    help="Resolve the toponyms that each line of a .jsonl file carries, instead of finding names.",
)
@output_option("Where it goes.  [default: standard output]")
@force_option
@takes_means
def places(
    source: Source,
    *,
    shape: str | None,
    given_spans: bool,
    output: str | None,
    force: bool,
    means: Means,
) -> None:
    """List the places of ARTICLE with offsets, GeoNames ids and coordinates.

    ARTICLE is a .txt, .md or .html file, or - for standard input. From a .jsonl file, one
    {"doc_id", "text"} a line is read and answered by one line, in order, as they are done.
    """
    file = Path(output) if output and output != "-" else None
    if _is_stream(source):
        _check_stream(source, shape)
        from dateline.cli.stream import Target, write_stream

        target = Target(file, force, shape == "csv")
        home = (source.near or "", source.country or "")
        write_stream(source.name, target, means, given_spans=given_spans, home=home)
        return
    refuse([(given_spans, "--given-spans goes with .jsonl: only there lines carry toponyms.")])
    article = source.read()
    if file:
        check_target(file, source.name, force=force, ours=is_geojson)

    chosen, stream = shape or "table", io.StringIO() if file else sys.stdout
    with means.opened() as opened:
        text = _written(chosen, article, opened, stream)
    if file:
        write_file(file, text.encode("utf-8"))
        click.echo(f"Wrote {one_line(str(file))}.", err=True)
    elif chosen == "table":
        say(text)
    else:
        write_standard_output(text.encode("utf-8"))


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


def _written(
    shape: str,
    article: Article,
    opened: Opened,
    stream: TextIO,
) -> str:
    """Write the places of one article as ``--format`` asks, for a stream where that matters."""
    from dateline.exports import geojson_text, to_csv, to_geojson, to_json, to_record
    from dateline.focus import focus_of
    from dateline.pipeline import find_in

    if shape == "geojson":
        return geojson_text(to_geojson(opened.map(article)))
    if shape == "table":
        from dateline.cli.summary import summary

        return summary(opened.map(article), stream)
    text = article.text if shape == "json" else None
    found = find_in(article, opened.gazetteer, opened.enquiry, opened.recogniser)
    record = to_record(article.name, text, *found, focus_of(*found, opened.gazetteer))
    return to_csv([record]) if shape == "csv" else f"{to_json(record)}\n"
