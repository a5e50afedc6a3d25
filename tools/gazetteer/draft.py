"""The gazetteer while it is being made: rows in memory, keyed so that sources may add to them."""

from dataclasses import dataclass, field

from shapely.geometry.base import BaseGeometry

from dateline.model import NameType
from dateline.names import fold

Name = tuple[str, int, NameType, str]
"""Key, place, type, and the only writing that counts, or an empty text."""


@dataclass(slots=True)
class Row:
    """A place to be written."""

    id: int
    name: str
    code: str
    country: str
    admin1: str
    admin2: str
    lon: float
    lat: float
    population: int
    source: str

    @property
    def division(self) -> str:
        """Code of the smallest division that it is in: "US.TX.277"."""
        if not self.admin1:
            return self.country
        unit = f"{self.country}.{self.admin1}"
        return f"{unit}.{self.admin2}" if self.admin2 else unit


@dataclass(slots=True)
class Outline:
    """A place's shape at both levels."""

    fine: BaseGeometry
    coarse: BaseGeometry | None = None


@dataclass(slots=True)
class Draft:
    """Everything that goes into the file."""

    places: dict[int, Row] = field(default_factory=dict)
    names: dict[Name, None] = field(default_factory=dict)
    divisions: dict[str, int] = field(default_factory=dict)
    iso: dict[str, int] = field(default_factory=dict)
    """ISO 3166-1 and 3166-2 codes; used while building only."""
    outlines: dict[int, Outline] = field(default_factory=dict)
    layers: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    """Layer → (name, key of the outline)."""
    members: dict[int, set[int]] = field(default_factory=dict)
    neighbours: set[tuple[int, int]] = field(default_factory=set)
    notes: dict[int, str] = field(default_factory=dict)

    def add(self, row: Row, *, exact: bool = False) -> Row:
        """Add a place under its preferred name; a second one of the same id is refused."""
        if row.id in self.places:
            message = f"place {row.id} ({row.name}) is there already as {self.places[row.id].name}"
            raise ValueError(message)
        self.places[row.id] = row
        self.call(row.id, row.name, exact=exact)
        return row

    def call(
        self, place: int, name: str, kind: NameType = "preferred", *, exact: bool = False
    ) -> None:
        """Add a name of a place; `exact` where only this writing of it counts."""
        key = fold(name)
        if key and place in self.places:
            written = name.replace(".", "").replace(" ", "") if exact else ""
            self.names[key, place, kind, written] = None
