"""Towns as rows."""

from tools.gazetteer.draft import Draft, Row
from tools.gazetteer.towns import Town


def add_towns(draft: Draft, towns: list[Town]) -> None:
    """Add every town."""
    for town in towns:
        draft.add(
            Row(
                *(town.id, town.name, town.code, town.country, town.admin1, town.admin2),
                *(town.lon, town.lat, town.population, "geonames"),
            )
        )
