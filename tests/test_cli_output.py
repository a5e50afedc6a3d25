"""Writing files: whole or not at all, never over what is not ours."""

import os
import resource
import stat
from contextlib import contextmanager
from pathlib import Path

import pytest

from dateline.cli.lines import whole_lines
from dateline.cli.output import check_target, is_geojson, is_page, write_file
from dateline.errors import OutputError, UsageError

PAGE = b'<!doctype html><html><head><meta name="generator" content="Dateline 0.0.1">'
GEOJSON = b'{"type": "FeatureCollection", "generator": "Dateline 0.0.1", "features": []}'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@contextmanager
def small_files():
    """Let files hold 1,000 bytes: what a full disk is to a program.

    Not a fixture: pytest writes to its own log between a test and the end of its fixtures.
    """
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("content", "ours", "allowed"),
    [
        (PAGE, is_page, True),
        (GEOJSON, is_geojson, True),
        (PAGE, is_geojson, False),
        (GEOJSON, is_page, False),
        (b"", is_page, False),
        (b"my notes", is_page, False),
        (b'<meta name="generator" content="Hugo">', is_page, False),
        (b"x" * 20_000 + PAGE, is_page, False),
        (b'{"type": "FeatureCollection", "features": []}', is_geojson, False),
    ],
)
def test_only_files_of_ours_are_replaced(folder, content, ours, allowed):
    Path("x.html").write_bytes(content)
    check_target(Path("x.html"), "story.md", force=True, ours=ours)
    if allowed:
        check_target(Path("x.html"), "story.md", force=False, ours=ours)
        return
    with pytest.raises(OutputError) as caught:
        check_target(Path("x.html"), "story.md", force=False, ours=ours)
    assert str(caught.value) == (
        "x.html exists and was not made by this command: name another file with -o, or overwrite "
        "it with --force."
    )


@pytest.mark.parametrize("target", ["x.html", "./x.html", "link.html", "hard.html"])
def test_the_article_is_never_overwritten(folder, target):
    Path("x.html").write_bytes(PAGE)
    Path("link.html").symlink_to("x.html")
    Path("hard.html").hardlink_to("x.html")
    with pytest.raises(UsageError, match="is the article itself"):
        check_target(Path(target), "x.html", force=True, ours=is_page)


def test_a_folder_is_not_a_file(folder):
    with pytest.raises(OutputError, match=r"^\. is a folder: expected a file name after -o\.$"):
        check_target(Path(), "-", force=True)


def test_writing(folder):
    write_file(Path("x.html"), b"new")
    assert Path("x.html").read_bytes() == b"new"
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(Path("x.html").stat().st_mode) == 0o666 & ~mask
    Path("x.html").chmod(0o640)
    write_file(Path("x.html"), b"newer")
    assert Path("x.html").read_bytes() == b"newer"
    assert stat.S_IMODE(Path("x.html").stat().st_mode) == 0o640
    assert names(folder) == ["x.html"]


def test_writing_through_a_link_keeps_the_link(folder):
    Path("there").mkdir()
    Path("there/x.html").write_bytes(b"old")
    Path("x.html").symlink_to("there/x.html")
    write_file(Path("x.html"), b"new")
    assert Path("x.html").is_symlink()
    assert Path("there/x.html").read_bytes() == b"new"


def test_a_device_is_written_to(folder):
    write_file(Path(os.devnull), b"x")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (
            "none/x.html",
            "none/x.html cannot be written (no such folder): create the folder, or choose another.",
        ),
        (
            "file/x.html",
            "file/x.html cannot be written (Not a directory): expected a folder with rights",
        ),
        ("n" * 300, f"{'n' * 300} cannot be written (File name too long): expected a folder with "),
        ("a\nb/c", "a\\nb/c cannot be written (no such folder): create the folder, or choose "),
    ],
)
def test_no_place_to_write(folder, target, message):
    Path("file").write_bytes(b"")
    with pytest.raises(OutputError) as caught:
        write_file(Path(target), b"x")
    assert str(caught.value).startswith(message)
    assert names(folder) == ["file"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_rights(folder):
    Path("locked").mkdir(mode=0o500)
    with pytest.raises(OutputError, match="Permission denied"):
        write_file(Path("locked/x.html"), b"x")


@pytest.mark.skipif(
    not Path("/sys/kernel").is_dir(), reason="no folder that even root may not write"
)
def test_a_folder_that_is_read_only_for_everybody():
    with pytest.raises(OutputError, match=r"^/sys/x\.html cannot be written \((Perm|Read-only)"):
        write_file(Path("/sys/x.html"), b"x")


def test_a_full_disk_leaves_what_was_there(folder):
    Path("x.html").write_bytes(b"old")
    failure = pytest.raises(OutputError, match=r"^x\.html cannot be written \(File too large\)")
    with failure, small_files():
        write_file(Path("x.html"), b"x" * 2_000)
    assert Path("x.html").read_bytes() == b"old"
    assert names(folder) == ["x.html"]


def test_lines_on_a_full_disk_stay_whole(folder):
    def fill():
        with whole_lines(Path("x.jsonl")) as write:
            for _ in range(20):
                write(b"x" * 99 + b"\n")

    with pytest.raises(OutputError, match=r"^x\.jsonl cannot be written"), small_files():
        fill()
    assert Path("x.jsonl").read_bytes() == (b"x" * 99 + b"\n") * 10


def test_lines_on_a_full_disk_with_room_for_a_part(folder):
    def fill():
        with whole_lines(Path("x.jsonl")) as write:
            for _ in range(20):
                write(b"x" * 149 + b"\n")

    with pytest.raises(OutputError), small_files():
        fill()
    assert Path("x.jsonl").read_bytes() == (b"x" * 149 + b"\n") * 6
