"""`dateline evaluate`: numbers worked out by hand, and the same as the reference scorer's."""

import importlib.util
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import main

REFERENCE = Path(__file__).parents[2] / "shared" / "tools" / "geoeval.py"

FERRY = "The ferry from Odense to Aarhus was late, and nobody in Denmark was surprised."
BRIDGE = "A Danish bridge near Malmö was shut; Swedish lorries waited in Ystad."

ODENSE = {"lat": 55.39594, "lon": 10.38831, "geonames_id": 2615876}
AARHUS = {"lat": 56.15674, "lon": 10.21076, "geonames_id": 2624652}
DENMARK = {"lat": 56.0, "lon": 10.0, "geonames_id": 2623032}
BORNHOLM = {"lat": 55.1, "lon": 14.9, "geonames_id": None}
MALMO = {"lat": 55.60587, "lon": 13.00073, "geonames_id": 2692969}
YSTAD = {"lat": 55.42966, "lon": 13.82041, "geonames_id": 2662149}
NOWHERE = {"lat": None, "lon": None, "geonames_id": None}


def span(text, surface, place, kind="literal"):
    start = text.index(surface)
    return {
        "start": start,
        "end": start + len(surface),
        "surface": surface,
        "kind": kind,
        **place,
    }


GOLD = [
    {
        "doc_id": "ferry",
        "text": FERRY,
        "toponyms": [
            span(FERRY, "Odense", ODENSE),
            span(FERRY, "Aarhus", AARHUS),
            # On Bornholm: far from GeoNames' middle of the country, yet in it.
            span(FERRY, "Denmark", BORNHOLM),
        ],
    },
    {
        "doc_id": 7,
        "text": BRIDGE,
        "toponyms": [
            span(BRIDGE, "Danish", DENMARK, "associative"),
            span(BRIDGE, "Malmö", MALMO),
            span(BRIDGE, "Swedish", NOWHERE, "demonym"),
            span(BRIDGE, "Ystad", YSTAD),
        ],
    },
]
SAID = [
    {
        "doc_id": "ferry",
        "toponyms": [
            span(FERRY, "Odense", ODENSE),
            span(FERRY, "to Aarhus", MALMO),
            span(FERRY, "Denmark", DENMARK),
            span(FERRY, "nobody", ODENSE),
        ],
    },
    {
        "doc_id": "7",
        "toponyms": [
            span(BRIDGE, "Danish", DENMARK),
            span(BRIDGE, "Malmö", NOWHERE),
            span(BRIDGE, "Swedish", YSTAD, "associative"),
        ],
    },
]


def lines(documents):
    return "".join(f"{json.dumps(document)}\n" for document in documents)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("gold.jsonl").write_text(lines(GOLD), encoding="utf-8")
    Path("said.jsonl").write_text(lines(SAID), encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(folder):
    def invoke(*args, stdin=None):
        return CliRunner().invoke(main, ["evaluate", *args], input=stdin)

    return invoke


@pytest.fixture
def measured(run):
    def invoke(*args, stdin=None):
        result = run(*args, "--format", "json", stdin=stdin)
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    return invoke


def test_numbers_by_hand(measured):
    told = measured("gold.jsonl", "--predictions", "said.jsonl")
    # Seven are marked, seven were said; all but Ystad are overlapped, "nobody" is invented.
    overlap = told["recognition"]["overlap"]
    assert (overlap["right"], overlap["predicted"], overlap["gold"]) == (6, 7, 7)
    assert overlap["f1"] == pytest.approx(6 / 7, abs=1e-4)
    assert told["recognition"]["exact"]["right"] == 5
    # "Danish" was called literal, the other five of six have the gold's kind.
    assert told["recognition"]["kind_accuracy"] == pytest.approx(5 / 6, abs=1e-4)
    # Found gold with a position: Odense and Danish 0 km off, Malmö not placed; Aarhus put into
    # Malmö, 0.551° (61.3 km) south and 2.790° (174.0 km at 55.9° N) east: 184.5 km; Denmark's
    # middle is 0.9° (100.1 km) north and 4.9° (308.2 km at 55.55° N) west of Bornholm: 324.0 km.
    resolution = told["resolution"]
    assert resolution["toponyms"] == 5
    assert resolution["accuracy_161"] == pytest.approx(2 / 5)
    assert resolution["accuracy_area"] == pytest.approx(3 / 5)
    assert resolution["median_km"] == pytest.approx(184.5, abs=0.5)
    assert resolution["mean_km"] == pytest.approx((184.5 + 324.0 + 20_039) / 5, abs=0.5)
    # Said and placed, without "Swedish", whose gold has no position: Odense, Aarhus, Denmark,
    # "nobody" and Danish; marked with a position: six.
    near, area = told["end_to_end"]["within_161"], told["end_to_end"]["within_area"]
    assert (near["right"], near["predicted"], near["gold"]) == (2, 5, 6)
    assert near["f1"] == pytest.approx(4 / 11, abs=1e-4)
    assert area["f1"] == pytest.approx(6 / 11, abs=1e-4)


def test_misses_by_hand(measured):
    told = measured("gold.jsonl", "--predictions", "said.jsonl")
    assert told["missed"] == [{"surface": "Ystad", "count": 1}]
    assert told["invented"] == [{"surface": "nobody", "count": 1}]
    wrong = {miss["surface"]: miss["first"] for miss in told["wrong"]}
    assert set(wrong) == {"Aarhus", "Denmark", "Malmö"}
    assert wrong["Aarhus"]["km"] == pytest.approx(184.5, abs=0.5)
    assert (wrong["Denmark"]["in_area"], wrong["Aarhus"]["in_area"]) == (True, False)
    assert wrong["Malmö"]["said_point"] is None
    assert (wrong["Malmö"]["doc_id"], wrong["Malmö"]["start"]) == ("7", 21)


def test_other_kinds_are_neutral(measured):
    told = measured("gold.jsonl", "--predictions", "said.jsonl", "--kinds", "literal")
    overlap = told["recognition"]["overlap"]
    assert (overlap["right"], overlap["predicted"], overlap["gold"]) == (4, 5, 5)
    only = measured("gold.jsonl", "--predictions", "said.jsonl", "--said-kinds", "associative")
    assert only["recognition"]["overlap"]["predicted"] == 1


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference scorer is not at hand")
@pytest.mark.parametrize("kinds", ["", "literal", "literal,associative", "demonym"])
def test_agrees_with_the_reference_scorer(measured, folder, kinds):
    spec = importlib.util.spec_from_file_location("geoeval", REFERENCE)
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    gold, said = ({str(d["doc_id"]): d for d in documents} for documents in (GOLD, SAID))
    theirs = reference.score(gold, said, set(kinds.split(",")) if kinds else None)
    ours = measured("gold.jsonl", "--predictions", "said.jsonl", "--kinds", kinds)

    def same(our_number, their_number):
        assert our_number == pytest.approx(their_number, abs=5e-4)

    for way in ("overlap", "exact"):
        for ours_name, theirs_name in (("precision", "p"), ("recall", "r"), ("f1", "f1")):
            same(ours["recognition"][way][ours_name], theirs[way][theirs_name])
    for ours_name, theirs_name in (("precision", "p"), ("recall", "r"), ("f1", "f1")):
        same(ours["end_to_end"]["within_161"][ours_name], theirs["e2e_drop"][theirs_name])
    resolution = theirs["resolution"]
    assert ours["resolution"]["toponyms"] == resolution["n"]
    same(ours["resolution"]["accuracy_161"], resolution["acc161"] or 0)
    for name in ("mean_km", "median_km", "auc"):
        same(ours["resolution"][name], resolution[name])


def test_our_own_predictions_are_those_of_places(measured, folder):
    everything = CliRunner().invoke(main, ["places", "gold.jsonl", "-o", "ours.jsonl"])
    assert everything.exit_code == 0, everything.output
    direct, stored = measured("gold.jsonl"), measured("gold.jsonl", "--predictions", "ours.jsonl")
    assert direct["recognition"] == stored["recognition"]
    assert direct["end_to_end"] == stored["end_to_end"]
    assert direct["recognition"]["overlap"]["right"] >= 6


def test_given_spans_leave_only_places_to_be_measured(measured):
    told = measured("gold.jsonl", "--given-spans")
    assert "recognition" not in told
    # Of the six with a position only Denmark is not where its gold is, but around it.
    assert told["resolution"]["toponyms"] == 6
    assert told["resolution"]["accuracy_161"] == pytest.approx(5 / 6, abs=1e-4)
    assert told["resolution"]["accuracy_area"] == 1
    assert [miss["surface"] for miss in told["wrong"]] == ["Denmark"]


def test_coverage(measured, folder):
    utopia = {"doc_id": 1, "text": "Qwxyz", "toponyms": [span("Qwxyz", "Qwxyz", YSTAD)]}
    Path("more.jsonl").write_text(lines([utopia]), encoding="utf-8")
    told = measured("gold.jsonl", "more.jsonl", "--coverage")
    assert told["toponyms"] == 7
    assert told["coverage_161"] == pytest.approx(5 / 7, abs=1e-4)
    assert told["coverage_area"] == pytest.approx(6 / 7, abs=1e-4)
    assert told["uncovered"] == [{"surface": "Qwxyz", "count": 1}]


def test_tables(run):
    result = run("gold.jsonl", "--predictions", "said.jsonl", "--worst", "1")
    assert result.exit_code == 0
    assert result.stdout.startswith("2 documents, 26 words, 7 gold toponyms\n")
    cells = [line.split() for line in result.stdout.splitlines()]
    assert ["overlapping", "spans", "0.857", "0.857", "0.857", "6", "of", "7,", "of", "7"] in cells
    assert ["end", "to", "end,", "F1", "0.364", "0.545"] in cells
    assert ["Ystad", "1"] in cells
    assert "Kind right: 0.833 of 6 with a kind." in result.stdout
    assert "Malmö" not in result.stdout
    covered = run("gold.jsonl", "--coverage")
    assert ["0.833", "1.000", "6"] in [line.split() for line in covered.stdout.splitlines()]


def test_names_in_tables_are_plain_text(run, folder):
    text = "\u001b[31mRed[/] and [bold]Bold"
    hostile = {"doc_id": "[red]x", "text": text, "toponyms": [span(text, text, YSTAD)]}
    Path("hostile.jsonl").write_text(lines([hostile]), encoding="utf-8")
    result = run("hostile.jsonl", "--given-spans")
    assert result.exit_code == 0
    assert "\u001b" not in result.stdout
    assert "[bold]Bold" in result.stdout


def test_standard_input(measured):
    assert measured("-", "--coverage", stdin=lines(GOLD))["toponyms"] == 6


def test_a_document_without_predictions_counts(measured, folder):
    Path("some.jsonl").write_text(lines(SAID[:1]), encoding="utf-8")
    told = measured("gold.jsonl", "--predictions", "some.jsonl")
    assert told["recognition"]["overlap"]["predicted"] == 4
    assert told["recognition"]["overlap"]["gold"] == 7


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ({"doc_id": 1, "text": "Malmö"}, "bad.jsonl:1 has no list of toponyms: expected"),
        ({"doc_id": 1, "text": "Malmö", "toponyms": [7]}, "toponym 1 has no start: expected"),
        (
            {"doc_id": 1, "text": "Malmö", "toponyms": [{"start": 0, "end": "5"}]},
            "bad.jsonl:1: toponym 1 has '5' as end: expected a whole number.",
        ),
        (
            {"doc_id": 1, "text": "Malmö", "toponyms": [{"start": 0, "end": 6}]},
            "toponym 1 is the span 0–6: expected code points, 0 ≤ start < end within the 5 char",
        ),
        (
            {"doc_id": 1, "text": "", "toponyms": [{"start": 0, "end": 1}]},
            "within the 0 characters of the text.",
        ),
        (
            {"doc_id": 1, "text": "Malmö", "toponyms": [{"start": 0, "end": 5, "lat": 91}]},
            "toponym 1 has '91' as lat: expected degrees from −90 to 90, or null.",
        ),
        ({"doc_id": "ferry", "text": "", "toponyms": []}, "has the doc_id of gold.jsonl:1"),
    ],
)
def test_bad_gold_is_one_line(run, folder, line, message):
    Path("bad.jsonl").write_text(lines([line]), encoding="utf-8")
    result = run("gold.jsonl", "bad.jsonl")
    assert result.exit_code == 1
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_kinds_that_the_gold_does_not_have(run):
    result = run("gold.jsonl", "--coverage", "--kinds", "metaphor")
    assert result.exit_code == 1
    assert "expected a kind that the gold has (associative, demonym, literal)" in result.stderr


@pytest.mark.parametrize(
    "options",
    [
        ("--given-spans", "--predictions", "said.jsonl"),
        ("--coverage", "--given-spans"),
        ("--predictions", "-", "-"),
        ("--worst", "-1"),
        ("--recogniser", "rules", "--fast"),
        ("--recogniser", "rules", "--metonyms"),
    ],
)
def test_calls_that_make_no_sense(run, options):
    assert run("gold.jsonl", *options).exit_code == 2


def test_a_file_that_is_not_there(run):
    result = run("none.jsonl")
    assert result.exit_code == 1
    assert "none.jsonl cannot be read" in result.stderr
