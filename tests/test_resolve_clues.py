"""What a text tells of where it is from without naming a place."""

import re

import pytest

from dateline.gazetteer import Gazetteer
from dateline.resolve.clues import Clues, clue_features, clues_of, words_for


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("The sheriff and two deputies came.", ("US",)),
        ("The school board met at the high school.", ("US",)),
        ("It cost £3 million, a councillor said.", ("GB",)),
        ("Gardaí closed the road.", ("IE",)),
        ("RCMP officers searched the house.", ("CA",)),
        ("Ten lakh rupees were found.", ("IN",)),
        ("The parish got a new jail.", ("US", "LA")),
    ],
)
def test_the_likeliest_area(text: str, area: tuple[str, ...]) -> None:
    clues = clues_of(text).local
    alike = {known: share for known, share in clues.items() if len(known) == len(area)}
    assert max(alike, key=lambda known: alike[known]) == area


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Their favorite color is gray.", "US"),
        ("He was born on Sept. 26, 2008.", "US"),
        ("It opens at 7 p.m. and costs nothing.", "US"),
        ("Their neighbours organised it.", "GB"),
        ("It opens at 7pm on 26 September.", "GB"),
        ("A lorry overturned on the A38.", "GB"),
    ],
)
def test_how_it_is_written(text: str, country: str) -> None:
    written = clues_of(text).written
    assert max(written, key=lambda known: written[known]) == (country,)


def test_how_it_is_written_is_not_what_it_is_about() -> None:
    clues = clues_of("The color of the Nile changed on Sept. 26.")
    assert clues.written
    assert not clues.local


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Call (903) 555-0100.", ("US", "TX")),
        ("Call 519-555-0100 before noon.", ("CA", "08")),
    ],
)
def test_telephone_codes(text: str, area: tuple[str, ...]) -> None:
    assert area in clues_of(text).dialled


def test_acronyms_count_as_they_stand() -> None:
    assert ("US", "GA") in clues_of("The GBI was told.").local
    assert ("US", "GA") not in clues_of("The gbi was told.").local


@pytest.mark.parametrize(
    "text", ["", "It rained.", "Call 555-0100.", "Room 903 555", "1903-555-0100"]
)
def test_no_clue(text: str) -> None:
    assert clues_of(text) == Clues()


def test_a_word_counts_once() -> None:
    assert clues_of("Sheriff! Sheriff! Sheriff!") == clues_of("Sheriff!")


def test_more_clues_say_more() -> None:
    one, two = clues_of("The sheriff left."), clues_of("The sheriff left the courthouse.")
    assert 0 < one.local["US",] < two.local["US",] < 1


def test_features_of_a_reading() -> None:
    clues = clues_of("The sheriff said: call 903-555-0100.")
    texas, oklahoma = (("US",), ("US", "TX"), ("US", "TX", "277")), (("US",), ("US", "OK"))
    assert set(clue_features(clues, texas, own_town=False)) == {"clue_country", "dialled"}
    assert set(clue_features(clues, oklahoma, own_town=False)) == {"clue_country"}
    assert clue_features(clues, (("FR",),), own_town=True) == {}


def test_features_of_the_own_town() -> None:
    clues = clues_of("The sheriff left.")
    features = clue_features(clues, (("US",),), own_town=True)
    assert features["local_clue"] == features["clue_country"] > 0


def test_every_area_is_in_the_gazetteer(gazetteer: Gazetteer) -> None:
    from importlib.resources import files

    table = (files("dateline.resolve") / "clues.toml").read_text(encoding="utf-8")
    codes = set(re.findall(r"\b[A-Z]{2}(?:\.[A-Z0-9]{2})?\b(?=[^=\n]*=)", table))
    assert len(codes) > 60
    for code in codes:
        country, _, division = code.partition(".")
        assert gazetteer.country(country), code
        assert not division or gazetteer.admin1(country, division), code


def test_words_of_a_country() -> None:
    local, codes, written = words_for("US")
    assert "sheriff" in local
    assert not codes
    assert "neighbor" in written
    assert words_for("XX") == ([], [], [])
