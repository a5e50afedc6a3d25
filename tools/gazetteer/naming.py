"""Names beyond the preferred one (first version)."""

import re

from dateline.names import fold
from tools.gazetteer.divisions import Country, Division
from tools.gazetteer.draft import Draft
from tools.gazetteer.sources import Archives
from tools.gazetteer.towns import Town

_LATIN = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿ'’ .\-]+$")
_SHORT = {
    "US": "US USA",
    "GB": "UK",
    "AE": "UAE",
    "CD": "DRC DRCongo",
    "CN": "PRC",
    "TW": "ROC",
    "NZ": "NZ",
}


def name_areas(
    draft: Draft,
    archives: Archives,
    countries: dict[str, Country],
    divisions: dict[str, Division],
) -> None:
    """Add names of countries and divisions."""
    for country in countries.values():
        for name in (country.official, *country.alternates):
            if len(fold(name)) > 3:
                draft.call(country.id, name, "alternate")
        for name in _SHORT.get(country.code, "").split():
            draft.call(country.id, name, "abbreviation", exact=True)
    for division in divisions.values():
        for name in division.alternates:
            if _LATIN.match(name) and len(fold(name)) > 3 and division.level == 1:
                draft.call(division.id, name, "alternate")


def name_towns(draft: Draft, towns: list[Town]) -> None:
    """Add names of towns."""
    taken = {
        key for key, place, _, _ in draft.names if draft.places[place].code[:3] in ("PCL", "ADM")
    }
    for town in towns:
        draft.call(town.id, town.ascii)
        if town.population < 15_000:
            continue
        for name in town.alternates:
            if _LATIN.match(name) and not name.isupper() and name[0].isupper():
                key = fold(name)
                if len(key) > 3 and key not in taken:
                    draft.call(town.id, name, "alternate")
