"""The page's own words: complete in every language, in every number, and all of them used."""

import json
import re
from pathlib import Path

import pytest
from babel import Locale

from dateline.article import direction
from dateline.render.words import FALLBACK, WRITTEN, languages, primary, words

ASSETS = Path(__file__).parent.parent / "geo/dateline/render/assets"
PLURAL = re.compile(r"_(zero|one|two|few|many|other)$")
COUNTS = range(1, 1000)
"""Numbers of places and of mentions that a page may have to put into words."""


def keys(language: str) -> set[str]:
    """Keys of the words, those of one phrase in several numbers as one."""
    return {PLURAL.sub("", key) for key in words(language)}


def holes(phrase: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", phrase))


@pytest.mark.parametrize("language", languages())
def test_every_language_says_the_same(language: str) -> None:
    english = {PLURAL.sub("", key): phrase for key, phrase in words(FALLBACK).items()}
    assert keys(language) == keys(FALLBACK)
    for key, phrase in words(language).items():
        allowed = holes(english[PLURAL.sub("", key)])
        assert holes(phrase) <= allowed, key
        assert PLURAL.search(key) or holes(phrase) == allowed, key
        assert phrase.strip(), key


@pytest.mark.parametrize("language", languages())
def test_every_number_has_its_form(language: str) -> None:
    categories = {Locale(language).plural_form(count) for count in COUNTS}
    phrases = {PLURAL.sub("", key) for key in words(language) if PLURAL.search(key)}
    assert phrases == {"cluster", "mentioned", "paragraphs"}
    for phrase in phrases:
        there = {key.rpartition("_")[2] for key in words(language) if key.startswith(f"{phrase}_")}
        assert there >= categories | {"other"}
    assert "{count}" in words(language)["mentioned_other"]


@pytest.mark.parametrize("language", languages())
def test_words_know_their_language_and_direction(language: str) -> None:
    assert words(language)["language"] == language
    assert words(language)["direction"] == direction(language)


@pytest.mark.parametrize("language", [one for one in languages() if one != FALLBACK])
def test_no_english_is_left_over(language: str) -> None:
    own, english = words(language), words(FALLBACK)
    same = {key for key, phrase in own.items() if english.get(key) == phrase}
    units = {"kilometres", "metres"}
    alike = {
        "de": {"link", "mentioned_in"} | units,
        "es": units,
        "fr": {"confidence_sure"} | units,
    }
    assert same <= {"comma", "direction", "semicolon"} | alike.get(language, set())


def test_the_languages_promised_are_there() -> None:
    assert {"ar", "de", "en", "es", "fr", "he", "ru", "uk"} <= set(languages())


@pytest.mark.parametrize(
    ("tag", "spoken"),
    [("de-AT", "de"), ("uk", "uk"), ("zh-Hant", "en"), ("", "en"), ("EN_gb", "en"), ("iw", "en")],
)
def test_unknown_languages_are_answered_in_english(tag: str, spoken: str) -> None:
    assert words(tag)["language"] == spoken


def test_primary_language_of_a_tag() -> None:
    assert [primary(tag) for tag in ("sr-Latn-RS", "pt_BR", "")] == ["sr", "pt", ""]


def test_no_word_is_left_over() -> None:
    sources = [ASSETS / "page.html.j2", *sorted((ASSETS / "story").glob("*.mjs"))]
    text = "".join(source.read_text(encoding="utf-8") for source in sources)
    unused = [
        key
        for key in keys("en")
        if not key.startswith("confidence_")
        and f"words.{key}" not in text
        and f"{key}:" not in text
        and f'"{key}"' not in text
    ]
    assert unused == []


def test_scripts_are_given_all_words_but_those_that_are_written_in_the_page() -> None:
    scripts = "".join(path.read_text(encoding="utf-8") for path in (ASSETS / "story").glob("*.mjs"))
    template = (ASSETS / "page.html.j2").read_text(encoding="utf-8")
    for key in WRITTEN:
        assert f"words.{key}" in template
        assert f"words.{key}" not in scripts


def test_files_are_sorted_so_that_changes_are_easy_to_read() -> None:
    for path in sorted((ASSETS / "words").glob("*.json")):
        table = json.loads(path.read_text(encoding="utf-8"))
        assert list(table) == sorted(table), path.name
