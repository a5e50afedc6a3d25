"""Reasons that a person can read."""

import json

import pytest

from dateline import map_article, render_page
from dateline.errors import UsageError
from dateline.explain import explain
from dateline.features import UNCERTAIN
from dateline.gazetteer import Gazetteer
from dateline.model import Mention, Story
from dateline.resolve import resolve
from dateline.resolve.reasons import reason_of


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


@pytest.mark.parametrize(
    ("text", "name", "sentence"),
    [
        (
            "Paris police held a man. The Lamar County sheriff said so in Texas.",
            "Paris",
            "Paris, Texas, United States: named with Lamar County and Texas in this paragraph",
        ),
        (
            "Snow fell in Bonham, Texas, and Texas sent crews.\n\nIn Paris schools stayed shut.",
            "Paris",
            "named with Bonham and Texas",
        ),
        ("She flew to Tokyo.", "Tokyo", "the best-known place of this name"),
        ("It began in Xyzzyville.", "Xyzzyville", "No place of this name is in the gazetteer."),
    ],
)
def test_what_decided(gazetteer: Gazetteer, text: str, name: str, sentence: str) -> None:
    start = text.index(name)
    named = [
        Mention(text.index(n), text.index(n) + len(n), n, "literal")
        for n in ("Lamar County", "Texas", "Bonham")
        if n in text
    ]
    own = Mention(start, start + len(name), name, "literal")
    mentions = sorted([*named, own], key=lambda mention: mention.start)
    found = {r.mention.surface: r for r in resolve(text, mentions, gazetteer)}
    assert sentence in reason_of(found[name])


def test_the_sentence_is_on_the_page(story: Story, gazetteer: Gazetteer) -> None:
    (explanation,) = explain(story, "Paris")
    assert json.dumps(explanation.sentence, ensure_ascii=False) in render_page(
        story, gazetteer=gazetteer
    )


@pytest.mark.parametrize("feature", ["Paris", "Dallas"])
def test_a_place_is_uncertain_below_the_documented_confidence(story: Story, feature: str) -> None:
    drawn = next(f for f in story.features if f.name == feature)
    assert drawn.uncertain == (drawn.confidence < UNCERTAIN)


def test_an_uncertain_place_names_its_alternatives(gazetteer: Gazetteer) -> None:
    (drawn,) = map_article("He was born in Springfield.", gazetteer=gazetteer).features
    assert drawn.confidence < UNCERTAIN == 0.6
    assert drawn.uncertain
    assert len(drawn.alternatives) > 1
    assert all(alternative.startswith("Springfield, ") for alternative in drawn.alternatives)
