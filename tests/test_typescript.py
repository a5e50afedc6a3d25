"""The check of the scripts' types does not stand in the way where npm cannot be reached."""

from pathlib import Path

import pytest
from tools.typescript import __main__ as check

NOWHERE = "http://127.0.0.1:9/"
"""Port 9 discards; nothing listens there."""


def test_without_a_registry_one_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, place in {
        "HOME": tmp_path / "home",
        "COMPILER": tmp_path / "home/node_modules/typescript/bin/tsc",
    }.items():
        monkeypatch.setattr(check, name, place)
    monkeypatch.setenv("npm_config_registry", NOWHERE)
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
    monkeypatch.setenv("npm_config_offline", "false")
    assert check.main() == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("types of the page's scripts not checked: ")


def test_versions_are_pinned_by_checksum() -> None:
    lock = check.lock().decode()
    assert lock.count('"integrity": "sha512-') == lock.count('"version": "') == 3
