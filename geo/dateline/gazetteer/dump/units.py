"""Codes of divisions: numbered as they come, and settled when all places are known."""

from collections.abc import Iterable
from typing import Final

from dateline.gazetteer.dump.packaged import Packaged
from dateline.gazetteer.dump.places import Entry
from dateline.gazetteer.dump.rows import Unit

_LEVELS: Final = {"ADM1": 1, "ADM2": 2}
"""Dots in the code of a division of this feature code."""


class Units:
    """Countries and divisions that places of the dump say they are in."""

    def __init__(self, packaged: Packaged) -> None:
        self._packaged = packaged
        self._numbers: dict[str, int] = {}
        self._listed: dict[str, int] = {}
        self._seen: dict[str, int] = {}
        self._places: set[int] = set()

    def take(self, rows: Iterable[Unit]) -> None:
        """Take the lists of codes: they say which of several places of a code is in use."""
        self._listed.update((row.code, row.place) for row in rows)

    def number(self, entry: Entry) -> int:
        """Give the provisional number of the division that a place is in."""
        country = entry.code.startswith("PCL") and entry.code != "PCLH"
        if entry.division.count(".") == (0 if country else _LEVELS.get(entry.code, -1)):
            self._seen.setdefault(entry.division, entry.id)
            self._places.add(entry.id)
        return self._numbers.setdefault(entry.division, len(self._numbers))

    def settle(self) -> tuple[dict[str, tuple[int, int | None]], list[tuple[int, int, bool]]]:
        """Decide which division each place is in: the smallest that is itself a place.

        Returns
        -------
        tuple
            Divisions that the package lacks, code → number and place; and for each provisional
            number the final one, and whether that is the very division that was named.
        """
        known = {code: number for code, (number, _) in self._packaged.divisions.items()}
        places = self._known()
        unnamed = {code.partition(".")[0] for code in self._numbers} | {""}
        added: dict[str, tuple[int, int | None]] = {}
        following = max(known.values(), default=-1) + 1
        for code in sorted((unnamed | places.keys()) - known.keys()):
            known[code] = following + len(added)
            added[code] = known[code], places.get(code)
        settled = []
        for code, number in self._numbers.items():
            nearest = code
            while nearest not in known:
                nearest = nearest.rpartition(".")[0]
            settled.append((number, known[nearest], nearest == code))
        return added, settled

    def _known(self) -> dict[str, int]:
        """Give the place of each code: the one listed where it is there, else the first seen."""
        there = (self._packaged.others, self._packaged.towns, self._places)
        listed = {
            code: place
            for code, place in self._listed.items()
            if any(place in places for places in there)
        }
        return self._seen | listed
