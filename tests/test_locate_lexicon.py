"""Symbols, numbers and units; that reading and matching take time in proportion to the text."""

import time

import pytest

from dateline.locate import locate
from dateline.locate.lexicon import TOKEN, UNITS, WORDS, number_of, symbol_of
from dateline.model import Article, Mention, Paragraph, Resolution


def test_every_word_has_one_symbol():
    words = [word for group in WORDS.values() for word in group.split()]
    assert len(words) == len(set(words))
    assert all(len(symbol) == 1 for symbol in WORDS)
    assert not set(words) & set(UNITS)


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("30 km north of", "NUdo"),
        ("30km north-west", "NUd"),
        ("30 kilometres (19 miles) south east of", "NUjNUjdo"),
        ("north-eastern, North–South", "p,x"),
        ("a hundred and half a mile", "N&NU"),
        ("twenty-five miles", "NU"),
        ("its border’s", "iB'"),
        ("borderline coastal northerner", "xxx"),
        ("U.S. \u0301 \x00 🇺🇦", "x!x!!!!!"),
        ("", ""),
    ],
)
def test_symbols(text, symbols):
    assert "".join(symbol_of(token) for token in TOKEN.finditer(text)) == symbols


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("7", 7),
        ("3.5", 3.5),
        ("1,5", 1.5),
        ("1,200", 1200),
        ("1,234,567.5", 1234567.5),
        ("1.2.3", None),
        ("1" * 5000, None),
        ("٣٠", 30),
        ("nineteen", 19),
        ("Ninety-nine", 99),
        ("a hundred", 100),
        ("three hundred", 300),
        ("two dozen", 24),
        ("a couple of", 2),
        ("half a", 0.5),
        ("several", 5),
    ],
)
def test_numbers(words, value):
    assert number_of(words) == value


def seconds(unit, times, gazetteer):
    """Time a text of one phrase over and over; every "Kyiv" in it is a toponym."""
    text = unit * times
    starts = [i for i in range(len(text)) if text.startswith("Kyiv", i)]
    kyiv = gazetteer.place(703448)
    toponyms = [Resolution(Mention(i, i + 4, "Kyiv", "literal"), kyiv, 1.0) for i in starts]
    article = Article(text, (Paragraph(0, len(text)),))
    begin = time.process_time()
    locate(article, toponyms, gazetteer)
    return time.process_time() - begin


@pytest.mark.parametrize(
    "unit",
    [
        "Kyiv north north north north ",
        "30 km (30 km north of Kyiv, ",
        "between Kyiv and ",
        "Kyiv ((((((((((((((((",
        "Kyiv 3,3.3,3.3,3.3,3",
        "Kyiv, Kyiv and Kyiv ",
        "Kyiv-",
        "the Kyiv country city, ",
        "Kyiv two hundred and twenty-",
        "off Kyiv coast border with ",
    ],
)
def test_sixteen_times_the_text_does_not_take_four_times_as_long_a_word(gazetteer, unit):
    seconds(unit, 10, gazetteer)
    short = min(seconds(unit, 250, gazetteer) for _ in range(3))
    long = min(seconds(unit, 4000, gazetteer) for _ in range(2))
    assert long < 64 * short
