"""Rows of GeoNames' dump, as its readme describes the columns.

What cannot be read raises `ValueError` with the reason; the readers of files count it.
"""

import re
from typing import Final, NamedTuple

from dateline.model import LonLat

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

_CODE: Final = re.compile(r"[A-Z][A-Z0-9]{0,9}")
_COUNTRY: Final = re.compile(r"(?:[A-Z]{2})?")
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_COLUMNS: Final = 19
"""Columns of files of places, and of ``countryInfo``."""
_NAME_COLUMNS: Final = 10
"""Columns of ``alternateNamesV2``; older files lack some at the end, but none of the first."""
_NAME_COLUMNS_LEAST: Final = 4
_CODE_COLUMNS: Final = 4
"""Columns of ``admin1CodesASCII`` and ``admin2Codes``."""


class Entry(NamedTuple):
    """A place of the dump."""

    id: int
    """GeoNames id."""
    name: str
    """GeoNames' name."""
    ascii: str
    """The same in ASCII, or empty."""
    point: LonLat
    """Position."""
    sort: str
    """Feature class."""
    code: str
    """Feature code."""
    division: str
    """Code of the country or of the first- or second-level division: "US.TX.277"."""
    population: int
    """Inhabitants, 0 where unknown."""
    changed: str
    """Date of the last change, ``2026-11-20``, or empty."""

    @property
    def country(self) -> str:
        """ISO 3166-1 alpha-2, or empty."""
        return self.division[:2]


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


def read_place(line: str) -> Entry:
    r"""Read a row of ``allCountries``, of a country's file or of ``cities500``.

    Examples
    --------
    >>> row = "3041563\tAndorra la Vella\t\t\t42.5\t1.52\tP\tPPLC\tAD\t\t07" + "\t" * 4
    >>> read_place(row + "20430" + "\t" * 3 + "\t2020-03-03").division
    'AD.07'
    """
    columns = line.split("\t")
    if len(columns) != _COLUMNS:
        raise ValueError(_unlike(columns, _COLUMNS))
    key, name, ascii_name, _, lat, lon, sort, code, country = columns[:9]
    if sort not in FEATURE_CLASSES or not (code or sort == "P"):
        raise ValueError("no feature class and code")
    if not _COUNTRY.fullmatch(country) or (code and not _CODE.fullmatch(code)):
        raise ValueError("a country or feature code in another form")
    point = LonLat(_degrees(lon, 180), _degrees(lat, 90))
    return Entry(
        id=_whole(key, least=1),
        name=_name(name),
        ascii=ascii_name if ascii_name.isprintable() else "",
        point=point,
        sort=sort,
        code=code or "PPL",
        division=_division(country, columns[10], columns[11]),
        population=_whole(columns[14] or "0"),
        changed=columns[18] if _DATE.fullmatch(columns[18]) else "",
    )


def read_alternate_name(line: str) -> AlternateName | None:
    """Read a row of ``alternateNamesV2``; ``None`` where the language is not asked for."""
    columns = line.split("\t", 8)
    if len(columns) < _NAME_COLUMNS_LEAST:
        raise ValueError(_unlike(columns, _NAME_COLUMNS))
    if columns[2] not in ("en", "abbr"):
        return None
    preferred, _, colloquial, historic = (columns[4:8] + [""] * 4)[:4]
    return AlternateName(
        *(_whole(columns[1], least=1), columns[2], _name(columns[3])),
        *(preferred == "1", colloquial == "1", historic == "1"),
    )


def read_parent(line: str) -> tuple[int, int]:
    """Read a row of ``hierarchy``: the ids of a place and of a part of it."""
    columns = line.split("\t")
    if len(columns) not in (2, 3):
        raise ValueError(_unlike(columns, 3))
    return _whole(columns[0], least=1), _whole(columns[1], least=1)


def read_unit(line: str) -> Unit | None:
    """Read a row of ``admin1CodesASCII``, ``admin2Codes`` or ``countryInfo``."""
    columns = line.split("\t")
    if len(columns) == _CODE_COLUMNS:
        return Unit(columns[0], _whole(columns[3], least=1))
    if len(columns) == _COLUMNS:
        return Unit(columns[0], _whole(columns[16], least=1)) if columns[16] else None
    raise ValueError(_unlike(columns, _CODE_COLUMNS))


def read_label(line: str) -> Label | None:
    """Read a row of ``featureCodes_en``."""
    code, _, text = line.partition("\t")
    sort, _, short = code.partition(".")
    if not text:
        raise ValueError(_unlike([line], 3))
    text = text.split("\t")[0]
    return Label(short, _name(text)) if sort in FEATURE_CLASSES else None


def _division(country: str, first: str, second: str) -> str:
    """Put a division's code together; "00" stands for none, and a dot would split the code."""
    if first in ("", "00") or "." in first:
        return country
    return f"{country}.{first}.{second}" if second and "." not in second else f"{country}.{first}"


def _name(name: str) -> str:
    if not name or (not name.isprintable() and any(c < " " for c in name)):
        raise ValueError("a name that is empty or has control characters")
    return name


def _whole(text: str, least: int = 0) -> int:
    try:
        number = int(text)
    except ValueError:
        number = -1
    if least <= number < LARGEST:
        return number
    raise ValueError("an id or population that is no whole number")


def _degrees(text: str, most: int) -> float:
    try:
        degrees = float(text)
    except ValueError:
        degrees = float("nan")
    if -most <= degrees <= most:
        return degrees
    raise ValueError("a position that is not in degrees")


def _unlike(columns: list[str], expected: int) -> str:
    plural = "" if len(columns) == 1 else "s"
    return f"{len(columns)} column{plural} instead of {expected}"
