"""Stretches of a story's text that lead to the map."""

from typing import NamedTuple

from dateline.model import Story, ToponymKind


class Lead(NamedTuple):
    """A stretch of text that leads to something on the map."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    key: str
    """Which feature it leads to."""
    number: int
    """Running number in the story from 1; the page's fragment is ``#m-<number>``."""
    kind: ToponymKind
    """Literal or associative, for this stretch alone."""
    expression: bool
    """Whether it is a locative expression rather than a name."""


def leads_of(story: Story) -> tuple[Lead, ...]:
    """List every stretch that leads to the map, in text order, the longer first.

    Parameters
    ----------
    story
        A story.

    Returns
    -------
    tuple[Lead, ...]
        Numbered from 1.
    """
    kinds = {(r.mention.start, r.mention.end): r.mention.kind for r in story.resolutions}
    spans = sorted(
        (start, -end, position)
        for position, feature in enumerate(story.features)
        for start, end in feature.spans
    )
    features = story.features
    return tuple(
        Lead(
            start,
            -end,
            features[position].key,
            number,
            kinds.get((start, -end), features[position].kind),
            features[position].place is None,
        )
        for number, (start, end, position) in enumerate(spans, 1)
    )
