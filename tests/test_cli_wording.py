"""The language of a page's own words, from the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text("Ministers met in Vilnius.", encoding="utf-8")
    Path("bericht.md").write_text("---\nlang: de\n---\nTreffen in Vilnius.", encoding="utf-8")

    def command(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["map", *arguments, "--recogniser", "rules"])

    return command


@pytest.mark.parametrize(
    ("arguments", "html", "title"),
    [
        (["story.txt"], 'lang="en"', "Places in this story"),
        (["story.txt", "--words", "de"], 'lang="en"', "Orte in dieser Geschichte"),
        (["story.txt", "--words", "fr-CA"], 'lang="en"', "Lieux de ce récit"),
        (["story.txt", "--lang", "es"], 'lang="es"', "Lugares de este relato"),
        (["bericht.md"], 'lang="de"', "Orte in dieser Geschichte"),
        (["bericht.md", "--lang", "pl"], 'lang="pl"', "Places in this story"),
        (["bericht.md", "--words", "ar"], 'lang="de"', "أماكن هذه القصة"),
    ],
)
def test_words_follow_the_option_then_the_article(run, arguments, html, title) -> None:
    done = run(*arguments, "-o", "page.html")
    assert done.exit_code == 0, done.output
    page = Path("page.html").read_text(encoding="utf-8")
    assert f"<html {html}" in page
    assert f">{title}</h2>" in page


def test_several_articles_share_the_words(run) -> None:
    done = run("story.txt", "bericht.md", "--words", "uk", "-o", "maps")
    assert done.exit_code == 0, done.output
    for file in ("story.html", "bericht.html"):
        assert "Місця в цьому тексті" in Path("maps", file).read_text(encoding="utf-8")
    assert '<html lang="uk"' in Path("maps/index.html").read_text(encoding="utf-8")


def test_words_that_there_are_not_are_refused(run) -> None:
    done = run("story.txt", "--words", "tlh")
    assert done.exit_code == 2
    assert "no words in 'tlh': expected one of ar, de, en" in done.output
