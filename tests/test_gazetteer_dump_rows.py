"""Rows of GeoNames' dump: each kind read, and each fault named."""

from pathlib import Path

import pytest

from dateline.gazetteer.dump.places import read_place
from dateline.gazetteer.dump.rows import (
    AlternateName,
    Label,
    Unit,
    read_alternate_name,
    read_label,
    read_parent,
    read_unit,
)

ROWS = Path(__file__).parent / "data" / "dump"
VALLETTA = next(
    line
    for line in (ROWS / "allCountries.txt").read_text(encoding="utf-8").splitlines()
    if line.startswith("2562305\t")
)


def changed(column, value):
    columns = VALLETTA.split("\t")
    columns[column] = value
    return "\t".join(columns)


def test_a_place():
    entry = read_place(VALLETTA)
    assert (entry.id, entry.name, entry.ascii) == (2562305, "Valletta", "Valletta")
    assert entry.point == (14.5148, 35.89968)
    assert (entry.sort, entry.code, entry.division) == ("P", "PPLC", "MT.60")
    assert (entry.country, entry.population) == ("MT", 6794)
    assert entry.changed == "2019-10-29"


@pytest.mark.parametrize(
    ("column", "value", "field", "expected"),
    [
        (7, "", "code", "PPL"),
        (10, "00", "division", "MT"),
        (10, "", "division", "MT"),
        (10, "6.0", "division", "MT"),  # a dot would make a second level of it
        (11, "X1", "division", "MT.60.X1"),
        (11, "X.1", "division", "MT.60"),
        (8, "", "country", ""),
        (14, "", "population", 0),
        (18, "yesterday", "changed", ""),
        (2, "a\x07", "ascii", ""),
        (5, "-180", "point", (-180.0, 35.89968)),
    ],
)
def test_a_column_of_a_place(column, value, field, expected):
    line = changed(column, value)
    if column == 8:
        line = "\t".join([*line.split("\t")[:10], "", "", *line.split("\t")[12:]])
    assert getattr(read_place(line), field) == expected


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        (0, "", "no whole number"),
        (0, "0", "no whole number"),
        (0, "-5", "no whole number"),
        (0, str(2**40), "no whole number"),
        (1, "", "empty"),
        (1, "a\x00b", "control characters"),
        (4, "90.1", "not in degrees"),
        (4, "nan", "not in degrees"),
        (5, "14,5", "not in degrees"),
        (6, "X", "no feature class"),
        (7, "ppl c", "another form"),
        (8, "Malta", "another form"),
        (14, "many", "no whole number"),
        (14, "-1", "no whole number"),
        (18, "2020\t1", "20 columns instead of 19"),
    ],
)
def test_a_bad_row_of_a_place(column, value, reason):
    with pytest.raises(ValueError, match=reason):
        read_place(changed(column, value))


def test_a_place_other_than_a_town_needs_a_code():
    line = changed(6, "T").split("\t")
    line[7] = ""
    with pytest.raises(ValueError, match="no feature class and code"):
        read_place("\t".join(line))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1\t5\ten\tNew Name\t1\t\t\t\t\t", AlternateName(5, "en", "New Name", True, False, False)),
        ("1\t5\ten\tOld\t\t\t1\t1\t\t", AlternateName(5, "en", "Old", False, True, True)),
        ("1\t5\tabbr\tNN", AlternateName(5, "abbr", "NN", False, False, False)),
        ("1\t5\tfr\tNom\t1\t\t\t\t\t", None),
        ("1\t5\tlink\thttps://example.org/\t\t\t\t\t\t", None),
        ("1\t5\t\tName\t\t\t\t\t\t", None),
    ],
)
def test_another_name(line, expected):
    assert read_alternate_name(line) == expected


@pytest.mark.parametrize(
    ("read", "line", "expected"),
    [
        (read_parent, "5\t6\tADM", (5, 6)),
        (read_parent, "5\t6", (5, 6)),
        (read_unit, "AD.05\tOrdino\tOrdino\t3039676", Unit("AD.05", 3039676)),
        (read_unit, "AN" + "\t" * 18, None),
        (read_label, "T.PASS\tpass\ta break in a range", Label("PASS", "pass")),
        (read_label, "null\tnot available\t", None),
    ],
)
def test_other_rows(read, line, expected):
    assert read(line) == expected


def test_a_country():
    lines = (ROWS / "countryInfo.txt").read_text(encoding="utf-8").splitlines()
    assert read_unit(lines[2]) == Unit("AD", 3041565)


@pytest.mark.parametrize(
    ("read", "line"),
    [
        (read_alternate_name, "1\t5\ten"),
        (read_alternate_name, "1\tfive\ten\tName"),
        (read_alternate_name, "1\t5\ten\t"),
        (read_parent, "5"),
        (read_parent, "5\tsix"),
        (read_unit, "AD.05\tOrdino"),
        (read_unit, "AD.05\tOrdino\tOrdino\tx"),
        (read_label, "T.PASS"),
    ],
)
def test_other_bad_rows(read, line):
    with pytest.raises(ValueError, match=r"column|number|name"):
        read(line)
