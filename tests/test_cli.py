"""The commands, as a user calls them."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline import __version__
from dateline.cli import main
from dateline.exports import CSV_COLUMNS

STORY = """Police watch the border

Police in Minsk watched the border with Lithuania on Sunday 👩‍🚒. Belarus
and Lithuania share 679 km of it.

Nobody in Vilnius was surprised, said the Belarusian minister.
"""  # fmt: skip


@pytest.fixture
def folder(tmp_path, monkeypatch):
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    Path("story.txt").write_text(STORY, encoding="utf-8")
    return home


@pytest.fixture
def run(folder):
    def invoke(*args, stdin=None):
        return CliRunner().invoke(main, args, input=stdin, prog_name="dateline")

    return invoke


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def done(result):
    assert result.exit_code == 0, result.output
    return result


# --- help ---------------------------------------------------------------------------------------


def test_version(run):
    assert done(run("--version")).stdout == f"dateline {__version__}\n"


@pytest.mark.parametrize(
    "command",
    [(), ("map",), ("places",), ("explain",), ("gazetteer",), ("gazetteer", "search"),
     ("gazetteer", "info")],
)  # fmt: skip
def test_help(run, command):
    for flag in ("-h", "--help"):
        assert done(run(*command, flag)).stdout.startswith(
            f"Usage: {' '.join(('dateline', *command))}"
        )


def test_help_documents_exit_codes(run):
    text = " ".join(done(run("--help")).stdout.split())
    assert "Exit codes: 0 done; 1 the input or its data is at fault" in text


# --- map ----------------------------------------------------------------------------------------


def test_map(run, folder):
    result = done(run("map", "story.txt"))
    assert names(folder) == ["story.html", "story.txt"]
    page = Path("story.html").read_text(encoding="utf-8")
    assert f'<meta name="generator" content="Dateline {__version__}">' in page
    assert result.stdout.startswith("Wrote story.html (")
    assert result.stderr == ""
    table = result.stdout.splitlines()
    assert any(
        "Minsk" in line and "capital of Belarus" in line and "53.9" in line for line in table
    )
    assert "\x1b" not in result.stdout


def test_mapping_again_replaces_the_page_with_the_same(run):
    done(run("map", "story.txt"))
    before = Path("story.html").read_bytes()
    done(run("map", "story.txt"))
    assert Path("story.html").read_bytes() == before


def test_map_to_a_file(run, folder):
    Path("out").mkdir()
    result = done(run("map", "story.txt", "-o", "out/page.html", "--geojson"))
    assert "Wrote out/page.html" in result.stdout
    assert "Wrote out/page.geojson" in result.stdout
    assert names(folder / "out") == ["page.geojson", "page.html"]
    places = json.loads(Path("out/page.geojson").read_text(encoding="utf-8"))
    assert "Minsk" in {feature["properties"]["name"] for feature in places["features"]}
    done(run("map", "story.txt", "-o", "out/page.html", "--geojson"))


def test_map_to_standard_output(run, folder):
    done(run("map", "story.txt"))
    result = done(run("map", "story.txt", "-o", "-"))
    assert result.stdout_bytes == Path("story.html").read_bytes()
    assert "Minsk" in result.stderr
    assert names(folder) == ["story.html", "story.txt"]


@pytest.mark.parametrize(
    ("options", "stdin"),
    [((), STORY), (("--from", "md"), STORY), ((), f"<html lang=en><body>{STORY}</body></html>")],
)
def test_map_from_standard_input(run, folder, options, stdin):
    done(run("map", "-", *options, stdin=stdin))
    assert names(folder) == ["story.html", "story.txt"]
    assert "Minsk" in Path("story.html").read_text(encoding="utf-8")


def test_the_language_that_was_given(run):
    done(run("map", "story.txt", "--lang", "ar-EG"))
    assert '<html lang="ar-EG" dir="rtl">' in Path("story.html").read_text(encoding="utf-8")


def test_an_article_from_right_to_left(run):
    done(run("map", "-", stdin="اجتمع الوزراء في القاهرة 👩‍🚒 يوم الأحد."))
    page = Path("story.html").read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert "القاهرة" in page


def test_an_article_without_places(run):
    result = done(run("map", "-", stdin="It was quiet, and nothing came of it."))
    assert "No places were found." in result.stdout
    assert "It was quiet" in Path("story.html").read_text(encoding="utf-8")


def test_nothing_of_another_is_overwritten(run):
    Path("story.html").write_text("my own page", encoding="utf-8")
    result = run("map", "story.txt")
    assert result.exit_code == 1
    assert result.stderr == (
        "Error: story.html exists and was not made by this command: name another file with -o, or "
        "overwrite it with --force.\n"
    )
    assert Path("story.html").read_text(encoding="utf-8") == "my own page"
    done(run("map", "story.txt", "--force"))
    assert "Minsk" in Path("story.html").read_text(encoding="utf-8")


def test_a_web_page_does_not_become_its_own_map(run):
    Path("page.html").write_text(f"<html><body>{STORY}</body></html>", encoding="utf-8")
    before = Path("page.html").read_bytes()
    result = run("map", "page.html", "--force")
    assert result.exit_code == 2
    assert "page.html is the article itself" in result.stderr
    assert Path("page.html").read_bytes() == before


# --- what goes wrong ----------------------------------------------------------------------------

NO_TEXT = (
    ": expected an article as .txt, .md or .html; for UTF-16 without a byte order mark, add "
    "--encoding utf-16-le."
)

FAULTS = {
    "empty.txt": b"",
    "empty.md": b"---\ntitle: Floods\n---\n\n",
    "front.md": b"---\ntitle: a: b\n---\nIt rained.",
    "nul.txt": b"Minsk\0",
    "picture.txt": b"\x89PNG\r\n\x1a\n\0\0",
    "latin.txt": "Málaga".encode("latin-1"),
    "report.pdf": b"%PDF",
}


@pytest.mark.parametrize("command", ["map", "places", "explain"])
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("empty.txt", "empty.txt has no paragraphs: expected at least one line of text."),
        ("empty.md", "empty.md has no paragraphs: expected text after the front matter."),
        (
            "front.md",
            ("front.md has front matter that is not YAML at line 2 (mapping values are not allowed "
            "here): expected lines of key: value, quoted where a value has a colon."),
        ),
        ("nul.txt", f"nul.txt is not text (a NUL byte at offset 5){NO_TEXT}"),
        ("picture.txt", f"picture.txt is not text (a NUL byte at offset 8){NO_TEXT}"),
        (
            "latin.txt",
            ("latin.txt is not UTF-8 (byte 0xE1 at offset 1): expected UTF-8; save it as such, or "
            "name its encoding with --encoding."),
        ),
        (
            "report.pdf",
            ("report.pdf ends in .pdf: expected .txt, .md or .html; convert it, or say with --from "
            "which of them it is."),
        ),
        (
            "none.txt",
            "none.txt does not exist: expected a .txt, .md or .html file, or - for standard input.",
        ),
    ],
)  # fmt: skip
def test_an_article_at_fault_is_one_line(run, folder, command, name, message):
    for file, content in FAULTS.items():
        Path(file).write_bytes(content)
    before = names(folder)
    result = run(command, name)
    assert (result.exit_code, result.stderr, result.stdout) == (1, f"Error: {message}\n", "")
    assert names(folder) == before


@pytest.mark.parametrize("command", ["places", "explain"])
def test_a_folder_is_no_article(run, command):
    result = run(command, ".", *(("x",) if command == "explain" else ()))
    assert result.exit_code == 1
    assert result.stderr == "Error: . cannot be read (Is a directory): expected a file.\n"


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (("map",), 2, "Missing argument 'ARTICLE...'"),
        (("draw",), 2, "No such command 'draw'"),
        (("map", "story.txt", "--colour"), 2, "No such option"),
        (("map", "story.txt", "-o", "-", "--open"), 2, "--open needs a file"),
        (("map", "story.txt", "-o", "-", "--geojson"), 2, "--geojson needs a file"),
        (("map", "story.txt", "-o", "x.geojson", "--geojson"), 2, "name the same file"),
        (("map", "story.txt", "-o", "none/x.html"), 1, "none/x.html cannot be written (no such"),
        (("map", "story.txt", "-o", "."), 1, ". is a folder: expected a file name after -o."),
        (("map", "story.txt", "-o", "story.txt/x"), 1, "story.txt/x cannot be written (Not a dir"),
        (("map", "story.txt", "-o", "story.txt", "--force"), 2, "story.txt is the article itself"),
        (("map", "story.txt", "--lang", "<b>"), 2, "'<b>' is not a language: expected a tag"),
        (("map", "story.txt", "--encoding", "zip"), 1, "story.txt cannot be read as 'zip'"),
        (("map", "story.txt", "--tiles", "Nowhere.Map"), 2, "Nowhere.Map"),
        (("map", "story.txt", "--gazetteer", "none.sqlite"), 1, "none.sqlite"),
        (("map", "story.txt", "--gazetteer", "story.txt"), 1, "story.txt"),
        (("places", "story.txt", "--format", "pdf"), 2, "'pdf' is not one of"),
        (("places", "x.jsonl", "--format", "json"), 2, "--format json is for one article"),
        (("places", "x.jsonl", "--format", "table"), 2, "--format table is for one article"),
        (("places", "x.jsonl", "--lang", "en"), 2, "--lang does not go with .jsonl"),
        (("places", "x.jsonl", "--encoding", "utf-8"), 2, "--encoding does not go with .jsonl"),
        (("places", "x.jsonl"), 1, "x.jsonl cannot be read (No such file or directory)"),
        (("places", "story.txt", "-o", "story.txt"), 2, "story.txt is the article itself"),
        (("explain", "story.txt", "Atlantis"), 2, "Atlantis"),
        (("gazetteer", "search", "xyzzyx"), 1, "'xyzzyx' is not in the gazetteer"),
        (("gazetteer", "search", "Minsk", "--limit", "0"), 2, "0 is not in the range"),
        (("gazetteer", "info", "--gazetteer", "none.sqlite"), 1, "none.sqlite"),
    ],
)
def test_what_goes_wrong_is_said(run, folder, args, code, message):
    result = run(*args)
    assert result.exit_code == code
    last = result.stderr.splitlines()[-1]
    assert last.startswith("Error: ")
    assert message in last
    assert code == 2 or len(result.stderr.splitlines()) == 1
    assert result.stdout == ""
    assert names(folder) == ["story.txt"]


def test_a_name_of_a_folder_above_leads_nowhere(run, folder):
    Path("../x.md").write_text("Minsk.", encoding="utf-8")
    done(run("map", "../x.md"))
    assert names(folder) == ["story.txt", "x.html"]
    assert names(folder.parent) == ["home", "x.md"]


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("a\nb.md", "a-b.html"),
        ('it\'s "so".md', "it-s-so.html"),
        ("-o.md", "o.html"),
        ("$(touch x).md", "touch-x.html"),
        ("<img onerror=x>.md", "img-onerror-x.html"),
        ("{{7*7}}.md", "7-7.html"),
        ("\x1b[31m.md", "31m.html"),
        ("…md", "md.html"),
        ("ł" * 100 + ".md", "ł" * 60 + ".html"),
        (b"\xff\xfe.md", "story.html"),
    ],
)
def test_hostile_file_names(run, folder, name, page):
    raw = name if isinstance(name, bytes) else name.encode()
    path = Path(raw.decode("utf-8", "surrogateescape"))
    path.write_text("Minsk.", encoding="utf-8")
    result = done(run("map", "--from", "md", "--", str(path)))
    assert (folder / page).exists()
    assert len(names(folder)) == 3
    assert result.stdout.startswith(f"Wrote {page}")
    path.write_bytes(b"")
    fault = run("map", "--from", "md", "--", str(path))
    assert fault.exit_code == 1
    assert fault.stderr.count("\n") == 1
    assert "\x1b" not in fault.stderr


def test_hostile_text_is_shown_as_text(run):
    text = "In [red]Minsk[/red] \x1b[31m and Vilnius [link=file:///etc]."
    result = done(run("map", "-", stdin=text))
    assert "\x1b" not in result.stdout


# --- places -------------------------------------------------------------------------------------


def test_places_table(run):
    result = done(run("places", "story.txt"))
    assert "capital of Lithuania" in result.stdout


def test_places_json(run):
    line = done(run("places", "story.txt", "--format", "json")).stdout
    record = json.loads(line)
    assert line.count("\n") == 1
    assert list(record) == ["doc_id", "text", "toponyms", "locatives", "focus"]
    assert record["doc_id"] == "story"
    assert record["text"] == STORY
    for found in [*record["toponyms"], *record["locatives"]]:
        assert STORY[found["start"] : found["end"]] == found["surface"]
    minsk = next(t for t in record["toponyms"] if t["surface"] == "Minsk")
    assert list(minsk) == list(CSV_COLUMNS[1:])
    assert (minsk["geonames_id"], minsk["feature_code"], minsk["country_code"]) == (
        625144,
        "PPLC",
        "BY",
    )
    border = record["locatives"][0]
    assert list(border) == ["start", "end", "surface", "relation", "anchors"]
    assert border["relation"] == "border"
    assert {a["name"] for a in border["anchors"]} == {"Belarus", "Lithuania"}
    names = [about["name"] for about in record["focus"]]
    assert names == ["Lithuania", "Belarus", "Belarus–Lithuania border"]
    assert list(record["focus"][0]) == [
        "name", "geonames_id", "feature_code", "country_code", "lat", "lon", "score"
    ]  # fmt: skip
    assert all(0 < about["score"] <= 1 for about in record["focus"])


def test_places_jsonl_is_the_same_without_the_text(run):
    with_text = json.loads(done(run("places", "story.txt", "--format", "json")).stdout)
    without = json.loads(done(run("places", "story.txt", "--format", "jsonl")).stdout)
    assert without == {key: with_text[key] for key in without}
    assert list(without) == ["doc_id", "toponyms", "locatives", "focus"]


def test_places_csv(run):
    text = done(run("places", "story.txt", "--format", "csv")).stdout_bytes.decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert tuple(rows[0]) == CSV_COLUMNS
    assert "Minsk" in {row["surface"] for row in rows}


def test_places_geojson(run):
    collection = json.loads(done(run("places", "story.txt", "--format", "geojson")).stdout)
    shapes = {f["properties"]["name"]: f["geometry"]["type"] for f in collection["features"]}
    assert shapes["Minsk"] == "Point"
    assert shapes["Belarus"].endswith("Polygon")
    assert any(kind.endswith("LineString") for kind in shapes.values())


@pytest.mark.parametrize("shape", ["table", "json", "jsonl", "csv", "geojson"])
def test_places_to_a_file(run, shape):
    expected = done(run("places", "story.txt", "--format", shape)).stdout_bytes
    result = done(run("places", "story.txt", "--format", shape, "-o", "out"))
    assert result.stdout == ""
    assert result.stderr == "Wrote out.\n"
    assert Path("out").read_bytes() == expected
    again = run("places", "story.txt", "--format", shape, "-o", "out")
    assert (again.exit_code == 0) == (shape == "geojson")
    done(run("places", "story.txt", "--format", shape, "-o", "out", "--force"))


@pytest.mark.parametrize("option", [("--from", "md"), ("--from", "html"), ("--from", "txt")])
def test_offsets_count_in_the_text_that_is_given_back(run, option):
    source = "# É̂ 👩‍🚒 *Minsk*\n\nIn **Vilnius** 🇱🇹 & [Riga](https://e.org).\n"
    record = json.loads(done(run("places", "-", "--format", "json", *option, stdin=source)).stdout)
    surfaces = [t["surface"] for t in record["toponyms"]]
    assert surfaces == ["Minsk", "Vilnius", "Riga"]
    assert surfaces == [record["text"][t["start"] : t["end"]] for t in record["toponyms"]]


# --- explain and gazetteer ----------------------------------------------------------------------


def test_explain_all(run):
    result = done(run("explain", "story.txt"))
    assert "Minsk (literal, once)" in result.stdout
    assert "Vilnius" in result.stdout
    assert "\x1b" not in result.stdout


def test_explain_one(run):
    result = done(run("explain", "story.txt", "minsk"))
    assert result.stdout.startswith("Minsk (literal, once)\n")
    assert "Vilnius (" not in result.stdout
    assert "625144" in result.stdout


def test_explain_nothing(run):
    assert done(run("explain", "-", stdin="It was quiet.")).stdout == "No places were found.\n"


def test_gazetteer_search(run):
    lines = done(run("gazetteer", "search", "Minsk", "--limit", "3")).stdout.splitlines()
    assert "625144" in lines[2]
    assert len([line for line in lines[2:] if "Minsk" in line]) <= 3


def test_gazetteer_info(run):
    text = done(run("gazetteer", "info")).stdout
    assert "GeoNames" in text
    assert "places" in text
    assert " MB" in text
