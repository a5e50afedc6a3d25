"""Several articles on the command line: a folder of pages, and nothing lost or overwritten."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline import __version__
from dateline.cli import main
from dateline.cli.options import Source
from dateline.cli.several import planned

TEXTS = {
    "a.txt": "Rain in Minsk\n\nRain fell in Minsk and in Vilnius on Sunday.",
    "b.md": "---\ntitle: Snow\ndate: 2020-01-02\n---\n\nSnow fell in Vilnius.",
    "more/a.txt": "Fog in Riga\n\nFog came to Riga.",
}


@pytest.fixture
def run(tmp_path, monkeypatch):
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    Path("in/more").mkdir(parents=True)
    for name, text in TEXTS.items():
        Path("in", name).write_text(text, encoding="utf-8")
    return lambda *args, stdin=None: CliRunner().invoke(
        main, args, input=stdin, prog_name="dateline"
    )


def done(result):
    assert result.exit_code == 0, result.output
    return result


def names(folder):
    return sorted(path.name for path in Path(folder).iterdir())


def test_several_articles_and_an_index(run):
    result = done(run("map", "in/a.txt", "in/b.md"))
    assert names("maps") == ["a.html", "b.html", "index.html"]
    assert result.stdout.startswith("Wrote maps/index.html (")
    assert "2 articles: 2 places, 4 mentions" in result.stdout
    assert result.stderr == ""
    page = Path("maps/index.html").read_text(encoding="utf-8")
    assert f'<meta name="generator" content="Dateline {__version__}">' in page
    assert 'href="a.html#place-vilnius"' in page
    assert 'id="p2"' in Path("maps/a.html").read_text(encoding="utf-8")


def test_a_folder_and_the_folders_in_it(run):
    Path("in/.hidden").mkdir()
    for name in ("notes.csv", ".hidden/c.txt", ".d.txt"):
        Path("in", name).write_text("Nothing in Oslo.", encoding="utf-8")
    done(run("map", "in", "-o", "out", "--title", "Weather & all"))
    assert names("out") == ["a-2.html", "a.html", "b.html", "index.html"]
    assert "Fog in Riga" in Path("out/a-2.html").read_text(encoding="utf-8")
    assert "<h1>Weather &amp; all</h1>" in Path("out/index.html").read_text(encoding="utf-8")


def test_again_gives_the_same_bytes_and_takes_no_page_of_ours_for_an_article(run):
    done(run("map", "in", "-o", "in"))
    before = {name: Path("in", name).read_bytes() for name in names("in") if name != "more"}
    done(run("map", "in", "-o", "in"))
    assert {name: Path("in", name).read_bytes() for name in before} == before
    assert names("in") == ["a-2.html", "a.html", "a.txt", "b.html", "b.md", "index.html", "more"]


def test_a_broken_article_does_not_lose_the_others(run):
    Path("in/broken.txt").write_bytes(b"\xff\xfe\x00\x01\x02")
    Path("in/empty.md").write_text("\n", encoding="utf-8")
    result = run("map", "in", "in/none.txt", "-o", "out")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert len(lines) == 4
    assert lines[0].startswith("Error: in/broken.txt ")
    assert lines[1].startswith("Error: in/empty.md has no paragraphs")
    assert lines[2].startswith("Error: in/none.txt does not exist")
    assert lines[3] == "Error: 3 of 6 articles could not be mapped: see the lines above."
    assert names("out") == ["a-2.html", "a.html", "b.html", "index.html"]
    assert "Fog in Riga" in Path("out/index.html").read_text(encoding="utf-8")


def test_no_index_where_nothing_could_be_read(run):
    result = run("map", "none.txt", "neither.txt", "-o", "out")
    assert result.exit_code == 1
    assert not Path("out").exists()


@pytest.mark.parametrize("name", ["index.html", "a.html"])
def test_nothing_of_another_is_overwritten(run, name):
    Path("out").mkdir()
    Path("out", name).write_text("my own page", encoding="utf-8")
    result = run("map", "in", "-o", "out")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: out/{name} exists and was not made by this command")
    assert names("out") == [name]
    done(run("map", "in", "-o", "out", "--force"))
    assert "my own page" not in Path("out", name).read_text(encoding="utf-8")


def test_an_article_is_never_overwritten(run):
    Path("in/c.html").write_text("<title>C</title><p>Hail in Oslo.</p>", encoding="utf-8")
    result = run("map", "in", "-o", "in", "--force")
    assert result.exit_code == 2
    assert result.stderr.endswith(
        "in/c.html is one of the articles: name another folder with -o.\n"
    )


def test_nothing_is_written_through_a_link(run):
    done(run("map", "in/a.txt", "-o", "elsewhere.html"))
    before = Path("elsewhere.html").read_bytes()
    Path("out").mkdir()
    Path("out/b.html").symlink_to(Path("elsewhere.html").resolve())
    result = run("map", "in", "-o", "out")
    assert result.exit_code == 1
    assert "out/b.html is a link" in result.stderr
    assert Path("elsewhere.html").read_bytes() == before


def test_names_lead_nowhere_else(run):
    for name in ("index.txt", "A.txt", "…….txt", "o'hara & söhne <b>.txt"):
        Path("in", name).write_text(f"In {name}\n\nRain in Minsk.", encoding="utf-8")
    done(run("map", "in", "-o", "out"))
    pages = names("out")
    assert "index-2.html" in pages
    assert "o-hara-söhne-b.html" in pages
    assert "story.html" in pages
    assert len({page.casefold() for page in pages}) == len(pages) == 8
    page = Path("out/index.html").read_text(encoding="utf-8")
    assert 'href="o-hara-s%C3%B6hne-b.html"' in page
    assert "<b>" not in page


def test_places_beside_each_page(run):
    done(run("map", "in", "-o", "out", "--geojson"))
    assert names("out") == [
        "a-2.geojson", "a-2.html", "a.geojson", "a.html", "b.geojson", "b.html", "index.html",
    ]  # fmt: skip
    assert json.loads(Path("out/b.geojson").read_text(encoding="utf-8"))["title"] == "Snow"


def test_standard_input_may_be_among_them(run):
    done(run("map", "in/a.txt", "-", "-o", "out", stdin="Heat in Oslo."))
    assert names("out") == ["a.html", "index.html", "story.html"]


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (("in", "-o", "-"), 2, "-o - is for one article: name a folder"),
        (("in", "-o", "in/a.txt"), 1, "in/a.txt is a file: expected a folder after -o."),
        (("in", "-o", "none/out"), 1, "none/out cannot be written (no such folder)"),
        (("in", "--embed", "https://a.example/"), 2, "--embed is for one article"),
        (("in", "--preview", "a.svg"), 2, "--preview is for one article"),
        (("in/a.txt", "--title", "A"), 2, "--title is for several articles"),
        (("in", "--tiles", "Nowhere"), 2, "no tile provider 'Nowhere'"),
        (("hollow",), 1, "hollow has no articles: expected .txt, .md or .html files in it."),
    ],
)
def test_what_goes_wrong_is_said(run, args, code, message):
    Path("hollow").mkdir()
    result = run("map", *args)
    assert result.exit_code == code
    assert message in result.stderr
    assert not Path("maps/index.html").exists()


def test_pages_are_planned_in_order_and_once(run):
    sources = [Source(name, None, None, None) for name in ("in/b.md", "in", "./in/b.md")]
    found = [(plan.source.name, plan.name) for plan in planned(sources, Path("out"))]
    assert found == [("in/b.md", "b"), ("in/a.txt", "a"), ("in/more/a.txt", "a-2")]
