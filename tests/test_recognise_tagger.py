"""The trained tagger on texts of our own: what it finds, and that it reads any text."""

import itertools
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.gazetteer import Gazetteer
from dateline.recognise import Recogniser, recognise
from dateline.recognise.recogniser import Method
from dateline.recognise.tagger.edges import edges
from dateline.recognise.tagger.network import CLS, SIZE, open_network
from dateline.recognise.tagger.path import Chances, best_path, open_runs, runs
from dateline.recognise.tagger.pieces import case_of, split, windows

FOUND = [
    ("The ferry left Gdynia for Karlskrona on Monday.", ["Gdynia", "Karlskrona"]),
    ("MINSK PROTESTERS DEFY LUKASHENKO AS EU WEIGHS SANCTIONS", ["MINSK", "EU"]),
    ("Minsk Protesters Defy Government As Poland Closes Border", ["Minsk", "Poland"]),
    ("KYIV, Ukraine (AP) — Shells fell on Kharkiv.", ["KYIV", "Ukraine", "Kharkiv"]),
    ("By Jordan Smith in Kyiv and Paris Carter in Washington", ["Kyiv", "Washington"]),
    ("heavy rain hit paris and lyon, then moved to germany.", ["paris", "lyon", "germany"]),
    ("The U.S.-led coalition flew from Qatar.", ["U.S.", "Qatar"]),
    ("They met on the Russia–Ukraine border.", ["Russia", "Ukraine"]),
    ("New York-based lawyers left.", ["New York"]),
    ("Towns in south Sudan and in Hubei province flooded.", ["Sudan", "Hubei"]),
    ("Aides to Rep. Tom Cole, R-Okla., said no.", ["Okla."]),
    ("Hennepin and Ramsey counties joined.", ["Hennepin", "Ramsey"]),
    ("Fires burned along Ermou Street and near Wall Street.", ["Ermou Street", "Wall Street"]),
    ("Its minister offered US$50 million to Fiji.", ["Fiji"]),
    ("Georgia O'Keeffe painted; Mr. Jordan slept.", []),
    ("The cruiser Moskva sank. The Adelaide sailed at noon.", []),
    ("The Boston Globe and the New York Times reported it.", []),
    ("Floods closed roads in São Tomé and Łódź. 🌊 Then in Cádiz.", ["São Tomé", "Łódź", "Cádiz"]),
    ("The dog slept under the table all afternoon.", []),
    ("In Moscow there was a tsar, in Stockholm a Vasa.", ["Moscow", "Stockholm"]),
    ("In Bruges the merchants kept their offices, the Kontore.", ["Bruges"]),
    ("Barges wait on a long river, the Xyzzel, in Poland.", ["Xyzzel", "Poland"]),
    ("The Vikings sailed to Iceland.", ["Iceland"]),
    ("Oxford City Council met; Kansas City police came.", ["Oxford", "Kansas City"]),
    ("The Ohio Department of Transportation closed the road to Dayton.", ["Ohio", "Dayton"]),
    ("The wave reached the Lau Islands of Fiji.", ["Lau Islands", "Fiji"]),
    ("The City of Paris sued the City of London.", ["Paris", "City of London"]),
    ("He was robbed on Dunlap St. in Memphis.", ["Dunlap St.", "Memphis"]),
    ("The Ukrainians and the Poles agreed.", ["Ukrainians", "Poles"]),
    ("A girl was hurt in Lancaster park.", ["Lancaster"]),
    ("Hansa Rostock lost at home to Dynamo Dresden in Germany.", ["Dresden", "Germany"]),
    ("A fire began behind Ludlow Town Hall.", ["Ludlow"]),
    ("The Alexandria City Public Schools closed early.", ["Alexandria"]),
    ("The pianist from Lyon played in Carnegie Hall on Friday.", ["Lyon", "Carnegie Hall"]),
    ("They met at the Dublin Community Recreation Center.", ["Dublin"]),
    ("The Minnesota State Chess Association met.", ["Minnesota"]),
    ("He teaches at Ohio State University, in Columbus.", ["Ohio State University", "Columbus"]),
    ("Police blocked Vegas Drive and Lancaster Park.", ["Vegas Drive", "Lancaster Park"]),
    ("He rode the Tour de France in July.", ["France"]),
    ("A fire burned at 345 S. Main St. in Memphis.", ["S. Main St.", "Memphis"]),
    ("W.Va. Democrats met in Charleston.", ["W.Va.", "Charleston"]),
    ("Mist lay on the Vale of Leven and Loop Head peninsula.", ["Vale of Leven", "Loop Head"]),
    ("", []),
    (" \n\t", []),
]

KINDS = [
    ("The Bank of America raised its rates.", "America", "associative"),
    ("Fans of the Boston Celtics cheered.", "Boston", "associative"),
    ("She studied at the University of Kent.", "Kent", "associative"),
    ("The Ukrainians agreed.", "Ukrainians", "associative"),
    ("Rain fell on Kent.", "Kent", "literal"),
]


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_finds_places(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    assert [m.surface for m in recognise(text, gazetteer, Recogniser("tagger"))] == names


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_tells_kinds(gazetteer: Gazetteer, text: str, name: str, kind: str) -> None:
    found = recognise(text, gazetteer, Recogniser("tagger"))
    assert [(m.surface, m.kind) for m in found] == [(name, kind)]


METONYMS = [
    ("China confirmed three cases on Monday.", "China"),
    ("Suffolk County detectives found the car.", "Suffolk County"),
]


@pytest.mark.parametrize("method", ["tagger", "fast"])
@pytest.mark.parametrize(("text", "name"), METONYMS)
def test_places_that_act_are_associative_where_asked(
    gazetteer: Gazetteer, text: str, name: str, method: Method
) -> None:
    by_readers = recognise(text, gazetteer, Recogniser(method))
    by_annotators = recognise(text, gazetteer, Recogniser(method, metonyms=True))
    assert [(m.surface, m.kind) for m in by_readers] == [(name, "literal")]
    assert [(m.surface, m.kind) for m in by_annotators] == [(name, "associative")]


@pytest.mark.parametrize("method", ["tagger", "fast"])
def test_where_something_is_stays_literal_however_kinds_are_told(
    gazetteer: Gazetteer, method: Method
) -> None:
    found = recognise("They met in Morocco.", gazetteer, Recogniser(method, metonyms=True))
    assert [(m.surface, m.kind) for m in found] == [("Morocco", "literal")]


@pytest.mark.parametrize("name", ["tagger", "fast", "rules"])
def test_every_recogniser_finds_what_is_plain(gazetteer: Gazetteer, name: Method) -> None:
    text = "Trains from Vilnius to Warsaw stopped at the Polish border."
    found = recognise(text, gazetteer, Recogniser(name))
    assert [m.surface for m in found] == ["Vilnius", "Warsaw", "Polish"]


def test_the_fast_exit_gives_other_scores_than_the_whole() -> None:
    text = "Officials in Tbilisi said the road to Gori was closed."
    _, whole = open_network().read(text)
    _, fast = open_network().read(text, fast=True)
    assert whole.shape == fast.shape
    assert (whole != fast).any()


@pytest.mark.parametrize("name", ["tagger", "fast"])
def test_long_texts_have_no_seams(gazetteer: Gazetteer, name: Method) -> None:
    sentence = "The train from Vilnius reached Daugavpils after noon. "
    found = recognise(sentence * 200, gazetteer, Recogniser(name))
    assert [m.surface for m in found] == ["Vilnius", "Daugavpils"] * 200


@pytest.mark.parametrize("threads", [1, 2])
def test_the_same_text_gives_the_same_scores(threads: int) -> None:
    text = "Officials in Tbilisi said the road to Gori was closed. " * 40
    _, first = open_network(threads).read(text)
    _, second = open_network(1).read(text)
    assert (first == second).all()


@pytest.mark.parametrize(
    "hostile", ["\x00", "a" * 5000, "北京" * 300, "\u202eabc", "…" * 999, f"{CLS} [SEP] [MASK]"]
)
def test_any_text_is_read(gazetteer: Gazetteer, hostile: str) -> None:
    text = f"{hostile} The road to Gori."
    found = recognise(text, gazetteer, Recogniser("tagger"))
    assert all(text[m.start : m.end] == m.surface for m in found)


def test_windows_cover_every_word() -> None:
    laid = list(windows([3] * 1000, SIZE - 2, 64))
    assert laid[0][0] == 0
    assert laid[-1][1] == 1000
    assert all(a < b for (_, b), (a, _) in itertools.pairwise(laid))


def test_a_long_text_is_split_like_a_short_one() -> None:
    tokenizer = open_network().tokenizer
    sentence = "Łódź e\u0301 lies west of Warsaw. "
    words = split(sentence * 2000, tokenizer)
    assert len(words.starts) == 2000 * len(split(sentence, tokenizer).starts)


@pytest.mark.parametrize(
    ("word", "case"), [("minsk", 0), ("Minsk", 1), ("MINSK", 2), ("iPhone", 3), ("12", 3)]
)
def test_case(word: str, case: int) -> None:
    assert case_of(word) == case


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Democratic Republic", ["Democratic Republic"]),
        ("“Paris”", ["Paris"]),
        ("N.Y.", ["N.Y."]),
        ("Kananga.", ["Kananga"]),
        ("Athens/Sparta", ["Athens", "Sparta"]),
        ("Stratford-upon-Avon", ["Stratford-upon-Avon"]),
        ("...", []),
    ],
)
def test_edges(text: str, names: list[str]) -> None:
    known = {"Athens", "Sparta", "Stratford-upon-Avon", "Avon"}
    cut = edges(text, 0, len(text), known.__contains__)
    assert [text[a:b] for a, b in cut] == names


def test_two_names_side_by_side_stay_two_where_a_new_one_is_likelier() -> None:
    joined = [Chances(-9, -0.1, -9), Chances(-9, -2, -0.1)]
    parted = [Chances(-9, -0.1, -9), Chances(-9, -0.1, -3, neighbour=1.0)]
    assert list(runs(best_path(joined))) == [(0, 2)]
    assert list(runs(best_path(parted))) == [(0, 1), (1, 2)]


QUARTERS = st.integers(-40, 0).map(lambda n: n / 4)


@given(st.lists(st.builds(Chances, QUARTERS, QUARTERS, QUARTERS), min_size=1, max_size=30))
def test_names_are_the_same_where_the_text_falls_into_pieces(words):
    columns = np.array([(word.outside, word.begin, word.inside) for word in words]).T
    pieces = open_runs(*columns)
    found = [(a + s, a + e) for a, b in pieces for s, e in runs(best_path(words[a:b]))]
    assert found == list(runs(best_path(words)))


def test_reading_a_text_writes_nothing_to_the_users_folders(tmp_path: Path) -> None:
    """Recent versions of onnxruntime leave an identifier there and report to their maker."""
    program = (
        "from dateline.recognise.tagger.network import open_network as o; o().read('Rain in Oslo.')"
    )
    environment = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
    home = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", program], check=True, env={**environment, **home})
    assert list(tmp_path.rglob("*")) == []
