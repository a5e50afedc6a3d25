"""What a story calls a place, on the map and in what is said of its surroundings."""

import pytest

from dateline import map_article
from dateline.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Danzig burned. In Danzig the ships of Poland lay idle.", "Danzig"),
        ("Reval, which is Tallinn now, was rich. Tallinn in Estonia grew.", "Tallinn"),
        ("The storm reached Memphis, Tenn., at dawn. Tenn. is wet.", "Tennessee"),
        ("It rained between Bingen and Koblenz in Germany.", "between Bingen and Koblenz"),
        ("The North Tyne joins the Tyne in England; the Tyne is wide.", "Tyne"),
        ("A barge sank near Bingen in Germany.", "near Bingen"),
    ],
)
def test_places_are_called_as_the_story_calls_them(
    gazetteer: Gazetteer, text: str, name: str
) -> None:
    story = map_article(text, gazetteer=gazetteer)
    assert name in {feature.name for feature in story.features}
