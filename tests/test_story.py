"""From text to features: what is drawn, what leads to it, and what is said of it."""

import pytest

from dateline import map_article
from dateline.gazetteer import Gazetteer
from dateline.model import Feature, Story
from dateline.view import WORLD, first_view

TEXT = """MINSK, Aug. 18 — Crowds filled Minsk again, and Brest, near the border with Poland.

Belarusian police watched. “Minsk is ours,” people sang in Xyzzy Square.

From Warsaw came support, and from Poland's president too. The people of Belarus waited.
"""


@pytest.fixture(scope="module")
def story(gazetteer: Gazetteer) -> Story:
    return map_article(TEXT, gazetteer=gazetteer)


@pytest.fixture(scope="module")
def by_key(story: Story) -> dict[str, Feature]:
    return {feature.key: feature for feature in story.features}


def test_one_feature_a_place_with_all_its_mentions(by_key: dict[str, Feature]) -> None:
    spans = by_key["minsk"].spans
    assert [TEXT[start:end] for start, end in spans] == ["MINSK", "Minsk", "Minsk"]


def test_an_adjective_joins_the_feature_of_its_country(by_key: dict[str, Feature]) -> None:
    surfaces = [TEXT[start:end] for start, end in by_key["belarus"].spans]
    assert surfaces == ["Belarusian", "Belarus"]
    assert by_key["belarus"].kind == "literal"


@pytest.mark.parametrize(
    ("key", "shape", "description"),
    [
        ("minsk", "pin", "capital of Belarus"),
        ("warsaw", "pin", "capital of Poland"),
        ("poland", "area", "country"),
        ("belarus-poland-border", "line", "border"),
    ],
)
def test_how_it_is_drawn(
    by_key: dict[str, Feature], key: str, shape: str, description: str
) -> None:
    assert by_key[key].shape == shape
    assert by_key[key].description == description


def test_features_come_in_order_of_first_mention(story: Story) -> None:
    firsts = [feature.spans[0] for feature in story.features]
    assert firsts == sorted(firsts)


def test_keys_are_unique(gazetteer: Gazetteer) -> None:
    story = map_article("Paris, Texas, is not Paris, France.", gazetteer=gazetteer)
    keys = [feature.key for feature in story.features]
    assert "paris" in keys
    assert "paris-2" in keys
    assert len(set(keys)) == len(keys)


def test_every_resolution_is_drawn_or_listed(story: Story) -> None:
    drawn = {span for feature in story.features for span in feature.spans}
    listed = {(mention.start, mention.end) for mention in story.unplaced}
    for resolution in story.resolutions:
        assert (resolution.mention.start, resolution.mention.end) in drawn | listed


def test_the_view_holds_the_literal_pins(story: Story) -> None:
    west, south, east, north = story.view
    for feature in story.features:
        if feature.shape == "pin" and feature.kind == "literal":
            assert west <= feature.label.lon <= east
            assert south <= feature.label.lat <= north


def test_a_region_in_passing_does_not_widen_the_view(gazetteer: Gazetteer) -> None:
    story = map_article("Snow fell in Minsk and Brest, and all over Europe.", gazetteer=gazetteer)
    assert story.view.east - story.view.west < 10


def test_an_associative_place_never_moves_the_view(gazetteer: Gazetteer) -> None:
    text = "Snow fell in Minsk. The Australian prime minister sent a card."
    story = map_article(text, gazetteer=gazetteer)
    assert {f.kind for f in story.features} == {"literal", "associative"}
    assert story.view.south > 50


def test_without_places_the_world_is_shown(gazetteer: Gazetteer) -> None:
    story = map_article("Nothing happened anywhere.", gazetteer=gazetteer)
    assert story.features == ()
    assert story.view == WORLD == first_view(())


def test_the_sources_are_named(story: Story) -> None:
    assert any("GeoNames" in line for line in story.attributions)
    assert any("Natural Earth" in line for line in story.attributions)
