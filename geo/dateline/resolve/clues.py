"""What a text tells of where it is from without naming a place: sheriffs, pounds, area codes.

The table ``clues.toml`` beside this module is written from knowledge of the countries. Telephone
codes are those of the North American Numbering Plan.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from dateline.company import Area

DOUBT = (3.0, 1.0)
"""Clues for nothing that stand beside those found, for countries and for states: one word
alone says little."""

_WORD = re.compile(r"[^\W\d_]+|[£€]")
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z&]{1,7}\b")
_TELEPHONE = re.compile(r"(?<![\d-])\(?([2-9]\d\d)\)?[-. /–]{1,2}\d{3}[-.–]\d{4}(?!\d)")
_CURLED = str.maketrans("'", "’")

_LEVELS = ("country", "admin1")

Table = Mapping[str, tuple[Area, ...]]
"""Areas by what points to them."""

Shares = Mapping[Area, float]
"""Part of a text's clues that point to each country and state, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What a text tells of where it is from."""

    local: Shares = field(default_factory=dict)
    """By offices, courts, schools, clubs and money: what it is about."""
    dialled: Shares = field(default_factory=dict)
    """By telephone codes."""
    written: Shares = field(default_factory=dict)
    """By spelling, dates and titles: where it was written, whatever it is about."""


@dataclass(frozen=True, slots=True)
class _Table:
    words: Table
    acronyms: Table
    phrases: Table
    codes: Table
    spelling: Table
    styles: Table


@cache
def _table() -> _Table:
    raw = tomllib.loads((files("dateline.resolve") / "clues.toml").read_text(encoding="utf-8"))
    return _Table(
        words=_by_clue(raw["words"], None),
        acronyms=_by_clue(raw["acronyms"], None),
        phrases=_by_clue(raw["phrases"], ","),
        codes=_by_clue(raw["area_codes"], None),
        spelling=_by_clue(raw["spelling"], None),
        styles=_by_clue(raw["styles"], "\n"),
    )


def _by_clue(rows: Mapping[str, str], separator: str | None) -> dict[str, tuple[Area, ...]]:
    found: defaultdict[str, list[Area]] = defaultdict(list)
    for codes, listed in rows.items():
        areas = [tuple(code.split(".")) for code in codes.split()]
        clues = (" ".join(clue.split()) for clue in listed.split(separator))
        for clue in dict.fromkeys(filter(None, clues)):
            found[clue] += areas
    return {clue: tuple(areas) for clue, areas in found.items()}


def clues_of(text: str) -> Clues:
    """Read the clues in a text; each counts once, however often it stands there.

    Examples
    --------
    >>> clues = clues_of("The sheriff said: call (903) 555-0100.")
    >>> round(clues.local["US",], 2), round(clues.dialled["US", "TX"], 2)
    (0.25, 0.5)
    >>> clues_of("Their favourite colour").written["GB",] > 0
    True
    """
    table, lower = _table(), text.lower().translate(_CURLED)
    words = set(_WORD.findall(lower))
    local = (
        (table.words, words),
        (table.acronyms, set(_ACRONYM.findall(text))),
        (table.phrases, {phrase for phrase in table.phrases if phrase in lower}),
    )
    codes = ((table.codes, set(_TELEPHONE.findall(lower))),)
    styles = {style for style in table.styles if re.search(style, text)}
    written = ((table.spelling, words), (table.styles, styles))
    return Clues(*(_shares(_found(kind)) for kind in (local, codes, written)))


def _found(kinds: Iterable[tuple[Table, AbstractSet[str]]]) -> Iterator[tuple[Area, ...]]:
    """Give the areas that each clue in a text points to."""
    for table, found in kinds:
        yield from (table[clue] for clue in sorted(table.keys() & found))


def _shares(found: Iterable[tuple[Area, ...]]) -> Shares:
    counts: defaultdict[Area, float] = defaultdict(float)
    for areas in found:
        for area in areas:
            for level in range(1, len(area) + 1):
                counts[area[:level]] += 1 / len(areas)
    totals = list(DOUBT)
    for area, count in counts.items():
        totals[len(area) - 1] += count
    return {area: count / totals[len(area) - 1] for area, count in counts.items()}


def clue_features(clues: Clues, areas: tuple[Area, ...], *, own_town: bool) -> dict[str, float]:
    """Describe a reading by the clues that point to the country and the state it lies in.

    Parameters
    ----------
    clues
        As from `clues_of`.
    areas
        The areas it lies in, the largest first.
    own_town
        Whether it is a town, and its name is used as that of the town where the paper is.
    """
    features = {
        f"clue_{level}": share
        for level, area in zip(_LEVELS, areas, strict=False)
        if (share := clues.local.get(area, 0.0))
    }
    if share := max((clues.dialled.get(area, 0.0) for area in areas[1:2]), default=0.0):
        features["dialled"] = share
    if own_town and "clue_country" in features:
        features["local_clue"] = features["clue_country"]
    if areas and (share := clues.written.get(areas[0], 0.0)):
        features["written"] = share
    return features


def words_for(*area: str) -> tuple[list[str], list[str], list[str]]:
    """List what speaks for an area, in order: local words, telephone codes, spellings.

    Examples
    --------
    >>> words, codes, _ = words_for("US", "LA")
    >>> "parish" in words, codes[:2]
    (True, ['225', '318'])
    """
    table = _table()
    words, codes, spellings = (
        sorted(clue for clue, areas in known.items() if area in areas)
        for known in (table.words, table.codes, table.spelling)
    )
    return words, codes, spellings
