"""Why each name was placed where it was."""

from dataclasses import dataclass

from dateline.errors import UsageError
from dateline.model import Resolution, Story
from dateline.names import fold
from dateline.resolve.reasons import reason_of


@dataclass(frozen=True, slots=True)
class Explanation:
    """One name in one sense."""

    surface: str
    """The name as first written."""
    spans: tuple[tuple[int, int], ...]
    """Where it stands, code points."""
    sentence: str
    """Why, in one sentence."""
    resolution: Resolution
    """The first mention's resolution, with candidates, scores and reasons."""


def explain(story: Story, toponym: str | None = None) -> tuple[Explanation, ...]:
    """Explain the resolutions of a story.

    Parameters
    ----------
    story
        A mapped article.
    toponym
        A name in any spelling; all names of the story without it.

    Returns
    -------
    tuple of Explanation
        One a name and place, in text order.

    Raises
    ------
    UsageError
        If `toponym` is not among the story's toponyms.
    """
    groups: dict[tuple[str, int | None], list[Resolution]] = {}
    for resolution in story.resolutions:
        place_id = resolution.place.id if resolution.place else None
        key = (fold(resolution.mention.surface), place_id)
        groups.setdefault(key, []).append(resolution)
    wanted = {k: g for k, g in groups.items() if toponym is None or k[0] == fold(toponym)}
    if toponym is not None and not wanted:
        names = ", ".join(dict.fromkeys(r.mention.surface for r in story.resolutions)) or "none"
        raise UsageError(
            f"“{toponym}” is not a toponym of this article: expected one of those found ({names})."
        )
    return tuple(_explanation(group) for group in wanted.values())


def _explanation(group: list[Resolution]) -> Explanation:
    first = group[0]
    spans = tuple((r.mention.start, r.mention.end) for r in group)
    return Explanation(first.mention.surface, spans, reason_of(first), first)
