"""What a story shows, in words and a table, for a terminal."""

from typing import TextIO

from dateline.article import one_line
from dateline.cli.tables import rendered, table
from dateline.exports import places_table, unplaced_names
from dateline.model import Story

_COLUMNS = ("Place", "What", "Where", "Drawn as", "Mentions#", "Sure#")


def summary(story: Story, stream: TextIO | None = None) -> str:
    """List what was placed, and below it what was not.

    Parameters
    ----------
    story
        The story.
    stream
        Where it will be written; standard output by default.
    """
    rows = [
        (row.name, row.what, row.where, row.drawn, row.mentions, f"{row.confidence:.0%}")
        for row in places_table(story)
    ]
    placed = rendered(table(_COLUMNS, rows), stream) if rows else "No places were found.\n"
    names = [
        one_line(name) if count == 1 else f"{one_line(name)} ({count} times)"
        for name, count in unplaced_names(story)
    ]
    return placed + (f"\nNot placed: {', '.join(names)}.\n" if names else "")
