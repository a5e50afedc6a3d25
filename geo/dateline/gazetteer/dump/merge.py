"""Which rows stay where the package and the dump meet: decided group by group of sorted rows."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

NAMESAKES: Final = 100
"""Places that a name leads to at most. There are thousands of San Josés; reading them all would
take a hundred times as long as any other name, and the geocoder looks at 40. In the package no
name leads to more than 90."""

_UNITS: Final = frozenset({"ADM1", "PCLI", "PCLD"})
"""Divisions that are named even where a town in them is called the same: "New York"."""


class PlaceRow(NamedTuple):
    """A row of the table `place`, with what decides."""

    id: int
    """GeoNames id, or below 0."""
    origin: int
    """0 of the package, 1 of the dump."""
    known: int
    """Whether the division is the one that the dump names, not one around it."""
    name: str
    """Name."""
    feature: int
    """Number of the feature code."""
    division: int
    """Number of the division."""
    lon: int
    """Steps of `POINT_GRID` east."""
    lat: int
    """Steps of `POINT_GRID` north."""
    population: int
    """Inhabitants."""
    shape: int
    """Index into `SHAPE_TYPES`."""
    source: int
    """Number of the source."""

    @property
    def written(self) -> tuple[int | str, ...]:
        """The columns of the table."""
        return (self.id, *self[3:])


class NameRow(NamedTuple):
    """A row of the table `name`, with what decides."""

    key: str
    """Folded name."""
    place: int
    """Place."""
    type: int
    """Index into `NAME_TYPES`; 0 is preferred."""
    exact: str
    """The only writing that counts, or empty."""
    population: int
    """Inhabitants of the place."""
    division: int
    """Number of its division."""
    sort: str
    """Its feature class."""
    code: str
    """Its feature code."""
    dumped: int
    """Whether the place is one of the dump only."""

    @property
    def written(self) -> tuple[str, int, int, str]:
        """The columns of the table."""
        return self[:4]


def merged_places(rows: Iterable[tuple[int | str, ...]]) -> Iterator[tuple[int | str, ...]]:
    """Keep one row a place; rows come sorted by id and origin.

    Of a town that both have, the name and the outline are the package's and the facts the
    dump's. Of rows that the dump has twice, the first stays.
    """
    for _, group in groupby(rows, key=itemgetter(0)):
        first, *rest = group
        if rest and first[1] != rest[0][1]:
            yield _renewed(PlaceRow._make(first), PlaceRow._make(rest[0])).written
        else:
            yield (first[0], *first[3:])


def _renewed(packaged: PlaceRow, dumped: PlaceRow) -> PlaceRow:
    return packaged._replace(
        feature=dumped.feature,
        division=dumped.division if dumped.known else packaged.division,
        lon=dumped.lon,
        lat=dumped.lat,
        population=dumped.population or packaged.population,
    )


def kept_names(
    rows: Iterable[tuple[int | str, ...]], most: int = NAMESAKES
) -> Iterator[tuple[int | str, ...]]:
    """Keep the names that say something; rows come sorted by key, place, type and writing.

    Left out are what a place's preferred name says already, divisions of the dump called like a
    town in them (they would only be a second pin there), and where a name has more than `most`
    places, those of the dump that matter least.
    """
    for _, group in groupby(rows, key=itemgetter(0)):
        first, *rest = group
        if rest:
            yield from _kept([NameRow._make(first), *map(NameRow._make, rest)], most)
        else:
            yield first[:4]


def _kept(rows: list[NameRow], most: int) -> Iterator[tuple[int | str, ...]]:
    said = {row.place for row in rows if row.type == 0 and not row.exact}
    towns = {row.division for row in rows if row.sort == "P"}
    useful = {
        row.written: row
        for row in rows
        if not (row.place in said and (row.type or row.exact)) and not _is_second(row, towns)
    }
    foremost = _foremost(useful.values(), most)
    yield from (written for written, row in useful.items() if row.place in foremost)


def _is_second(row: NameRow, towns: set[int]) -> bool:
    division = row.dumped and row.sort == "A" and row.code not in _UNITS
    return bool(division and row.division in towns)


def _foremost(rows: Iterable[NameRow], most: int) -> set[int]:
    """Choose the places that matter most: the package's, first-level divisions, then by size."""
    ranked = {
        row.place: (row.dumped, row.code not in _UNITS, -row.population, row.place) for row in rows
    }
    return set(sorted(ranked, key=ranked.__getitem__)[:most])
