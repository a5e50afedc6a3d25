"""The commands with a geocoder behind the gazetteer."""

import json
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.geocoder_server import geocoder_server

from dateline.cli import main
from dateline.geocoders.patience import MOST_FAILURES

STORY = (
    "A shell hit a house in Yablunska Street. Police in Bucha, Ukraine, said so.\n\n"
    "The levee broke near Pinhook, Missouri, on Monday.\n"
)
BRISK = ("--geocoder", "nominatim", "--geocoder-delay", "0", "--geocoder-timeout", "0.3")


@pytest.fixture
def server():
    with geocoder_server() as running:
        yield running


@pytest.fixture
def run(server, tmp_path, monkeypatch):
    """Run commands in a folder with an article; the server is named by the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_GEOCODER_URL", server.url)
    monkeypatch.setenv("DATELINE_GEOCODER_CACHE", str(tmp_path / "cache"))
    Path("story.txt").write_text(STORY, encoding="utf-8")
    return lambda *args: CliRunner().invoke(main, args, prog_name="dateline")


def test_map_draws_what_the_gazetteer_lacks(server, run):
    done = run("map", "story.txt", *BRISK)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Not placed" not in done.stdout
    assert server.queries == ["Yablunska Street", "Pinhook, Missouri"]
    page = Path("story.html").read_text(encoding="utf-8")
    assert 'id="place-yablunska-street"' in page
    assert "from Nominatim" in page
    assert "© OpenStreetMap contributors (ODbL 1.0), by Nominatim" in page
    assert server.url not in page


def test_the_same_article_asks_no_second_time_and_gives_the_same_page(server, run):
    pages = []
    for _ in range(2):
        assert run("map", "story.txt", *BRISK).exit_code == 0
        pages.append(Path("story.html").read_bytes())
    assert len(server.asked) == 2
    assert pages[0] == pages[1]


@pytest.mark.parametrize("fault", ["slow", "status 500", "cut", "says {", "wait 600"])
def test_a_dead_server_costs_seconds_and_not_the_map(server, run, fault):
    server.always = fault
    more = "\n\n".join(
        f"A shell hit a house in {name}tovska Street." for name in ("Ba", "Be", "Bi")
    )
    Path("story.txt").write_text(f"{STORY}\n\n{more}", encoding="utf-8")
    started = time.monotonic()
    done = run("map", "story.txt", *BRISK)
    assert done.exit_code == 0
    assert time.monotonic() - started < MOST_FAILURES * 0.3 + 10
    assert len(server.asked) <= MOST_FAILURES
    (line,) = done.stderr.splitlines()
    assert line.startswith("Warning: Nominatim is not asked any more (")
    assert "Not placed: Yablunska Street, Pinhook" in done.stdout
    assert 'id="place-bucha"' in Path("story.html").read_text(encoding="utf-8")


def test_places_name_the_source(run):
    done = run("places", "story.txt", "--format", "json", *BRISK)
    found = {t["surface"]: t.get("source") for t in json.loads(done.stdout)["toponyms"]}
    assert found["Yablunska Street"] == found["Pinhook"] == "Nominatim"
    assert found["Bucha"] is None


def test_a_stream_shares_one_enquiry(server, run):
    lines = [json.dumps({"doc_id": i, "text": STORY}) for i in range(3)]
    Path("many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    server.always = "status 500"
    done = run("places", "many.jsonl", *BRISK)
    assert len(done.stdout.splitlines()) == 3
    assert len(server.asked) == MOST_FAILURES
    assert len(done.stderr.splitlines()) == 1


def test_given_spans_are_asked_for_too(run):
    start = STORY.index("Yablunska")
    span = {"start": start, "end": start + len("Yablunska Street")}
    line = json.dumps({"doc_id": 1, "text": STORY, "toponyms": [span]})
    Path("spans.jsonl").write_text(line, encoding="utf-8")
    done = run("places", "spans.jsonl", "--given-spans", *BRISK)
    (toponym,) = json.loads(done.stdout)["toponyms"]
    assert toponym["name"] == "Yablunska Street"


def test_explain_says_where_a_place_is_from(run):
    done = run("explain", "story.txt", "Pinhook", *BRISK)
    assert "from Nominatim and named together with Missouri." in done.stdout


def test_without_the_option_nothing_is_asked(server, run):
    done = run("places", "story.txt", "--format", "table")
    assert "Not placed: Yablunska Street, Pinhook." in done.stdout
    assert server.asked == []


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--geocoder-delay", "2"), "--geocoder-delay needs --geocoder"),
        (("--geocoder", "nominatm"), "no geocoder 'nominatm'"),
        (("--geocoder", "geonames"), "needs an account"),
        (("--geocoder", "nominatim", "--geocoder-url", "nowhere"), "expected https://host/path"),
        (("--geocoder", "nominatim", "--geocoder-timeout", "0"), "0.1<=x<=60"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(run, args, message):
    done = run("places", "story.txt", *args)
    assert done.exit_code == 2
    assert message in done.stderr


def test_a_key_may_come_from_the_environment(server, run, monkeypatch):
    monkeypatch.setenv("DATELINE_GEOCODER_KEY", "very-secret")
    server.always = 'says {"geonames": []}'
    assert run("places", "story.txt", "--geocoder", "geonames", *BRISK[2:]).exit_code == 0
    assert {query["username"] for query in server.asked} == {"very-secret"}
