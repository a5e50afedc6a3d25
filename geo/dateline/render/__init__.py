"""The page and the folium map of a story."""

from dateline.render.folium_map import StoryMap, story_map
from dateline.render.notebook import notebook_html
from dateline.render.options import PageOptions
from dateline.render.page import GENERATOR, render_page

__all__ = ["GENERATOR", "PageOptions", "StoryMap", "notebook_html", "render_page", "story_map"]
