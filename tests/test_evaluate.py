"""Scores: hand-computed values, and agreement with the reference scorer where it is at hand."""

import importlib.util
from math import log
from pathlib import Path

import pytest

from dateline.evaluate import (
    FARTHEST_KM,
    Ratio,
    Scores,
    Toponym,
    pair,
    place_in_area,
    score_document,
)
from dateline.gazetteer import Gazetteer

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


RUSSIA = 2017370


@pytest.mark.parametrize(
    ("name", "point", "expected"),
    [
        ("Russia", (131.9, 43.1), True),  # Vladivostok
        ("Russia", (-172.0, 66.0), True),  # Chukotka, beyond the antimeridian
        ("Russia", (100.0, 47.9), False),  # Mongolia, 280 km south of the border
        ("Portugal", (-9.13, 39.6), True),  # at sea, 5 km west of Nazaré
        ("Portugal", (-9.6, 39.6), False),  # at sea, 45 km west of it
        ("Moscow", (37.6, 55.75), False),  # a point has no area
        ("Rhine", (7.765, 50.088), True),  # the river at Kaub
        ("Rhine", (8.24, 50.8), False),  # the Westerwald, 50 km from the river
        ("North Sea", (3.0, 55.0), True),
        ("North Sea", (10.0, 51.0), False),
    ],
)
def test_areas_and_rivers_around_a_point(
    gazetteer: Gazetteer, name: str, point: tuple[float, float], expected: bool
) -> None:
    place = gazetteer.candidates(name)[0].place
    lon, lat = point
    predicted = {"place": place.id, "lat": place.point.lat, "lon": place.point.lon}
    assert place_in_area(gazetteer)({"lat": lat, "lon": lon}, predicted) is expected


@pytest.mark.parametrize(
    "predicted",
    [
        {"geonames_id": 2, "lat": 60.0, "lon": 100.0},
        {"geonames_id": None, "lat": 60.0, "lon": 100.0},
        {"geonames_id": RUSSIA, "lat": None, "lon": None},
    ],
)
def test_what_is_no_entry_or_not_placed_has_no_area(
    gazetteer: Gazetteer, predicted: Toponym
) -> None:
    assert not place_in_area(gazetteer)({"lat": 55.75, "lon": 37.6}, predicted)


def test_kinds_are_compared_where_both_have_one() -> None:
    gold = [
        {"start": 0, "end": 5, "kind": "literal"},
        {"start": 6, "end": 9, "kind": "demonym"},
        {"start": 10, "end": 12, "kind": "literal"},
        {"start": 13, "end": 15, "kind": None},
    ]
    said = ["literal", "associative", "associative", "literal"]
    predicted = [g | {"kind": kind} for g, kind in zip(gold, said, strict=True)]
    assert score_document(gold, predicted).kind == Ratio(2, 3, 3)


def test_area_under_the_curve_by_hand() -> None:
    # Heights 0, ln 10 and ln 20040; the trapezia are ln(10) / 2 and (ln 10 + ln 20040) / 2.
    scores = Scores(errors_km=(9.0, FARTHEST_KM, 0.0))
    area = log(10) / 2 + (log(10) + log(FARTHEST_KM + 1)) / 2
    assert scores.auc == pytest.approx(area / (log(FARTHEST_KM) * 2))
    assert Scores(errors_km=(9.0,)).auc is None
    assert scores.median_km == 9
    assert scores.mean_km == pytest.approx((9 + FARTHEST_KM) / 3)
