"""Which places of the dump are taken."""

from dataclasses import dataclass
from typing import Final

from dateline.gazetteer.dump.places import Entry

_UNITS: Final = frozenset({"ADM1", "ADM2"})
"""What other places are said to lie in."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Conditions that a place of the dump meets; what the package has stays in any case.

    Examples
    --------
    >>> Selection(min_population=500).text
    'towns from 500 inhabitants'
    >>> Selection().text
    'all places'
    """

    min_population: int = 0
    """Inhabitants that a populated place (class P) has at least."""
    feature_classes: frozenset[str] = frozenset()
    """GeoNames feature classes; all where empty. First- and second-level divisions always come
    along, since the others are described by them."""
    countries: frozenset[str] = frozenset()
    """ISO 3166-1 alpha-2 codes; all, and what lies in none, where empty."""

    @property
    def text(self) -> str:
        """The same in words, for those who look into the file later."""
        parts = (
            f"classes {''.join(sorted(self.feature_classes))}" if self.feature_classes else "",
            f"towns from {self.min_population} inhabitants" if self.min_population else "",
            f"in {' '.join(sorted(self.countries))}" if self.countries else "",
        )
        return ", ".join(filter(None, parts)) or "all places"

    def takes(self, entry: Entry) -> bool:
        """Whether a place is taken."""
        if self.countries and entry.country not in self.countries:
            return False
        if entry.code in _UNITS:
            return True
        if self.feature_classes and entry.sort not in self.feature_classes:
            return False
        return entry.sort != "P" or entry.population >= self.min_population
