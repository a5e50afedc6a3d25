"""Features and probabilities."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.company import gather, position_of
from dateline.gazetteer import Gazetteer
from dateline.resolve.reasons import reasons_for
from dateline.resolve.score import (
    company_features,
    own_features,
    probabilities,
    sort_features,
    sort_of,
    total,
    weights,
)


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Minsk", "capital"),
        ("Belarus", "country"),
        ("Texas", "admin1"),
        ("Lamar County", "county"),
        ("Rhine", "water"),
        ("Europe", "region"),
        ("Alps", "relief"),
    ],
)
def test_sorts(gazetteer: Gazetteer, name: str, sort: str) -> None:
    assert sort_of(gazetteer.candidates(name)[0].place) == sort


def test_population_is_a_decimal_logarithm(gazetteer: Gazetteer) -> None:
    minsk = gazetteer.candidates("Minsk")[0]
    features = own_features(minsk, 0)
    assert features["population"] == pytest.approx(math.log10(1 + minsk.place.population))
    assert features["most_important"] == 1.0


def test_company_speaks_for_a_neighbour(gazetteer: Gazetteer) -> None:
    dallas = gazetteer.candidates("Dallas")[0]
    paris = next(c for c in gazetteer.candidates("Paris") if c.place.geonames_id == 4717560)
    features = company_features(
        paris, position_of(paris.place), gather([(position_of(dallas.place), 1.0)])
    )
    assert features["some_in_admin1"] == features["some_in_country"] == 1.0
    assert features["share_in_admin1"] == 1.0
    assert features["nearby"] == pytest.approx(math.log(2))


def test_a_region_that_shares_its_capitals_name(gazetteer: Gazetteer) -> None:
    readings = gazetteer.candidates("Kyiv")
    region = next(c for c in readings if c.place.name == "Kyiv Oblast")
    city = next(c for c in readings if c.place.name == "Kyiv" and c.place.feature_code == "ADM1")
    assert sort_features(region, readings, "") == {"namesake_of_town": 1.0}
    assert sort_features(region, readings, "area") == {"said_area": 1.0, "by_alternate": 0.0}
    assert sort_features(region, readings, "town") == {}
    assert sort_features(city, readings, "area") == {}


@given(st.lists(st.floats(-50, 50), max_size=8), st.floats(-50, 50))
def test_probabilities(scores: list[float], none: float) -> None:
    shares = probabilities(scores, {"no_place": none})
    assert len(shares) == len(scores)
    assert all(0 <= share <= 1 for share in shares)
    assert sum(shares) <= 1 + 1e-9
    assert sorted(range(len(scores)), key=scores.__getitem__) == sorted(
        range(len(scores)), key=lambda i: (shares[i], scores[i])
    )


def test_every_weight_has_a_reason_in_words(gazetteer: Gazetteer) -> None:
    candidate = gazetteer.candidates("Minsk")[0]
    features = dict.fromkeys(set(weights()) - {"no_place"}, 1.0)
    reasons = reasons_for(candidate, features, (), {}, weights())
    assert sum(r.weight for r in reasons) == pytest.approx(total(features, weights()), abs=0.1)
    assert all(reason.sentence and "it is a place" not in reason.sentence for reason in reasons)
