"""The page's own words: complete in every language, and all of them used."""

import re
from pathlib import Path

import pytest

from dateline.render.words import languages, words

ASSETS = Path(__file__).parent.parent / "geo/dateline/render/assets"


@pytest.mark.parametrize("language", languages())
def test_every_language_says_the_same(language: str) -> None:
    own, english = words(language), words("en")
    assert own.keys() == english.keys()
    for key, phrase in english.items():
        assert sorted(re.findall(r"\{\w+\}", own[key])) == sorted(re.findall(r"\{\w+\}", phrase))
        assert own[key].strip()


def test_the_languages_promised_are_there() -> None:
    assert {"ar", "de", "en", "es", "fr", "ru", "uk"} <= set(languages())


def test_no_word_is_left_over() -> None:
    sources = [ASSETS / "page.html.j2", *sorted((ASSETS / "story").glob("*.mjs"))]
    text = "".join(source.read_text(encoding="utf-8") for source in sources)
    unused = [
        key
        for key in words("en")
        if not key.startswith("confidence_")
        and f"words.{key}" not in text
        and f"{key}:" not in text
        and f'"{key}"' not in text
    ]
    assert unused == []
