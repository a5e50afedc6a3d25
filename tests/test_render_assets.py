"""The files that a page is made of: Leaflet as it came, our own linted and run by themselves."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.render.assets import (
    MODULES,
    asset,
    leaflet_page_style,
    leaflet_script,
    leaflet_style,
    map_style,
    page_style,
    story_script,
)
from dateline.render.codec import encode_lines

ROOT = Path(__file__).parent.parent
ASSETS = ROOT / "geo/dateline/render/assets"


def tool(name: str) -> str:
    """Path of a program that the development extra installs beside Python."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    assert found, f"{name} is not installed: pip install -e .[dev]"
    return found


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


@pytest.mark.parametrize("line", (ASSETS / "vendor/SHA256SUMS").read_text().splitlines())
def test_leaflet_is_as_it_was_published(line: str) -> None:
    checksum, name = line.split()
    assert hashlib.sha256((ASSETS / "vendor" / name).read_bytes()).hexdigest() == checksum


def test_nothing_else_is_vendored() -> None:
    names = {file.name for file in (ASSETS / "vendor").iterdir()}
    assert names == {"leaflet.js", "leaflet.css", "LICENSE", "SHA256SUMS"}


def test_every_module_follows_what_it_imports() -> None:
    assert {*MODULES, "types"} == {file.stem for file in (ASSETS / "story").glob("*.mjs")}
    for place, name in enumerate(MODULES):
        imported = re.findall(
            r'^import [^;]+ from "\./(\w+)\.mjs";', asset(f"story/{name}.mjs"), re.MULTILINE
        )
        assert set(imported) <= set(MODULES[:place]), name


def test_modules_share_no_names() -> None:
    declared = re.compile(r"^(?:export )?(?:const|let|function|class) (\w+)", re.MULTILINE)
    names = [name for module in MODULES for name in declared.findall(asset(f"story/{module}.mjs"))]
    assert len(names) > 100
    assert len(names) == len(set(names))


def test_script_needs_no_modules_and_is_well_formed(tmp_path: Path) -> None:
    file = tmp_path / "story.js"
    file.write_text(story_script(), encoding="utf-8")
    assert "import " not in story_script().replace("important", "")
    assert not re.search(r"^export ", story_script(), re.MULTILINE)
    done = run(tool("node"), "--check", str(file))
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "text", [leaflet_script, leaflet_style, map_style, page_style, story_script]
)
def test_inlined_files_point_nowhere_and_end_nothing(text: object) -> None:
    inlined = text()  # type: ignore[operator]
    assert "sourceMappingURL" not in inlined
    assert "</script" not in inlined.lower()
    assert "</style" not in inlined.lower()
    assert not re.search(r"url\((?!\"?#)", inlined)
    assert "@import" not in inlined


def test_scripts_and_styles_pass_the_linter() -> None:
    done = run(tool("biome"), "ci", "--error-on-warnings", "--colors=off")
    assert done.returncode == 0, done.stdout + done.stderr


def test_scripts_pass_their_own_tests() -> None:
    tests = sorted(str(file) for file in (ROOT / "tests/browser/units").glob("*.test.mjs"))
    done = run(tool("node"), "--test", *tests)
    assert done.returncode == 0, done.stdout
    assert re.search(r"^# pass [1-9]|ℹ pass [1-9]", done.stdout, re.MULTILINE)


def test_script_reads_outlines_as_they_are_written() -> None:
    drawn = [[(n * 7919 % 3601 - 1800, n * 104729 % 1799 - 900) for n in range(200)], [(0, 0)]]
    code = (
        f"import {{ decodeLines }} from {json.dumps((ASSETS / 'story/codec.mjs').as_uri())};"
        f"console.log(JSON.stringify(decodeLines({json.dumps(encode_lines(drawn))})));"
    )
    done = run(tool("node"), "--input-type=module", "-e", code)
    assert json.loads(done.stdout) == [[step for point in line for step in point] for line in drawn]


def test_pages_carry_no_rules_for_controls_that_they_do_not_have() -> None:
    style = leaflet_page_style()
    assert not re.search("popup|tooltip|layers|attribution", style)
    for used in (
        ".leaflet-pane",
        ".leaflet-marker-icon",
        ".leaflet-control-scale-line",
        ".leaflet-bar a",
    ):
        assert used in style
    assert style.count("{") == style.count("}")
    rules = re.findall(r"[^{}@]+\{[^{}]*\}", style)
    assert all(rule.partition("{")[2] in leaflet_style() for rule in rules)
