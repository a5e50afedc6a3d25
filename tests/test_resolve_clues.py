"""What a text tells of where it is from without naming a place."""

import re

import pytest

from dateline.gazetteer import Gazetteer
from dateline.resolve.clues import clue_features, clues_of, country_words


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("The sheriff and two deputies came.", ("US",)),
        ("The school board met at the high school.", ("US",)),
        ("It cost £3 million, a councillor said.", ("GB",)),
        ("Gardaí closed the road.", ("IE",)),
        ("RCMP officers searched the house.", ("CA",)),
        ("Ten lakh rupees were found.", ("IN",)),
        ("Call (903) 555-0100.", ("US", "TX")),
        ("Call 519-555-0100 before noon.", ("CA", "08")),
        ("The parish got a new jail.", ("US", "LA")),
    ],
)
def test_the_likeliest_area(text: str, area: tuple[str, ...]) -> None:
    clues = clues_of(text)
    alike = {known: share for known, share in clues.items() if len(known) == len(area)}
    assert max(alike, key=lambda known: alike[known]) == area


@pytest.mark.parametrize(
    "text", ["", "It rained.", "Call 555-0100.", "Room 903 555", "1903-555-0100"]
)
def test_no_clue(text: str) -> None:
    assert clues_of(text) == {}


def test_a_word_counts_once() -> None:
    assert clues_of("Sheriff! Sheriff! Sheriff!") == clues_of("Sheriff!")


def test_more_clues_say_more() -> None:
    one, two = clues_of("The sheriff left."), clues_of("The sheriff left the courthouse.")
    assert 0 < one["US",] < two["US",] < 1


def test_features_of_a_reading() -> None:
    clues = clues_of("The sheriff said: call 903-555-0100.")
    assert set(clue_features(clues, (("US",), ("US", "TX"), ("US", "TX", "277")))) == {
        "clue_country",
        "clue_admin1",
    }
    assert set(clue_features(clues, (("US",), ("US", "OK")))) == {"clue_country"}
    assert clue_features(clues, (("FR",),)) == {}


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
    assert "sheriff" in country_words("US")
    assert country_words("XX") == []
