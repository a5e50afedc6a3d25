"""The payload as it is written: short, and the script makes the same of it again."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.article import read_article
from dateline.gazetteer import Gazetteer
from dateline.pipeline import map_article
from dateline.render.packing import DEFAULTS, packed
from dateline.render.payload import Payload, as_json, payload_of
from dateline.render.words import words

ROOT = Path(__file__).parent.parent
DATA = ROOT / "geo/dateline/render/assets/story/data.mjs"


@pytest.fixture(scope="module")
def payload(gazetteer: Gazetteer) -> Payload:
    story = map_article(read_article(ROOT / "seeds/hanseatic-league.md"), gazetteer=gazetteer)
    return payload_of(story, gazetteer, words("en"))


@pytest.fixture(scope="module")
def unpacked(payload: Payload) -> Payload:
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    assert node
    code = (
        f"import {{ readStory }} from {json.dumps(DATA.as_uri())};"
        "let text = ''; for await (const part of process.stdin) text += part;"
        "console.log(JSON.stringify(readStory(text)));"
    )
    done = subprocess.run(
        [node, "--input-type=module", "-e", code],
        input=as_json(packed(payload)),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_features_come_back_whole(payload: Payload, unpacked: Payload) -> None:
    for before, after in zip(payload["features"], unpacked["features"], strict=True):
        mentions = [{"id": m["id"], "paragraph": m["paragraph"]} for m in before["mentions"]]
        box = before["box"] if before["shape"] != "pin" else [*before["at"], *before["at"]]
        assert after == {**before, "mentions": mentions, "box": box}


def test_base_map_comes_back_whole(payload: Payload, unpacked: Payload) -> None:
    def by_name(names: list) -> list:
        return sorted(names, key=lambda one: (one["sort"], one["name"], one["spots"]))

    assert by_name(unpacked["base"]["names"]) == by_name(payload["base"]["names"])
    assert unpacked["base"]["world"] == payload["base"]["world"]


def test_packing_pays(payload: Payload) -> None:
    def without_lines(text: str) -> int:
        return len(re.sub(r'"[A-Za-z0-9_ -]{200,}"', "", text))

    assert without_lines(as_json(packed(payload))) < 0.75 * without_lines(as_json(payload))


def test_script_knows_the_same_defaults() -> None:
    text = DATA.read_text(encoding="utf-8")
    table = text[text.index("const USUAL = {") : text.index("};")]
    for name, value in DEFAULTS.items():
        assert f"{name}: {json.dumps(value)}," in table
    assert table.count(":") == len(DEFAULTS)
