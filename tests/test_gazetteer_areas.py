"""Outlines, borders, members and the base map's layers."""

from itertools import pairwise

import pytest
import shapely
from shapely.geometry import shape

from dateline.model import Bounds, Geometry

WORLD = Bounds(-180.0, -90.0, 180.0, 90.0)


def area(gazetteer, place, *, coarse=False):
    found = gazetteer.shape(place.id, coarse=coarse)
    assert isinstance(found, Geometry)
    return shape(found.__geo_interface__)


def edges(geometry):
    for part in shapely.get_parts(geometry):
        for ring in (part.exterior, *part.interiors):
            for a, b in pairwise(ring.coords):
                yield (a, b) if a < b else (b, a)


def country(gazetteer, code):
    place = gazetteer.country(code)
    assert place is not None
    return place


@pytest.fixture(scope="module")
def countries(gazetteer):
    return [
        row[0] for row in gazetteer._store.rows("SELECT code FROM division WHERE length(code) = 2")
    ]


def test_every_country_has_a_valid_outline_at_both_levels(gazetteer, countries):
    assert len(countries) == 250
    for code in countries:
        for coarse in (False, True):
            outline = area(gazetteer, country(gazetteer, code), coarse=coarse)
            assert outline.is_valid, code
            assert outline.area > 0, code


@pytest.mark.parametrize(
    ("code", "lon", "lat"),
    [
        ("UA", 34.1, 44.95),  # Simferopol
        ("UA", 33.52, 44.6),  # Sevastopol
        ("GE", 41.0, 43.0),  # Sukhumi
        ("GE", 43.96, 42.23),  # Tskhinvali
        ("MD", 29.63, 46.84),  # Tiraspol
        ("CY", 33.0, 35.3),  # north of the line
        ("SO", 44.06, 9.56),  # Hargeisa
        ("EH", -13.2, 27.1),  # El Aaiun
        ("MA", -11.1, 28.4),  # Tan-Tan
        ("XK", 21.16, 42.66),  # Pristina
        ("TW", 121.5, 25.05),
        ("PS", 34.45, 31.5),
        ("PS", 35.2, 31.9),
        ("SY", 35.8, 33.1),  # the Golan Heights
        ("GF", -52.5, 4.5),
        ("FR", 9.1, 42.2),
    ],
)
def test_the_united_nations_view(gazetteer, countries, code, lon, lat):
    point = shapely.Point(lon, lat)
    assert area(gazetteer, country(gazetteer, code)).buffer(0.02).covers(point)
    inside = [c for c in countries if area(gazetteer, country(gazetteer, c)).contains(point)]
    assert inside in ([code], [])


@pytest.mark.parametrize(
    ("code", "square_km"),
    [("BY", 207_600), ("LT", 65_300), ("FR", 549_000), ("US", 9_500_000), ("LU", 2_586)],
)
def test_areas_are_about_right(gazetteer, code, square_km):
    outline = area(gazetteer, country(gazetteer, code))
    flat = shapely.transform(
        outline, lambda xy: xy * [[111.32, 110.57]]
    )  # degrees to km at the equator, then shortened by latitude below
    latitude = outline.centroid.y if code != "US" else 45.0
    shortened = flat.area * shapely.get_x(shapely.Point(_cosine(latitude), 0))
    assert shortened == pytest.approx(square_km, rel=0.08)


def _cosine(latitude):
    from math import cos, radians

    return cos(radians(latitude))


@pytest.mark.parametrize(
    ("a", "b"), [("BY", "LT"), ("FR", "DE"), ("US", "CA"), ("UA", "RU"), ("LS", "ZA"), ("CN", "IN")]
)
@pytest.mark.parametrize("coarse", [False, True])
def test_a_border_is_shared_vertex_by_vertex(gazetteer, a, b, coarse):
    one = area(gazetteer, country(gazetteer, a), coarse=coarse)
    other = area(gazetteer, country(gazetteer, b), coarse=coarse)
    common = set(edges(one)) & set(edges(other))
    exact = shapely.intersection(one.boundary, other.boundary)
    length = sum(shapely.LineString(edge).length for edge in common)
    assert len(common) >= 3
    assert length == pytest.approx(exact.length, rel=1e-6)
    assert one.intersection(other).area == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("BY", {"LV", "LT", "PL", "RU", "UA"}),
        ("LT", {"LV", "BY", "PL", "RU"}),
        ("CH", {"AT", "DE", "FR", "IT", "LI"}),
        ("PT", {"ES"}),
        ("LS", {"ZA"}),
        ("IS", set()),
        ("XK", {"AL", "ME", "MK", "RS"}),
        ("GB", {"IE"}),
        ("HT", {"DO"}),
    ],
)
def test_neighbours_of_countries(gazetteer, code, expected):
    places = gazetteer.neighbours(country(gazetteer, code).id)
    assert {place.country_code for place in places} == expected


def test_neighbours_are_mutual_and_in_order(gazetteer, countries):
    for code in countries:
        place = country(gazetteer, code)
        beside = gazetteer.neighbours(place.id)
        assert [p.name for p in beside] == sorted(p.name for p in beside)
        assert all(place in gazetteer.neighbours(other.id) for other in beside)


def test_neighbours_of_states_and_counties(gazetteer):
    texas = gazetteer.admin1("US", "TX")
    assert [p.name for p in gazetteer.neighbours(texas.id) if p.country_code == "US"] == [
        "Arkansas",
        "Louisiana",
        "New Mexico",
        "Oklahoma",
    ]
    lamar = gazetteer.place(4705086)
    assert {"Fannin County", "Delta County", "Red River County"} <= {
        p.name for p in gazetteer.neighbours(lamar.id)
    }


def test_every_american_county_has_an_outline_with_its_point(gazetteer):
    rows = gazetteer._store.rows(
        "SELECT place.id FROM place JOIN division ON division.id = place.division"
        " WHERE place.source = (SELECT id FROM source WHERE key = 'census')"
    )
    assert 3_130 <= len(rows) <= 3_150
    for (key,) in rows[::25]:
        place = gazetteer.place(key)
        assert area(gazetteer, place).buffer(0.01).covers(shapely.Point(place.point)), place.name


@pytest.mark.parametrize(
    ("name", "count"), [("European Union", 27), ("NATO", 32), ("ASEAN", 11), ("Benelux", 3)]
)
def test_members_of_groups(gazetteer, name, count):
    group = gazetteer.candidates(name)[0].place
    members = gazetteer.members(group.id)
    assert len(members) == count
    assert all(place.feature_code.startswith("PCL") for place in members)


def test_a_group_is_the_union_of_its_members(gazetteer):
    union = gazetteer.candidates("European Union")[0].place
    whole = area(gazetteer, union)
    parts = [area(gazetteer, place) for place in gazetteer.members(union.id)]
    assert whole.is_valid
    assert whole.area == pytest.approx(sum(part.area for part in parts), rel=1e-6)


def test_divisions_make_up_their_country(gazetteer):
    germany = country(gazetteer, "DE")
    states = [gazetteer.admin1("DE", f"{number:02}") for number in range(1, 17)]
    assert all(state is not None and state.shape_type == "area" for state in states)
    total = sum(area(gazetteer, state).area for state in states)
    assert total == pytest.approx(area(gazetteer, germany).area, rel=1e-6)


@pytest.mark.parametrize(
    ("country_code", "code", "name"),
    [
        ("US", "TX", "Texas"),
        ("GB", "ENG", "England"),
        ("FR", "11", "Île-de-France"),
        ("CA", "08", "Ontario"),
        ("UA", "11", "Crimea"),
        ("RU", "73", "Tatarstan"),
    ],
)
def test_first_level_divisions(gazetteer, country_code, code, name):
    place = gazetteer.admin1(country_code, code)
    assert (place.name, place.feature_code, place.shape_type) == (name, "ADM1", "area")


def test_codes_that_do_not_exist(gazetteer):
    assert gazetteer.country("XX") is None
    assert gazetteer.country("") is None
    assert gazetteer.admin1("US", "ZZ") is None


def test_a_town_has_no_outline(gazetteer):
    assert gazetteer.shape(625144) is None
    assert gazetteer.members(625144) == ()
    assert gazetteer.neighbours(625144) == ()


def test_disputed_places_say_so(gazetteer):
    abkhazia = gazetteer.candidates("Abkhazia")[0].place
    assert "disputed" in gazetteer.note(abkhazia.id)
    assert "disputed" in gazetteer.note(gazetteer.admin1("UA", "11").id)
    assert "disputed" in gazetteer.note(gazetteer.country("XK").id)
    assert gazetteer.note(625144) == ""


def test_a_landmark_lies_in_its_division(gazetteer):
    kremlin = gazetteer.candidates("Kremlin")[0].place
    assert (kremlin.country_code, kremlin.admin1_name) == ("RU", "Moscow")


def test_points_of_countries_are_those_of_geonames(gazetteer):
    assert country(gazetteer, "US").point == (-98.5, 39.76)
    assert country(gazetteer, "RU").point == (100.0, 60.0)
    assert country(gazetteer, "BY").point == pytest.approx((28.0, 53.0), abs=1.5)


@pytest.mark.parametrize(
    ("name", "code"),
    [("Danube", "STM"), ("Suez Canal", "CNL"), ("Neva", "STM"), ("Mekong", "STM")],
)
def test_rivers_and_canals_are_lines(gazetteer, name, code):
    place = gazetteer.candidates(name)[0].place
    assert (place.feature_code, place.shape_type) == (code, "line")
    assert gazetteer.shape(place.id).type in ("LineString", "MultiLineString")


def test_a_sea_is_cut_along_the_coast(gazetteer):
    sea = area(gazetteer, gazetteer.candidates("Baltic Sea")[0].place)
    assert sea.covers(shapely.Point(19.5, 57.0)) or sea.distance(shapely.Point(19.5, 57.0)) < 0.5
    for code in ("SE", "PL", "LT"):
        land = area(gazetteer, country(gazetteer, code))
        assert sea.intersection(land).area < 0.01


LITHUANIA = Bounds(21.0, 53.9, 26.8, 56.4)


def test_layers_give_what_meets_the_box(gazetteer):
    names = [name for name, _ in gazetteer.layer("countries", LITHUANIA, coarse=False)]
    assert {"Lithuania", "Latvia", "Belarus", "Poland", "Russia"} <= set(names)
    assert "France" not in names
    units = {name for name, _ in gazetteer.layer("admin1", LITHUANIA, coarse=True)}
    assert {"Vilnius County", "Grodno", "Kaliningrad Oblast"} & units


def test_layers_over_the_antimeridian(gazetteer):
    fiji = Bounds(176.0, -20.0, -178.0, -15.0)
    names = {name for name, _ in gazetteer.layer("countries", fiji, coarse=False)}
    assert "Fiji" in names
    assert "United States" not in names


@pytest.mark.parametrize("name", ["land", "countries", "admin1", "counties", "lakes", "rivers"])
@pytest.mark.parametrize("coarse", [False, True])
def test_all_shapes_of_a_layer_are_valid(gazetteer, name, coarse):
    shapes = gazetteer.layer(name, WORLD, coarse=coarse)
    assert len(shapes) > 200
    for label, geometry in shapes:
        assert shape(geometry.__geo_interface__).is_valid, label


def test_coarse_is_less(gazetteer):
    norway = country(gazetteer, "NO")
    fine, coarse = (area(gazetteer, norway, coarse=level) for level in (False, True))
    assert shapely.get_num_coordinates(coarse) * 4 < shapely.get_num_coordinates(fine)


def test_towns_of_a_box_by_population(gazetteer):
    towns = gazetteer.towns(LITHUANIA, 6)
    assert towns[0].name == "Vilnius"
    assert len(towns) == 6
    assert [t.population for t in towns] == sorted((t.population for t in towns), reverse=True)
    for town in towns:
        assert LITHUANIA.west <= town.point.lon <= LITHUANIA.east
        assert LITHUANIA.south <= town.point.lat <= LITHUANIA.north


def test_towns_over_the_antimeridian(gazetteer):
    fiji = gazetteer.towns(Bounds(177.0, -20.0, -178.0, -12.0), 30)
    assert {"Suva", "Labasa"} <= {town.name for town in fiji}
    assert {town.country_code for town in fiji} == {"FJ"}


def test_no_towns_in_the_ocean(gazetteer):
    assert gazetteer.towns(Bounds(-140.0, 30.0, -135.0, 35.0), 5) == ()
