"""CSV for spreadsheets."""

import csv
import io
from collections.abc import Iterable

from dateline.exports.record import Record, ToponymRecord

CSV_COLUMNS = (
    "doc_id",
    *(key for key in ToponymRecord.__annotations__ if key in ToponymRecord.__required_keys__),
)
"""Columns of the CSV: the document, then the fields that every toponym has."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings that make a spreadsheet calculate a cell (OWASP, "CSV injection")."""


def to_csv(records: Iterable[Record], *, header: bool = True) -> str:
    r"""Write toponyms as CSV, one a row; locative expressions are left out.

    Parameters
    ----------
    records
        Documents, in order.
    header
        Whether to begin with the names of the columns.

    Returns
    -------
    str
        Comma-separated values, RFC 4180. Empty cells are nulls. A text that a spreadsheet would
        take for a formula gets an apostrophe in front.

    Examples
    --------
    >>> print(to_csv([]).rstrip())
    doc_id,start,end,surface,kind,name,geonames_id,feature_code,country_code,lat,lon,confidence
    """
    out = io.StringIO()
    writer = csv.writer(out)
    if header:
        writer.writerow(CSV_COLUMNS)
    for record in records:
        for toponym in record["toponyms"]:
            cells = (record["doc_id"], *(toponym.get(key) for key in CSV_COLUMNS[1:]))
            writer.writerow([_harmless(cell) for cell in cells])
    return out.getvalue()


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
