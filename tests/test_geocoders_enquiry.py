"""Asking a server on this machine that may be slow, broken, rude or dead."""

import socket
import time

import pytest
from geopy.adapters import BaseAsyncAdapter
from geopy.geocoders import Nominatim
from tests.geocoder_server import BUCHA_STREET, geocoder_server

from dateline.errors import UsageError
from dateline.geocoders import Enquiry, GazetteerGeocoder, Options, as_enquiry, open_geocoder
from dateline.geocoders.enquiry import LONGEST_QUERY
from dateline.geocoders.patience import MOST_FAILURES
from dateline.model import LonLat

QUICK = 0.25
"""Seconds to wait for the server in tests of slowness."""


@pytest.fixture
def server():
    with geocoder_server() as running:
        yield running


@pytest.fixture
def told():
    return []


@pytest.fixture
def enquire(server, tmp_path, told):
    """Open the server as Nominatim; each call is a run of its own with an empty cache."""

    def opened(**choices):
        settings = {"url": server.url, "delay": 0, "timeout": QUICK, "cache": tmp_path / "cache"}
        return open_geocoder("nominatim", Options(**settings | choices), warn=told.append)

    return opened


def test_an_answer_has_name_position_and_sort(enquire):
    with enquire() as enquiry:
        (answer,) = enquiry.ask("Yablunska Street")
    assert (answer.name, answer.point) == ("Yablunska Street", (30.2286, 50.5464))
    assert (answer.feature_class, answer.feature_code) == ("R", "ST")


def test_the_server_hears_who_asks_and_nothing_but_the_name(server, enquire):
    with enquire(contact="desk@example.org\r\nX-Evil: 1") as enquiry:
        enquiry.ask("Yablunska Street")
    wanted = {"q": "Yablunska Street", "format": "json", "limit": "5", "accept-language": "en"}
    assert server.asked == [wanted]
    assert server.agents == ["Dateline/0.1.0 (story maps; desk@example.orgX-Evil: 1)"]


@pytest.mark.parametrize(
    "fault",
    [
        "status 500",
        "status 503",
        "status 404",
        "slow",
        "drip",
        "cut",
        "huge",
        "redirect SAME",
        "redirect file:///etc/passwd",
        "redirect ftp://127.0.0.1:PORT/",
        "says ",
        "says {",
        "says [1]",
        'says "text"',
        'says {"error": "out of order"}',
        'says [{"lat": "1", "lon": "1"}]',
        'says [{"lat": "north", "lon": "1", "display_name": "X"}]',
        'says [{"lat": NaN, "lon": 1, "display_name": "X"}]',
        "says " + "[" * 100_000,
        "says \udcff\udcfe",
        "wait 100000",
        "wait soon",
    ],
    ids=lambda fault: fault[:30],
)
def test_a_broken_server_is_given_up_with_one_line(server, enquire, told, fault):
    server.always = fault
    with enquire() as enquiry:
        found = [enquiry.ask(f"Yablunska Street {i}") for i in range(MOST_FAILURES + 2)]
        assert enquiry.given_up
    assert not any(found)
    (line,) = told
    assert line.startswith("Nominatim is not asked any more (")
    assert line.isprintable()
    assert len(line) < 250


@pytest.mark.parametrize("fault", ["status 500", "slow", "cut", "says {"])
def test_after_a_fault_the_next_name_is_asked_for(server, enquire, told, fault):
    server.faults += [fault, fault]
    with enquire() as enquiry:
        found = [enquiry.ask(name) for name in ("A", "B", "Yablunska Street", "C")]
        assert not enquiry.given_up
    assert [len(answers) for answers in found] == [0, 0, 1, 0]
    assert told == []


def test_a_failure_is_not_taken_for_an_answer(server, enquire):
    server.faults.append("status 500")
    with enquire() as enquiry:
        assert not enquiry.ask("Yablunska Street")
        assert enquiry.ask("Yablunska Street")


def test_a_dead_server_costs_no_more_than_its_time_limits(enquire, told):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(1)
        started = time.monotonic()
        with enquire(url=f"http://127.0.0.1:{silent.getsockname()[1]}") as enquiry:
            assert not any(enquiry.ask(f"Name {i}") for i in range(50))
    assert time.monotonic() - started < MOST_FAILURES * QUICK + 1
    assert len(told) == 1


def test_a_server_that_is_not_there_is_given_up(enquire, told):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
    with enquire(url=address) as enquiry:
        assert not any(enquiry.ask(f"Name {i}") for i in range(50))
    assert told == [
        "Nominatim is not asked any more (Connection refused): some names stay unplaced."
    ]


def test_a_short_wait_is_waited_and_then_asked_again(server, enquire):
    server.faults.append("wait 1")
    started = time.monotonic()
    with enquire() as enquiry:
        assert enquiry.ask("Yablunska Street")
    assert time.monotonic() - started >= 1
    assert server.queries == ["Yablunska Street"] * 2


def test_a_long_wait_is_not_waited_for(server, enquire, told):
    server.always = "wait 3600"
    started = time.monotonic()
    with enquire() as enquiry:
        assert not enquiry.ask("Yablunska Street")
        assert not enquiry.ask("Pinhook")
    assert time.monotonic() - started < 1
    assert len(server.asked) == 1
    assert "it asks to wait 3,600 seconds" in told[0]


@pytest.mark.parametrize("status", [401, 402, 403])
def test_an_account_that_is_refused_is_not_tried_again(server, enquire, told, status):
    server.always = f"status {status}"
    with enquire() as enquiry:
        assert not any(enquiry.ask(f"Name {i}") for i in range(3))
    assert len(server.asked) == 1
    assert str(status) in told[0]


def test_a_redirect_on_the_same_server_is_followed(server, enquire):
    server.faults.append("redirect /search?q=Yablunska+Street")
    with enquire() as enquiry:
        assert enquiry.ask("Somewhere")[0].name == "Yablunska Street"


def test_requests_keep_their_distance(server, enquire):
    started = time.monotonic()
    with enquire(delay=0.2) as enquiry:
        for name in ("A", "B", "A", "C"):
            enquiry.ask(name)
    assert time.monotonic() - started >= 0.4
    assert server.queries == ["A", "B", "C"]


def test_the_same_name_elsewhere_is_another_question(server, enquire):
    places = [LonLat(30.2, 50.5), LonLat(30.4, 50.6), LonLat(-179.9, 89.7), None]
    with enquire() as enquiry:
        for near in places:
            assert enquiry.ask("Yablunska Street", near)
    boxes = [query.get("viewbox") for query in server.asked]
    assert boxes == ["28.0,48.0,32.0,52.0", "28.0,49.0,32.0,53.0", "-180.0,88.0,-178.0,90.0", None]


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_QUERY + 1)])
def test_what_is_no_name_is_not_asked_for(server, enquire, name):
    with enquire() as enquiry:
        assert enquiry.ask(name) == ()
    assert server.asked == []


def test_any_geopy_geocoder_will_do(server):
    split = server.url.removeprefix("http://")
    geocoder = Nominatim(domain=split, scheme="http", user_agent="a test", timeout=2)
    enquiry = as_enquiry(geocoder)
    assert enquiry.ask("Yablunska Street")[0].address == BUCHA_STREET["display_name"]
    assert (enquiry.name, enquiry.attribution) == ("Nominatim", "Some places by Nominatim")
    assert as_enquiry(enquiry) is enquiry


def test_our_own_geocoder_is_asked_without_delay(gazetteer):
    enquiry = Enquiry(GazetteerGeocoder(gazetteer))
    started = time.monotonic()
    assert [len(enquiry.ask(name)) for name in ("Paris, Texas", "Springfield", "Nowhereville")] == [
        1,
        5,
        0,
    ]
    assert time.monotonic() - started < 1


class Later(BaseAsyncAdapter):
    """An asynchronous adapter that fetches nothing."""

    async def get_json(self, url, **_):
        raise AssertionError(url)

    get_text = get_json


@pytest.mark.parametrize(
    "geocoder", [None, "nominatim", object(), Nominatim(user_agent="a test", adapter_factory=Later)]
)
def test_what_is_no_geocoder_is_refused(geocoder):
    with pytest.raises(UsageError, match="expected"):
        as_enquiry(geocoder)
