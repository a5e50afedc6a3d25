"""``dateline explain``: why a name was placed where it was."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.geocoder import Asking, asks_geocoder
from dateline.cli.options import Source, gazetteer_option, reads_article
from dateline.cli.output import say
from dateline.cli.recogniser import chooses_recogniser

if TYPE_CHECKING:
    from dateline.recognise import Recogniser


@click.command("explain", short_help="Say why names were placed where they were")
@reads_article("txt", "md", "html")
@click.argument("toponym", required=False)
@click.option(
    "--limit", type=click.IntRange(min=1), default=3, show_default=True, help="Candidates a name."
)
@chooses_recogniser
@asks_geocoder
@gazetteer_option
def explain(
    source: Source,
    *,
    toponym: str | None,
    limit: int,
    asking: Asking,
    recogniser: "Recogniser",
    gazetteer_file: Path | None,
) -> None:
    """Explain why the names in ARTICLE, or one TOPONYM of them, were placed where they were.

    Each candidate is shown with its score and what the score is made of.
    """
    article = source.read()

    from dateline.cli.reasons import explained
    from dateline.explain import explain as explanations_of
    from dateline.gazetteer import open_gazetteer
    from dateline.pipeline import map_article

    with open_gazetteer(gazetteer_file) as gazetteer, asking.opened() as geocoder:
        story = map_article(article, gazetteer=gazetteer, geocoder=geocoder, recogniser=recogniser)
    found = explanations_of(story, toponym)
    parts = [explained(explanation, limit) for explanation in found] or ["No places were found.\n"]
    say("\n".join(parts))
