"""Places of several stories: gathered, counted, named and kept apart."""

import pytest
from tests.browser.stories import BELARUS, LITHUANIA, MINSK, PARIS, PARIS_TEXAS, VILNIUS, tell

from dateline.collection import Collection, Sighting, collect
from dateline.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def collection(gazetteer: Gazetteer) -> Collection:
    first = tell(
        f"[[Minsk|{MINSK}]] and [[Vilnius|{VILNIUS}]].\n\nThe [[Belarusian|{BELARUS}|~]] side of "
        f"[[Minsk|{MINSK}]], [[Paris|{PARIS}]].",
        gazetteer,
    )
    second = tell(f"From [[Mensk|{MINSK}]] to [[Paris|{PARIS_TEXAS}]].", gazetteer, confidence=0.4)
    third = tell(f"[[Belarus|{BELARUS}]] alone. [[Minsk|{MINSK}]].", gazetteer)
    stories = zip(("a", "b", "c"), (first, second, third), strict=True)
    return collect(stories, "All of it")


def test_places_are_shared_between_stories(collection: Collection) -> None:
    minsk, belarus, *rest = collection.sites
    assert (minsk.feature.name, minsk.mentions) == ("Minsk", 4)
    assert minsk.sightings == (
        Sighting(0, "minsk", (0, 43)),
        Sighting(1, "mensk", (5,)),
        Sighting(2, "minsk", (15,)),
    )
    assert [(site.feature.name, site.mentions) for site in rest] == [
        ("Paris", 1),
        ("Paris", 1),
        ("Vilnius", 1),
    ]
    assert (belarus.feature.kind, belarus.mentions) == ("literal", 2)


def test_the_surest_mention_says_what_a_place_is(collection: Collection) -> None:
    assert collection.sites[0].feature.confidence == pytest.approx(0.95)


def test_keys_tell_namesakes_apart(collection: Collection) -> None:
    keys = [site.feature.key for site in collection.sites]
    assert keys == ["minsk", "belarus", "paris", "paris-2", "vilnius"]
    assert {site.feature.place.id for site in collection.sites[2:4] if site.feature.place} == {
        PARIS,
        PARIS_TEXAS,
    }


def test_an_outline_is_kept_once(collection: Collection) -> None:
    outlines = [
        feature.geometry
        for entry in collection.entries
        for feature in entry.story.features
        if feature.name == "Belarus"
    ]
    assert len(outlines) == 2
    assert outlines[0] is outlines[1]
    assert all(not one.ranked for entry in collection.entries for one in entry.story.resolutions)


def test_the_view_is_where_most_mentions_are(collection: Collection) -> None:
    west, south, east, north = collection.view
    assert west < 27.6 < east
    assert south < 53.9 < north
    assert west > -20.0


def test_borders_of_one_name_are_one_place(gazetteer: Gazetteer) -> None:
    stories = [
        tell(text, gazetteer, border=("the border", BELARUS, LITHUANIA))
        for text in ("At the border.", "Along the border of old.")
    ]
    (site,) = collect(zip("ab", stories, strict=True)).sites
    assert (site.feature.key, site.mentions) == ("belarus-lithuania-border", 2)


def test_stories_are_taken_one_by_one(gazetteer: Gazetteer) -> None:
    story = tell(f"[[Minsk|{MINSK}]].", gazetteer)
    collection = collect((f"s{number}", story) for number in range(50))
    assert [entry.name for entry in collection.entries][:2] == ["s0", "s1"]
    assert collection.sites[0].mentions == 50


def test_nothing_is_a_collection_too() -> None:
    assert collect([]).sites == ()
