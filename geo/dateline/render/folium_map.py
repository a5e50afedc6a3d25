"""The story as a folium map.

branca compiles what a macro returns as a template once more, so nothing from an article, a
gazetteer or a file may pass through one: our data and our assets reach the figure as `Verbatim`,
which no template touches, and the one macro has only constants and an identifier in it.
"""

from hashlib import sha256
from typing import ClassVar, cast

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template

from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.model import Story
from dateline.render.assets import leaflet_script, leaflet_style, map_style, story_script
from dateline.render.packing import packed
from dateline.render.payload import Payload, as_json, payload_of
from dateline.render.words import words

ID_DIGITS = 12
"""Hexadecimal digits of the map's identifier: enough for all the maps of a notebook."""


class Verbatim(Element):
    """Text that reaches the document as it is."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._name, self._text = "Verbatim", text

    def render(self, **_: object) -> str:
        """Return the text."""
        return self._text


class Mount(MacroElement):
    """The call that draws a story on the map it is a child of."""

    _template = Template(
        "{% macro script(this, kwargs) %}mountStory({{ this._parent.get_name() }}, "
        'document.getElementById("{{ this._parent.get_name() }}_data"));{% endmacro %}'
    )

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Mount"


class StoryMap(folium.Map):
    """A folium map that shows a story without a request to anywhere.

    Other folium elements may be added; those that need jQuery or Bootstrap bring folium's usual
    files back.
    """

    _WANTS: ClassVar = folium.Map.default_js[1:], folium.Map.default_css[1:]

    def __init__(self, payload: Payload) -> None:
        west, south, east, north = payload["view"]
        super().__init__(
            location=((south + north) / 2, (west + east) / 2),
            zoom_start=3,
            tiles=None,
            zoom_control=False,
            attribution_control=False,
            scroll_wheel_zoom=False,
            zoom_snap=0.25,
        )
        self.data = as_json(packed(payload))
        self._id = sha256(self.data.encode()).hexdigest()[:ID_DIGITS]
        self.default_js, self.default_css = [], []
        self.add_child(Mount(), name="mount")

    @property
    def figure(self) -> Figure:
        """The document that the map stands in."""
        return cast("Figure", self.get_root())

    def render(self, **kwargs: object) -> str:
        """Render into the figure, with what the other children need; itself it is nothing."""
        if len(self._children) > 1:
            self.default_js, self.default_css = (list(links) for links in self._WANTS)
        data = f'<script type="application/json" id="{self.get_name()}_data">{self.data}</script>'
        self.figure.header.add_child(Verbatim(self.head()), name="story_head")
        self.figure.html.add_child(Verbatim(data), name="story_data")
        super().render(**kwargs)  # type: ignore[no-untyped-call]
        return ""

    @staticmethod
    def head() -> str:
        """Styles and scripts for a figure of its own, as in a notebook."""
        style = f"<style>{leaflet_style()}{map_style()}</style>"
        script = f"<script>{leaflet_script()}</script><script>{story_script()}</script>"
        return style + script


def story_map(story: Story, *, gazetteer: Gazetteer | None = None) -> StoryMap:
    """Draw a story as a folium map, to show in a notebook or to add to.

    Parameters
    ----------
    story
        A story, from `dateline.pipeline.map_article`.
    gazetteer
        Where the base map comes from; the one in the package by default.

    Returns
    -------
    StoryMap
        A `folium.Map`. The same story gives the same map, byte for byte.
    """
    language = words(story.article.language)
    if gazetteer is not None:
        return StoryMap(payload_of(story, gazetteer, language))
    with open_gazetteer() as opened:
        return StoryMap(payload_of(story, opened, language))
