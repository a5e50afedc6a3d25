"""``dateline gazetteer build`` as a user calls it, and the other commands with what it makes."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import main
from dateline.gazetteer import open_gazetteer
from dateline.gazetteer.file import PACKAGED
from dateline.gazetteer.schema import APPLICATION_ID

ROWS = Path(__file__).parent / "data" / "dump"
ROC_MELE, MINSK = 2994701, 625144
STORY = """Snow on the pass

Walkers from Andorra la Vella were brought down from Roc Mélé on Sunday.
Nobody in Minsk, Belarus, had heard of it.
"""


def run(*args, **environment):
    return CliRunner().invoke(main, [str(arg) for arg in args], env=environment)


def done(result):
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATELINE_GAZETTEER", raising=False)
    Path("story.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The packaged gazetteer with the few hundred rows, and what was said while it was made."""
    path = tmp_path_factory.mktemp("made") / "large.sqlite"
    return path, run("gazetteer", "build", ROWS, "-o", path)


@pytest.fixture
def large(made):
    return made[0]


# --- making it ----------------------------------------------------------------------------------


def test_it_says_what_it_made(made):
    path, result = made
    first, *files = done(result).splitlines()
    assert first.startswith(f"Wrote {path} (")
    assert "of them from the dump only." in first
    assert "allCountries.txt: 346 rows." in files
    assert result.stderr == ""


def test_it_is_the_packaged_one_and_more(large, gazetteer):
    with open_gazetteer(large) as other:
        assert other.place(ROC_MELE).country_name == "Andorra"
        assert other.info().outlines == gazetteer.info().outlines
        assert other.info().places > gazetteer.info().places
        for name in ("European Union", "Sahel", "Danube", "Belarus", "Lamar County"):
            (ours, *_), (theirs, *_) = gazetteer.candidates(name), other.candidates(name)
            assert theirs == ours
            assert other.shape(theirs.place.id) == gazetteer.shape(ours.place.id)
        assert [c.place for c in other.candidates("Belarusian")] == [
            c.place for c in gazetteer.candidates("Belarusian")
        ]


def test_it_is_made_again_over_itself_and_over_nothing_else(folder):
    Path("mine.sqlite").write_bytes(b"SQLite format 3\0 and my own data")
    rows = (ROWS / "allCountries.txt").read_text(encoding="utf-8")
    Path("AD.txt").write_text(f"{rows}half a row\n", encoding="utf-8")
    small = ("gazetteer", "build", "AD.txt", "--countries", "MC", "-o", "mine.sqlite")
    refused = run(*small)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "mine.sqlite exists and was not made by this command" in refused.stderr
    assert (
        "AD.txt: 347 rows, 1 left out as damaged (the first in line 347: 1 column instead of 19)."
    ) in done(run(*small, "--force"))
    with closing(sqlite3.connect("mine.sqlite")) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert sorted(path.name for path in folder.iterdir()) == ["AD.txt", "mine.sqlite", "story.txt"]


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        ((), 2, "Missing argument 'DUMP'"),
        (("none.txt",), 1, "none.txt is missing: expected GeoNames' allCountries.txt"),
        ((".",), 1, ". has no file of places: expected allCountries.txt or .zip; name one file."),
        (("story.txt",), 1, "story.txt is not of GeoNames' dump (line 1 has 1 column instead"),
        ((ROWS, "-o", "none/g.sqlite"), 1, "none/g.sqlite cannot be made (No such file"),
        ((ROWS, "-o", "."), 1, ". is a folder: expected a file name after -o."),
        ((ROWS, "-o", PACKAGED), 2, "is read for this: name another file with -o."),
        (("story.txt", "-o", "story.txt", "--force"), 2, "story.txt is read for this"),
        ((ROWS, "--countries", "AND"), 2, "--countries AND has 'AND': expected ISO 3166-1 codes"),
        ((ROWS, "--feature-classes", "PX"), 2, "--feature-classes PX has 'X': expected some of"),
        ((ROWS, "--min-population", "-1"), 2, "-1 is not in the range"),
    ],
)
def test_what_goes_wrong_is_one_line(folder, args, code, message):
    result = run("gazetteer", "build", *args)
    assert result.exit_code == code
    last = result.stderr.splitlines()[-1]
    assert last.startswith("Error: ")
    assert message in last
    assert code == 2 or result.stderr.count("\n") == 1
    assert [path.name for path in folder.iterdir()] == ["story.txt"]


def test_ctrl_c_leaves_nothing(folder):
    Path("AD.txt").write_bytes((ROWS / "allCountries.txt").read_bytes() * 500)
    command = [sys.executable, "-m", "dateline", "gazetteer", "build", "AD.txt", "-o", "g.sqlite"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        while not list(folder.glob(".g.sqlite.*.part/stage")) and process.poll() is None:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=120)
    assert process.returncode == 130, said
    assert said == "Interrupted: no file was left half-written.\n"
    assert sorted(path.name for path in folder.iterdir()) == ["AD.txt", "story.txt"]


# --- using it -----------------------------------------------------------------------------------


def places(*args, **environment):
    record = json.loads(done(run("places", "story.txt", "--format", "json", *args, **environment)))
    return {place["geonames_id"] for place in record["toponyms"]}


def test_every_command_takes_it(folder, large):
    assert MINSK in places()
    assert ROC_MELE not in places()
    assert {MINSK, ROC_MELE} <= places("--gazetteer", large)
    assert "Roc Mélé" in done(run("explain", "story.txt", "Roc Mélé", "--gazetteer", large))
    assert str(ROC_MELE) in done(run("gazetteer", "search", "Roc Mélé", "--gazetteer", large))
    info = done(run("gazetteer", "info", "--gazetteer", large))
    assert info.startswith("large.sqlite: ")
    assert "allCountries, changes to" in " ".join(info.split())


def test_the_page_has_its_place_its_map_and_its_credits(folder, large):
    done(run("map", "story.txt", "-o", "small.html"))
    done(run("map", "story.txt", "-o", "large.html", "--gazetteer", large, "--geojson"))
    small, page = (Path(f"{name}.html").read_text(encoding="utf-8") for name in ("small", "large"))
    credit = "GeoNames (geonames.org), CC BY 4.0"
    assert page.count(credit) == small.count(credit) > 0
    drawn = json.loads(Path("large.geojson").read_text(encoding="utf-8"))["features"]
    assert "Roc Mélé" in {feature["properties"]["name"] for feature in drawn}
    assert len(page) > 0.9 * len(small)


def test_a_stream_takes_it(folder, large):
    Path("a.jsonl").write_text(json.dumps({"doc_id": 1, "text": STORY}) + "\n", encoding="utf-8")
    answer = json.loads(done(run("places", "a.jsonl", "--gazetteer", large)))
    assert ROC_MELE in {place["geonames_id"] for place in answer["toponyms"]}


def test_the_environment_names_it_and_the_option_wins(folder, large):
    assert ROC_MELE in places(DATELINE_GAZETTEER=str(large))
    assert ROC_MELE not in places("--gazetteer", PACKAGED, DATELINE_GAZETTEER=str(large))
    assert ROC_MELE not in places(DATELINE_GAZETTEER="")
    assert "DATELINE_GAZETTEER" in done(run("map", "--help"))


def other_version(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 0")
    return path


COMMANDS = [("map", "story.txt"), ("places", "story.txt"), ("explain", "story.txt"),
            ("gazetteer", "search", "Minsk"), ("gazetteer", "info")]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_file_that_is_none_is_one_line(folder, command):
    other_version(Path("old.sqlite"))
    with closing(sqlite3.connect("foreign.sqlite")) as connection:
        connection.execute("CREATE TABLE place (id)")
    whole = PACKAGED.read_bytes()
    Path("cut.sqlite").write_bytes(whole[:4096])
    for name, message in {
        "none.sqlite": "none.sqlite is missing: expected a gazetteer",
        "story.txt": "story.txt cannot be read (file is not a database): expected a gazetteer",
        "foreign.sqlite": "foreign.sqlite is another sort of file: expected a gazetteer",
        "old.sqlite": "old.sqlite has version 0: expected version",
        "cut.sqlite": "cut.sqlite cannot be read (database disk image is malformed): expected a",
    }.items():
        result = run(*command, "--gazetteer", name)
        assert (result.exit_code, result.stdout) == (1, ""), name
        assert result.stderr.startswith(f"Error: {message}")
        assert result.stderr.count("\n") == 1
    assert not Path("story.html").exists()
