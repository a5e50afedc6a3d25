"""The file: what is refused, what it costs to open, what it says about itself."""

import shutil
import sqlite3
import subprocess
import sys

import pytest

from dateline.errors import DatelineError, GazetteerError
from dateline.gazetteer import open_gazetteer
from dateline.gazetteer.file import PACKAGED
from dateline.gazetteer.schema import APPLICATION_ID, VERSION


def test_a_missing_file_is_named_with_the_way_out(tmp_path):
    with pytest.raises(GazetteerError) as raised:
        open_gazetteer(tmp_path / "nowhere.sqlite")
    assert "nowhere.sqlite is missing" in str(raised.value)
    assert "install dateline again" in str(raised.value)


def test_a_folder_is_no_gazetteer(tmp_path):
    with pytest.raises(GazetteerError, match="is missing"):
        open_gazetteer(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\x00" * 4096, b"SQLite format 3\x00" + b"\xff" * 9000])
def test_what_is_no_gazetteer_is_refused(tmp_path, content):
    path = tmp_path / "other.sqlite"
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match="expected a"):
        open_gazetteer(path)


def test_another_version_is_refused_by_number(tmp_path):
    path = tmp_path / "old.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION + 7}")
    connection.close()
    with pytest.raises(GazetteerError, match=f"has version {VERSION + 7}: expected version"):
        open_gazetteer(path)


def test_damage_inside_is_told_when_it_is_met(tmp_path):
    path = tmp_path / "damaged.sqlite"
    content = bytearray(PACKAGED.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(GazetteerError) as raised, open_gazetteer(path) as gazetteer:
        gazetteer.candidates("Minsk")
    assert "\n" not in str(raised.value)
    assert isinstance(raised.value, DatelineError)


def test_a_path_with_signs_of_an_address_is_only_a_path(tmp_path):
    path = tmp_path / "a?mode=rw&b#c%20.sqlite"
    shutil.copyfile(PACKAGED, path)
    with open_gazetteer(path) as gazetteer:
        assert gazetteer.candidates("Minsk")[0].place.id == 625144


def test_nothing_can_be_written(gazetteer):
    with pytest.raises(GazetteerError):
        gazetteer._store.rows("DELETE FROM place")
    assert gazetteer.candidates("Minsk")


def test_look_ups_use_the_index(gazetteer):
    from dateline.gazetteer import reader

    plans = gazetteer._store.rows("EXPLAIN QUERY PLAN " + reader._NAMED, ("minsk",))
    assert [row[3] for row in plans] == [
        "SEARCH name USING PRIMARY KEY (key=?)",
        "SEARCH place USING INTEGER PRIMARY KEY (rowid=?)",
    ]
    prefixed = gazetteer._store.rows("EXPLAIN QUERY PLAN " + reader._PREFIXED, ("a", "b"))
    assert "SEARCH name USING PRIMARY KEY (key>? AND key<?)" in [row[3] for row in prefixed]
    towns = gazetteer._store.rows("EXPLAIN QUERY PLAN " + reader._TOWNS, (0, 1, 0, 1, 0, 1, 9))
    assert "USING COVERING INDEX town" in towns[0][3]


def test_opening_loads_no_geometry_library():
    code = (
        "import sys; from dateline.gazetteer import open_gazetteer\n"
        "with open_gazetteer() as g: assert g.candidates('Minsk')\n"
        "assert not {'shapely', 'numpy', 'folium', 'rich'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_info_counts_what_is_there(gazetteer):
    info = gazetteer.info()
    assert info.path == PACKAGED
    assert info.size_bytes == PACKAGED.stat().st_size <= 32_000_000
    assert info.version == VERSION
    assert info.places == gazetteer._store.rows("SELECT count(*) FROM place")[0][0]
    assert info.names == sum(count for _, count in info.names_by_type)
    assert info.names == gazetteer._store.rows("SELECT count(*) FROM name")[0][0]
    assert sum(feature.count for feature in info.features) == info.places
    assert sum(source.count for source in info.sources) == info.places
    counts = {feature.feature_code: feature for feature in info.features}
    assert counts["PPL"].feature_class == "P"
    assert counts["PPLC"].label == "capital"
    assert counts["PCLI"].count + counts["PCLD"].count == 250


def test_every_source_has_licence_and_version(gazetteer):
    sources = {source.key: source for source in gazetteer.info().sources}
    assert {"geonames", "natural_earth", "census", "dateline"} <= set(sources)
    assert all(source.licence and source.version and source.name for source in sources.values())


def test_attributions_are_given_once_and_in_order(gazetteer):
    lines = gazetteer.attributions(["natural_earth", "geonames", "geonames", "no such source"])
    assert lines == (
        "Place names and positions: GeoNames (geonames.org), CC BY 4.0",
        "Borders, lakes and rivers: Natural Earth",
    )
