"""What a caller may choose about the page."""

from dataclasses import dataclass

from dateline.render.embed import Published


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
    published: Published | None = None
    """Where the page will live, for those who show or embed a link to it; ``None`` if unknown."""
