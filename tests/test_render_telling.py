"""A story told in another language: the same places, in other words."""

from dataclasses import replace

import pytest
from tests.browser.stories import BELARUS, LITHUANIA, MINSK, PARIS, PARIS_TEXAS, VILNIUS, tell

from dateline.gazetteer import Gazetteer
from dateline.model import Candidate, Ranked, Reason, Resolution, Story
from dateline.pipeline import map_article
from dateline.render.telling import told_in
from dateline.render.words import FALLBACK, languages

OTHERS = [language for language in languages() if language != FALLBACK]


@pytest.fixture(scope="module")
def story(gazetteer: Gazetteer) -> Story:
    text = (
        "Ministers met in Vilnius and in Kaunas, near the Belarusian border with Lithuania. "
        "Others were in Paris, Texas, or 30 km north of Minsk."
    )
    return map_article(text, gazetteer=gazetteer)


def because(gazetteer: Gazetteer, *features: str, others: bool = True) -> Story:
    """A story of Paris, Texas, chosen over Paris in France for some reasons."""
    story = tell(f"In [[Paris|{PARIS_TEXAS}]] and [[Minsk|{MINSK}]].", gazetteer)
    reasons = tuple(Reason(name, 9.0 - n, name) for n, name in enumerate(features))
    texas, france = (gazetteer.place(one) for one in (PARIS_TEXAS, PARIS))
    ranked = (
        Ranked(Candidate(texas, "preferred"), 1.0, 0.8, reasons),
        Ranked(Candidate(france, "preferred"), 0.5, 0.2, ()),
    )[: 2 if others else 1]
    first = Resolution(story.resolutions[0].mention, texas, 0.8, ranked)
    return replace(story, resolutions=(first, *story.resolutions[1:]))


def test_english_stays_as_it_is(story: Story) -> None:
    assert told_in(story, FALLBACK) is story


@pytest.mark.parametrize("language", OTHERS)
def test_only_words_change(story: Story, language: str) -> None:
    told = told_in(story, language)
    for before, after in zip(story.features, told.features, strict=True):
        words = ("name", "description", "reason", "alternatives")
        assert replace(after, **{name: getattr(before, name) for name in words}) == before
        assert after.description != before.description
        assert after.reason
        assert after.reason != before.reason
        assert "{" not in after.reason + after.description
        assert after.name == before.name
    assert told_in(told, language) == told


@pytest.mark.parametrize(
    ("features", "why"),
    [
        (("population",), "24.782 Einwohner."),
        (
            ("is_town", "large_by_preferred"),
            "es ist ein Ort (Vereinigte Staaten); das ist der übliche Name.",
        ),
        (
            ("home_admin1",),
            "dort scheint der Text zu Hause zu sein (Texas).",
        ),
        (
            ("local_town", "local_other"),
            "der Name steht so da, wie Zeitungen Orte nennen.",
        ),
        (
            ("nearby",),
            "andere Orte des Textes können in der Nähe liegen.",
        ),
        ((), "die wahrscheinlichste Lesart."),
    ],
)
def test_reason(gazetteer: Gazetteer, features: tuple[str, ...], why: str) -> None:
    told = told_in(because(gazetteer, *features), "de").features[0]
    inhabitants = f"{gazetteer.place(PARIS_TEXAS).population:,}".replace(",", ".")
    why = why.replace("24.782", inhabitants)
    assert told.reason == f"Paris, Texas, Vereinigte Staaten: {why}"
    assert told.alternatives == ("Paris, Frankreich",)


def test_only_reading_says_so(gazetteer: Gazetteer) -> None:
    told = told_in(because(gazetteer, "population", others=False), "fr").features[0]
    assert told.reason == "Paris, Texas, États-Unis\xa0: seul lieu de ce nom dans le répertoire."


def test_companions_are_the_storys_other_places(gazetteer: Gazetteer) -> None:
    story = tell(
        f"In [[Minsk|{MINSK}]], [[Hrodna|627904]], [[Brest|629634]], [[Brest|629634]] and"
        f" [[Vilnius|{VILNIUS}]].",
        gazetteer,
    )
    minsk, other = gazetteer.place(MINSK), gazetteer.place(VILNIUS)
    ranked = (
        Ranked(Candidate(minsk, "preferred"), 1.0, 0.9, (Reason("some_in_country", 2.0, ""),)),
        Ranked(Candidate(other, "preferred"), 0.1, 0.01, ()),
    )
    first = Resolution(story.resolutions[0].mention, minsk, 0.9, ranked)
    told = told_in(replace(story, resolutions=(first, *story.resolutions[1:])), "ru")
    assert told.features[0].reason == "Минск, Беларусь: рядом в тексте: Brest, Hrodna."


def test_label_in_the_texts_own_language_where_the_text_does_not_write_it(
    gazetteer: Gazetteer,
) -> None:
    marked = f"Белорусские [[власти|{BELARUS}|~]] и [[Вильнюс|{VILNIUS}]]."
    story = tell(marked, gazetteer, language="ru")
    assert [feature.name for feature in told_in(story, "ru").features] == ["Беларусь", "Вильнюс"]
    names = [feature.name for feature in story.features]
    assert [feature.name for feature in told_in(story, "de").features] == names


def test_locative_expression(gazetteer: Gazetteer) -> None:
    story = tell(
        f"On the border with [[Lithuania|{LITHUANIA}]].",
        gazetteer,
        border=("border with Lithuania", BELARUS, LITHUANIA),
    )
    told = {feature.key: feature for feature in told_in(story, "es").features}
    border = told["belarus-lithuania-border"]
    assert border.description == "frontera"
    assert border.reason == "«border with Lithuania», trazado según: Bielorrusia; Lituania."
