"""Sentences of our own → which names in them are toponyms, and of what kind."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.recognise import recognise

SENTENCES = [
    ("Protesters gathered in Minsk and Brest.", ["Minsk", "Brest"]),
    ("MINSK, Aug. 18 — The marchers came back.", ["MINSK"]),
    ("Charles Michel spoke with Angela Merkel. Michel was brief; Merkel was not.", []),
    ("Jordan Henderson scored twice.", []),
    ("Its castle held Mary, Queen of hearts, in 1568.", []),
    ("Back in Texas, The Paris News comes out daily.", ["Texas"]),
    ("Paris Hilton opened a shop in Chelsea.", ["Chelsea"]),
    ("Mr. Lincoln told his wife Florence that Austin had called.", []),
    ("The Ministry of the Interior confirmed it.", []),
    ("The state agency Belta carried the report.", []),
    ("He read Reading lists and took a Nice walk in May.", []),
    ("In the U.S. Congress met; the UK waited.", ["U.S.", "UK"]),
    ("They told us it was in us all.", []),
    ("The towns of Lebanon, Ohio, and Troy, Ala., agreed.", ["Lebanon", "Ohio", "Troy", "Ala."]),
    ("Ships crossed the Black Sea to Odesa.", ["Black Sea", "Odesa"]),
    ("She moved from York to New York.", ["York", "New York"]),
    (
        "The train to King’s Lynn left Russia’s Moscow far behind.",
        ["King’s Lynn", "Russia", "Moscow"],
    ),
    ("Newcastle upon Tyne lies on the River Tyne.", ["Newcastle upon Tyne", "River Tyne"]),
    ("talks between Russia and Ukraine on the Russia–Ukraine border", ["Russia", "Ukraine"] * 2),
    ("The president of Côte d’Ivoire left Yamoussoukro.", ["Côte d’Ivoire", "Yamoussoukro"]),
    ("Sa\u0303o Paulo is large.", ["Sa\u0303o Paulo"]),
    ("Bodies lay along Yablunska Street.", ["Yablunska Street"]),
    ("A levee broke near Xyzzyton, Missouri, at dawn.", ["Xyzzyton", "Missouri"]),
    ("The army left Fort Xyzzy.", ["Fort Xyzzy"]),
    (
        "Miss Smith fell Ill in Memphis, Tenn., and Jackson, Miss.",
        ["Memphis", "Tenn.", "Jackson", "Miss."],
    ),
    ("In Wheeling, W. Va., and in N.Y. it rained.", ["Wheeling", "W. Va.", "N.Y."]),
    ("Its castle held Mary, Queen of Scots, for the English.", ["English"]),
    ("Roman soldiers built the fort; the Saxons took it and the Normans burned it.", []),
    ("Rome fell in 410; the Romans fled to Ostia.", ["Rome", "Romans", "Ostia"]),
    ("The first to return was Caillié, a Frenchman, from Tangier.", ["Frenchman", "Tangier"]),
    ("The Mongols burned Kyiv, and Mongol rule lasted.", ["Kyiv"]),
    ("The Incas had left, and Inca roads lay bare as far as Quito.", ["Quito"]),
    ("Tornadoes hit Norman, Oklahoma.", ["Norman", "Oklahoma"]),
    ("Lamar is Mirabeau Lamar, a president.", []),
    ("The volcano Hunga Tonga–Hunga Ha'apai erupted.", ["Hunga Tonga–Hunga Ha'apai"]),
    ("Troops held the village of Kafr Xyzzyr.", ["Kafr Xyzzyr"]),
    ("They fled to Xyzzyk, a small farming town on the river. Xyzzyk is dry.", ["Xyzzyk"] * 2),
    ("Xyzzyk, a village elder, said so.", []),
]

KINDS = [
    ("Russian President Vladimir Putin called.", "Russian", "associative"),
    ("The Belarusian police came.", "Belarusian", "associative"),
    ("Belarussian troops moved.", "Belarussian", "associative"),
    ("Crowds filled the streets of Minsk.", "Minsk", "literal"),
    ("Moscow said nothing.", "Moscow", "associative"),
    ("She lives in Moscow.", "Moscow", "literal"),
]


@pytest.mark.parametrize(("text", "names"), SENTENCES)
def test_toponyms(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    assert [m.surface for m in recognise(text, gazetteer)] == names


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_kinds(gazetteer: Gazetteer, text: str, name: str, kind: str) -> None:
    assert {m.surface: m.kind for m in recognise(text, gazetteer)}[name] == kind


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(["Minsk", "in ", " the U.S. ", "Paris, Texas", "’s ", "\n\n", "St. "]),
            st.text(max_size=8),
            st.sampled_from(["👩‍👩‍👧", "e\u0301", "🇧🇾", "\u200f", "\x00"]),
        ),
        max_size=20,
    ).map("".join)
)
def test_offsets_are_code_points_of_the_text(text: str) -> None:
    with open_gazetteer() as gazetteer:
        mentions = recognise(text, gazetteer)
    end = 0
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.surface
        assert end <= mention.start < mention.end
        end = mention.end
