"""The places that a story may be about, and what each of them accounts for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import fsum

from dateline.company import Area, areas_of
from dateline.focus.mentions import is_wide
from dateline.gazetteer import Gazetteer
from dateline.geometry import contains, margin
from dateline.model import Place

ALONGSIDE_KM = 10.0
"""Kilometres from a river within which a town lies on it: outlines are good to about one, and a
town is a point in its middle."""

OFTEN = 0.05
"""Share of the mentions from which on a river, or a region that is no division, counts what lies
in it."""

TOWN, COUNTY, REGION, COUNTRY = range(4)
"""Sizes, the smallest first; a river is as a county, for it is drawn as a line."""

_SIZES = {"PCL": COUNTRY, "TERR": COUNTRY, "ADM1": REGION, "ADM2": COUNTY, "ADM": TOWN}
"""Size by the beginning of an administrative feature code."""


@dataclass(frozen=True, slots=True)
class Account:
    """A place that a story may be about."""

    place: Place
    """The place."""
    size: int
    """`TOWN` to `COUNTRY`."""
    places: frozenset[int]
    """Ids of the named places in it, itself included where it is named."""

    def weight(self, weights: Mapping[int, float], known: frozenset[int] = frozenset()) -> float:
        """Sum up the mentions that it accounts for, those of `known` places left out."""
        return fsum(weights[place] for place in self.places - known)


def accounts_of(
    named: Mapping[int, Place], weights: Mapping[int, float], gazetteer: Gazetteer
) -> Iterator[Account]:
    """Give each named place, and each division and country around one, with what is in it."""
    often = OFTEN * sum(weights.values())
    around: dict[int, Place] = {}
    by_code: defaultdict[Area, set[int]] = defaultdict(set)
    for place in named.values():
        around |= {area.id: area for area in _divisions(place, gazetteer)}
        for area in areas_of(place):
            by_code[area].add(place.id)
    for place in {**around, **named}.values():
        inside = {place.id} & weights.keys()
        code = _code(place, gazetteer)
        if code:
            inside |= by_code[code]
        elif weights.get(place.id, 0.0) >= often:
            inside |= set(_in_outline(place, named.values(), gazetteer))
        yield Account(place, _size(place), frozenset(inside))


def _divisions(place: Place, gazetteer: Gazetteer) -> Iterator[Place]:
    """Give the division and the country around a place."""
    if country := gazetteer.country(place.country_code):
        yield country
    if division := gazetteer.admin1(place.country_code, place.admin1_code):
        yield division


def _code(place: Place, gazetteer: Gazetteer) -> Area | None:
    """Give the codes of a country, division or county that others carry for lying in it."""
    country, admin1 = place.country_code, place.admin1_code
    units = (gazetteer.country(country), gazetteer.admin1(country, admin1))
    for depth, unit in enumerate(units, start=1):
        if unit and unit.id == place.id:
            return areas_of(place)[depth - 1]
    return areas_of(place)[-1] if place.feature_code == "ADM2" and place.admin2_code else None


def _in_outline(place: Place, named: Iterable[Place], gazetteer: Gazetteer) -> Iterator[int]:
    """Find what lies in a region that is no division, or along a river."""
    outline = gazetteer.shape(place.id) if place.shape_type and not is_wide(place) else None
    if outline is None:
        return
    zone = margin(outline, ALONGSIDE_KM) if place.shape_type == "line" else outline
    yield from (other.id for other in named if not other.shape_type and contains(zone, other.point))


def _size(place: Place) -> int:
    if place.feature_class == "A":
        sizes = (size for code, size in _SIZES.items() if place.feature_code.startswith(code))
        return next(sizes, COUNTY)
    if place.shape_type == "area":
        return COUNTRY if is_wide(place) else REGION
    return COUNTY if place.shape_type else TOWN
