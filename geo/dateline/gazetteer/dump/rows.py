"""Rows of GeoNames' dump other than places, as its readme describes the columns.

What cannot be read raises `ValueError` with the reason; the readers of files count it.
"""

from typing import Final, NamedTuple

LARGEST: Final = 1 << 40
"""Bound of ids and populations: above it are the numbers of shapes that are no places."""

FEATURE_CLASSES: Final = {
    "A": "division",
    "H": "water",
    "L": "area",
    "P": "town",
    "R": "road or railway",
    "S": "building or site",
    "T": "landform",
    "U": "undersea feature",
    "V": "forest or heath",
}
"""GeoNames' feature classes, in words."""

COLUMNS: Final = 19
"""Columns of files of places, and of ``countryInfo``."""
_NAME_COLUMNS: Final = 10
"""Columns of ``alternateNamesV2``; older files lack some at the end, but none of the first."""
_NAME_COLUMNS_LEAST: Final = 4
_CODE_COLUMNS: Final = 4
"""Columns of ``admin1CodesASCII`` and ``admin2Codes``."""


class AlternateName(NamedTuple):
    """A name of a place in a language."""

    place: int
    """GeoNames id of the place."""
    language: str
    """ISO 639, or a kind of name: "abbr", "iata", "link" …"""
    name: str
    """The name."""
    preferred: bool
    """Whether it is the official or preferred one of the language."""
    colloquial: bool
    """Whether it is slang ("Big Apple")."""
    historic: bool
    """Whether it was in use in the past."""


class Unit(NamedTuple):
    """A code of a country or division and the place that it is of."""

    code: str
    """"US", "US.TX", "US.TX.277"."""
    place: int
    """GeoNames id."""


class Label(NamedTuple):
    """What a feature code means."""

    code: str
    """Feature code, without the class."""
    text: str
    """The meaning, in English."""


def read_alternate_name(line: str) -> AlternateName | None:
    """Read a row of ``alternateNamesV2``; ``None`` where the language is not asked for."""
    columns = line.split("\t", 8)
    if len(columns) < _NAME_COLUMNS_LEAST:
        raise ValueError(unlike(columns, _NAME_COLUMNS))
    if columns[2] not in ("en", "abbr"):
        return None
    preferred, _, colloquial, historic = (columns[4:8] + [""] * 4)[:4]
    return AlternateName(
        *(whole(columns[1], least=1), columns[2], name_of(columns[3])),
        *(preferred == "1", colloquial == "1", historic == "1"),
    )


def read_parent(line: str) -> tuple[int, int]:
    """Read a row of ``hierarchy``: the ids of a place and of a part of it."""
    columns = line.split("\t")
    if len(columns) not in (2, 3):
        raise ValueError(unlike(columns, 3))
    return whole(columns[0], least=1), whole(columns[1], least=1)


def read_unit(line: str) -> Unit | None:
    """Read a row of ``admin1CodesASCII``, ``admin2Codes`` or ``countryInfo``."""
    columns = line.split("\t")
    if len(columns) == _CODE_COLUMNS:
        return Unit(columns[0], whole(columns[3], least=1))
    if len(columns) == COLUMNS:
        return Unit(columns[0], whole(columns[16], least=1)) if columns[16] else None
    raise ValueError(unlike(columns, _CODE_COLUMNS))


def read_label(line: str) -> Label | None:
    """Read a row of ``featureCodes_en``."""
    code, _, text = line.partition("\t")
    sort, _, short = code.partition(".")
    if not text:
        raise ValueError(unlike([line], 3))
    text = text.split("\t")[0]
    return Label(short, name_of(text)) if sort in FEATURE_CLASSES else None


def name_of(name: str) -> str:
    """Give a name back where it is one.

    Raises
    ------
    ValueError
        Where it is empty or has control characters.
    """
    if not name or (not name.isprintable() and any(c < " " for c in name)):
        raise ValueError("a name that is empty or has control characters")
    return name


def whole(text: str, least: int = 0) -> int:
    """Read an id or a population.

    Raises
    ------
    ValueError
        Where it is no whole number, below `least`, or not below `LARGEST`.
    """
    try:
        number = int(text)
    except ValueError:
        number = -1
    if least <= number < LARGEST:
        return number
    raise ValueError("an id or population that is no whole number")


def unlike(columns: list[str], expected: int) -> str:
    """Say that a row has too many or too few columns.

    Examples
    --------
    >>> unlike(["5"], 3)
    '1 column instead of 3'
    """
    plural = "" if len(columns) == 1 else "s"
    return f"{len(columns)} column{plural} instead of {expected}"
