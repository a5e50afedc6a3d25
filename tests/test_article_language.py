"""Language and direction."""

import pytest

from dateline.article import direction, parse_article
from dateline.article.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Minsk", "en"),
        ("2020 …", "en"),
        ("", "en"),
        ("القاهرة، مصر", "ar"),
        ("תל אביב", "he"),
        ("تهران پایتخت", "fa"),
        ("Москва", "ru"),
        ("Київ і Львів, Україна", "uk"),
        ("Магілёў", "be"),
        ("Αθήνα", "el"),
        ("東京へ行く", "ja"),
        ("北京", "zh"),
        ("서울", "ko"),
        ("Minsk (Мінск) is the capital", "en"),
    ],
)
def test_guess_by_letters(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("declared", "language"),
    [("de", "de"), (" pt_BR ", "pt-BR"), ("zh-Hant-TW", "zh-Hant-TW"), ('en" onload="x', "en")],
)
def test_what_the_source_says(declared, language):
    assert language_of("Minsk", declared) == language


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ar", "rtl"), ("he-IL", "rtl"), ("fa", "rtl"), ("en", "ltr"), ("az-Arab", "rtl")],
)
def test_direction(language, expected):
    assert direction(language) == expected


@pytest.mark.parametrize(
    ("text", "format_"),
    [("القاهرة.", "txt"), ("# القاهرة", "md"), ("<p>القاهرة", "html"), ("<html lang=ar>x", "html")],
)
def test_every_format_knows_arabic(text, format_):
    assert parse_article(text, format=format_).language == "ar"
