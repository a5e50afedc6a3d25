"""The command as a process: signals, pipes, full disks, memory."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from dateline.exports import to_json

DATELINE = (sys.executable, "-m", "dateline")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "geo")}
TEXT = "Police in Minsk watched the border with Lithuania. Nobody in Vilnius was surprised. "


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def start(folder):
    """Start commands, and leave none of them behind."""
    with ExitStack() as stack:

        def run(*args, command=DATELINE, **options):
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
            settings = {"env": ENVIRONMENT, **pipes, **options}
            process = stack.enter_context(subprocess.Popen([*command, *args], **settings))
            stack.callback(process.kill)
            return process

        yield run


def finish(process, stdin=b""):
    out, err = process.communicate(stdin, timeout=120)
    return process.returncode, out, err.decode()


def document(doc_id, text=TEXT):
    return f"{to_json({'doc_id': doc_id, 'text': text})}\n".encode()


def test_start_up_loads_nothing_heavy():
    code = (
        "import sys\nfrom dateline.cli import main\n"
        "main(['--version'], standalone_mode=False)\nprint(*sys.modules)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, check=True, text=True
    ).stdout.split()
    heavy = {"shapely", "folium", "numpy", "rich", "lxml", "trafilatura", "yaml", "sqlite3"}
    assert not heavy & set(loaded)


def test_from_standard_input_to_standard_output(start, folder):
    code, out, err = finish(start("map", "-", "-o", "-"), TEXT.encode())
    assert code == 0
    assert out.startswith(b"<!doctype html>")
    assert "Minsk" in err
    assert finish(start("map", "-", "-o", "-"), TEXT.encode())[1] == out
    assert os.listdir(folder) == ["story.txt"]  # noqa: PTH208


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no such name here")
def test_a_pipe_by_name(start):
    code, out, _ = finish(start("map", "story.txt", "-o", "/dev/stdout"))
    assert code == 0
    assert out.startswith(b"<!doctype html>")


def test_a_terminal_without_unicode(start, folder):
    environment = {**ENVIRONMENT, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    code, out, err = finish(start("places", "story.txt", env=environment))
    assert (code, err) == (0, "")
    assert b"Minsk" in out


def test_each_answer_is_there_before_the_next_question(start, folder):
    process = start("places", "-", "--from", "jsonl")
    for doc_id in range(3):
        process.stdin.write(document(doc_id))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["doc_id"] == doc_id
    assert finish(process) == (0, b"", "")


def test_the_reader_goes_away(start, folder):
    process = start("places", "-", "--from", "jsonl")
    process.stdin.write(document(0))
    process.stdin.flush()
    process.stdout.readline()
    process.stdout.close()
    process.stdin.write(document(1) * 100)
    process.stdin.close()
    assert process.stderr.read() == b""
    assert process.wait(60) == 141


def test_the_reader_of_a_table_is_gone_before_it_comes(start):
    process = start("places", "story.txt")
    process.stdout.close()
    process.stdin.close()
    assert process.stderr.read() == b""
    assert process.wait(60) == 141


@pytest.mark.parametrize("output", [(), ("-o", "out.jsonl")])
def test_ctrl_c_leaves_whole_lines(start, output):
    process = start("places", "-", "--from", "jsonl", *output)
    process.stdin.write(document(1) * 3)
    process.stdin.flush()
    if output:
        wait_for(lambda: Path("out.jsonl").exists() and lines_in(Path("out.jsonl")) == 3)
    else:
        for _ in range(3):
            process.stdout.readline()
    process.send_signal(signal.SIGINT)
    err = process.stderr.read().decode()
    assert process.wait(60) == 130
    assert err == "Interrupted: no file was left half-written.\n"
    if output:
        assert lines_in(Path("out.jsonl")) == 3
        assert Path("out.jsonl").read_bytes().endswith(b"}\n")


def test_ctrl_c_leaves_no_page(start, folder):
    Path("long.txt").write_text(f"{TEXT}\n\n" * 5_000, encoding="utf-8")
    process = start("map", "long.txt")
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    code, out, err = finish(process)
    assert (code, out) == (130, b"")
    assert err == "Interrupted: no file was left half-written.\n"
    assert sorted(os.listdir(folder)) == ["long.txt", "story.txt"]  # noqa: PTH208


def wait_for(condition):
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def lines_in(path):
    return path.read_bytes().count(b"\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize(
    "args",
    [
        ("map", "story.txt"),
        ("map", "story.txt", "-o", "-"),
        ("places", "story.txt"),
        ("explain", "story.txt"),
    ],
)
def test_standard_output_is_full(start, args):
    with Path("/dev/full").open("wb") as full:
        process = start(*args, stdout=full)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert err.decode() == (
        "Error: standard output cannot be written (No space left on device): expected a folder "
        "with rights and room.\n"
    )


@pytest.mark.parametrize("before", [None, b'<meta name="generator" content="Dateline 0.0.1">'])
def test_a_full_disk_leaves_no_part_of_a_page(start, folder, before):
    if before:
        Path("story.html").write_bytes(before)
    limited = ("/bin/bash", "-c", 'ulimit -f 8; exec "$0" -B -m dateline map story.txt')
    code, out, err = finish(start(sys.executable, command=limited))
    assert (code, out) == (1, b"")
    assert err == (
        "Error: story.html cannot be written (File too large): expected a folder with rights and "
        "room.\n"
    )
    assert Path("story.html").exists() == bool(before)
    assert not before or Path("story.html").read_bytes() == before
    assert not list(folder.glob(".*"))


def test_open_shows_the_page_in_the_browser(start, folder):
    browser = folder / "browser"
    browser.write_text('#!/bin/sh\nprintf %s "$1" > seen\n', encoding="utf-8")
    browser.chmod(0o755)
    process = start("map", "story.txt", "--open", env={**ENVIRONMENT, "BROWSER": f"{browser} %s"})
    code, _, err = finish(process)
    assert (code, err) == (0, "")
    wait_for(Path("seen").exists)
    wait_for(lambda: Path("seen").read_text(encoding="utf-8"))
    address = Path("seen").read_text(encoding="utf-8")
    assert address == (folder.resolve() / "story.html").as_uri()


def test_a_file_gets_no_colours_of_the_terminal(start, folder):
    shown, files = [], []
    for options in ((), ("-o", "table.txt")):
        ours, theirs = pty.openpty()
        process = start("places", "story.txt", *options, stdout=theirs)
        os.close(theirs)
        assert process.wait(60) == 0
        shown.append(os.read(ours, 100_000).decode() if not options else "")
        os.close(ours)
    files = Path("table.txt").read_text(encoding="utf-8")
    assert "\x1b[1m" in shown[0]
    assert "\x1b" not in files
    assert "Minsk" in files


def test_progress_is_shown_on_a_terminal_only(start, folder):
    Path("x.jsonl").write_bytes(document(1) * 5)
    ours, theirs = pty.openpty()
    process = start("places", "x.jsonl", "-o", "out.jsonl", stderr=theirs)
    os.close(theirs)
    out, _ = process.communicate(timeout=60)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert (process.returncode, out) == (0, b"")
    assert "Placing" in shown
    assert lines_in(Path("out.jsonl")) == 5


def test_memory_does_not_grow_with_the_stream(folder):
    code = (
        "import resource, sys\nfrom dateline.cli import main\n"
        "main(sys.argv[1:], standalone_mode=False)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )

    def peak(documents):
        Path("x.jsonl").write_bytes(b"".join(document(i) for i in range(documents)))
        command = [sys.executable, "-c", code, "places", "x.jsonl"]
        done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, check=True)
        assert done.stdout.count(b"\n") == documents
        return int(done.stderr)

    assert peak(1_000) < peak(20) * 1.15
