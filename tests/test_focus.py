"""What a story is about: every seed, and small stories made of places of the gazetteer."""

from pathlib import Path

import pytest

from dateline import map_article, read_article
from dateline.focus import focus_of
from dateline.gazetteer import Gazetteer
from dateline.geometry import shared_border
from dateline.model import Geometry, Locative, Mention, Resolution

SEEDS = Path(__file__).parents[1] / "seeds"
FIRST_ARTICLE = SEEDS.parents[1] / "shared" / "seeds" / "belarus.txt"

MINSK, BREST, HRODNA, HOMYEL, SALIHORSK = 625144, 629634, 627904, 627907, 622428
BELARUS, LITHUANIA, POLAND, FRANCE = 630336, 597427, 798544, 3017382
VILNIUS, WARSAW, LYON, SYDNEY = 593116, 756135, 2996944, 2147714
EUROPE, EU = 6255148, 6695072
PARIS_TEXAS, TEXAS, DALLAS, AUSTIN = 4717560, 4736286, 4684888, 4671654


@pytest.mark.parametrize(
    ("seed", "expected"),
    [
        ("belarus-august-2020", ["Belarus"]),
        ("cairo-illinois-2011", ["Illinois", "Missouri"]),
        ("hadrians-wall", ["England"]),
        ("hanseatic-league", []),  # from Novgorod to London: about no few places
        ("paris-texas", ["Texas"]),
        ("rhine-august-2022", ["Rhine"]),
        ("tonga-january-2022", ["Tonga"]),
        ("ukraine-spring-2022", ["Ukraine"]),
    ],
)
def test_what_a_seed_is_about(gazetteer: Gazetteer, seed: str, expected: list[str]) -> None:
    story = map_article(read_article(SEEDS / f"{seed}.md"), gazetteer=gazetteer)
    assert [focus.name for focus in story.focus] == expected
    assert all(0 < focus.score <= 1 for focus in story.focus)
    assert list(story.focus) == sorted(story.focus, key=lambda focus: -focus.score)


def test_every_seed_is_in_the_table() -> None:
    (mark,) = (m for m in test_what_a_seed_is_about.pytestmark if m.name == "parametrize")
    assert {seed for seed, _ in mark.args[1]} == {path.stem for path in SEEDS.glob("*-*.md")}


@pytest.mark.skipif(not FIRST_ARTICLE.exists(), reason="the first article is not at hand")
def test_two_countries_and_their_border(gazetteer: Gazetteer) -> None:
    story = map_article(read_article(FIRST_ARTICLE), gazetteer=gazetteer)
    names = [focus.name for focus in story.focus]
    assert names == ["Belarus", "Lithuania", "Belarus–Lithuania border"]


def said(gazetteer: Gazetteer, *places: int, kind: str = "literal", gap: int = 9):
    """Name places one after the other, each in eight letters."""
    return tuple(
        Resolution(
            Mention(i * (8 + gap), i * (8 + gap) + 8, "Namesake", kind),
            gazetteer.place(place),
            0.9,
        )
        for i, place in enumerate(places)
    )


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ((MINSK,), ["Minsk"]),
        ((MINSK, MINSK, MINSK, BELARUS), ["Minsk"]),
        ((MINSK, MINSK, MINSK, MINSK, BELARUS, POLAND), ["Minsk"]),
        ((MINSK, BREST, HRODNA, HOMYEL, SALIHORSK), ["Belarus"]),
        ((MINSK, BREST, HRODNA, HOMYEL, BELARUS, SYDNEY), ["Belarus"]),
        ((LYON, LYON, VILNIUS, VILNIUS), ["Lyon", "Vilnius"]),
        ((MINSK, BREST, BELARUS, LYON, SYDNEY), ["Belarus", "Lyon", "Sydney"]),
        ((MINSK, BREST, HOMYEL, BELARUS, VILNIUS, LITHUANIA), ["Belarus", "Lithuania"]),
        ((PARIS_TEXAS, DALLAS, AUSTIN, AUSTIN, DALLAS, LYON), ["Dallas", "Austin"]),
        ((PARIS_TEXAS, DALLAS, AUSTIN, TEXAS, LYON, SYDNEY), ["Texas"]),
        ((MINSK, LYON, SYDNEY, DALLAS, LITHUANIA, WARSAW, AUSTIN, TEXAS), ["Texas"]),
        ((MINSK, LYON, SYDNEY, DALLAS, LITHUANIA, WARSAW), []),
        ((), []),
    ],
)
def test_the_smallest_places_that_account_for_it(
    gazetteer: Gazetteer, places: tuple[int, ...], expected: list[str]
) -> None:
    found = focus_of(said(gazetteer, *places), (), gazetteer)
    assert sorted(focus.name for focus in found) == sorted(expected)


@pytest.mark.parametrize("wide", [EUROPE, EU])
def test_the_eu_in_passing_is_not_what_a_story_is_about(gazetteer: Gazetteer, wide: int) -> None:
    (focus,) = focus_of(said(gazetteer, MINSK, wide, wide, wide), (), gazetteer)
    assert (focus.name, focus.score) == ("Minsk", 1.0)


def test_a_story_of_nothing_else_is_about_the_eu(gazetteer: Gazetteer) -> None:
    (focus,) = focus_of(said(gazetteer, EU, EU), (), gazetteer)
    assert focus.name == "European Union"


def test_associative_and_unplaced_names_do_not_count(gazetteer: Gazetteer) -> None:
    nowhere = Resolution(Mention(0, 8, "Namesake", "literal"), None, 0.0)
    assert focus_of(said(gazetteer, FRANCE, kind="associative"), (), gazetteer) == ()
    assert focus_of((nowhere,), (), gazetteer) == ()


def test_a_state_that_says_which_town_is_meant_does_not_count(gazetteer: Gazetteer) -> None:
    pairs = (PARIS_TEXAS, TEXAS) * 3
    (beside,) = focus_of(said(gazetteer, *pairs, gap=2), (), gazetteer)
    assert (beside.name, beside.score) == ("Paris", 1.0)
    (apart,) = focus_of(said(gazetteer, *pairs), (), gazetteer)
    assert (apart.name, apart.score) == ("Paris", pytest.approx(0.5))


def test_unsure_mentions_weigh_less(gazetteer: Gazetteer) -> None:
    minsk, lyon = said(gazetteer, MINSK, LYON)
    unsure = Resolution(lyon.mention, lyon.place, 0.1)
    (focus,) = focus_of((minsk, unsure), (), gazetteer)
    assert focus.name == "Minsk"
    assert focus.score == pytest.approx(0.9)


def test_a_border_speaks_for_both_sides(gazetteer: Gazetteer) -> None:
    belarus, lithuania = gazetteer.place(BELARUS), gazetteer.place(LITHUANIA)
    line = shared_border(gazetteer.shape(BELARUS), gazetteer.shape(LITHUANIA))
    assert isinstance(line, Geometry)
    name = "Belarus–Lithuania border"
    border = Locative(99, 107, "Namesake", "border", (belarus, lithuania), name, line, False)
    found = focus_of(said(gazetteer, BELARUS), (border,), gazetteer)
    assert {focus.name for focus in found} == {"Belarus", "Lithuania", name}
    (drawn,) = (focus for focus in found if focus.place is None)
    assert 20 < drawn.point.lon < 28


def test_what_a_focus_accounts_for(gazetteer: Gazetteer) -> None:
    (focus,) = focus_of(said(gazetteer, MINSK, BREST, HRODNA, HOMYEL, SALIHORSK), (), gazetteer)
    assert focus.within == {MINSK, BREST, HRODNA, HOMYEL, SALIHORSK}
    assert focus.place == gazetteer.place(BELARUS)
