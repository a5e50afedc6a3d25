"""Where a story is said to be from."""

from pathlib import Path

import pytest

from dateline import map_article, parse_article, read_article
from dateline.errors import UsageError
from dateline.gazetteer import Gazetteer
from dateline.resolve.origin import NOWHERE, origin_features, origin_of

PARIS_TX, PARIS_FR = 4717560, 2988507


@pytest.mark.parametrize(
    ("near", "country", "geonames_id"),
    [
        ("Paris, Texas", "", PARIS_TX),
        ("paris, tx", "", PARIS_TX),
        ("Paris, France", "", PARIS_FR),
        ("Paris", "FR", PARIS_FR),
        ("Minsk", "", 625144),
        ("Lamar County, Texas", "us", 4705086),
        ("Springfield, Illinois, United States", "", 4250542),
    ],
)
def test_a_place(gazetteer: Gazetteer, near: str, country: str, geonames_id: int) -> None:
    place = origin_of(near, country, gazetteer).place
    assert place
    assert place.geonames_id == geonames_id


@pytest.mark.parametrize(
    ("near", "country", "message"),
    [
        ("Springfield", "", r"“Springfield” is the name of \d+ places \(Springfield, "),
        ("London", "", "London, England, United Kingdom; London, Ontario, Canada"),
        ("Nowhereville", "", "“Nowhereville” is not in the gazetteer: expected a town"),
        ("Paris, Bavaria", "", "“Paris, Bavaria” is not in the gazetteer"),
        ("Minsk", "FR", "“Minsk” is not in the gazetteer in FR"),
        ("", "UK", "“UK” is no country code: .*the United Kingdom is GB"),
        ("", "USA", "“USA” is no country code: expected two letters"),
    ],
)
def test_what_is_refused(gazetteer: Gazetteer, near: str, country: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        origin_of(near, country, gazetteer)


def test_nothing_said(gazetteer: Gazetteer) -> None:
    assert origin_of("", "", gazetteer) == NOWHERE
    assert NOWHERE.position is None


def test_features_fall_with_distance(gazetteer: Gazetteer) -> None:
    origin = origin_of("Paris, Texas", "", gazetteer)
    bonham, paris = gazetteer.candidates("Bonham")[0].place, gazetteer.place(PARIS_FR)
    near = origin_features(origin, bonham, (("US",), ("US", "TX"), ("US", "TX", "147")))
    assert near["origin_country"] == near["origin_admin1"] == 1.0
    assert 0.3 < near["origin_near"] < 0.6  # some 50 km
    assert origin_features(origin, paris, (("FR",), ("FR", "11"))) == {}


STORY = "A man from Paris was fined. The clerk in Paris said so."


@pytest.mark.parametrize(
    ("near", "country", "geonames_id"),
    [("", "", PARIS_FR), ("Bonham, Texas", "", PARIS_TX), ("", "FR", PARIS_FR)],
)
def test_it_decides(gazetteer: Gazetteer, near: str, country: str, geonames_id: int) -> None:
    story = map_article(STORY, gazetteer=gazetteer, near=near, country=country)
    assert [f.place and f.place.geonames_id for f in story.features] == [geonames_id]


def test_front_matter_says_it(gazetteer: Gazetteer, tmp_path: Path) -> None:
    file = tmp_path / "story.md"
    file.write_text(f"---\nnear: Bonham, Texas\n---\n{STORY}\n", encoding="utf-8")
    article = read_article(file)
    assert (article.near, article.country) == ("Bonham, Texas", "")
    story = map_article(article, gazetteer=gazetteer)
    assert [f.place and f.place.geonames_id for f in story.features] == [PARIS_TX]


def test_what_is_far_stays_far(gazetteer: Gazetteer) -> None:
    text = "Ministers met in Berlin, in Vienna and in Tokyo."
    story = map_article(parse_article(text), gazetteer=gazetteer, near="Paris, Texas")
    assert [f.place and f.place.country_code for f in story.features] == ["DE", "AT", "JP"]
