"""The story as a folium map that can be shown and added to."""

import re

import folium
import pytest
from branca.element import Figure

from dateline.gazetteer import Gazetteer
from dateline.model import Story
from dateline.pipeline import map_article
from dateline.render import story_map
from dateline.render.assets import asset

TEXTS = ("Ministers met in Vilnius on Tuesday.", "Police in Minsk were silent.")


@pytest.fixture(scope="module")
def stories(gazetteer: Gazetteer) -> tuple[Story, ...]:
    return tuple(map_article(text, gazetteer=gazetteer) for text in TEXTS)


def document(shown: folium.Map) -> str:
    return str(shown.get_root().render())


def test_it_is_a_folium_map_and_shows_itself(
    stories: tuple[Story, ...], gazetteer: Gazetteer
) -> None:
    shown = story_map(stories[0], gazetteer=gazetteer)
    assert isinstance(shown, folium.Map)
    assert isinstance(shown.get_root(), Figure)
    assert "iframe" in shown._repr_html_()


def test_it_loads_nothing(stories: tuple[Story, ...], gazetteer: Gazetteer) -> None:
    html = document(story_map(stories[0], gazetteer=gazetteer))
    assert not re.search(r"<(script|img|iframe)[^>]* src=|<link", html)


def test_same_story_same_bytes_and_other_story_other_id(
    stories: tuple[Story, ...], gazetteer: Gazetteer
) -> None:
    first, again, other = (
        story_map(story, gazetteer=gazetteer) for story in (stories[0], stories[0], stories[1])
    )
    assert document(first) == document(again) == document(first)
    assert first.get_name() != other.get_name()


def test_folium_elements_bring_back_what_they_need(
    stories: tuple[Story, ...], gazetteer: Gazetteer
) -> None:
    shown = story_map(stories[0], gazetteer=gazetteer)
    folium.Marker((54.7, 25.3), popup="Here").add_to(shown)
    html = document(shown)
    assert "jquery" in html
    assert "leaflet@" not in html
    assert "L.marker" in html


def test_page_carries_the_map_that_folium_writes(
    stories: tuple[Story, ...], gazetteer: Gazetteer
) -> None:
    written = document(story_map(stories[0], gazetteer=gazetteer))
    options = re.findall(r"^    (\w+: .+),$", asset("mount.js"), re.MULTILINE)
    assert len(options) == 4
    for name, value in (option.split(": ") for option in options):
        assert f'"{name}": {value}' in written
    assert 'L.map("map"' in asset("mount.js")
    assert "mountStory(" in written


def test_other_maps_are_left_alone(stories: tuple[Story, ...], gazetteer: Gazetteer) -> None:
    before = list(folium.Map.default_js), list(folium.Map.default_css)
    document(story_map(stories[0], gazetteer=gazetteer))
    assert (folium.Map.default_js, folium.Map.default_css) == before
    names = {folium.Map().get_name() for _ in range(3)}
    assert len(names) == 3
