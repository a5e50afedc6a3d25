"""Names as keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.names import fold, slug, strip_possessive


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Minsk", "minsk"),
        ("São Tomé and Príncipe", "sao tome and principe"),
        ("Sa\u0303o Tome\u0301", "sao tome"),
        ("Washington, D.C.", "washington dc"),
        ("U. S. A.", "usa"),
        ("D.R.C.", "drc"),
        ("W. Va.", "w va"),
        ("St. Louis", "saint louis"),
        ("Ste. Genevieve", "sainte genevieve"),
        ("Mt. Hood", "mount hood"),
        ("Ft. Worth", "fort worth"),
        ("The Hague", "hague"),
        ("The", "the"),
        ("O’Leary", "oleary"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("Київ", "киів"),
        ("…", ""),
        ("", ""),
    ],
)
def test_fold(name: str, key: str) -> None:
    assert fold(name) == key


@given(st.text())
def test_fold_gives_words_with_single_blanks(name: str) -> None:
    assert fold(name) == " ".join(fold(name).split())


@given(st.text(st.characters(codec="ascii")))
def test_fold_does_not_see_case(name: str) -> None:
    assert fold(name.upper()) == fold(name.lower())


@given(st.text())
def test_slug_cannot_leave_a_folder(name: str) -> None:
    assert not set(slug(name)) & set('/\\.<>"& \0')


@pytest.mark.parametrize(
    ("surface", "bare"),
    [
        ("Minsk's", "Minsk"),
        ("Minsk’s", "Minsk"),
        ("United States'", "United States"),
        ("Paris", "Paris"),
        ("L'Aquila", "L'Aquila"),
    ],
)
def test_strip_possessive(surface: str, bare: str) -> None:
    assert strip_possessive(surface) == bare
