"""What a map shows, as rows for a terminal."""

from collections import Counter
from dataclasses import dataclass

from dateline.model import Feature, LonLat, Story


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A line of the table that a terminal shows."""

    name: str
    """What the map calls it."""
    what: str
    """What it is: "capital of Belarus"."""
    where: str
    """Position of its pin or label, or of what is drawn."""
    drawn: str
    """Pin, area or line; lighter where only associative, with a ? where uncertain."""
    mentions: int
    """How often it comes up."""
    confidence: float
    """0 to 1."""


def places_table(story: Story) -> tuple[PlaceRow, ...]:
    """List what a story's map shows, in order of first mention.

    Parameters
    ----------
    story
        The story.

    Returns
    -------
    tuple of PlaceRow
        One a feature.
    """
    return tuple(
        PlaceRow(
            name=feature.name,
            what=feature.description,
            where=position(feature.label),
            drawn=_drawn(feature),
            mentions=len(feature.spans),
            confidence=feature.confidence,
        )
        for feature in story.features
    )


def _drawn(feature: Feature) -> str:
    lighter = " (lighter)" if feature.kind == "associative" else ""
    return f"{feature.shape}{lighter}{' ?' if feature.uncertain else ''}"


def unplaced_names(story: Story) -> tuple[tuple[str, int], ...]:
    """Count the names that could not be placed, in order of first mention."""
    return tuple(Counter(mention.surface for mention in story.unplaced).items())


def position(point: LonLat) -> str:
    """Write a position for readers: latitude first, by hemisphere.

    Examples
    --------
    >>> position(LonLat(27.5667, 53.9)), position(LonLat(-70.65, -33.4569))
    ('53.90° N, 27.57° E', '33.46° S, 70.65° W')
    """
    lat, lon = round(point.lat, 2), round(point.lon, 2)
    north, east = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
    return f"{abs(lat):.2f}° {north}, {abs(lon):.2f}° {east}"
