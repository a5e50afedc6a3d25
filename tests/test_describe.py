"""Places in words."""

import pytest

from dateline.describe import describe, full_name
from dateline.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("geonames_id", "description", "name"),
    [
        (625144, "capital of Belarus", "Minsk"),
        (630336, "country", "Belarus"),
        (4717560, "town in Texas, United States", "Paris, Texas, United States"),
        (4736286, "state in the United States", "Texas, United States"),
        (2643123, "city in England, United Kingdom", "Manchester, England, United Kingdom"),
        (756135, "capital of Poland", "Warsaw, Poland"),
        (2643743, "capital of the United Kingdom", "London, United Kingdom"),
        (2759794, "capital of the Netherlands", "Amsterdam"),
        (4705086, "county in Texas, United States", "Lamar County, Texas, United States"),
    ],
)
def test_describe(gazetteer: Gazetteer, geonames_id: int, description: str, name: str) -> None:
    place = gazetteer.place(geonames_id)
    assert describe(place) == description
    assert full_name(place).startswith(name)
