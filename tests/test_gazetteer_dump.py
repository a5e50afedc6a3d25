"""A larger gazetteer from GeoNames' dump: a few hundred real rows on a small gazetteer."""

import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import shapely
from tools.gazetteer.draft import Draft, Outline, Row
from tools.gazetteer.sources import Source
from tools.gazetteer.write import write

from dateline.errors import GazetteerError, OutputError
from dateline.gazetteer import open_gazetteer
from dateline.gazetteer.dump import SOURCE, Selection, build, find_dump
from dateline.gazetteer.schema import POINT_GRID

ROWS = Path(__file__).parent / "data" / "dump"
LINES = (ROWS / "allCountries.txt").read_text(encoding="utf-8").splitlines()
GEONAMES = Source("geonames", "GeoNames", "1", "CC BY 4.0", "Places: GeoNames", ())
OWN = Source("dateline", "Our own", "1", "MIT", "", ())

ANDORRA, MALTA, ICELAND = 3041565, 2562770, 2629691
ANDORRA_LA_VELLA, VALLETTA, REYKJAVIK = 3041563, 2562305, 3413829
SAINT_PAULS_BAY, BIRKIRKARA, SAN_MARINO_CITY = 2562541, 2563191, 3168070
ROC_MELE, FONT_BLANCA, ABELLETES = 2994701, 2986043, 3017833
WATER_OF_OUR_OWN = -7


def silent(_step, _total):
    return lambda _number: None


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """Three countries, two towns with old facts, a lake of our own, a group of states."""
    made = Draft()
    boxes = {ANDORRA: (1.4, 42.4, 1.8, 42.7), MALTA: (14.1, 35.8, 14.6, 36.1)}
    boxes[ICELAND] = (-24.5, 63.3, -13.5, 66.6)
    for key, code, name in ((ANDORRA, "AD", "Andorra"), (MALTA, "MT", "Malta"),
                            (ICELAND, "IS", "Iceland")):  # fmt: skip
        box = shapely.box(*boxes[key])
        made.add(Row(key, name, "PCLI", code, "", "", *box.centroid.coords[0], 9, "geonames"))
        made.divisions[code] = key
        made.outlines[key] = Outline(box, box)
    made.add(Row(ANDORRA_LA_VELLA, "Andorra’s capital", "PPL", "AD", "", "", 1, 42, 7, "geonames"))
    made.add(Row(REYKJAVIK, "Reykjavik", "PPLC", "IS", "", "", -22, 64, 118_000, "geonames"))
    made.add(Row(WATER_OF_OUR_OWN, "Estany de les Abelletes", "LK", "", "", "", 1.8, 42.6, 0,
                 "dateline"))  # fmt: skip
    made.add(Row(-8, "Small States", "ZN", "", "", "", 7.0, 50.0, 0, "dateline"))
    made.call(MALTA, "Maltese", "demonym")
    made.members[-8] = {ANDORRA, MALTA, ICELAND}
    made.neighbours |= {(ANDORRA, MALTA), (MALTA, ANDORRA)}
    made.notes[MALTA] = "an island"
    path = tmp_path_factory.mktemp("base") / "base.sqlite"
    write(made, (GEONAMES, OWN), path)
    return path


@pytest.fixture(scope="module")
def make(base):
    def made(dump, target, selection=Selection(), watch=silent):  # noqa: B008 - it is frozen
        return build(find_dump(dump), target, selection, watch, base=base)

    return made


@pytest.fixture(scope="module")
def report(make, built):
    return make(ROWS, built.with_name("again.sqlite"))


@pytest.fixture(scope="module")
def built(make, tmp_path_factory):
    path = tmp_path_factory.mktemp("built") / "large.sqlite"
    make(ROWS, path)
    return path


@pytest.fixture(scope="module")
def large(built):
    with open_gazetteer(built) as gazetteer:
        yield gazetteer


def rows(path, query, *values):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query, values).fetchall()


def ids(gazetteer, name):
    return [candidate.place.id for candidate in gazetteer.candidates(name)]


def dump_of(folder, *lines, **files):
    folder.mkdir(exist_ok=True)
    (folder / "allCountries.txt").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def row(key, name, kind="P.PPL", *, country="AD", admin1="", admin2="", population=0, lon=1.5):
    sort, _, code = kind.partition(".")
    return (
        f"{key}\t{name}\t\t\t42.5\t{lon}\t{sort}\t{code}\t{country}\t\t{admin1}\t{admin2}\t\t\t"
        f"{population}\t\t\t\t2026-11-20"
    )


# --- what is in it ------------------------------------------------------------------------------


def test_every_place_of_the_dump_is_in_it_once(report, built, base):
    (before,) = rows(base, "SELECT count(*) FROM place")[0]
    twins, towns = 1, 2  # the lake, Andorra la Vella and Reykjavik are in the small one already
    assert report.places == before + len(LINES) - twins - towns
    assert report.added == len(LINES) - twins - towns
    assert rows(built, "SELECT count(*), count(DISTINCT id) FROM place") == [(report.places,) * 2]
    assert all(tally.bad == 0 for tally in report.tallies)


@pytest.mark.parametrize("table", ["outline", "neighbour", "note", "box"])
def test_what_the_dump_lacks_stays(built, base, table):
    kept = rows(base, f"SELECT * FROM {table}")  # noqa: S608 - a name from above
    assert kept or table == "box"
    assert rows(built, f"SELECT * FROM {table}") == kept  # noqa: S608


def test_groups_names_and_countries_stay(large):
    assert [place.name for place in large.members(-8)] == ["Andorra", "Iceland", "Malta"]
    assert large.country("MT").name == "Malta"
    assert large.shape(MALTA).type == "Polygon"
    assert large.place(MALTA).population == 9


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Valletta", VALLETTA),
        ("San Pawl il-Baħar", SAINT_PAULS_BAY),
        ("San Pawl il-Bahar", SAINT_PAULS_BAY),
        ("Saint Paul's Bay", SAINT_PAULS_BAY),
        ("St. Paul’s Bay", SAINT_PAULS_BAY),
        ("City of San Marino", SAN_MARINO_CITY),
        ("Roc Mélé", ROC_MELE),
        ("Birkirkara", BIRKIRKARA),
        ("Reykjavík", REYKJAVIK),
    ],
)
def test_a_name_leads_to_its_place(large, name, place):
    assert ids(large, name)[0] == place


@pytest.mark.parametrize(
    "name",
    [
        "La Valette",  # French
        "Birchircara",  # Italian
        "B’Kara",  # slang
        "AEY",  # an airport's code
    ],
)
def test_what_is_no_english_name_is_left_out(large, name):
    assert ids(large, name) == []


def test_a_place_is_called_by_its_english_name(large):
    assert large.place(SAINT_PAULS_BAY).name == "Saint Paul's Bay"
    assert large.place(ROC_MELE).name == "Roc Mélé"


def test_a_town_of_both_has_the_name_of_ours_and_the_facts_of_the_dump(large):
    town = large.place(ANDORRA_LA_VELLA)
    assert (town.name, town.feature_code, town.population) == ("Andorra’s capital", "PPLC", 20430)
    assert town.point == pytest.approx((1.52109, 42.50779), abs=1 / POINT_GRID)
    assert ids(large, "Andorra la Vella") == [ANDORRA_LA_VELLA]


def test_a_place_of_our_own_is_not_doubled(large):
    assert ids(large, "Estany de les Abelletes") == [WATER_OF_OUR_OWN]
    with pytest.raises(GazetteerError):
        large.place(ABELLETES)


def test_another_place_of_that_name_is_taken(make, tmp_path):
    far = row(ABELLETES, "Estany de les Abelletes", "H.LK", lon=9.5)
    make(dump_of(tmp_path / "dump", far), tmp_path / "g.sqlite")
    with open_gazetteer(tmp_path / "g.sqlite") as gazetteer:
        assert set(ids(gazetteer, "Estany de les Abelletes")) == {WATER_OF_OUR_OWN, ABELLETES}


def test_it_says_where_it_comes_from(large):
    info = large.info()
    source = next(source for source in info.sources if source.key == SOURCE)
    assert source.version == "allCountries, changes to 2023-02-09: all places"
    assert source.count == sum(large.place(key).source == SOURCE for (key,) in
                               large._store.rows("SELECT id FROM place"))  # fmt: skip
    assert large.attributions([SOURCE, "geonames"]) == ("Places: GeoNames",)
    assert {f.label for f in info.features if f.feature_code in ("PASS", "SLP")} == {
        "pass", "slope(s)"
    }  # fmt: skip
    assert sum(f.count for f in info.features) == info.places
    assert [f.count for f in info.features] == sorted(f.count for f in info.features)[::-1]


# --- divisions ----------------------------------------------------------------------------------

DIVISIONS = (
    row(50, "Ordino", "A.ADM1", admin1="05"),
    row(51, "Ordino", admin1="05", population=700),
    row(52, "Vall Alta", "A.ADM2", admin1="05", admin2="X"),
    row(53, "Llorts", admin1="05", admin2="X"),
    row(54, "Llorts", "A.ADM3", admin1="05", admin2="X"),
    row(55, "Segudet", admin1="05", admin2="unknown"),
    row(56, "Farhamlet", admin1="99"),
    row(57, "Nowhere", country="ZZ", admin1="1"),
    row(58, "Open Water", "H.SEA", country=""),
)


@pytest.fixture(scope="module")
def divided(make, tmp_path_factory):
    folder = tmp_path_factory.mktemp("divided")
    parents = f"{ANDORRA}\t50\tADM\n52\t53\n52\t54\tADM\n52\t999\n"
    dump = dump_of(folder / "dump", *DIVISIONS, hierarchy=parents)
    make(dump, folder / "g.sqlite")
    with open_gazetteer(folder / "g.sqlite") as gazetteer:
        yield gazetteer


@pytest.mark.parametrize(
    ("key", "country", "admin1", "admin2"),
    [
        (53, "Andorra", "Ordino", "Vall Alta"),
        (52, "Andorra", "Ordino", "Vall Alta"),
        (51, "Andorra", "Ordino", ""),
        (55, "Andorra", "Ordino", ""),  # a code that is no place's: the division around it
        (56, "Andorra", "", ""),
        (57, "", "", ""),
        (58, "", "", ""),
    ],
)
def test_a_place_is_in_the_smallest_division_there_is(divided, key, country, admin1, admin2):
    place = divided.place(key)
    assert (place.country_name, place.admin1_name, place.admin2_name) == (country, admin1, admin2)
    assert place.country_code == {57: "ZZ", 58: ""}.get(key, "AD")


def test_a_division_called_like_a_town_in_it_is_no_second_pin(divided):
    assert ids(divided, "Llorts") == [53]
    assert divided.place(54).name == "Llorts"
    assert set(ids(divided, "Ordino")) == {50, 51}


def test_parts_come_from_the_hierarchy(divided):
    assert [place.id for place in divided.members(52)] == [53, 54]
    assert divided.members(ANDORRA) == ()


@pytest.mark.parametrize(
    ("listed", "name"), [("", "Old"), ("AD.05\tNew\tNew\t61\n", "New"), ("AD.05\t\t\t9\n", "Old")]
)
def test_the_lists_of_codes_decide_between_two_places_of_a_code(make, tmp_path, listed, name):
    twice = (row(60, "Old", "A.ADM1", admin1="05"), row(61, "New", "A.ADM1", admin1="05"))
    files = {"admin1CodesASCII": listed} if listed else {}
    make(dump_of(tmp_path / "dump", *twice, row(62, "Town", admin1="05"), **files), tmp_path / "g")
    with open_gazetteer(tmp_path / "g") as gazetteer:
        assert gazetteer.place(62).admin1_name == name


# --- selection ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("selection", "condition"),
    [
        (Selection(), lambda c: True),
        (Selection(countries=frozenset({"MT"})), lambda c: c[8] == "MT"),
        (Selection(feature_classes=frozenset("TH")), lambda c: c[6] in "TH"),
        (Selection(min_population=5000), lambda c: c[6] != "P" or int(c[14]) >= 5000),
        (
            Selection(5000, frozenset("P"), frozenset({"IS", "LU"})),
            lambda c: c[8] in ("IS", "LU") and c[6] == "P" and int(c[14]) >= 5000,
        ),
    ],
)
def test_only_what_was_asked_for_is_added(make, tmp_path, base, selection, condition):
    path = tmp_path / "g.sqlite"
    make(ROWS, path, selection)
    asked = {int(line.split("\t")[0]) for line in LINES if condition(line.split("\t"))}
    there = {key for (key,) in rows(path, "SELECT id FROM place")}
    before = {key for (key,) in rows(base, "SELECT id FROM place")}
    assert there == before | (asked - {ABELLETES})


def test_divisions_come_along_whatever_classes_are_asked_for(make, tmp_path):
    dump = dump_of(tmp_path / "dump", *DIVISIONS)
    make(dump, tmp_path / "g.sqlite", Selection(500, frozenset("P")))
    with open_gazetteer(tmp_path / "g.sqlite") as gazetteer:
        assert gazetteer.place(51).admin1_name == "Ordino"
        assert ids(gazetteer, "Vall Alta") == [52]
        assert ids(gazetteer, "Segudet") == []


# --- the same bytes, whole or not at all --------------------------------------------------------


def test_the_same_rows_give_the_same_bytes(report, built):
    assert report.places
    assert built.with_name("again.sqlite").read_bytes() == built.read_bytes()


def test_packed_rows_give_the_same_bytes(make, tmp_path, built):
    for file in ROWS.glob("*.txt"):
        with zipfile.ZipFile(tmp_path / f"{file.stem}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(file, file.name)
            archive.writestr("readme.txt", "about the file")
    make(tmp_path, tmp_path / "g.sqlite")
    assert (tmp_path / "g.sqlite").read_bytes() == built.read_bytes()


STEPS = ["countryInfo.txt", "allCountries.txt", "alternateNamesV2.txt", "hierarchy.txt", "places",
         "names", "finishing"]  # fmt: skip


@pytest.mark.parametrize("step", STEPS)
def test_an_interruption_leaves_what_was_there(make, tmp_path, step):
    target = tmp_path / "g.sqlite"
    target.write_bytes(b"what was there")
    half_done = []

    def stop(name, _total):
        if name == step:
            half_done.extend(tmp_path.glob(".g.sqlite.*.part/new"))
            with pytest.raises(GazetteerError):
                open_gazetteer(half_done[0])
            raise KeyboardInterrupt
        return lambda _number: None

    with pytest.raises(KeyboardInterrupt):
        make(ROWS, target, watch=stop)
    assert half_done
    assert [path.name for path in tmp_path.iterdir()] == ["g.sqlite"]
    assert target.read_bytes() == b"what was there"


def test_what_a_killed_build_left_is_cleared_and_one_at_work_is_left_alone(make, tmp_path):
    target = tmp_path / "g.sqlite"
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom dateline.gazetteer import dump\n"
        "def watch(step, total):\n"
        "    if step == 'names':\n"
        "        print('ready', flush=True)\n"
        "        sys.stdin.read()\n"
        "        os._exit(9)\n"
        "    return lambda number: None\n"
        "dump.build(dump.find_dump(Path(sys.argv[1])), Path(sys.argv[2]), dump.Selection(), watch)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, ROWS, target], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.readline() == b"ready\n"
        make(ROWS, target)
        assert len(list(tmp_path.glob(".g.sqlite.*.part"))) == 1
        other.stdin.close()
    assert other.returncode == 9
    assert len(list(tmp_path.glob(".g.sqlite.*.part"))) == 1
    make(ROWS, target)
    assert [path.name for path in tmp_path.iterdir()] == ["g.sqlite"]


@pytest.mark.parametrize("target", ["none/g.sqlite", "file/g.sqlite"])
def test_a_folder_that_is_none(make, tmp_path, target):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(OutputError, match=r"cannot be made .*: expected a folder"):
        make(ROWS, tmp_path / target)


def test_a_base_that_is_no_gazetteer(tmp_path):
    with pytest.raises(GazetteerError, match="another sort of file"):
        build(find_dump(ROWS), tmp_path / "g", Selection(), silent, base=empty(tmp_path / "x"))
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def empty(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE place (id)")
        connection.commit()
    return path


# --- rows and files at fault --------------------------------------------------------------------


def test_bad_rows_are_counted_and_left_out(make, tmp_path):
    dump = tmp_path / "dump"
    shutil.copytree(ROWS, dump)
    text = (dump / "allCountries.txt").read_bytes().splitlines(keepends=True)
    text[2:2] = [b"three\tcolumns\there\n", b"\n", b"\xff\xfe\n"]
    (dump / "allCountries.txt").write_bytes(b"".join(text))
    with (dump / "hierarchy.txt").open("a") as file:
        file.write("one\n")
    report = make(dump, tmp_path / "g.sqlite")
    bad = {tally.name: (tally.bad, tally.first_bad, tally.reason) for tally in report.tallies
           if tally.bad}  # fmt: skip
    parents = (ROWS / "hierarchy.txt").read_text().count("\n")
    assert bad == {
        "allCountries.txt": (2, 3, "3 columns instead of 19"),
        "hierarchy.txt": (1, parents + 1, "1 column instead of 3"),
    }
    assert report.tallies[3] == replace(report.tallies[3], rows=len(LINES) + 2)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"name;country\nMinsk;BY\n" * 2000,
        b"\x00" * 3_000_000,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9,
        b"1\tonly\tone\n",
    ],
)
@pytest.mark.parametrize("name", ["allCountries.txt", "alternateNamesV2.txt", "hierarchy.txt"])
def test_a_file_of_another_sort_is_refused_in_one_line(make, tmp_path, name, content):
    dump = tmp_path / "dump"
    shutil.copytree(ROWS, dump)
    (dump / name).write_bytes(content)
    with pytest.raises(GazetteerError) as raised:
        make(dump, tmp_path / "g.sqlite")
    assert str(raised.value).startswith(f"{name} is not of GeoNames' dump (")
    assert "\n" not in str(raised.value)
    assert [path.name for path in tmp_path.iterdir()] == ["dump"]


def test_a_place_that_comes_twice_is_taken_once(make, tmp_path):
    dump = dump_of(tmp_path / "dump", row(70, "First"), row(70, "Second"))
    make(dump, tmp_path / "g.sqlite")
    with open_gazetteer(tmp_path / "g.sqlite") as gazetteer:
        assert gazetteer.place(70).name == "First"


def test_names_of_countries_and_peoples_are_no_other_names_of_places(make, tmp_path):
    written = (
        ("en", "Iceland"),
        ("en", "Maltese"),
        ("en", "Icetown"),
        ("abbr", "ICT"),
        ("abbr", "IT"),
    )
    names = "".join(f"{n}\t70\t{kind}\t{name}\n" for n, (kind, name) in enumerate(written))
    dump = dump_of(tmp_path / "dump", row(70, "Hamlet"), alternateNamesV2=names)
    make(dump, tmp_path / "g.sqlite")
    with open_gazetteer(tmp_path / "g.sqlite") as gazetteer:
        assert ids(gazetteer, "Iceland") == [ICELAND]
        assert ids(gazetteer, "Maltese") == [MALTA]
        assert ids(gazetteer, "Icetown") == ids(gazetteer, "ICT") == [70]
        assert ids(gazetteer, "Ict") == ids(gazetteer, "IT") == []


def test_hostile_names_are_only_names(make, tmp_path):
    name = "{{ 7*7 }}</script>'; DROP TABLE place; --"
    make(dump_of(tmp_path / "dump", row(70, name)), tmp_path / "g.sqlite")
    with open_gazetteer(tmp_path / "g.sqlite") as gazetteer:
        assert [c.place.name for c in gazetteer.candidates(name)] == [name]
