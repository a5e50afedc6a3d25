"""``dateline map`` for those who link to a page or embed it."""

import json
import struct
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main

TEXT = "Ministers met in Vilnius on Tuesday.\n\nNobody in Minsk was surprised."
ADDRESS = "https://site.example/maps/story.html"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ("map", "story.txt", *arguments), prog_name="dateline")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_code_comes_last(folder: Path) -> None:
    done = run("--embed", f"{ADDRESS}#place-minsk")
    assert done.exit_code == 0, done.output
    *_, advice, code = done.stdout.splitlines()
    assert advice == "To embed it, paste:"
    assert code.startswith(f'<iframe src="{ADDRESS}#place-minsk" title="Ministers met in ')
    assert code.endswith("></iframe>")
    assert f'<link rel="canonical" href="{ADDRESS}">' in Path("story.html").read_text("utf-8")
    assert names(folder) == ["story.html", "story.txt"]


def test_the_code_stays_off_a_page_on_standard_output(folder: Path) -> None:
    done = run("--embed", ADDRESS, "-o", "-")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("<!doctype html>")
    assert done.stdout.count("<iframe") == 0
    assert done.stderr.splitlines()[-1].startswith("<iframe ")
    assert names(folder) == ["story.txt"]


@pytest.mark.usefixtures("folder")
def test_online_tiles_get_an_origin() -> None:
    done = run("--embed", ADDRESS, "--tiles", "OpenStreetMap.Mapnik")
    assert "allow-same-origin" in done.stdout.splitlines()[-1]


def test_all_that_others_want(folder: Path) -> None:
    wanted = ("--embed", ADDRESS, "--oembed", "--preview", "map.png", "--geojson")
    for _ in "again", "and again":
        done = run(*wanted)
        assert done.exit_code == 0, done.output
    assert names(folder) == [
        "map.png", "story.geojson", "story.html", "story.oembed.json", "story.txt"
    ]  # fmt: skip
    for name in names(folder)[:-1]:
        assert f"Wrote {name} (" in done.stdout
    answer = json.loads(Path("story.oembed.json").read_text("utf-8"))
    assert answer["thumbnail_url"] == "https://site.example/maps/map.png"
    assert answer["html"] == done.stdout.splitlines()[-1]
    page = Path("story.html").read_text("utf-8")
    assert 'href="https://site.example/maps/story.oembed.json"' in page
    assert 'content="https://site.example/maps/map.png"' in page
    assert struct.unpack(">II", Path("map.png").read_bytes()[16:24]) == (1200, 630)


def test_a_picture_without_an_address(folder: Path) -> None:
    for _ in "again", "and again":
        assert run("--preview", "map.svg").exit_code == 0
    assert names(folder) == ["map.svg", "story.html", "story.txt"]
    assert "og:image" not in Path("story.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["map.png", "map.svg", "story.oembed.json"])
def test_nothing_of_another_is_overwritten(folder: Path, name: str) -> None:
    Path(name).write_text("my own", encoding="utf-8")
    preview = "map.svg" if name.endswith("svg") else "map.png"
    wanted = ("--embed", ADDRESS, "--oembed", "--preview", preview)
    done = run(*wanted)
    assert done.exit_code == 1
    assert f"{name} exists and was not made by this command" in done.stderr
    assert Path(name).read_text(encoding="utf-8") == "my own"
    assert names(folder) == sorted([name, "story.txt"])
    assert run(*wanted, "--force").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--embed", "site.example"), 2, "'site.example' is not the address of a page: expected"),
        (("--embed", "https://a:b@site.example/"), 2, "without blanks and without a password"),
        (("--oembed",), 2, "--oembed needs --embed: an oEmbed answer says where the page lives."),
        (("--oembed", "--embed", ADDRESS, "-o", "-"), 2, "--oembed needs a file"),
        (("--geojson", "-o", "-"), 2, "--geojson needs a file"),
        (("--preview", "map.jpg"), 2, "map.jpg is no picture: expected --preview X.png or X.svg."),
        (("--preview", "none/map.svg"), 1, "none/map.svg cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said_first(
    folder: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    done = run(*arguments)
    assert done.exit_code == code
    assert message in done.stderr.splitlines()[-1]
    assert done.stdout == ""
    assert [name for name in names(folder) if name != "story.html"] == ["story.txt"]


def test_a_picture_needs_its_library_and_says_so_before_any_work(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("-o", "before.html").exit_code == 0
    monkeypatch.delitem(sys.modules, "resvg_py", raising=False)
    monkeypatch.setattr(sys, "path", [])
    done = run("--preview", "map.png")
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: A PNG needs resvg_py, which is not installed: run pip")
    assert names(folder) == ["before.html", "story.txt"]
