"""The gazetteer where geopy users expect a geocoder."""

import asyncio
import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from geopy.adapters import BaseAsyncAdapter
from geopy.exc import GeocoderServiceError
from geopy.extra.rate_limiter import AsyncRateLimiter, RateLimiter
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from dateline.errors import UsageError
from dateline.geocoders import GazetteerGeocoder
from dateline.geocoders.nearest import areas_at, nearest_towns
from dateline.geometry import distance_km
from dateline.model import Bounds, LonLat

WORLD = Bounds(-180.0, -90.0, 180.0, 90.0)


@pytest.fixture(scope="module")
def geocoder(gazetteer):
    return GazetteerGeocoder(gazetteer)


@pytest.mark.parametrize(
    ("query", "geonames_id"),
    [
        ("Minsk", 625144),
        ("Paris", 2988507),
        ("Paris, Texas", 4717560),
        ("Paris Texas", 4717560),
        ("Paris, TX", 4717560),
        ("Paris, Lamar County, Texas, USA", 4717560),
        ("paris; texas", 4717560),
        ("Paris, FR", 2988507),
        ("Springfield, Illinois", 4250542),
        ("Dublin, Ohio", 5152333),
        ("Cairo, Africa", 360630),
        ("Cairo, Illinois", 4234985),
        ("New York, New York", 5128581),
        ("Birmingham, UK", 2655603),
        ("Birmingham, Alabama", 4049979),
        ({"city": "Paris", "state": "Texas"}, 4717560),
        ({"country": "Belarus"}, 630336),
    ],
)
def test_a_query_finds_the_place_that_is_meant(geocoder, query, geonames_id):
    location = geocoder.geocode(query)
    assert isinstance(location, Location)
    assert location.raw["geonames_id"] == geonames_id
    assert (location.raw["lat"], location.raw["lon"]) == (location.latitude, location.longitude)


@pytest.mark.parametrize(
    "query",
    [
        "Nowhereville",
        "Paris, Belarus",
        "Paris, Atlantis",
        "",
        ",",
        ", ,",
        "🙂",
        {},
        "Paris " * 50_000,
    ],
)
def test_what_is_not_there_is_none_as_in_geopy(geocoder, query):
    assert geocoder.geocode(query) is None
    assert geocoder.geocode(query, exactly_one=False) is None


def test_a_list_has_as_many_as_are_wanted(geocoder):
    assert len(geocoder.geocode("Springfield", exactly_one=False)) == 10
    assert len(geocoder.geocode("Springfield", exactly_one=False, limit=3)) == 3
    with pytest.raises(UsageError, match="limit=0"):
        geocoder.geocode("Springfield", exactly_one=False, limit=0)


@pytest.mark.parametrize("codes", ["us", "US", ["us"], ["de", "us"], "de,us"])
def test_countries_can_be_named(geocoder, codes):
    assert geocoder.geocode("Paris", country_codes=codes).address == "Paris, Texas, United States"
    assert geocoder.geocode("Minsk", country_codes="fr") is None


@pytest.mark.parametrize(
    ("point", "address"),
    [
        ((53.9, 27.57), "Minsk, Belarus"),
        ("53.9, 27.57", "Minsk, Belarus"),
        (Point(53.9, 27.57, 100), "Minsk, Belarus"),
        ((33.66, -95.55), "Paris, Texas, United States"),
    ],
)
def test_reverse_finds_the_nearest_town(geocoder, point, address):
    assert geocoder.reverse(point).address == address


def test_reverse_gives_a_list_nearest_first(geocoder):
    found = geocoder.reverse((53.9, 27.57), exactly_one=False, limit=4)
    distances = [location.raw["distance_km"] for location in found]
    assert len(found) == 4
    assert distances == sorted(distances)


def test_reverse_is_right_wherever_one_looks(gazetteer):
    towns = gazetteer.towns(WORLD, 1_000_000)
    chosen = random.Random(7)  # noqa: S311 - places to look at, the same each time
    points = [LonLat(chosen.uniform(-180, 180), chosen.uniform(-90, 90)) for _ in range(8)]
    for point in [*points, LonLat(180, -17), LonLat(-179.9, 66), LonLat(0, 90), LonLat(12, -90)]:
        box = sorted(towns, key=lambda t: abs(t.point.lat - point.lat))[:20_000]
        nearest = min(distance_km(point, town.point) for town in near(point, box))
        assert nearest_towns(gazetteer, point, 1)[0][0] <= nearest


def near(point, towns):
    """Some towns by a rough measure, so that not all distances on the ellipsoid are computed."""

    def roughly(town):
        across = (town.point.lon - point.lon + 180) % 360 - 180
        return across**2 + (town.point.lat - point.lat) ** 2

    return sorted(towns, key=roughly)[:50]


@pytest.mark.parametrize(
    ("lon", "lat", "country", "admin1"),
    [
        (30.2286, 50.5464, "Ukraine", "Kyiv Oblast"),
        (-89.28, 36.6917, "United States", "Missouri"),
        (7.63, 47.6, "Germany", "Baden-Württemberg"),
        (7.56, 47.59, "France", "Grand Est"),
        (7.59, 47.56, "Switzerland", "Basel-Stadt"),
        (-30.0, 0.0, None, None),
        (0.0, -90.0, None, None),
    ],
)
def test_a_position_lies_in_its_country_and_division(gazetteer, lon, lat, country, admin1):
    areas = areas_at(gazetteer, LonLat(lon, lat))
    assert tuple(area and area.name for area in areas) == (country, admin1)


def test_geopys_rate_limiter_takes_it(geocoder):
    limited = RateLimiter(geocoder.geocode, min_delay_seconds=0)
    assert [limited(name).address for name in ("Minsk", "Vilnius")] == [
        "Minsk, Belarus",
        "Vilnius, Lithuania",
    ]


class Later(BaseAsyncAdapter):
    """An asynchronous adapter that fetches nothing."""

    async def get_json(self, url, **_):
        raise AssertionError(url)

    get_text = get_json


def test_with_an_asynchronous_adapter_answers_are_awaited():
    async def ask():
        async with GazetteerGeocoder(adapter_factory=Later) as geocoder:
            limited = AsyncRateLimiter(geocoder.geocode, min_delay_seconds=0)
            return await limited("Minsk"), await geocoder.reverse((53.9, 27.57))

    # In a thread of its own: the browser tests leave an event loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        answers = pool.submit(lambda: asyncio.run(ask())).result()
    assert [str(answer) for answer in answers] == ["Minsk, Belarus"] * 2


def test_it_is_a_geocoder_of_geopy_that_fetches_nothing(geocoder):
    assert isinstance(geocoder, Geocoder)
    with pytest.raises(GeocoderServiceError, match="needs no network"):
        geocoder.adapter.get_json("https://example.org", timeout=1, headers={})


def test_a_gazetteer_that_was_given_stays_open(gazetteer):
    with GazetteerGeocoder(gazetteer):
        pass
    assert gazetteer.candidates("Minsk")
