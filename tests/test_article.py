"""Files, encodings and names."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article import parse_article, read_article, safe_name
from dateline.errors import ArticleError, UsageError

NO_TEXT = (
    ": expected an article as .txt, .md or .html; for UTF-16 without a byte order mark, add "
    "--encoding utf-16-le."
)
WAY_OUT = ": expected UTF-8; save it as such, or name its encoding with --encoding."


@pytest.fixture
def save(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(name, content):
        data = content if isinstance(content, bytes) else content.encode()
        Path(name).write_bytes(data)
        return name

    return write


def test_a_text_file_is_not_changed(save):
    text = "Floods\r\n\r\nWater rose in Łódź.\n\r\n\tÉ̂nd 👩‍🚒 "
    article = read_article(save("my story.txt", text))
    assert article.text == text
    assert article.name == "my-story"
    assert article.title == "Floods"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "Łódź."),
        ("a.txt", b"\xef\xbb\xbf" + "Łódź.".encode()),
        ("a.txt", "Łódź.".encode("utf-16")),
        ("a.txt", b"\xfe\xff" + "Łódź.".encode("utf-16-be")),
        ("a.md", "*Łódź*."),
        ("a.MD", "*Łódź*."),
        ("a.htm", "<p>Łódź."),
        ("a.html", b"<meta charset=iso-8859-2><p>" + "Łódź.".encode("iso-8859-2")),
        ("a.html", b'<meta content="text/html; charset=windows-1250"><p>\xa3\xf3d\x9f.'),
        ("a.html", "<meta charset=iso-8859-1><p>Łódź.".encode()),
        ("a", "Łódź."),
        ("b", "<!DOCTYPE html><p>Łódź."),
        ("c", "---\nlang: pl\n---\n*Łódź*."),
        ("d", "<html><p>Łódź.".encode("utf-16")),
    ],
)  # fmt: skip
def test_encodings_and_formats(save, name, content):
    assert read_article(save(name, content)).text == "Łódź."


def test_an_encoding_that_is_named(save):
    raw = "Łódź.".encode("utf-16-le")
    assert read_article(save("a.txt", raw), encoding="utf-16-le").text == "Łódź."
    assert read_article(save("a.txt", "Łódź.".encode("cp1250")), encoding="cp1250").text == "Łódź."


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", "", "a.txt has no paragraphs: expected at least one line of text."),
        ("a.txt", " \n\r\n", "a.txt has no paragraphs: expected at least one line of text."),
        (
            "a.md",
            "---\ntitle: x\n---\n",
            "a.md has no paragraphs: expected text after the front matter.",
        ),
        (
            "a.txt",
            b"caf\xe9",
            f"a.txt is not UTF-8 (byte 0xE9 at offset 3){WAY_OUT}",
        ),
        (
            "a.txt",
            b"\x89PNG\r\n\0\0",
            f"a.txt is not text (a NUL byte at offset 6){NO_TEXT}",
        ),
        (
            "a.txt",
            b"PK\0",
            f"a.txt is not text (a NUL byte at offset 2){NO_TEXT}",
        ),
        (
            "a.txt",
            "Łódź".encode("utf-16-le"),
            f"a.txt is not text (a NUL byte at offset 3){NO_TEXT}",
        ),
        (
            "a.txt",
            "a\0".encode("utf-16"),
            "a.txt is not text (a NUL at character 1): expected an article as .txt, .md or .html.",
        ),
        (
            "a.html",
            b"<meta charset=zip><p>\xff",
            f"a.html is not UTF-8 (byte 0xFF at offset 21){WAY_OUT}",
        ),
        (
            "a.txt",
            "Łódź".encode("utf-16") + b"x",
            f"a.txt is not UTF-16 (byte 0x78 at offset 10){WAY_OUT}",
        ),
        (
            "a.pdf",
            "x",
            (
                "a.pdf ends in .pdf: expected .txt, .md or .html; convert it, or say with --from "
                "which of them it is."
            ),
        ),
    ],
)
def test_what_cannot_be_read(save, name, content, message):
    with pytest.raises(ArticleError) as caught:
        read_article(save(name, content))
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            "none.md",
            "none.md does not exist: expected a .txt, .md or .html file, or - for standard input.",
        ),
        (
            "https://example.org/",
            (
                "https://example.org/ does not exist: Dateline reads files only; save the page as "
                ".html first."
            ),
        ),
        (".", ". cannot be read (Is a directory): expected a file."),
        ("a\0b", "a\\x00b cannot be read (not a file name): expected a file."),
        (
            "two\nlines",
            (
                "two\\nlines does not exist: expected a .txt, .md or .html file, or - for standard "
                "input."
            ),
        ),
    ],
)
def test_what_is_not_a_file(tmp_path, monkeypatch, source, message):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ArticleError) as caught:
        read_article(source)
    assert str(caught.value) == message


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless device here")
def test_an_endless_file_ends():
    with pytest.raises(ArticleError, match="larger than 64 MB"):
        read_article("/dev/zero")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_rights(save):
    name = save("a.txt", "x")
    Path(name).chmod(0)
    with pytest.raises(ArticleError, match="Permission denied"):
        read_article(name)


@pytest.mark.parametrize("encoding", ["base64", "no-such", "zlib_codec", "unicode_escape"])
def test_an_encoding_that_is_none(save, encoding):
    with pytest.raises(ArticleError, match=r"expected the name of a text encoding"):
        read_article(save("a.txt", "x"), encoding=encoding)


def test_a_format_that_is_none(save):
    with pytest.raises(UsageError, match="'docx' is not a format of articles"):
        read_article(save("a.txt", "x"), format="docx")
    with pytest.raises(UsageError):
        parse_article("x", format="docx")


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
@pytest.mark.parametrize("format_", ["txt", "md", "html"])
def test_what_is_no_text_is_refused_in_memory_too(text, format_):
    with pytest.raises(ArticleError, match="at character 1"):
        parse_article(text, format=format_)


@given(st.text())
def test_a_name_leads_nowhere(stem):
    name = safe_name(stem)
    assert name
    assert len(name.encode()) <= 240
    assert all(c.isalnum() or c in "-_" for c in name)
    assert not name.startswith("-")


@pytest.mark.parametrize("name", ["../../etc/passwd", "..", "/x/y.z", "a\nb", "a'b\"c", "."])
def test_hostile_names(name):
    assert not set(parse_article("x", name=name).name) & set("/.\\\n'\" ")


def test_reading_is_cheap_to_import():
    code = "import sys, dateline.article; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "geo")},
    ).stdout.split()  # fmt: skip
    assert not {"lxml", "trafilatura", "yaml", "markdown_it", "shapely", "folium"} & set(loaded)
