"""The page and the folium map of a story.

Only the folium map needs folium, which takes longer to import than a page to write; it is loaded
when its names are first used.
"""

from typing import TYPE_CHECKING, Any

from dateline.render.document import GENERATOR
from dateline.render.notebook import notebook_html
from dateline.render.options import PageOptions
from dateline.render.page import render_page

if TYPE_CHECKING:
    from dateline.render.folium_map import StoryMap, story_map

__all__ = ["GENERATOR", "PageOptions", "StoryMap", "notebook_html", "render_page", "story_map"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  (module attributes can be of any type)
    """Load the names that need folium on first use (PEP 562)."""
    if name not in {"StoryMap", "story_map"}:
        raise AttributeError(f"module 'dateline.render' has no attribute {name!r}")
    from dateline.render import folium_map

    return getattr(folium_map, name)
