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
        assert list(record) == ["doc_id", "toponyms", "locatives", "focus"]
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


def marked(text, *surfaces, **more):
    spans = [(text.index(s), text.index(s) + len(s)) for s in surfaces]
    return {
        "doc_id": 1,
        "text": text,
        "toponyms": [{"start": start, "end": end, **more} for start, end in spans],
    }


def test_given_spans_are_resolved_instead_of_finding_names(run):
    text = "In Ithaca, and in reading class, Paris and the U.S. 👩‍🚒 met Troy."
    document = marked(text, "Troy", "reading class", "Paris")
    result = run("places", "-", "--from", "jsonl", "--given-spans", stdin=lines(document))
    assert result.exit_code == 0, result.output
    (record,) = records(result.stdout)
    assert list(record) == ["doc_id", "toponyms", "locatives", "focus"]
    found = {t["surface"]: t for t in record["toponyms"]}
    assert list(found) == ["reading class", "Paris", "Troy"]
    assert found["reading class"]["lat"] is None
    assert found["Paris"]["geonames_id"] is not None
    assert text[found["Troy"]["start"] : found["Troy"]["end"]] == "Troy"


def test_given_spans_speak_for_each_other_and_for_locatives(run):
    text = "He drove from Paris to Bonham, 15 miles north of Paris, in Texas."
    document = marked(text, "Paris", "Bonham", "Texas")
    again = text.rindex("Paris")
    document["toponyms"].append({"start": again, "end": again + 5})
    result = run("places", "-", "--from", "jsonl", "--given-spans", stdin=lines(document))
    (record,) = records(result.stdout)
    assert [t["geonames_id"] for t in record["toponyms"] if t["surface"] == "Paris"] == [
        4717560
    ] * 2
    assert [one["surface"] for one in record["locatives"]] == ["15 miles north of Paris"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("literal", "literal"), ("associative", "associative"), ("demonym", "associative"),
     (None, "literal"), (7, "literal")],
)  # fmt: skip
def test_kinds_that_are_given_are_kept(run, kind, expected):
    document = marked("The Danish minister.", "Danish", kind=kind)
    result = run("places", "-", "--from", "jsonl", "--given-spans", stdin=lines(document))
    assert records(result.stdout)[0]["toponyms"][0]["kind"] == expected


@pytest.mark.parametrize(
    ("spans", "message"),
    [
        (None, "has no list of toponyms: expected"),
        ([{"start": 3, "end": 99}], "is the span 3–99: expected code points, 0 ≤ start < end"),
        ([{"start": -3, "end": 2}], "is the span -3–2: expected code points"),
        ([{"start": 5, "end": 5}], "is the span 5–5: expected code points"),
        ([{"start": 0.5, "end": 5}], "toponym 1 has '0.5' as start: expected a whole number."),
        ([{"start": True, "end": 5}], "toponym 1 has 'True' as start: expected a whole number."),
        ([{"start": 0, "end": 2}, {"end": 5}], "toponym 2 has no start: expected a whole number."),
        (
            [{"start": 3, "end": 8}, {"start": 0, "end": 5}],
            "the spans 0–5 and 3–8 overlap: expected each character in one toponym at most",
        ),
        ([{"start": 3, "end": 8}, {"start": 3, "end": 8}], "the spans 3–8 and 3–8 overlap"),
    ],
)
def test_bad_spans_are_one_line_after_the_good_answers(run, spans, message):
    good = marked("In Minsk.", "Minsk")
    bad = {"doc_id": 2, "text": "In Minsk.", "toponyms": spans}
    result = run("places", "-", "--from", "jsonl", "--given-spans", stdin=lines(good, bad, good))
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: standard input:2")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert len(records(result.stdout)) == 1


def test_given_spans_need_lines(run):
    Path("story.txt").write_text("In Minsk.", encoding="utf-8")
    result = run("places", "story.txt", "--given-spans")
    assert result.exit_code == 2
    assert "--given-spans goes with .jsonl" in result.stderr


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
