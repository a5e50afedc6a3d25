"""What the documentation shows works: its commands and its Python run, its links lead somewhere."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "seeds" / "README.md"]
)  # fmt: skip
SHELL = {"console", "sh", "bash", "shell"}


class Example(NamedTuple):
    """A fenced block, or one command of it."""

    document: str
    line: int
    text: str

    def __str__(self):
        return f"{self.document}:{self.line}"


def fences(path, languages):
    for token in MarkdownIt().parse(path.read_text(encoding="utf-8")):
        if token.type == "fence" and token.info.partition(" ")[0] in languages:
            yield Example(str(path.relative_to(ROOT)), token.map[0] + 2, token.content)


def commands(block):
    """Give the lines of a block that call dateline, continued lines joined, prompts taken off."""
    lines = re.sub(r"\\\n\s*", " ", block.text).splitlines()
    for number, line in enumerate(lines):
        command = line.strip().removeprefix("$ ")
        if command.startswith("dateline"):
            yield Example(block.document, block.line + number, command)


COMMANDS = [c for path in DOCUMENTS for block in fences(path, SHELL) for c in commands(block)]
SNIPPETS = [block for path in DOCUMENTS for block in fences(path, {"python"})]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder as the documentation supposes it: seeds, some articles of one's own, dateline."""
    folder = tmp_path_factory.mktemp("documentation")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copy(folder / "seeds" / "belarus-august-2020.md", folder / "story.md")
    gold = sorted((folder / "seeds" / "gold").glob("*.jsonl"))
    articles = "".join(path.read_text(encoding="utf-8") for path in gold[:2])
    (folder / "articles.jsonl").write_text(articles, encoding="utf-8")
    command = folder / "bin" / "dateline"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dateline "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return folder


def run(folder, *arguments):
    environment = os.environ | {
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "geo"),
        "BROWSER": "true",  # what --open calls: a program that does nothing and succeeds
        "COLUMNS": "100",
    }
    return subprocess.run(
        arguments,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_readme_shows_each_of_the_commands():
    shown = {" ".join(c.text.split()[1:2]) for c in COMMANDS if c.document == "README.md"}
    assert {"map", "places", "explain", "gazetteer"} <= shown


@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_a_documented_command_runs(command, folder):
    done = run(folder, "bash", "-euo", "pipefail", "-c", command.text)
    assert done.returncode == 0, f"{command.text}\n{done.stderr}"
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("snippet", SNIPPETS, ids=str)
def test_documented_python_runs(snippet, folder):
    done = run(folder, sys.executable, "-W", "error", "-c", snippet.text)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_link_within_the_repository_leads_to_a_file(path):
    tokens = MarkdownIt().parse(path.read_text(encoding="utf-8"))
    children = [child for token in tokens for child in token.children or ()]
    targets = [str(child.attrGet("href") or child.attrGet("src") or "") for child in children]
    for target in filter(None, targets):
        if not re.match(r"[a-z]+:|#", target):
            assert (path.parent / target.partition("#")[0]).exists(), target
