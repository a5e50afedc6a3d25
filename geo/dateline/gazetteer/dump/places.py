"""Rows of places in GeoNames' dump.

What cannot be read raises `ValueError` with the reason, as in `dateline.gazetteer.dump.rows`.
"""

import re
from typing import Final, NamedTuple

from dateline.gazetteer.dump.rows import COLUMNS, FEATURE_CLASSES, name_of, unlike, whole
from dateline.model import LonLat

_CODE: Final = re.compile(r"[A-Z][A-Z0-9]{0,9}")
_COUNTRY: Final = re.compile(r"(?:[A-Z]{2})?")
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


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


def read_place(line: str) -> Entry:
    r"""Read a row of ``allCountries``, of a country's file or of ``cities500``.

    Examples
    --------
    >>> row = "3041563\tAndorra la Vella\t\t\t42.5\t1.52\tP\tPPLC\tAD\t\t07" + "\t" * 4
    >>> read_place(row + "20430" + "\t" * 3 + "\t2020-03-03").division
    'AD.07'
    """
    columns = line.split("\t")
    if len(columns) != COLUMNS:
        raise ValueError(unlike(columns, COLUMNS))
    key, name, ascii_name, _, lat, lon, sort, code, country = columns[:9]
    if sort not in FEATURE_CLASSES or not (code or sort == "P"):
        raise ValueError("no feature class and code")
    if not _COUNTRY.fullmatch(country) or (code and not _CODE.fullmatch(code)):
        raise ValueError("a country or feature code in another form")
    point = LonLat(_degrees(lon, 180), _degrees(lat, 90))
    return Entry(
        id=whole(key, least=1),
        name=name_of(name),
        ascii=ascii_name if ascii_name.isprintable() else "",
        point=point,
        sort=sort,
        code=code or "PPL",
        division=_division(country, columns[10], columns[11]),
        population=whole(columns[14] or "0"),
        changed=columns[18] if _DATE.fullmatch(columns[18]) else "",
    )


def _division(country: str, first: str, second: str) -> str:
    """Put a division's code together; "00" stands for none, and a dot would split the code."""
    if first in ("", "00") or "." in first:
        return country
    return f"{country}.{first}.{second}" if second and "." not in second else f"{country}.{first}"


def _degrees(text: str, most: int) -> float:
    try:
        degrees = float(text)
    except ValueError:
        degrees = float("nan")
    if -most <= degrees <= most:
        return degrees
    raise ValueError("a position that is not in degrees")
