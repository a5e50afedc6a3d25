"""Services by name: their addresses, accounts and formats."""

import json

import pytest
from tests.geocoder_server import geocoder_server

from dateline.errors import UsageError
from dateline.geocoders import Options, open_geocoder
from dateline.geocoders.cache import FILE

PROPERTIES = {"osm_key": "highway", "osm_value": "residential", "name": "Yablunska Street"}
FORMATS = {
    "nominatim": [{"lat": "50.5", "lon": "30.2", "display_name": "Yablunska Street, Bucha"}],
    "photon": {"features": [{"geometry": {"coordinates": [30.2, 50.5]}, "properties": PROPERTIES}]},
    "pelias": {
        "features": [
            {
                "geometry": {"coordinates": [30.2, 50.5]},
                "properties": {"layer": "street", "name": "Yablunska Street"},
            }
        ]
    },
    "geonames": {
        "geonames": [
            {
                "lat": "50.5",
                "lng": "30.2",
                "name": "Yablunska Street",
                "fcl": "R",
                "fcode": "ST",
                "geonameId": 77,
            }
        ]
    },
    "opencage": {
        "status": {"code": 200},
        "results": [{"geometry": {"lat": 50.5, "lng": 30.2}, "formatted": "Yablunska Street"}],
    },
}


@pytest.fixture
def server():
    with geocoder_server() as running:
        yield running


@pytest.mark.parametrize("service", FORMATS)
def test_services_are_asked_and_read_in_their_own_format(server, tmp_path, service):
    server.always = f"says {json.dumps(FORMATS[service])}"
    key = "" if service in {"nominatim", "photon"} else "k"
    options = Options(url=server.url, key=key, delay=0, cache=tmp_path)
    told = []
    with open_geocoder(service, options, warn=told.append) as enquiry:
        (answer,) = enquiry.ask("Yablunska Street")
    assert told == []
    assert (answer.name, answer.point) == ("Yablunska Street", (30.2, 50.5))
    assert answer.geonames_id == (77 if service == "geonames" else None)
    assert enquiry.name.lower() == service
    assert "Yablunska Street" in server.asked[0].values()


def test_other_geocoders_of_geopy_work_too_but_keep_nothing(server, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    server.always = 'says {"results": []}'
    with open_geocoder("tomtom", Options(url=server.url, key="k", delay=0)) as enquiry:
        assert enquiry.ask("Bucha") == ()
    assert len(server.asked) == 1
    assert (enquiry.name, enquiry.attribution) == ("TomTom", "Some places by TomTom")
    assert not list(tmp_path.rglob(FILE))


@pytest.mark.parametrize(
    ("service", "options", "message"),
    [
        ("nominatm", {}, "no geocoder 'nominatm'"),
        ("nominatim", {"key": "k"}, "takes no key"),
        ("nominatim", {"url": "ftp://example.org"}, "no address of a geocoder"),
        ("nominatim", {"url": "example.org"}, "no address of a geocoder"),
        ("nominatim", {"url": "http://"}, "no address of a geocoder"),
        ("nominatim", {"url": "http://[::1"}, "no address of a geocoder"),
        ("nominatim", {"url": "http://example.org:0"}, "no address of a geocoder"),
        ("nominatim", {"url": "http://example.org:999999"}, "no address of a geocoder"),
        ("nominatim", {"url": "http://me:pass@example.org"}, "no address of a geocoder"),
        ("nominatim", {"url": "http://example.org/?q="}, "no address of a geocoder"),
        ("pelias", {}, "has no public server"),
        ("geonames", {}, "needs an account"),
        ("opencage", {}, "needs an account"),
        ("banfrance", {"url": "https://x.org", "key": "k"}, "takes no key"),
        ("liveaddress", {}, "make it in Python"),
        ("here", {"url": "https://example.org"}, "always at its own address"),
    ],
)
def test_what_cannot_be_reached_is_refused_in_one_line(service, options, message, tmp_path):
    with pytest.raises(UsageError, match=message) as raised:
        open_geocoder(service, Options(**options, cache=tmp_path))
    assert str(raised.value).isprintable()
