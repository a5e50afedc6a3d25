"""The same rows give the same bytes, and the reader reads them."""

import pytest
import shapely
from tools.gazetteer.draft import Draft, Outline, Row
from tools.gazetteer.sources import Source, read_sources
from tools.gazetteer.write import box_of, write

from dateline.gazetteer import open_gazetteer

SOURCE = Source("geonames", "GeoNames", "1", "CC BY 4.0", "GeoNames", ())


def draft(order):
    """Two countries with a border, a capital, a group; put in in any order."""
    made = Draft()
    squares = {1: shapely.box(0, 0, 1, 1), 2: shapely.box(1, 0, 2, 1)}
    for key in order:
        made.add(Row(key, f"Land {key}", "PCLI", f"A{key}", "", "", key - 0.5, 0.5, 9, "geonames"))
        made.divisions[f"A{key}"] = key
        made.outlines[key] = Outline(squares[key], squares[key])
        made.layers.setdefault("countries", []).append(("", key))
    made.add(Row(30, "Us", "PPLC", "A1", "", "", 0.5, 0.25, 70_000, "geonames"), exact=True)
    made.call(1, "U.S.", "abbreviation", exact=True)
    made.add(Row(-4, "Union", "ZN", "", "", "", 1.0, 0.5, 0, "geonames"))
    made.members[-4] = set(order)
    made.neighbours |= {(1, 2), (2, 1)}
    made.notes[2] = "disputed"
    return made


@pytest.fixture
def written(tmp_path):
    path = tmp_path / "g.sqlite"
    write(draft((1, 2)), (SOURCE,), path)
    return path


def test_the_same_rows_in_another_order_give_the_same_bytes(tmp_path, written):
    other = tmp_path / "other.sqlite"
    write(draft((2, 1)), (SOURCE,), other)
    assert other.read_bytes() == written.read_bytes()


def test_nothing_but_the_file_is_left(written):
    assert [path.name for path in written.parent.iterdir()] == ["g.sqlite"]


def test_the_reader_reads_it(written):
    with open_gazetteer(written) as gazetteer:
        assert gazetteer.candidates("Land 1")[0].place.country_name == "Land 1"
        assert [c.place.id for c in gazetteer.candidates("US")] == [1]
        assert [c.place.id for c in gazetteer.candidates("Us")] == [30]
        assert [p.id for p in gazetteer.members(-4)] == [1, 2]
        assert [p.id for p in gazetteer.neighbours(2)] == [1]
        assert gazetteer.note(2) == "disputed"
        assert gazetteer.shape(1).coordinates[0][0] in {(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)}
        assert gazetteer.place(30).admin1_name == ""


def test_an_id_is_given_once():
    made = draft((1, 2))
    with pytest.raises(ValueError, match=r"place 30 .* is there already"):
        made.add(Row(30, "Again", "PPL", "A1", "", "", 0, 0, 0, "geonames"))


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        ([(0, 0, 1, 1), (3, 2, 4, 5)], (0, 0, 4, 5)),
        ([(170, -20, 180, -10), (-180, -20, -175, -12)], (170, -20, -175, -10)),
        ([(-180, 50, -170, 60), (20, 40, 180, 80)], (20, 40, -170, 80)),
        ([(-180, -90, 180, -60)], (-180, -90, 180, -60)),
    ],
)
def test_the_smallest_box(boxes, expected):
    assert box_of([shapely.box(*box) for box in boxes]) == expected


def test_sources_are_pinned():
    sources = read_sources()
    for source in sources:
        assert source.name
        assert source.version
        assert source.licence
        for package in source.packages:
            assert len(package["sha256"]) == 64
            assert package["registry"] in ("pypi", "npm")
            assert package["version"] in package["file"]
