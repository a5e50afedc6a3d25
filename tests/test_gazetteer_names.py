"""Names lead to the places that an English text means by them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import GazetteerError
from dateline.gazetteer import open_gazetteer

FIRST = [
    ("Minsk", 625144),
    ("MINSK", 625144),
    ("Belarus", 630336),
    ("Lithuania", 597427),
    ("Paris", 2988507),
    ("London", 2643743),
    ("Moscow", 524901),
    ("New York", 5128581),
    ("Washington", 4140963),
    ("Georgia", 614540),
    ("Texas", 4736286),
    ("Crimea", 703883),
    ("Scotland", 2638360),
    ("Catalonia", 3336901),
    ("Bavaria", 2951839),
    ("the Netherlands", 2750405),
    ("Czech Republic", 3077311),
    ("Democratic Republic of Congo", 203312),
    ("Côte d’Ivoire", 2287781),
    ("Ivory Coast", 2287781),
    ("Burma", 1327865),
    ("Kiev", 703448),
    ("Kyiv", 703448),
    ("Bombay", 1275339),
    ("Peking", 1816670),
    ("Frankfurt", 2925533),
    ("St. Petersburg", 498817),
    ("Kharkiv Oblast", 706482),
    ("European Union", 6695072),
    ("Africa", 6255146),
    ("Black Sea", 6640396),
    ("Middle East", 6269133),
]
SHORT = [
    ("U.S.", 6252001),
    ("US", 6252001),
    ("USA", 6252001),
    ("U.K.", 2635167),
    ("UAE", 290557),
    ("DRC", 203312),
    ("D.R.C.", 203312),
    ("EU", 6695072),
    ("Calif.", 5332921),
    ("W. Va.", 4826850),
    ("W.Va.", 4826850),
    ("N.Y.", 5128638),
    ("D.C.", 4138106),
    ("Mass.", 6254926),
    ("Ind.", 4921868),
    ("B.C.", 5909050),
    ("NSW", 2155400),
]
ASSOCIATIVE = [
    ("Belarusian", 630336),
    ("Belarussian", 630336),
    ("Belorussian", 630336),
    ("Belarusians", 630336),
    ("Russian", 2017370),
    ("French", 3017382),
    ("Dutch", 2750405),
    ("Swiss", 2658434),
    ("Danes", 2623032),
    ("Palestinians", 6254930),
    ("Texan", 4736286),
    ("Minnesotans", 5037779),
    ("Ontarians", 6093943),
    ("Bavarian", 2951839),
    ("Parisian", 2988507),
    ("African", 6255146),
]


@pytest.mark.parametrize(("name", "geonames_id"), FIRST + SHORT)
def test_first_candidate(gazetteer, name, geonames_id):
    assert gazetteer.candidates(name)[0].place.geonames_id == geonames_id


@pytest.mark.parametrize(("name", "geonames_id"), ASSOCIATIVE)
def test_adjectives_and_demonyms(gazetteer, name, geonames_id):
    first = gazetteer.candidates(name)[0]
    assert first.place.geonames_id == geonames_id
    assert first.name_type in ("adjective", "demonym")


@pytest.mark.parametrize("name", ["us", "Us", "uk", "eu", "in", "In", "me", "ill", "ind", "or"])
def test_words_are_no_abbreviations(gazetteer, name):
    types = {c.name_type for c in gazetteer.candidates(name) if c.place.feature_class != "P"}
    assert types == set()


@pytest.mark.parametrize(
    ("name", "geonames_id"),
    [
        ("Paris", 4717560),  # Texas
        ("Paris", 6942553),  # Ontario
        ("Georgia", 4197000),
        ("Lamar County", 4705086),  # Texas
        ("Lamar", 4705086),
        ("Birmingham", 4049979),  # Alabama
        ("Cambridge", 4931972),  # Massachusetts
        ("Moscow", 5601538),  # Idaho
        ("Newcastle", 2641673),  # upon Tyne
        ("Odessa", 698740),
        ("Congo", 203312),
        ("Congo", 2260494),
        ("Northamptonshire", 2641429),
    ],
)
def test_among_the_candidates(gazetteer, name, geonames_id):
    assert geonames_id in [c.place.geonames_id for c in gazetteer.candidates(name)]


@pytest.mark.parametrize(
    ("name", "geonames_id"),
    [
        ("White House", 2553604),  # Casablanca
        ("NATO", 625144),
        ("Us", 6252001),
        ("West Bank", 6254930),  # the country has its own names
        ("Emilia-Romagna", 3173330),  # Modena
    ],
)
def test_not_among_the_candidates(gazetteer, name, geonames_id):
    assert geonames_id not in [c.place.geonames_id for c in gazetteer.candidates(name)]


@pytest.mark.parametrize(
    ("name", "state", "county"),
    [
        ("Ohiowa", "NE", "Fillmore County"),
        ("Lookeba", "OK", "Caddo County"),
        ("Jumping Branch", "WV", "Summers County"),
    ],
)
def test_a_village_with_a_post_office(gazetteer, name, state, county):
    [place] = [c.place for c in gazetteer.candidates(name)]
    assert (place.country_code, place.admin1_code, place.admin2_name) == ("US", state, county)
    assert place.geonames_id is None


@pytest.mark.parametrize("word", ["United", "Protection", "Institute"])
def test_a_village_called_like_a_word_is_left_out(gazetteer, word):
    assert gazetteer.candidates(word) == ()


@pytest.mark.parametrize(
    ("name", "geonames_id"),
    [
        ("Daqahliya", 361849),
        ("Daqahliyah", 361849),
        ("Kitaakita", 6822204),
        ("Kita-Akita", 6822204),
    ],
)
def test_ways_to_write_a_name(gazetteer, name, geonames_id):
    assert gazetteer.candidates(name)[0].place.geonames_id == geonames_id


@pytest.mark.parametrize("name", ["Ukraine", "Middle East", "NATO", "USA", "Asia", "Israeli"])
def test_no_town_comes_before(gazetteer, name):
    assert gazetteer.candidates(name)[0].place.feature_class != "P"


@pytest.mark.parametrize("word", ["South", "Northern", "the West", "Southern"])
def test_a_direction_is_no_division(gazetteer, word):
    assert not [c for c in gazetteer.candidates(word) if c.place.feature_class == "A"]


@pytest.mark.parametrize(
    ("name", "code", "expected"),
    [
        ("City of Paris", "P", "Paris"),
        ("Oaxaca State", "A", "Oaxaca"),
        ("the state of Oaxaca", "A", "Oaxaca"),
        ("River Danube", "H", "Danube"),
        ("Danube River", "H", "Danube"),
        ("Kabul city", "P", "Kabul"),
    ],
)
def test_the_word_for_the_kind_may_be_there(gazetteer, name, code, expected):
    first = gazetteer.candidates(name)[0].place
    assert (first.feature_class, first.name) == (code, expected)


@pytest.mark.parametrize("name", ["city of", "river", "State", "lake of the", "Qwxyz County"])
def test_the_word_for_a_kind_alone_is_nothing_of_the_kind(gazetteer, name):
    assert not [c for c in gazetteer.candidates(name) if c.place.feature_code == "ADM1"]


HOSTILE = [
    "",
    " ",
    "\x00",
    "'; DROP TABLE place; --",
    '" OR 1=1',
    "%",
    "_",
    "*",
    "a" * 100_000,
    "\ud800",
    "🇧🇾",
    "מינסק",
    "..",
    "the",
    "St.",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_find_nothing_and_harm_nothing(gazetteer, name):
    assert gazetteer.candidates(name) == ()
    assert gazetteer.search(name, limit=3) == () or len(gazetteer.search(name, limit=3)) <= 3
    assert gazetteer.candidates("Minsk")


@given(name=st.text(max_size=30))
def test_any_text_is_a_name_to_look_up(name):
    with open_gazetteer() as gazetteer:
        for candidate in gazetteer.candidates(name):
            assert gazetteer.place(candidate.place.id) is candidate.place


def test_case_and_accents_do_not_matter(gazetteer):
    assert gazetteer.candidates("SÃO PAULO") == gazetteer.candidates("sao paulo")
    assert gazetteer.candidates("São Paulo")[0].place.geonames_id == 3448439


def test_every_place_comes_once(gazetteer):
    for name in ("San Antonio", "Springfield", "Paris", "Congo", "Washington", "NATO"):
        ids = [c.place.id for c in gazetteer.candidates(name)]
        assert len(ids) == len(set(ids))


def test_towns_come_by_population(gazetteer):
    towns = [
        c.place.population
        for c in gazetteer.candidates("Springfield")
        if c.place.feature_class == "P" and c.name_type == "preferred"
    ]
    assert len(towns) > 20
    assert towns == sorted(towns, reverse=True)


def test_search_puts_the_exact_name_first_then_longer_ones(gazetteer):
    found = [c.place.name for c in gazetteer.search("Gdans", limit=5)]
    assert found[0] == "Gdańsk"
    exact = gazetteer.search("Minsk", limit=8)
    assert exact[0].place.geonames_id == 625144
    assert len(exact) == 8
    assert len({c.place.id for c in exact}) == 8


def test_search_keeps_to_its_limit(gazetteer):
    assert len(gazetteer.search("San", limit=7)) == 7
    assert gazetteer.search("Qqqq") == ()


def test_a_place_that_is_not_there(gazetteer):
    with pytest.raises(GazetteerError, match="12345678901 is not in the gazetteer"):
        gazetteer.place(12345678901)


def test_a_place_tells_all(gazetteer):
    paris = gazetteer.place(4717560)
    assert paris.name == "Paris"
    assert (paris.feature_class, paris.feature_code) == ("P", "PPLA2")
    assert (paris.country_code, paris.country_name) == ("US", "United States")
    assert (paris.admin1_code, paris.admin1_name) == ("TX", "Texas")
    assert (paris.admin2_code, paris.admin2_name) == ("277", "Lamar County")
    assert paris.point == pytest.approx((-95.5555, 33.6609), abs=0.01)
    assert paris.population > 20_000
    assert paris.shape_type == ""
    assert paris.source == "geonames"


def test_what_only_this_gazetteer_has_gets_a_negative_number(gazetteer):
    nato = gazetteer.candidates("NATO")[0].place
    assert nato.id < 0
    assert nato.geonames_id is None
    assert nato.source == "dateline"
    assert gazetteer.place(nato.id) is nato
