"""What a drawing needs besides its phrase: the gazetteer, the story's company, what is drawn."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from dateline.gazetteer import Gazetteer
from dateline.geometry import shared_border
from dateline.locate.company import Company, is_country
from dateline.model import Geometry, Place

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What became of a phrase."""

    name: str
    """What to call it on the map."""
    anchors: tuple[Place, ...]
    """The places that it is described by."""
    geometry: Geometry
    """What to draw."""
    uncertain: bool = True
    """Whether its extent is a guess."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The surroundings of one article's phrases; remembers what it has computed."""

    gazetteer: Gazetteer
    """Where outlines and neighbours come from."""
    company: Company
    """What the story names."""
    kept: dict[Hashable, Any] = field(default_factory=dict)
    """Results by what they are of, so that a phrase said twice costs once."""

    def once(self, key: Hashable, make: Callable[[], _T]) -> _T:
        """Compute something, or give what was computed for the same key."""
        if key not in self.kept:
            self.kept[key] = make()
        found: _T = self.kept[key]
        return found

    def area(self, place: Place) -> Geometry | None:
        """Give the outline of a place that is an area."""
        if place.shape_type != "area":
            return None
        return self.once(("shape", place.id), lambda: self.gazetteer.shape(place.id))

    def neighbours(self, place: Place) -> tuple[Place, ...]:
        """Give the areas of the same level that border on a place."""
        return self.once(("next", place.id), lambda: self.gazetteer.neighbours(place.id))

    def border(self, a: Place, b: Place) -> Geometry | None:
        """Give the line that two areas share; ``None`` where there is none, or one holds both."""
        first, second = sorted((a, b), key=lambda place: (place.name, place.id))
        return self.once(("border", first.id, second.id), lambda: self._border(first, second))

    def _border(self, a: Place, b: Place) -> Geometry | None:
        if a.id == b.id or holds(a, b) or holds(b, a):
            return None
        mine, theirs = self.area(a), self.area(b)
        return shared_border(mine, theirs) if mine and theirs else None

    def main_country(self) -> Place | None:
        """Find the country that the story is about: what "the country" means."""
        return self.once("country", self._main_country)

    def _main_country(self) -> Place | None:
        places = map(self.gazetteer.place, self.company.heaviest())
        return next((place for place in places if is_country(place)), None)


def holds(outer: Place, inner: Place) -> bool:
    """Tell whether one area contains another, by their codes."""
    if is_country(outer):
        return outer.country_code == inner.country_code and not is_country(inner)
    same = (outer.country_code, outer.admin1_code) == (inner.country_code, inner.admin1_code)
    return outer.feature_code == "ADM1" and same and inner.feature_code != "ADM1"
