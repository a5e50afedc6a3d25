"""What has to be known of the packaged gazetteer while a dump is read."""

import sqlite3
from dataclasses import dataclass
from typing import Final

from dateline.gazetteer.dump.twins import Twins
from dateline.gazetteer.schema import NAME_TYPES

_TAKEN: Final = (
    "SELECT DISTINCT name.key FROM packaged.name JOIN packaged.place ON place.id = name.place"
    " JOIN packaged.feature ON feature.id = place.feature WHERE name.type IN (?, ?)"
    " OR NOT (feature.class = 'P' OR feature.code GLOB 'ADM*')"
)


@dataclass(frozen=True, slots=True)
class Packaged:
    """The packaged gazetteer, attached as ``packaged``."""

    towns: frozenset[int]
    """Ids of its populated places: the dump's facts are newer, and theirs."""
    others: frozenset[int]
    """Ids of what is kept as it is."""
    taken: frozenset[str]
    """Keys that are no other name of a place in the dump: those of countries, regions and seas,
    and of their people."""
    features: dict[str, int]
    """Feature code → number in the file."""
    divisions: dict[str, tuple[int, int | None]]
    """Code of a division → its number in the file, and the place that it is."""
    twins: Twins
    """Its places without a GeoNames id."""


def read_packaged(connection: sqlite3.Connection) -> Packaged:
    """Read what has to be known."""
    ids: dict[bool, list[int]] = {True: [], False: []}
    for key, is_town in connection.execute(
        "SELECT place.id, feature.class = 'P' FROM packaged.place"
        " JOIN packaged.feature ON feature.id = place.feature"
    ):
        ids[bool(is_town)].append(key)
    people = NAME_TYPES.index("adjective"), NAME_TYPES.index("demonym")
    return Packaged(
        towns=frozenset(ids[True]),
        others=frozenset(ids[False]),
        taken=frozenset(key for (key,) in connection.execute(_TAKEN, people)),
        features=dict(connection.execute("SELECT code, id FROM packaged.feature")),
        divisions={
            code: (number, place)
            for code, number, place in connection.execute(
                "SELECT code, id, place FROM packaged.division"
            )
        },
        twins=Twins(connection),
    )
