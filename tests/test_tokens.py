"""Words and their offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("MINSK, Aug. 18 —", ["MINSK", "Aug", "18"]),
        ("the U.S.-led talks", ["the", "U.S.", "led", "talks"]),
        ("U. S. Army", ["U. S.", "Army"]),
        ("O’Leary's farm", ["O’Leary", "farm"]),
        ("Winston-Salem", ["Winston", "Salem"]),
        ("Sa\u0303o Paulo", ["Sa\u0303o", "Paulo"]),
        ("🇧🇾 Minsk 👩‍👩‍👧", ["Minsk"]),
        ("Київ і Львів", ["Київ", "і", "Львів"]),
        ("", []),
        ("\x00 ¿?", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenise(text)] == words


@pytest.mark.parametrize(
    ("text", "first_words"),
    [
        ("He left. Kyiv fell.", ["He", "Kyiv"]),
        ("Mr. Jordan left St. Paul. Then rain.", ["Mr", "Then"]),
        ("In the U.S. Congress met.", ["In"]),
        ("One\n\nTwo", ["One", "Two"]),
        ("One\r\n\r\nTwo", ["One", "Two"]),
        ("He said: “Paris is far.” Then left.", ["He", "Paris", "Then"]),
    ],
)
def test_sentences_begin(text: str, first_words: list[str]) -> None:
    assert [t.text for t in tokenise(text) if t.starts_sentence] == first_words


@given(st.text())
def test_offsets_find_the_word_again(text: str) -> None:
    end = 0
    for token in tokenise(text):
        assert text[token.start : token.end] == token.text
        assert end <= token.start < token.end
        assert text[end : token.start] == token.gap
        end = token.end
