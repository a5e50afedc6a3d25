"""The gazetteer as the rest of Dateline sees it."""

from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Literal, Self

from dateline.gazetteer.boxes import intervals, meet
from dateline.gazetteer.file import PACKAGED
from dateline.gazetteer.info import GazetteerInfo
from dateline.gazetteer.order import by_importance, by_size
from dateline.gazetteer.outline import decode
from dateline.gazetteer.schema import (
    LAYERS,
    NAME_TYPES,
    POINT_GRID,
)
from dateline.gazetteer.store import Store
from dateline.gazetteer.variants import is_kind, without_kind
from dateline.model import Bounds, Candidate, Geometry, Place
from dateline.names import REMEMBERED, fold

Layer = Literal["land", "countries", "admin1", "counties", "lakes", "rivers"]

_NAMED: Final = (
    "SELECT place.*, name.type, name.exact FROM name"
    " JOIN place ON place.id = name.place WHERE name.key = ?"
)
_PREFIXED: Final = (
    "SELECT place.*, name.type, name.exact FROM"
    " (SELECT * FROM name WHERE key > ? AND key < ? AND exact = '' LIMIT 2000) AS name"
    " JOIN place ON place.id = name.place"
)
_OUTLINE: Final = "SELECT fine FROM outline WHERE id = ?"
_COARSE_OUTLINE: Final = "SELECT coalesce(coarse, fine) FROM outline WHERE id = ?"
_BOXES: Final = "SELECT outline, name, west, south, east, north FROM box WHERE layer = ?"
_TOWNS: Final = (
    "SELECT id FROM place INDEXED BY town WHERE population >= 5000 AND shape = 0"
    " AND (lon BETWEEN ? AND ? OR lon BETWEEN ? AND ?) AND lat BETWEEN ? AND ?"
    " ORDER BY population DESC LIMIT ?"
)

_NAME_TYPE: Final = itemgetter(-2)
"""Index into `NAME_TYPES` of a row of the first two queries."""


def open_gazetteer(path: Path | None = None) -> "Gazetteer":
    """Open a gazetteer, by default the one in the package.

    Raises
    ------
    GazetteerError
        Where the file is missing, damaged or of another version.

    Examples
    --------
    >>> with open_gazetteer() as gazetteer:
    ...     gazetteer.candidates("Minsk")[0].place.geonames_id
    625144
    """
    return Gazetteer(path or PACKAGED)


class Gazetteer:
    """Places, their names and their outlines, read from one file.

    Use it as a context manager and in one thread; places once read are kept.
    """

    def __init__(self, path: Path) -> None:
        self._store = Store(path)
        self._named = lru_cache(maxsize=REMEMBERED)(self._look_up)
        self._written = lru_cache(maxsize=REMEMBERED)(self._as_written)

    def __enter__(self) -> Self:
        """Give the gazetteer itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file; the gazetteer cannot be used after that."""
        self._store.close()

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Look a name up, most important place first.

        Short forms that mean something else in other writing ("US", "IN") are found in
        their own capitals only, with or without dots. Where nothing has the name, a word for
        the kind of place is taken off it: "Oaxaca State", "City of Paris".

        Examples
        --------
        >>> with open_gazetteer() as gazetteer:
        ...     print([c.place.name for c in gazetteer.candidates("U.S.")])
        ...     print(gazetteer.candidates("us"))
        ['United States']
        ()
        """
        return self._written(name)

    def search(self, text: str, limit: int = 20) -> tuple[Candidate, ...]:
        """Find places whose name is `text`, then those whose name starts with it."""
        exact = self.candidates(text)
        key = fold(text)
        if not key or len(exact) >= limit:
            return exact[:limit]
        known = {candidate.place.id for candidate in exact}
        rows = self._store.rows(_PREFIXED, (key, key + "\U0010ffff"))
        longer = by_size(self._ordered([row for row in rows if row[0] not in known]))
        return (exact + longer)[:limit]

    def place(self, place_id: int) -> Place:
        """Read one place.

        Raises
        ------
        GazetteerError
            Where there is no place of this id.
        """
        return self._store.place(place_id)

    def shape(self, place_id: int, *, coarse: bool = False) -> Geometry | None:
        """Read a place's outline: about 1 km exact, or 10 km where `coarse`.

        Areas of one level are cut from one coverage, so borders are shared vertex by vertex
        among fine outlines, and likewise among coarse ones.
        """
        rows = self._store.rows(_COARSE_OUTLINE if coarse else _OUTLINE, (place_id,))
        return decode(rows[0][0]) if rows else None

    def members(self, place_id: int) -> tuple[Place, ...]:
        """Give the countries of a group, the units of a macro-region or country, by name."""
        rows = self._store.rows("SELECT member FROM member WHERE place = ?", (place_id,))
        return self._store.places(row[0] for row in rows)

    def neighbours(self, place_id: int) -> tuple[Place, ...]:
        """Give the areas of the same level that share a border, by name."""
        rows = self._store.rows("SELECT neighbour FROM neighbour WHERE place = ?", (place_id,))
        return self._store.places(row[0] for row in rows)

    def country(self, country_code: str) -> Place | None:
        """Give a country by its ISO 3166-1 alpha-2 code."""
        return self._store.division(country_code)

    def admin1(self, country_code: str, admin1_code: str) -> Place | None:
        """Give a first-level division by GeoNames' code for it."""
        return self._store.division(f"{country_code}.{admin1_code}")

    def note(self, place_id: int) -> str:
        """Give what a reader should know of a place ("disputed …"), or an empty text."""
        rows = self._store.rows("SELECT text FROM note WHERE place = ?", (place_id,))
        return str(rows[0][0]) if rows else ""

    def info(self) -> GazetteerInfo:
        """Count what is in the file."""
        return self._store.info()

    def layer(
        self, name: Layer, bounds: Bounds, *, coarse: bool
    ) -> tuple[tuple[str, Geometry], ...]:
        """Give the base map's shapes whose boxes meet `bounds`, unclipped, with their names."""
        query = _COARSE_OUTLINE if coarse else _OUTLINE
        rows = self._store.rows(_BOXES, (LAYERS.index(name),))
        wanted = [(key, label) for key, label, *box in rows if meet(Bounds(*box), bounds)]
        return tuple(
            (label, decode(self._store.rows(query, (key,))[0][0])) for key, label in wanted
        )

    def towns(self, bounds: Bounds, limit: int) -> tuple[Place, ...]:
        """Give the towns in a box, most populous first."""
        spans = intervals(bounds)
        ends = [round(lon * POINT_GRID) for span in (spans[0], spans[-1]) for lon in span]
        low, high = round(bounds.south * POINT_GRID), round(bounds.north * POINT_GRID)
        rows = self._store.rows(_TOWNS, (*ends, low, high, limit))
        return tuple(self._store.place(row[0]) for row in rows)

    def attributions(self, sources: Iterable[str]) -> tuple[str, ...]:
        """Give the lines owed to sources of places, each once."""
        wanted = set(sources)
        rows = self._store.rows("SELECT key, attribution FROM source ORDER BY id")
        return tuple(dict.fromkeys(line for key, line in rows if key in wanted and line))

    def _as_written(self, name: str) -> tuple[Candidate, ...]:
        key = fold(name)
        found = self._named(key, _undotted(name)) if key else ()
        if found or (stripped := without_kind(key)) is None:
            return found
        rest, kinds = stripped
        return tuple(c for c in self._named(rest, "") if is_kind(c.place, kinds))

    def _look_up(self, key: str, written: str) -> tuple[Candidate, ...]:
        return self._ordered(
            [row for row in self._store.rows(_NAMED, (key,)) if row[-1] in ("", written)]
        )

    def _ordered(self, rows: list[tuple[Any, ...]]) -> tuple[Candidate, ...]:
        """Make one candidate a place, of the first of its name types."""
        best: dict[int, tuple[Any, ...]] = {}
        for row in sorted(rows, key=_NAME_TYPE):
            best.setdefault(row[0], row)
        return by_importance(
            Candidate(self._store.keep(row[:-2]), NAME_TYPES[_NAME_TYPE(row)])
            for row in best.values()
        )


def _undotted(name: str) -> str:
    return name.replace(".", "").replace(" ", "")
