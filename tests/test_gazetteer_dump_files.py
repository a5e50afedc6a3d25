"""Finding the dump's files, and their lines from text and archives."""

import zipfile

import pytest

from dateline.errors import GazetteerError
from dateline.gazetteer.dump.files import LONGEST, DumpFile, find_dump


def packed(path, **members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(f"{name}.txt", text)
    return path


def lines(path):
    read = []
    found = list(DumpFile(path).lines(read.append))
    assert sum(read) == DumpFile(path).size()
    return found


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (["allCountries.txt", "cities500.txt", "AD.txt"], "allCountries.txt"),
        (["cities500.zip", "AD.txt"], "cities500.zip"),
        (["cities15000.txt", "cities500.txt"], "cities500.txt"),
        (["allCountries.zip", "allCountries.txt"], "allCountries.txt"),
        (["AD.zip"], "AD.zip"),
        (["AD.txt", "AD.zip", "hierarchy.txt"], "AD.txt"),
    ],
)
def test_the_fullest_file_of_places_is_taken(tmp_path, names, chosen):
    for name in names:
        (tmp_path / name).touch()
    assert find_dump(tmp_path).places.name == chosen


def test_what_belongs_to_it_is_found_beside_it(tmp_path):
    beside = ["countryInfo.txt", "admin1CodesASCII.txt", "admin2Codes.zip"]
    others = ["alternateNamesV2.zip", "hierarchy.zip", "featureCodes_en.txt"]
    for name in (*beside, *others, "mine.tsv", "alternateNames.txt"):
        (tmp_path / name).touch()
    dump = find_dump(tmp_path / "mine.tsv")
    assert [file.name for file in dump.codes] == beside
    assert [file.name for file in dump.files] == [*beside, "mine.tsv", *others]


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ([], "has no file of places: expected allCountries.txt"),
        (["hierarchy.txt"], "has no file of places: expected allCountries.txt"),
        (["AD.txt", "FR.zip"], "has several countries' files: expected allCountries.txt"),
    ],
)
def test_a_folder_without_a_file_of_places(tmp_path, names, message):
    for name in names:
        (tmp_path / name).touch()
    with pytest.raises(GazetteerError, match=message):
        find_dump(tmp_path)


def test_a_missing_file(tmp_path):
    with pytest.raises(GazetteerError, match=r"none.txt is missing: expected GeoNames'"):
        find_dump(tmp_path / "none.txt")


TEXT = "one\n\n# a comment\r\ntwo\r\nthree"
FOUND = [(1, b"one"), (4, b"two"), (5, b"three")]


def test_lines_of_a_text(tmp_path):
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    assert lines(tmp_path / "a.txt") == FOUND


@pytest.mark.parametrize(
    "members", [{"AD": TEXT}, {"AD": TEXT, "readme": "x"}, {"other": TEXT}, {"AD": TEXT, "b": "x"}]
)
def test_lines_of_an_archive(tmp_path, members):
    assert lines(packed(tmp_path / "AD.zip", **members)) == FOUND


def test_an_archive_of_several_texts(tmp_path):
    with pytest.raises(GazetteerError, match=r"has 2 text files in it: expected AD.txt"):
        lines(packed(tmp_path / "AD.zip", a="x", b="y"))


def test_a_line_without_end_comes_in_pieces(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"x" * (2 * LONGEST + 5) + b"\nlast\n")
    found = lines(tmp_path / "a.txt")
    assert [(number, len(line)) for number, line in found] == [
        *((1, LONGEST), (1, LONGEST), (1, 5)), (2, 4)
    ]  # fmt: skip


def test_a_damaged_archive(tmp_path):
    path = packed(tmp_path / "AD.zip", AD="".join(f"{n}\n" for n in range(99_999)))
    whole = bytearray(path.read_bytes())
    whole[5_000:9_000] = bytes(4_000)
    for content in (b"PK", bytes(whole), bytes(whole[:-900])):
        path.write_bytes(content)
        with pytest.raises(GazetteerError, match=r"AD.zip cannot be unpacked .*: expected"):
            lines(path)
