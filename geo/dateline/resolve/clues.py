"""What a text tells of where it is from without naming a place: sheriffs, pounds, area codes.

The table ``clues.toml`` beside this module is written from knowledge of the countries. Telephone
codes are those of the North American Numbering Plan.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.company import Area

DOUBT = (3.0, 1.0)
"""Clues for nothing that stand beside those found, for countries and for states: one word
alone says little."""

_WORD = re.compile(r"[^\W\d_]+|[£€]")
_TELEPHONE = re.compile(r"(?<![\d-])\(?([2-9]\d\d)\)?[-. /–]{1,2}\d{3}[-.–]\d{4}(?!\d)")
_CURLED = str.maketrans("'", "’")

_LEVELS = ("clue_country", "clue_admin1")

Clues = Mapping[Area, float]
"""Part of a text's clues that point to each country and state, 0 to 1."""


@dataclass(frozen=True, slots=True)
class _Table:
    words: Mapping[str, tuple[Area, ...]]
    phrases: Mapping[str, tuple[Area, ...]]
    codes: Mapping[str, tuple[Area, ...]]


@cache
def _table() -> _Table:
    raw = tomllib.loads((files("dateline.resolve") / "clues.toml").read_text(encoding="utf-8"))
    return _Table(
        words=_by_clue(raw["words"], None),
        phrases=_by_clue(raw["phrases"], ","),
        codes=_by_clue(raw["area_codes"], None),
    )


def _by_clue(rows: Mapping[str, str], separator: str | None) -> dict[str, tuple[Area, ...]]:
    found: defaultdict[str, list[Area]] = defaultdict(list)
    for codes, listed in rows.items():
        areas = [tuple(code.split(".")) for code in codes.split()]
        for clue in dict.fromkeys(" ".join(c.split()) for c in listed.split(separator)):
            found[clue] += areas
    return {clue: tuple(areas) for clue, areas in found.items()}


def clues_of(text: str) -> Clues:
    """Read the clues in a text; each counts once, however often it stands there.

    Examples
    --------
    >>> clues = clues_of("The sheriff said: call (903) 555-0100.")
    >>> round(clues["US",], 2), round(clues["US", "TX"], 2)
    (0.4, 0.5)
    """
    table, lower = _table(), text.lower().translate(_CURLED)
    counts: defaultdict[Area, float] = defaultdict(float)
    for known, found in (
        (table.words, _WORD.findall(lower)),
        (table.phrases, [phrase for phrase in table.phrases if phrase in lower]),
        (table.codes, _TELEPHONE.findall(lower)),
    ):
        for clue in sorted(known.keys() & set(found)):
            for area in known[clue]:
                for level in range(1, len(area) + 1):
                    counts[area[:level]] += 1 / len(known[clue])
    return _shares(counts)


def _shares(counts: Mapping[Area, float]) -> Clues:
    totals = list(DOUBT)
    for area, count in counts.items():
        totals[len(area) - 1] += count
    return {area: count / totals[len(area) - 1] for area, count in counts.items()}


def clue_features(clues: Clues, areas: tuple[Area, ...]) -> dict[str, float]:
    """Describe a reading by the clues that point to the country and the state it lies in."""
    return {name: clues[area] for name, area in zip(_LEVELS, areas, strict=False) if area in clues}


def country_words(code: str) -> list[str]:
    """List the words that speak for a country, in order."""
    return sorted(word for word, areas in _table().words.items() if (code,) in areas)
