"""Towns as rows."""

from dateline.gazetteer.naming import SHORT
from dateline.names import fold
from tools.gazetteer.draft import Draft, Row
from tools.gazetteer.towns import Town


def add_towns(draft: Draft, towns: list[Town]) -> None:
    """Add every town; its second-level code where that division has a name here."""
    for town in towns:
        admin2 = town.admin2 if f"{town.division}.{town.admin2}" in draft.divisions else ""
        draft.add(
            Row(
                *(town.id, town.name, town.code, town.country, town.admin1, admin2),
                *(town.lon, town.lat, town.population, "geonames"),
            ),
            exact=len(fold(town.name)) <= SHORT,
        )
