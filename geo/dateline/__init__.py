"""Dateline: an article goes in, a story map comes out.

>>> import dateline
>>> story = dateline.map_article("Ministers met in Vilnius on Tuesday.")
>>> [feature.name for feature in story.features]
['Vilnius']

The names below are loaded when they are first used, so that ``import dateline`` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.article import parse_article, read_article
    from dateline.errors import DatelineError
    from dateline.gazetteer import Gazetteer, open_gazetteer
    from dateline.model import Article, Story
    from dateline.pipeline import find_places, map_article
    from dateline.recognise import Recogniser
    from dateline.render import PageOptions, render_page, story_map

__version__ = "0.1.0"

__all__ = [
    "Article",
    "DatelineError",
    "Gazetteer",
    "PageOptions",
    "Recogniser",
    "Story",
    "find_places",
    "map_article",
    "open_gazetteer",
    "parse_article",
    "read_article",
    "render_page",
    "story_map",
]

_HOME = {
    "Article": "model",
    "DatelineError": "errors",
    "Gazetteer": "gazetteer",
    "PageOptions": "render",
    "Recogniser": "recognise",
    "Story": "model",
    "find_places": "pipeline",
    "map_article": "pipeline",
    "open_gazetteer": "gazetteer",
    "parse_article": "article",
    "read_article": "article",
    "render_page": "render",
    "story_map": "render",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  (module attributes can be of any type)
    """Load a public name on first use (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    return getattr(import_module(f"dateline.{_HOME[name]}"), name)
