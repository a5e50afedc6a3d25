"""``dateline explain``: why a name was placed where it was."""

import click

from dateline.cli.means import Means, takes_means
from dateline.cli.options import Source, reads_article
from dateline.cli.output import say


@click.command("explain", short_help="Say why names were placed where they were")
@reads_article("txt", "md", "html")
@click.argument("toponym", required=False)
@click.option(
    "--limit", type=click.IntRange(min=1), default=3, show_default=True, help="Candidates a name."
)
@takes_means
def explain(
    source: Source,
    *,
    toponym: str | None,
    limit: int,
    means: Means,
) -> None:
    """Explain why the names in ARTICLE, or one TOPONYM of them, were placed where they were.

    Each candidate is shown with its score and what the score is made of.
    """
    article = source.read()

    from dateline.cli.reasons import explained
    from dateline.explain import explain as explanations_of

    with means.opened() as opened:
        story = opened.map(article)
    found = explanations_of(story, toponym)
    parts = [explained(explanation, limit) for explanation in found] or ["No places were found.\n"]
    say("\n".join(parts))
