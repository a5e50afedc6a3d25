"""What a caller may choose about the page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageOptions:
    """Choices for `dateline.render.render_page`.

    Examples
    --------
    >>> PageOptions().tiles
    ''
    """

    tiles: str = ""
    """Name of an xyzservices provider whose tiles the reader may load; empty for none."""
    language: str = ""
    """BCP 47 tag for the page's own words; empty for the article's language."""
