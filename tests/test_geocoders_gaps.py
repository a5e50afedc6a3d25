"""Names that the gazetteer lacks, placed by a geocoder: what is asked, chosen and credited."""

import pytest
from geopy.geocoders import Nominatim
from geopy.location import Location
from tests.geocoder_server import BUCHA_STREET, PINHOOK_FAR, geocoder_server

from dateline import map_article, render_page
from dateline.explain import explain
from dateline.exports import to_csv, to_geojson, to_record
from dateline.geocoders import Enquiry, Options, open_geocoder
from dateline.geocoders.gaps import MOST_NAMES, fill
from dateline.geocoders.placing import LEAST_ID
from dateline.model import Mention, Resolution
from dateline.pipeline import find_places

ALONE = "A shell hit a house in Yablunska Street."
STREET = f"{ALONE} Police in Bucha, Ukraine, said so."
PINHOOK = "The levee broke near Pinhook, Missouri, on Monday."
BOTH = f"{STREET}\n\n{PINHOOK}"


@pytest.fixture
def server():
    with geocoder_server() as running:
        yield running


@pytest.fixture
def enquiry(server, tmp_path):
    options = Options(url=server.url, delay=0, timeout=1, cache=tmp_path)
    with open_geocoder("nominatim", options) as opened:
        yield opened


class Fixed:
    """A geocoder that knows one name."""

    def __init__(self, name, *locations):
        self.known = {name: list(locations)}
        self.asked = []

    def geocode(self, query, *, exactly_one=True):
        self.asked.append(query)
        return self.known.get(query)


def placed(story):
    return {f.name: f for f in story.features}


def test_only_names_that_the_gazetteer_lacks_are_sent(server, enquiry, gazetteer):
    map_article(BOTH, gazetteer=gazetteer, geocoder=enquiry)
    assert server.queries == ["Yablunska Street", "Pinhook, Missouri"]


def test_the_server_is_told_around_where_the_story_is(server, enquiry, gazetteer):
    map_article(BOTH, gazetteer=gazetteer, geocoder=enquiry)
    assert [query.get("viewbox") for query in server.asked] == ["28.0,49.0,32.0,53.0", None]


def test_nothing_is_sent_where_nothing_lacks(server, enquiry, gazetteer):
    map_article("Ministers met in Vilnius on Tuesday.", gazetteer=gazetteer, geocoder=enquiry)
    assert server.asked == []


def test_a_name_is_placed_with_its_source_and_a_reason(enquiry, gazetteer):
    street = placed(map_article(STREET, gazetteer=gazetteer, geocoder=enquiry))["Yablunska Street"]
    assert street.label == (30.2286, 50.5464)
    assert street.description == "street in Kyiv Oblast, Ukraine"
    assert street.reason == (
        "Yablunska Street, Kyiv Oblast, Ukraine: from Nominatim and other places of the story "
        "are near."
    )
    assert (street.place.source, street.place.geocoder) == ("nominatim", "Nominatim")
    assert (street.place.country_code, street.place.admin1_name) == ("UA", "Kyiv Oblast")


def test_the_area_beside_a_name_decides(enquiry, gazetteer):
    story = map_article(PINHOOK, gazetteer=gazetteer, geocoder=enquiry)
    pinhook = placed(story)["Pinhook"]
    assert pinhook.place.admin1_code == "MO"
    assert pinhook.alternatives == ()
    assert not pinhook.uncertain
    assert "named together with Missouri" in pinhook.reason


@pytest.mark.parametrize(
    ("text", "answer", "fits"),
    [
        (STREET, BUCHA_STREET, True),
        (ALONE, BUCHA_STREET, True),
        (
            f"{ALONE} Police in Bogotá, Colombia, said so.",
            BUCHA_STREET,
            False,
        ),
        (PINHOOK, PINHOOK_FAR, False),
        (PINHOOK, PINHOOK_FAR | {"display_name": "Missouri, United States"}, False),
    ],
)
def test_an_answer_that_nothing_speaks_for_is_not_drawn(
    server, enquiry, gazetteer, text, answer, fits
):
    name = "Pinhook" if "Pinhook" in text else "Yablunska Street"
    server.answers = {"Pinhook, Missouri": [answer], "Yablunska Street": [answer]}
    story = map_article(text, gazetteer=gazetteer, geocoder=enquiry)
    assert (name in placed(story)) is fits
    assert (name in {mention.surface for mention in story.unplaced}) is not fits


def test_without_company_a_place_is_uncertain(enquiry, gazetteer):
    text = ALONE
    street = placed(map_article(text, gazetteer=gazetteer, geocoder=enquiry))["Yablunska Street"]
    assert street.uncertain


def test_all_mentions_of_a_name_are_one_place_with_a_lasting_id(server, enquiry, gazetteer):
    text = f"{STREET} In Yablunska Street nobody slept."
    first = placed(map_article(text, gazetteer=gazetteer, geocoder=enquiry))["Yablunska Street"]
    second = placed(map_article(text, gazetteer=gazetteer, geocoder=enquiry))["Yablunska Street"]
    assert len(first.spans) == 2
    assert first.place.id == second.place.id == -5208299178503966
    assert LEAST_ID <= first.place.id < -(2**52)
    assert server.queries == ["Yablunska Street"]


def test_the_service_is_credited_only_where_it_helped(enquiry, gazetteer):
    line = "© OpenStreetMap contributors (ODbL 1.0), by Nominatim"
    story = map_article(STREET, gazetteer=gazetteer, geocoder=enquiry)
    assert story.attributions[-1] == line
    assert line in render_page(story, gazetteer=gazetteer)
    assert (
        line
        not in map_article("Rain in Vilnius.", gazetteer=gazetteer, geocoder=enquiry).attributions
    )


def test_exports_name_the_source_of_these_places_only(enquiry, gazetteer):
    found = find_places(STREET, gazetteer, enquiry)
    record = to_record("a", None, *found)
    sources = {t["surface"]: t.get("source") for t in record["toponyms"]}
    assert sources == {"Yablunska Street": "Nominatim", "Bucha": None, "Ukraine": None}
    assert {row.count(",") for row in to_csv([record]).splitlines()} == {11}
    story = map_article(STREET, gazetteer=gazetteer, geocoder=enquiry)
    drawn = {f["id"]: f["properties"].get("source") for f in to_geojson(story)["features"]}
    assert drawn == {"yablunska-street": "Nominatim", "bucha": None, "ukraine": None}


def test_explain_says_who_knew_the_place(enquiry, gazetteer):
    story = map_article(BOTH, gazetteer=gazetteer, geocoder=enquiry)
    (why,) = explain(story, "Pinhook")
    assert why.sentence.startswith("Pinhook, Missouri, United States: from Nominatim and ")
    assert why.resolution.ranked[0].reasons[0].feature == "geocoder"


def test_any_geocoder_of_geopy_can_be_passed(server, gazetteer):
    domain = server.url.removeprefix("http://")
    geocoder = Nominatim(domain=domain, scheme="http", user_agent="a test", timeout=2)
    assert "Yablunska Street" in placed(map_article(STREET, gazetteer=gazetteer, geocoder=geocoder))


def test_without_a_geocoder_the_name_is_listed_as_not_placed(gazetteer):
    story = map_article(STREET, gazetteer=gazetteer)
    assert [mention.surface for mention in story.unplaced] == ["Yablunska Street"]


@pytest.mark.parametrize("fault", ["status 500", "cut", 'says [{"lat": "x"}]', "says []"])
def test_a_broken_server_changes_nothing_of_the_map(server, enquiry, gazetteer, fault):
    server.always = fault
    asked = map_article(STREET, gazetteer=gazetteer, geocoder=enquiry)
    assert asked == map_article(STREET, gazetteer=gazetteer)


def test_a_text_full_of_names_is_not_asked_for_ever(gazetteer):
    names = [f"Street {i}" for i in range(2 * MOST_NAMES)]
    found = [Resolution(Mention(0, 0, name, "literal"), None, 0.0) for name in names]
    geocoder = Fixed("")
    assert fill("", found, Enquiry(geocoder, delay=0), gazetteer) == tuple(found)
    assert geocoder.asked == names[:MOST_NAMES]


HOSTILE = (
    "Yablunska </script><script>window.x=1</script>{{7*7}}${1}`, Bucha",
    "Yablunska \u202e\x00\x1b[31m<img src=x onerror=alert(1)>, Bucha",
    "Yablunska " + "<b>" * 100_000,
    "javascript:alert(1)//Yablunska",
)


@pytest.mark.parametrize("address", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_reach_the_page_as_text(gazetteer, address):
    location = Location(address, (50.5464, 30.2286), {"class": "<script>", "type": "{{1}}"})
    geocoder = Enquiry(Fixed("Yablunska Street", location), name="Fixed <b>", delay=0)
    story = map_article(STREET, gazetteer=gazetteer, geocoder=geocoder)
    assert placed(story)["Yablunska Street"].description == "locality in Kyiv Oblast, Ukraine"
    page = render_page(story, gazetteer=gazetteer)
    plain = render_page(map_article(STREET, gazetteer=gazetteer), gazetteer=gazetteer)
    for tag in ("<script", "<img", "<b>"):
        assert page.count(tag) == plain.count(tag), tag
    assert ("{{7*7}}" in page) is ("{{7*7}}" in address)
    assert not {"\u202e", "\x00", "\x1b"} & set(page)
