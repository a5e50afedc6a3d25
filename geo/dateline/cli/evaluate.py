"""``dateline evaluate``: scores against toponyms that somebody marked by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.options import gazetteer_option, refuse, says_home
from dateline.cli.output import say, write_standard_output
from dateline.cli.recogniser import chooses_recogniser

if TYPE_CHECKING:
    from dateline.cli.gold import Predict
    from dateline.evaluate import Coverage, Report, Toponym
    from dateline.gazetteer import Gazetteer
    from dateline.recognise import Recogniser


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be measured, and how it is to be printed."""

    kinds: frozenset[str]
    """Kinds of gold that count; empty for all."""
    said_kinds: frozenset[str]
    """Kinds of predictions that count; empty for all."""
    given_spans: bool
    """Whether the gold's spans are resolved instead of recognising names."""
    predictions: str | None
    """File of predictions to score instead of our own."""
    coverage: bool
    """Whether to measure the gazetteer instead of predictions."""
    worst: int
    """Names in each list of misses."""
    shape: str
    """``table`` or ``json``."""
    near: str | None = None
    """Where the publications are at home."""
    country: str | None = None
    """Code of their country."""


def _kinds(_ctx: click.Context, _option: click.Parameter, value: str | None) -> frozenset[str]:
    return frozenset(kind.strip() for kind in (value or "").split(",")) - {""}


@click.command("evaluate", short_help="Score against toponyms that were marked by hand")
@click.argument("gold", metavar="GOLD.jsonl…", nargs=-1, required=True)
@click.option(
    "--kinds",
    callback=_kinds,
    metavar="KIND,…",
    help="Kinds of gold that count: literal, associative …; others are neither missed nor wrong.",
)
@click.option(
    "--said-kinds",
    callback=_kinds,
    metavar="KIND,…",
    help="Kinds of predictions that count, for gold that marks only literal toponyms.",
)
@click.option("--given-spans", is_flag=True, help="Resolve the gold's spans: places alone.")
@says_home
@click.option("--predictions", metavar="FILE.jsonl", help="Score these instead of our own.")
@click.option(
    "--coverage",
    is_flag=True,
    help="How much of the gold the gazetteer has: the upper bound of any resolver.",
)
@click.option(
    "--worst",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="Names in each list of misses.",
)
@click.option(
    "--format", "shape", type=click.Choice(["table", "json"]), default="table", show_default=True
)
@chooses_recogniser
@gazetteer_option
def evaluate(
    gold: tuple[str, ...],
    *,
    gazetteer_file: Path | None,
    recogniser: "Recogniser",
    **options: Any,  # noqa: ANN401 - one a field of `Wish`
) -> None:
    """Find and place the toponyms of texts, and score the result against GOLD.

    Each line of GOLD is {"doc_id", "text", "toponyms": [{"start", "end", "lat", "lon",
    "kind"}]}; kind may be left out, and lat and lon are null where nobody knows. A place is right
    within 161 km; the second column also takes a country, region or river for right
    in which the gold's point lies.
    """
    wish = Wish(**options)
    _check(gold, wish)
    from dateline.gazetteer import open_gazetteer

    with open_gazetteer(gazetteer_file) as gazetteer:
        if wish.coverage:
            _print_coverage(_measure_coverage(gold, wish, gazetteer), wish)
        else:
            _print_report(_measure(gold, wish, gazetteer, recogniser), wish)


def _check(gold: tuple[str, ...], wish: Wish) -> None:
    refuse(
        [
            (
                wish.given_spans and bool(wish.predictions or wish.said_kinds),
                "--given-spans takes the gold's spans: leave out --predictions and --said-kinds.",
            ),
            (
                wish.coverage and bool(wish.given_spans or wish.predictions or wish.said_kinds),
                "--coverage looks at the gold alone: leave out what is about predictions.",
            ),
            (
                bool(wish.near or wish.country) and bool(wish.predictions or wish.coverage),
                "--near and --country are for placing names: leave out --predictions, --coverage.",
            ),
            (
                [*gold, wish.predictions].count("-") > 1,
                "- is standard input: it can be given once.",
            ),
        ]
    )


def _measure(
    gold: tuple[str, ...], wish: Wish, gazetteer: "Gazetteer", recogniser: "Recogniser"
) -> "Report":
    from dateline.cli.gold import compared, marked
    from dateline.evaluate import report_of

    predict = _predict(wish, gazetteer, recogniser)
    documents = compared(
        marked(gold, "Measuring", needs_text=not wish.predictions),
        predict,
        gazetteer,
        kinds=wish.kinds,
        said_kinds=wish.said_kinds,
    )
    return report_of(documents, given_spans=wish.given_spans)


def _predict(wish: Wish, gazetteer: "Gazetteer", recogniser: "Recogniser") -> "Predict":
    from dateline.cli.gold import found, stored
    from dateline.cli.means import Opened
    from dateline.resolve.origin import origin_of

    if wish.predictions:
        return stored(wish.predictions)
    origin = origin_of(wish.near or "", wish.country or "", gazetteer)
    return found(Opened(gazetteer, None, recogniser), given_spans=wish.given_spans, origin=origin)


def _measure_coverage(gold: tuple[str, ...], wish: Wish, gazetteer: "Gazetteer") -> "Coverage":
    from dateline.cli.gold import marked, of_kinds
    from dateline.evaluate import coverage_of

    def wanted() -> Iterator["Toponym"]:
        for document in of_kinds(marked(gold, "Looking up"), wish.kinds):
            yield from (t for t in document.toponyms if not wish.kinds or t["kind"] in wish.kinds)

    return coverage_of(wanted(), gazetteer)


def _print_report(report: "Report", wish: Wish) -> None:
    from dateline.cli.scores import report_text
    from dateline.evaluate import report_record

    if wish.shape == "json":
        _print_json(report_record(report, wish.worst))
    else:
        say(report_text(report, wish.worst))


def _print_coverage(coverage: "Coverage", wish: Wish) -> None:
    from dateline.cli.scores import coverage_text
    from dateline.evaluate import coverage_record

    if wish.shape == "json":
        _print_json(coverage_record(coverage, wish.worst))
    else:
        say(coverage_text(coverage, wish.worst))


def _print_json(record: dict[str, object]) -> None:
    from dateline.exports import to_json

    write_standard_output(f"{to_json(record)}\n".encode())
