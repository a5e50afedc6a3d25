"""Streams: in order, line by line, and good lines are not lost."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.cli import main
from dateline.exports import CSV_COLUMNS, to_json

TEXTS = [
    "They met in Minsk.",
    "",
    "É̂ 👩‍🚒 They met in Vilnius\r\n\r\nand in Riga.",
    "Nowhere at all.",
    " \u200b ",
]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder):
    def invoke(*args, stdin=None):
        return CliRunner().invoke(main, args, input=stdin)

    return invoke


def lines(*documents):
    return "".join(f"{to_json(d)}\n" for d in documents)


def corpus():
    return lines(*({"doc_id": i, "text": text, "toponyms": []} for i, text in enumerate(TEXTS)))


def records(text):
    return [json.loads(line) for line in text.splitlines()]


def test_one_answer_a_line_in_order(run):
    Path("x.jsonl").write_text(corpus(), encoding="utf-8")
    result = run("places", "x.jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    found = records(result.stdout)
    assert [record["doc_id"] for record in found] == [0, 1, 2, 3, 4]
    for record, text in zip(found, TEXTS, strict=True):
        assert list(record) == ["doc_id", "toponyms", "locatives"]
        for toponym in record["toponyms"]:
            assert text[toponym["start"] : toponym["end"]] == toponym["surface"]
    surfaces = [[t["surface"] for t in record["toponyms"]] for record in found]
    assert surfaces[0] == ["Minsk"]
    assert surfaces[1] == surfaces[4] == []
    assert surfaces[2] == ["Vilnius", "Riga"]


def test_the_same_from_standard_input_to_a_file(run):
    Path("x.jsonl").write_text(corpus(), encoding="utf-8")
    expected = run("places", "x.jsonl", "--format", "jsonl").stdout_bytes
    result = run("places", "-", "--from", "jsonl", "-o", "out.jsonl", stdin=corpus())
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert Path("out.jsonl").read_bytes() == expected


@pytest.mark.parametrize("doc_id", ["7", 7, 7.25, -1, 10**30, "", "é\n", "\ud83d"])
def test_identifiers_come_back_as_they_are(run, doc_id):
    result = run("places", "-", "--from", "jsonl", stdin=lines({"doc_id": doc_id, "text": "x"}))
    (record,) = records(result.stdout)
    assert record["doc_id"] == doc_id
    assert type(record["doc_id"]) is type(doc_id)


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ("{", "x.jsonl:2 is not JSON (Expecting property name enclosed in double quotes"),
        ('{"doc_id": 1}', "x.jsonl:2 has no text: expected"),
        ('{"text": "x"}', "x.jsonl:2 has no doc_id: expected a string or a number."),
        ('{"doc_id": 1, "text": "a\\u0000"}', "x.jsonl:2: story is not text (a NUL at character"),
        ('{"doc_id": 1, "text": "a\\ud83d"}', "x.jsonl:2: story is not text (half a surrogate"),
    ],
)
@pytest.mark.parametrize("output", [(), ("-o", "out.jsonl")])
def test_a_bad_line_keeps_the_good_ones_before_it(run, bad, message, output):
    good = lines({"doc_id": "a", "text": "In Minsk."})
    Path("x.jsonl").write_text(f"{good}{bad}\n{good}", encoding="utf-8")
    result = run("places", "x.jsonl", *output)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: {message}")
    assert result.stderr.count("\n") == 1
    written = Path("out.jsonl").read_text(encoding="utf-8") if output else result.stdout
    assert [record["doc_id"] for record in records(written)] == ["a"]


def test_csv_has_one_header(run):
    result = run("places", "-", "--from", "jsonl", "--format", "csv", stdin=corpus())
    rows = list(csv.DictReader(io.StringIO(result.stdout_bytes.decode(), newline="")))
    assert tuple(rows[0]) == CSV_COLUMNS
    assert [(row["doc_id"], row["surface"]) for row in rows[:3]] == [
        ("0", "Minsk"),
        ("2", "Vilnius"),
        ("2", "Riga"),
    ]


def test_no_file_is_overwritten(run, folder):
    Path("x.jsonl").write_text(corpus(), encoding="utf-8")
    Path("gold.jsonl").write_text(corpus(), encoding="utf-8")
    for target, code in (("gold.jsonl", 1), ("x.jsonl", 2)):
        assert run("places", "x.jsonl", "-o", target).exit_code == code
        assert Path(target).read_text(encoding="utf-8") == corpus()
    assert run("places", "x.jsonl", "-o", "x.jsonl", "--force").exit_code == 2
    assert run("places", "x.jsonl", "-o", "gold.jsonl", "--force").exit_code == 0
    assert len(records(Path("gold.jsonl").read_text(encoding="utf-8"))) == len(TEXTS)
    assert run("places", "none.jsonl", "-o", "new.jsonl").exit_code == 1
    assert not Path("new.jsonl").exists()


FILLING = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@settings(max_examples=25, deadline=None)
@given(st.lists(FILLING, min_size=1, max_size=4))
def test_offsets_count_code_points_whatever_stands_around(parts):
    text = " Minsk ".join(["👩‍🚒 é̂ ", *parts, "\r\n🇧🇾"])
    result = CliRunner().invoke(
        main, ["places", "-", "--from", "jsonl"], input=lines({"doc_id": 1, "text": text})
    )
    assert result.exit_code == 0, result.output
    (record,) = records(result.stdout_bytes.decode())
    for found in [*record["toponyms"], *record["locatives"]]:
        assert text[found["start"] : found["end"]] == found["surface"]
