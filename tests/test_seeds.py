"""The seeds and their gold: licensed, of readable length, and in step with each other."""

import itertools
import json
import re
from pathlib import Path

import pytest
from tools.gold import GOLD, SEEDS, GoldError, align, line, parse, read_places, record, stems

from dateline.article import read_article
from dateline.gazetteer import open_gazetteer
from dateline.geometry import haversine_km
from dateline.model import LonLat

STEMS = stems()
PLACES = read_places()
SHARED = Path(__file__).parents[2] / "shared"


def gold(stem):
    return json.loads((GOLD / f"{stem}.jsonl").read_text(encoding="utf-8"))


@pytest.mark.parametrize("stem", STEMS)
def test_a_seed_names_its_title_author_date_and_licence(stem):
    article = read_article(SEEDS / f"{stem}.md")
    assert article.title
    assert article.byline == "The Dateline authors"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", article.published)
    assert article.licence == "CC BY 4.0, written for Dateline"
    assert article.language == "en"


@pytest.mark.parametrize("stem", STEMS)
def test_a_seed_has_300_to_900_words(stem):
    assert 300 <= len(read_article(SEEDS / f"{stem}.md").text.split()) <= 900


def test_there_are_eight_seeds_each_with_its_gold():
    assert len(STEMS) == 8
    for suffix in (".txt", ".jsonl"):
        assert sorted(p.stem for p in GOLD.glob(f"*{suffix}")) == STEMS


@pytest.mark.parametrize("stem", STEMS)
def test_gold_is_what_the_annotated_text_says_today(stem):
    written = (GOLD / f"{stem}.jsonl").read_text(encoding="utf-8")
    assert written == line(record(stem, PLACES)), "run: python -m tools.gold"


@pytest.mark.parametrize("stem", STEMS)
def test_spans_of_the_gold_are_spans_of_the_article(stem):
    article, truth = read_article(SEEDS / f"{stem}.md"), gold(stem)
    assert truth["text"] == article.text
    for found in truth["toponyms"] + truth["locatives"]:
        assert article.text[found["start"] : found["end"]] == found["surface"]
        assert found["surface"] == found["surface"].strip()


@pytest.mark.parametrize("stem", STEMS)
def test_toponyms_stand_in_text_order_and_never_overlap(stem):
    for first, second in itertools.pairwise(gold(stem)["toponyms"]):
        assert first["end"] <= second["start"]


@pytest.mark.parametrize("stem", STEMS)
def test_a_surface_that_is_marked_once_is_marked_everywhere_or_named_here(stem):
    """A name left unmarked beside a marked one is a slip, unless it is listed as deliberate."""
    deliberate = {"Bonham", "Boston", "Paris", "Rostock", "Sherman"}
    truth = gold(stem)
    spans = [(t["start"], t["end"]) for t in truth["toponyms"]]
    for surface in {t["surface"] for t in truth["toponyms"]} - deliberate:
        for match in re.finditer(rf"(?<![\w'-]){re.escape(surface)}(?![\w-])", truth["text"]):
            assert any(s <= match.start() and match.end() <= e for s, e in spans), match


@pytest.mark.parametrize(
    ("stem", "trap"),
    [
        ("belarus-august-2020", "Charles Michel"),
        ("belarus-august-2020", "Belta"),
        ("cairo-illinois-2011", "Martin Chuzzlewit"),
        ("cairo-illinois-2011", "Ulysses S. Grant"),
        ("cairo-illinois-2011", "wild turkey"),
        ("cairo-illinois-2011", "grandmother's china"),
        ("hadrians-wall", "King Edward"),
        ("hadrians-wall", "Reading"),
        ("hadrians-wall", "nice"),
        ("paris-texas", "James Bonham"),
        ("paris-texas", "Mirabeau Lamar"),
        ("paris-texas", "Paris Hilton"),
        ("paris-texas", "Sidney Sherman"),
        ("paris-texas", "The Paris News"),
        ("rhine-august-2022", "May"),
        ("tonga-january-2022", "The Adelaide"),
        ("ukraine-spring-2022", "cruiser Moskva"),
    ],
)
def test_a_trap_is_set_and_stays_unmarked(stem, trap):
    truth = gold(stem)
    matches = list(re.finditer(rf"\b{re.escape(trap)}\b", truth["text"]))
    assert matches
    for match in matches:
        assert not [t for t in truth["toponyms"] if match.start() <= t["start"] < match.end()]


def test_every_row_of_the_referents_is_used():
    used = {
        key
        for stem in STEMS
        for mark in re.finditer(
            r"\[\[([^\]=~]+)=?([\w-]*)|\{\{\w+ ([\w -]+):",
            (GOLD / f"{stem}.txt").read_text(encoding="utf-8"),
        )
        for key in (
            mark[3].split()
            if mark[3]
            else [mark[2] or p.key for p in PLACES.values() if mark[1] in dict(p.surfaces)]
        )
    }
    assert set(PLACES) == used


@pytest.mark.parametrize(
    "place", [p for p in PLACES.values() if p.geonames_id], ids=lambda place: place.key
)
def test_every_id_is_in_the_gazetteer_and_near_where_the_gold_puts_it(place):
    with open_gazetteer() as gazetteer:
        entry = gazetteer.place(place.geonames_id)
    if entry.feature_class == "P":
        assert haversine_km(entry.point, LonLat(place.lon, place.lat)) < 5


@pytest.mark.parametrize(
    ("markup", "plain", "spans"),
    [
        ("to [[Minsk]].", "to Minsk.", [(3, 8, "literal", ["minsk"])]),
        ("[[Berlin~]] asked", "Berlin asked", [(0, 6, "associative", ["berlin"])]),
        ("[[Paris=paris-texas]]", "Paris", [(0, 5, "literal", ["paris-texas"])]),
        (
            "the {{border poland belarus: [[Polish]] border}}",
            "the Polish border",
            [(4, 17, "border", ["poland", "belarus"]), (4, 10, "associative", ["poland"])],
        ),
    ],
)
def test_marks_become_spans(markup, plain, spans):
    text, found = parse(markup, PLACES)
    assert text == plain
    assert [(s.start, s.end, s.label, [p.key for p in s.places]) for s in found] == spans


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        ("[[Paris]]", "fits paris-tennessee, paris-texas"),
        ("[[Atlantis]]", "fits none"),
        ("[[Minsk]", "left open"),
        ("{{border poland belarus: [[Polish]] border", "left open"),
        ("[[Polish]] border}}", "does not pair up"),
        ("{{beyond poland: [[Polish]] border}}", "expected one of"),
        ("{{border poland mordor: [[Polish]] border}}", "'mordor'"),
    ],
)
def test_a_wrong_mark_is_refused(markup, complaint):
    with pytest.raises(GoldError, match=complaint):
        parse(markup, PLACES)


def test_gold_follows_its_article_through_another_line_break():
    plain, spans = parse("from [[Newcastle upon Tyne]] on", PLACES)
    text = "from\nNewcastle upon\n  Tyne on"
    (span,) = align(spans, plain, text)
    assert text[span.start : span.end] == "Newcastle upon\n  Tyne"


@pytest.mark.parametrize("text", ["to Pinsk.", "to Minsk", "to Minsk. Then"])
def test_gold_of_another_text_is_refused(text):
    plain, spans = parse("to [[Minsk]].", PLACES)
    with pytest.raises(GoldError):
        align(spans, plain, text)


def test_no_sentence_is_taken_from_the_article_that_the_project_started_from():
    source = SHARED / "seeds" / "belarus.txt"
    if not source.is_file():
        pytest.skip("the article is kept outside the repository and is not here")

    def runs(text):
        words = re.findall(r"\w+", text.lower())
        return {tuple(words[i : i + 7]) for i in range(len(words) - 6)}

    ours = read_article(SEEDS / "belarus-august-2020.md").text
    assert not runs(ours) & runs(source.read_text(encoding="utf-8"))


@pytest.mark.parametrize("stem", STEMS)
def test_the_table_of_seeds_counts_what_is_there(stem):
    truth = gold(stem)
    row = re.search(
        rf"^\| \[{stem}\].*\| (\d+) \| (\d+) \| (\d+) \|$",
        (SEEDS / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert row
    counts = len(truth["text"].split()), len(truth["toponyms"]), len(truth["locatives"])
    assert tuple(map(int, row.groups())) == counts
