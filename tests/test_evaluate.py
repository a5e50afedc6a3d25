"""Scores: hand-computed values, and agreement with the reference scorer where it is at hand."""

import importlib.util
from pathlib import Path

import pytest

from dateline.evaluate import FARTHEST_KM, Ratio, Scores, pair, score_document

REFERENCE = Path(__file__).parents[2] / "shared" / "tools" / "geoeval.py"

MINSK = {"lat": 53.9, "lon": 27.567}
BREST_BY = {"lat": 52.098, "lon": 23.758}
BREST_FR = {"lat": 48.39, "lon": -4.486}
NOWHERE = {"lat": None, "lon": None}

GOLD = [
    {"start": 0, "end": 5, "kind": "literal", **MINSK},
    {"start": 10, "end": 15, "kind": "literal", **BREST_BY},
    {"start": 20, "end": 30, "kind": "associative", **MINSK},
    {"start": 40, "end": 50, "kind": "literal", **NOWHERE},
    {"start": 60, "end": 65, "kind": "literal", **MINSK},
]
PREDICTED = [
    {"start": 0, "end": 5, **MINSK},
    {"start": 10, "end": 15, **BREST_FR},
    {"start": 18, "end": 29, **MINSK},
    {"start": 40, "end": 50, **MINSK},
    {"start": 60, "end": 65, **NOWHERE},
    {"start": 70, "end": 75, **MINSK},
    {"start": 0, "end": 5, **BREST_FR},
]


@pytest.fixture
def scores() -> Scores:
    return score_document(GOLD, PREDICTED)


def test_recognition(scores: Scores) -> None:
    assert scores.exact == Ratio(right=4, predicted=6, gold=5)
    assert scores.overlap == Ratio(right=5, predicted=6, gold=5)


def test_end_to_end_drops_the_unplaced_and_gold_without_coordinates(scores: Scores) -> None:
    assert scores.end_to_end == Ratio(right=2, predicted=4, gold=4)
    assert scores.end_to_end.f1 == pytest.approx(0.5)


def test_an_unplaced_mention_is_as_wrong_as_can_be(scores: Scores) -> None:
    assert scores.errors_km[0] == 0
    assert scores.errors_km[1] == pytest.approx(2037, abs=1)
    assert scores.errors_km[3] == FARTHEST_KM
    assert scores.accuracy_161 == pytest.approx(0.5)


def test_kinds_make_other_gold_neutral() -> None:
    scores = score_document(GOLD, PREDICTED, frozenset({"literal"}))
    assert scores.overlap == Ratio(right=4, predicted=5, gold=4)


def test_one_long_prediction_cannot_claim_two() -> None:
    gold = [{"start": 0, "end": 5}, {"start": 6, "end": 11}]
    assert pair(gold, [{"start": 0, "end": 11}]) == {0: 0}


def test_scores_add_up(scores: Scores) -> None:
    both = scores + scores
    assert both.overlap == Ratio(10, 12, 10)
    assert both.accuracy_161 == scores.accuracy_161


@pytest.mark.parametrize("kinds", [None, frozenset({"literal"})])
@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference scorer is not at hand")
def test_agrees_with_the_reference_scorer(kinds: frozenset[str] | None) -> None:
    spec = importlib.util.spec_from_file_location("geoeval", REFERENCE)
    assert spec
    assert spec.loader
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    named = [{"surface": "name"} | toponym for toponym in GOLD]
    theirs = reference.score(
        {"a": {"toponyms": named}}, {"a": {"toponyms": PREDICTED}}, kinds and set(kinds)
    )
    ours = score_document(GOLD, PREDICTED, kinds)
    assert ours.exact.f1 == pytest.approx(theirs["exact"]["f1"])
    assert ours.overlap.f1 == pytest.approx(theirs["overlap"]["f1"])
    assert ours.accuracy_161 == pytest.approx(theirs["resolution"]["acc161"])
    assert ours.end_to_end.f1 == pytest.approx(theirs["e2e_drop"]["f1"])
