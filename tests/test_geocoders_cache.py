"""The cache on disk: asked once, expired, damaged, shared."""

import sqlite3
import stat

import pytest
from tests.geocoder_server import geocoder_server

from dateline.geocoders import Options, open_geocoder
from dateline.geocoders.answers import Answer
from dateline.geocoders.cache import DAYS, FILE, AnswerCache, default_folder
from dateline.model import LonLat

BUCHA = Answer("Bucha", "Bucha, Ukraine", LonLat(30.21, 50.55), "P", "PPL", None)
ODD = Answer(
    "'; DROP TABLE answer", "'; DROP TABLE answer, Україна", LonLat(-1.5, -2.5), "L", "LCTY", 7
)
DAY = 86_400


@pytest.fixture
def server():
    with geocoder_server() as running:
        yield running


@pytest.fixture
def open_cache(tmp_path):
    opened = []

    def cache(folder="cache", service="nominatim", url="https://a", at=1e9, told=None):
        told = [] if told is None else told
        made = AnswerCache(tmp_path / folder, service, url, warn=told.append, now=lambda: at)
        opened.append(made)
        return made

    yield cache
    for each in opened:
        each.close()


def test_answers_come_back_as_they_were(open_cache):
    open_cache().put("Bucha", (BUCHA, ODD))
    assert open_cache().get("Bucha") == (BUCHA, ODD)


def test_that_there_is_no_answer_is_kept_too(open_cache):
    open_cache().put("Nowhere", ())
    assert open_cache().get("Nowhere") == ()
    assert open_cache().get("Elsewhere") is None


@pytest.mark.parametrize(("days", "kept"), [(0, True), (DAYS - 1, True), (DAYS + 1, False)])
def test_answers_expire(open_cache, days, kept):
    open_cache().put("Bucha", (BUCHA,))
    later = open_cache(at=1e9 + days * DAY)
    assert (later.get("Bucha") is not None) is kept


def test_expired_answers_are_removed(open_cache, tmp_path):
    open_cache().put("Bucha", (BUCHA,))
    open_cache(at=1e9 + (DAYS + 1) * DAY)
    with sqlite3.connect(tmp_path / "cache" / FILE) as file:
        assert file.execute("SELECT count(*) FROM answer").fetchone() == (0,)
    file.close()


def test_an_answer_from_the_future_is_not_believed(open_cache):
    open_cache(at=1e9 + 2 * DAYS * DAY).put("Bucha", (BUCHA,))
    assert open_cache().get("Bucha") is None


@pytest.mark.parametrize(
    "other", [{"service": "photon"}, {"url": "https://b"}, {"folder": "another"}]
)
def test_each_service_and_address_has_its_own_answers(open_cache, other):
    open_cache().put("Bucha", (BUCHA,))
    assert open_cache(**other).get("Bucha") is None


@pytest.mark.parametrize(
    "content", [b"", b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_damaged_file_is_made_anew(open_cache, tmp_path, content):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / FILE).write_bytes(content)
    told = []
    open_cache(told=told).put("Bucha", (BUCHA,))
    assert open_cache().get("Bucha") == (BUCHA,)
    assert told == []


def test_a_file_damaged_in_its_middle_is_forgotten(open_cache, tmp_path):
    first = open_cache()
    for i in range(300):
        first.put(f"Name {i}", (BUCHA, ODD))
    first.close()
    file = tmp_path / "cache" / FILE
    data = bytearray(file.read_bytes())
    data[8192:] = b"\xff" * (len(data) - 8192)
    file.write_bytes(data)
    told = []
    damaged = open_cache(told=told)
    assert not any(damaged.get(f"Name {i}") for i in range(150, 300))
    open_cache().put("Bucha", (BUCHA,))
    assert open_cache().get("Bucha") == (BUCHA,)
    assert len(told) <= 1


@pytest.mark.parametrize(
    "text",
    ["", "{", "null", "7", '{"a": 1}', "[1]", "[{}]", "[" * 100_000, '["lon"]'],
    ids=lambda text: text[:10],
)
def test_what_the_cache_did_not_write_is_asked_again(open_cache, tmp_path, text):
    open_cache().put("Bucha", (BUCHA,))
    with sqlite3.connect(tmp_path / "cache" / FILE) as file:
        file.execute("UPDATE answer SET answers = ?", (text,))
    file.close()
    assert open_cache().get("Bucha") is None


def test_a_cached_answer_is_checked_as_one_from_the_server(open_cache, tmp_path):
    open_cache().put("Bucha", (BUCHA,))
    with sqlite3.connect(tmp_path / "cache" / FILE) as file:
        row = '[{"address": "X", "lon": 999, "lat": 1}, {"address": "Y", "lon": 2, "lat": 1}]'
        file.execute("UPDATE answer SET answers = ?", (row,))
    file.close()
    assert [answer.name for answer in open_cache().get("Bucha")] == ["Y"]


def test_a_folder_that_cannot_be_made_is_said_once(open_cache, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    told = []
    cache = open_cache("file/cache", told=told)
    cache.put("Bucha", (BUCHA,))
    assert cache.get("Bucha") is None
    assert len(told) == 1
    assert told[0].endswith("going on without a cache.")


def test_the_folder_is_for_this_user_only(open_cache, tmp_path):
    open_cache()
    assert stat.S_IMODE((tmp_path / "cache").stat().st_mode) == 0o700


def test_a_second_run_asks_nothing(server, tmp_path):
    def run():
        options = Options(url=server.url, delay=0, cache=tmp_path)
        with open_geocoder("nominatim", options) as enquiry:
            return [enquiry.ask(name) for name in ("Yablunska Street", "Nowhere")]

    first = run()
    assert len(first[0]) == 1
    assert run() == first
    assert server.queries == ["Yablunska Street", "Nowhere"]


def test_no_key_is_written(server, tmp_path):
    options = Options(url=server.url, key="very-secret", delay=0, cache=tmp_path)
    with open_geocoder("pelias", options) as enquiry:
        enquiry.ask("Bucha")
    assert server.asked[0]["api_key"] == "very-secret"
    assert b"very-secret" not in (tmp_path / FILE).read_bytes()


def test_the_platform_says_where_caches_go(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_folder().parts[-2:] == ("dateline", "geocoders")
