"""What trains the tagger, as far as it runs without torch, and what the model card says."""

import ast
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer
from tools.recogniser.train.augment import Noise, Window, cut, disturb
from tools.recogniser.train.augment import spans as toponyms
from tools.recogniser.train.corpus import BEGIN, BEGIN_ADJECTIVE, INSIDE, OUTSIDE, UNKNOWN
from tools.recogniser.train.sources import OPEN, missing
from tools.recogniser.train.vocabulary import kept_pieces, pruned_tokenizer

from dateline.recognise.tagger import network, odds, path, spans
from dateline.recognise.tagger.network import COLUMNS, FOLDER, open_network

ROOT = Path(__file__).parents[1]
CARD = (FOLDER / "MODEL_CARD.md").read_text(encoding="utf-8")
LIMIT = 25_000_000
"""Bytes that the weights may have."""
GRAPH_LIMIT = 100_000
"""Bytes that the graph may have, which is parsed at each start."""


def train(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tools.recogniser.train", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "geo", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", ["model.onnx", "model.data", "tokenizer.json"])
def test_the_card_describes_the_files_beside_it(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    assert f"| `{name}` | {len(content):,} | `{hashlib.sha256(content).hexdigest()}` |" in CARD


def test_the_weights_are_small() -> None:
    assert sum((FOLDER / name).stat().st_size for name in ("model.onnx", "model.data")) <= LIMIT


def test_the_weights_lie_apart_from_the_graph() -> None:
    assert (FOLDER / "model.onnx").stat().st_size < GRAPH_LIMIT


def test_the_network_gives_the_columns_that_are_read() -> None:
    session = open_network().session
    assert [i.name for i in session.get_inputs()] == ["ids", "cases"]
    assert [i.name for i in session.get_overridable_initializers()] == ["fast"]
    assert [(o.name, o.shape[-1]) for o in session.get_outputs()] == [("scores", COLUMNS)]


CONSTANTS = re.findall(r"^\| `([A-Z_]+)` \| ([\d.]+) \|", CARD, re.MULTILINE)


@pytest.mark.parametrize(("name", "value"), CONSTANTS)
def test_the_card_names_constants_as_they_are(name: str, value: str) -> None:
    home = next(m for m in (network, odds, path, spans) if name in assigned(m.__file__))
    assert float(value) == getattr(home, name)


def assigned(source: str) -> set[str]:
    tree = ast.parse(Path(source).read_text(encoding="utf-8"))
    targets = [t for node in tree.body if isinstance(node, ast.Assign) for t in node.targets]
    return {n.id for target in targets for n in ast.walk(target) if isinstance(n, ast.Name)}


def test_the_card_names_every_constant_of_decoding() -> None:
    public = {n for m in (odds, spans) for n in assigned(m.__file__) if not n.startswith("_")}
    assert public <= {name for name, _ in CONSTANTS}


@pytest.mark.parametrize(
    ("piece", "kept"),
    [
        ("minsk", True),
        ("##ów", True),
        ("7", True),
        ("–", True),
        ("[SEP]", True),
        ("[unused5]", False),
        ("минск", False),
        ("##北", False),
        ("\u0301", False),
    ],
)
def test_pieces_of_latin_script_are_kept(piece: str, kept: bool) -> None:
    assert kept_pieces([piece]) == [0] * kept


def test_a_pruned_vocabulary_splits_as_before(tmp_path: Path) -> None:
    shipped = FOLDER / "tokenizer.json"
    spec = json.loads(shipped.read_text(encoding="utf-8"))
    vocabulary = spec["model"]["vocab"]
    vocabulary["минск"] = vocabulary["minsk"]
    vocabulary["minsk"] = len(vocabulary) - 1
    larger = tmp_path / "tokenizer.json"
    larger.write_text(json.dumps(spec), encoding="utf-8")
    text, rows = pruned_tokenizer(larger)
    words = "Trains from Minsk to Łódź."
    before, after = (
        t.encode(words) for t in (Tokenizer.from_file(str(larger)), Tokenizer.from_str(text))
    )
    assert len(rows) == len(vocabulary) - 1
    assert before.tokens == after.tokens
    assert before.ids == [rows[i] for i in after.ids]


def test_the_shipped_vocabulary_is_pruned() -> None:
    text, rows = pruned_tokenizer(FOLDER / "tokenizer.json")
    assert text == (FOLDER / "tokenizer.json").read_text(encoding="utf-8")
    assert rows == list(range(len(rows)))


def test_windows_of_training_hold_every_word_once() -> None:
    assert list(cut([2, 2, 2, 9, 1], room=5, first=3)) == [(0, 1), (1, 3), (3, 4), (4, 5)]


class Drawn:
    """One name to swap in."""

    def draw(self, _: np.random.Generator) -> tuple[list[list[int]], list[int]]:
        return [[7], [8, 9]], [1, 1]


def test_swapped_names_keep_their_labels_and_the_rest_of_the_window() -> None:
    pieces, cases, tags, kinds = [[1], [2], [3], [2]], [0, 1, 0, 1], [OUTSIDE, BEGIN], [UNKNOWN, 0]
    window = Window(True, 1.0, pieces, cases, tags * 2, kinds * 2)
    noise = Noise(mask_word=0, mask_span=0, swap=1, lower=0, capitals=0, title=0)
    after = disturb(window, noise, Drawn(), np.random.default_rng(13))
    assert after.pieces == [[1], [7], [8, 9], [3], [7], [8, 9]]
    assert after.cases == [0, 1, 1, 0, 1, 1]
    assert after.tags == [OUTSIDE, BEGIN, INSIDE] * 2
    assert after.kinds == [UNKNOWN, 0, 0] * 2


def test_toponyms_side_by_side_are_told_apart() -> None:
    tags = [BEGIN, INSIDE, BEGIN_ADJECTIVE, OUTSIDE, BEGIN]
    assert toponyms(tags) == [(0, 2), (2, 3), (4, 5)]


def test_missing_corpora_are_named(tmp_path: Path) -> None:
    (tmp_path / "LGL.jsonl").touch()
    assert missing(tmp_path) == [
        "GeoWebNews.jsonl",
        "GeoVirus.jsonl",
        *(f"{name}.jsonl" for name in OPEN),
    ]
    done = train(DATELINE_CORPORA=str(tmp_path))
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "GeoVirus.jsonl" in line
    assert "LGL" not in line.partition("lacks")[2]
    assert line.endswith("name their folder in DATELINE_CORPORA.")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--set", "epochs=many"], "expected epochs=NUMBER"),
        (["--set", "noise=1"], "noise is no setting"),
        (["--leave-out", "Nowhere"], "'LGL', 'GeoWebNews', 'GeoVirus'"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: list[str], word: str) -> None:
    done = train(*arguments)
    assert done.returncode == 2
    assert word in done.stderr
