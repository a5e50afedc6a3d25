"""Reasons that a person can read."""

import pytest

from dateline import map_article
from dateline.errors import UsageError
from dateline.explain import explain
from dateline.gazetteer import Gazetteer
from dateline.model import Story


@pytest.fixture(scope="module")
def story(gazetteer: Gazetteer) -> Story:
    text = "A bus left Paris, Texas, for Dallas. Paris is small. Dallas is not."
    return map_article(text, gazetteer=gazetteer)


def test_one_explanation_a_name(story: Story) -> None:
    assert [e.surface for e in explain(story)] == ["Paris", "Texas", "Dallas"]
    assert len(explain(story)[0].spans) == 2


@pytest.mark.parametrize("spelling", ["Paris", "paris", "PARIS"])
def test_a_toponym_in_any_spelling(story: Story, spelling: str) -> None:
    (explanation,) = explain(story, spelling)
    assert explanation.resolution.place
    assert explanation.resolution.place.geonames_id == 4717560


def test_the_sentence_names_the_qualifier(story: Story) -> None:
    (explanation,) = explain(story, "Paris")
    assert explanation.sentence.startswith("Paris, Texas, United States: ")
    assert "named together with Texas" in explanation.sentence


def test_an_unknown_toponym_is_refused_with_the_known_ones(story: Story) -> None:
    with pytest.raises(UsageError, match=r"“Rome” is not a toponym .* \(Paris, Texas, Dallas"):
        explain(story, "Rome")
