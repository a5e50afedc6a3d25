"""Sentences with toponyms marked, and the locative expressions that come of them.

``[Kyiv]`` is a literal mention, ``{Polish}`` an associative one, ``<Foo>`` one without a place.
"""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.geometry import area_km2, bounds_of, contains, label_point, length_km
from dateline.locate import locate
from dateline.model import Article, LonLat, Mention, Paragraph, Resolution

PLACES = {
    "Alaska": 5879092,
    "Belarus": 630336,
    "Belarusian": 630336,
    "Berlin": 2950159,
    "Bratislava": 3060972,
    "Dallas": 4684888,
    "Donetsk": 709716,
    "EU": 6695072,
    "Egypt": 357994,
    "England": 6269131,
    "Fiji": 2205218,
    "Finland": 660013,
    "France": 3017382,
    "Germany": 2921044,
    "Hidalgo County": 4697444,
    "Iran": 130758,
    "Iraq": 99237,
    "Ireland": 2963597,
    "Irish": 2963597,
    "Israel": 294640,
    "Kherson": 706448,
    "Kherson oblast": 706442,
    "Kyiv": 703448,
    "Lamar County": 4705086,
    "Lake Erie": 5949221,
    "Lampedusa": 2524459,
    "Latvia": 458258,
    "Lebanon": 272103,
    "Libya": 2215636,
    "Libyan": 2215636,
    "Lithuania": 597427,
    "Lithuanian": 597427,
    "Mexican": 3996063,
    "Mexico": 3996063,
    "Minsk": 625144,
    "Minsk region": 625142,
    "Mykolaiv": 700569,
    "Odesa": 698740,
    "Oklahoma": 4544379,
    "Poland": 798544,
    "Polish": 798544,
    "Red River County": 4721949,
    "Rhine": "Rhine",
    "Russia": 2017370,
    "Scotland": 2638360,
    "Scottish": 2638360,
    "Syria": 163843,
    "Texas": 4736286,
    "U.S.": 6252001,
    "Ukraine": 690791,
    "Ukrainian": 690791,
    "Vienna": 2761369,
    "Warsaw": 756135,
    "Zhytomyr": 686967,
}
"""GeoNames ids by surface form; a name where GeoNames has no id in our sources."""

MARKED = re.compile(r"\[(?P<literal>[^]]+)\]|\{(?P<associative>[^}]+)\}|<(?P<unplaced>[^>]+)>")


def find(surface, gazetteer):
    key = PLACES[surface]
    return gazetteer.candidates(key)[0].place if isinstance(key, str) else gazetteer.place(key)


def read(marked, gazetteer):
    """Take the marks out; paragraphs are parted by an empty line."""
    text, resolutions, reached = "", [], 0
    for mark in MARKED.finditer(marked):
        text += marked[reached : mark.start()]
        surface = mark[mark.lastgroup]
        kind = "associative" if mark.lastgroup == "associative" else "literal"
        place = None if mark.lastgroup == "unplaced" else find(surface, gazetteer)
        mention = Mention(len(text), len(text) + len(surface), surface, kind)
        resolutions.append(Resolution(mention, place, 1.0 if place else 0.0))
        text, reached = text + surface, mark.end()
    text += marked[reached:]
    blocks = re.finditer(r"(?:[^\n]|\n(?!\n))+", text)
    return Article(text, tuple(Paragraph(*block.span()) for block in blocks)), resolutions


@pytest.fixture(scope="module")
def located(gazetteer):
    return lambda marked: locate(*read(marked, gazetteer), gazetteer)


BORDERS = [
    # one side named, the other from the company of the story
    (
        "[Belarus] sent troops to the {Lithuanian} border.",
        "Lithuanian border",
        "Belarus–Lithuania border",
        477,
    ),
    (
        "Belarus, that is [Minsk]. Along the border with [Lithuania].",
        "border with Lithuania",
        "Belarus–Lithuania border",
        477,
    ),
    (
        "[Belarus]: the border with the EU country [Lithuania] is shut.",
        "border with the EU country Lithuania",
        "Belarus–Lithuania border",
        477,
    ),
    (
        "[Belarus]. [Russia]. [Poland] closed its border with [Ukraine].",
        "border with Ukraine",
        "Poland–Ukraine border",
        409,
    ),
    (
        "[Belarus], [Belarus], [Belarus].\n\n[Latvia] shut the {Lithuanian} border.",
        "Lithuanian border",
        "Latvia–Lithuania border",
        433,
    ),
    (
        "[Dallas] is far from the [Oklahoma] border.",
        "Oklahoma border",
        "Oklahoma–Texas border",
        1199,
    ),
    (
        "[Texas] starts at the [Oklahoma] state line.",
        "Oklahoma state line",
        "Oklahoma–Texas border",
        1199,
    ),
    (
        "In [Dallas] they spoke of the {Mexican} border.",
        "Mexican border",
        "Mexico–United States border",
        2625,
    ),
    (
        "[Red River County] ends at the [Lamar County] line.",
        "Lamar County line",
        "Lamar County–Red River County border",
        56,
    ),
    ("[Texas] ends near the [Oklahoma] line.", "Oklahoma line", "Oklahoma–Texas border", 1199),
    # an only neighbour needs no company
    ("Goods cross the {Irish} border.", "Irish border", "Ireland–United Kingdom border", 363),
    # both sides named
    (
        "[Belarus]'s border with [Lithuania]",
        "Belarus's border with Lithuania",
        "Belarus–Lithuania border",
        477,
    ),
    (
        "the border between [Poland] and [Belarus]",
        "border between Poland and Belarus",
        "Belarus–Poland border",
        337,
    ),
    ("the {Polish}-{Belarusian} border", "Polish-Belarusian border", "Belarus–Poland border", 337),
    ("on the [Poland]–[Belarus] frontier", "Poland–Belarus frontier", "Belarus–Poland border", 337),
    ("at the [U.S.]-[Mexico] border", "U.S.-Mexico border", "Mexico–United States border", 2625),
    ("the [Texas]-[Oklahoma] line", "Texas-Oklahoma line", "Oklahoma–Texas border", 1199),
    (
        "the line between [Texas] and [Oklahoma]",
        "line between Texas and Oklahoma",
        "Oklahoma–Texas border",
        1199,
    ),
    ("[Texas]’s border with [Mexico]", "Texas’s border with Mexico", "Mexico–Texas border", 1513),
    (
        "[Hidalgo County]'s border with [Mexico]",
        "Hidalgo County's border with Mexico",
        "Hidalgo County–Mexico border",
        99,
    ),
    (
        "over the border from [Belarus] into [Poland]",
        "border from Belarus into Poland",
        "Belarus–Poland border",
        337,
    ),
    ("the [Iran] and [Iraq] border", "Iran and Iraq border", "Iran–Iraq border", 1303),
    ("[Minsk]'s border with [Lithuania]", "border with Lithuania", "Belarus–Lithuania border", 477),
    # areas that are not countries
    ("the {Scottish} border", "Scottish border", "England–Scotland border", 136),
    (
        "the [EU]'s border with [Belarus]",
        "EU's border with Belarus",
        "Belarus–European Union border",
        950,
    ),
    ("[Belarus]: at the [EU] border", "EU border", "Belarus–European Union border", 950),
    # a side is named
    (
        "[Lebanon] fired. [Israel]'s northern border is shut. [Egypt].",
        "Israel's northern border",
        "Israel–Lebanon border",
        70,
    ),
    # several borders
    (
        "[Belarus]: the {Polish} and {Lithuanian} borders",
        "Polish and Lithuanian borders",
        "Belarus’s borders with Poland and Lithuania",
        814,
    ),
    (
        "[Belarus]: its borders with [Poland], [Lithuania] and [Latvia]",
        "borders with Poland, Lithuania and Latvia",
        "Belarus’s borders with Poland, Lithuania and Latvia",
        950,
    ),
]


@pytest.mark.parametrize(("marked", "surface", "name", "km"), BORDERS)
def test_borders_are_lines(located, marked, surface, name, km):
    (found,) = located(marked)
    assert (found.surface, found.relation, found.name) == (surface, "border", name)
    assert found.geometry.type in {"LineString", "MultiLineString"}
    assert length_km(found.geometry) == pytest.approx(km, rel=0.1)
    assert not found.uncertain


def test_the_lithuanian_border_lies_where_it_should(located):
    (found,) = located("[Belarus] sent troops to the {Lithuanian} border.")
    west, south, east, north = bounds_of([found.geometry])
    assert (west, east) == pytest.approx((23.5, 26.8), abs=0.1)
    assert (south, north) == pytest.approx((53.9, 55.7), abs=0.1)
    assert {place.id for place in found.anchors} == {630336, 597427}


@pytest.mark.parametrize(
    ("marked", "surface", "name", "km"),
    [
        ("The {Lithuanian} border is long.", "Lithuanian border", "land border of Lithuania", 1196),
        (
            "[Ukraine]'s borders, says [Russia].",
            "Ukraine's borders",
            "land border of Ukraine",
            4362,
        ),
        ("[Poland]'s eastern border", "Poland's eastern border", "border of Poland", 833),
    ],
)
def test_without_company_the_whole_land_border_is_drawn_as_uncertain(
    located, marked, surface, name, km
):
    (found,) = located(marked)
    assert (found.surface, found.name, found.uncertain) == (surface, name, True)
    assert length_km(found.geometry) == pytest.approx(km, rel=0.1)


AREA_PARTS = [
    ("fighting in eastern [Ukraine]", "eastern Ukraine", "eastern Ukraine", (36, 48.5), (31, 49)),
    ("in southern [Lebanon]", "southern Lebanon", "southern Lebanon", (35.4, 33.2), (36, 34.4)),
    (
        "in northeastern [Syria]",
        "northeastern Syria",
        "north-eastern Syria",
        (41, 36),
        (36.3, 33.5),
    ),
    (
        "the north east of [Syria]",
        "north east of Syria",
        "north-eastern Syria",
        (41, 36),
        (36.3, 33.5),
    ),
    (
        "north-west [England]",
        "north-west England",
        "north-western England",
        (-2.6, 54.2),
        (-0.1, 51.5),
    ),
    (
        "southern and eastern [Ukraine]",
        "southern and eastern Ukraine",
        "southern and eastern Ukraine",
        (33.5, 46.6),
        (24, 49.8),
    ),
    ("north-central [Texas]", "north-central Texas", "northern Texas", (-99, 34), (-98.5, 29.4)),
    ("the south of [France]", "south of France", "southern France", (5.4, 43.3), (2.35, 48.85)),
    (
        "the far north of [Finland]",
        "north of Finland",
        "northern Finland",
        (26, 68.5),
        (24.9, 60.2),
    ),
    (
        "the northern part of [Syria]",
        "northern part of Syria",
        "northern Syria",
        (37.2, 36.2),
        (36.3, 33.5),
    ),
    ("in [Ukraine]’s east", "Ukraine’s east", "eastern Ukraine", (37.8, 48), (24, 49.8)),
    (
        "[Ukraine]'s southern regions",
        "Ukraine's southern regions",
        "southern Ukraine",
        (33.5, 46.6),
        (30.5, 50.4),
    ),
    (
        "[Ukraine]: the west of the country",
        "west of the country",
        "western Ukraine",
        (24, 49.8),
        (30.5, 50.4),
    ),
    ("[Ukraine]: the country's east", "country's east", "eastern Ukraine", (37.8, 48), (24, 49.8)),
    (
        "western [Minsk region]",
        "western Minsk region",
        "western {625142}",
        (26.7, 53.7),
        (28.5, 54.2),
    ),
    (
        "western [Minsk] region",
        "western Minsk region",
        "western {625142}",
        (26.7, 53.7),
        (28.5, 54.2),
    ),
    ("eastern [Russia]", "eastern Russia", "eastern Russia", (-173, 65), (37.6, 55.7)),
]


@pytest.mark.parametrize(("marked", "surface", "name", "inside", "outside"), AREA_PARTS)
def test_parts_of_areas(gazetteer, located, marked, surface, name, inside, outside):
    name = re.sub(r"\{(\d+)\}", lambda m: gazetteer.place(int(m[1])).name, name)
    (found,) = located(marked)
    assert (found.surface, found.relation, found.name) == (surface, "part", name)
    assert contains(found.geometry, LonLat(*inside))
    assert not contains(found.geometry, LonLat(*outside))
    assert not found.uncertain


MINSK, KYIV, DALLAS = LonLat(27.5667, 53.9), LonLat(30.5234, 50.4501), LonLat(-96.8067, 32.7831)

SURROUNDINGS = [
    ("central [Minsk]", "part", "central Minsk", MINSK, (27.75, 53.9), 65),
    ("downtown [Dallas]", "part", "downtown Dallas", DALLAS, (-97, 32.78), 49),
    ("the centre of [Minsk]", "part", "central Minsk", MINSK, (27.75, 53.9), 65),
    ("outer [Minsk]", "part", "outer Minsk", (27.75, 53.9), MINSK, 773),
    ("northern [Minsk]", "part", "northern Minsk", (27.56, 53.98), (27.56, 53.83), 145),
    ("30 km north of [Kyiv]", "offset", "30 km north of Kyiv", (30.5234, 50.7198), KYIV, 353),
    (
        "30 kilometres (19 miles) north-west of [Kyiv]",
        "offset",
        "30 km north-west of Kyiv",
        (30.2224, 50.64),
        KYIV,
        353,
    ),
    ("30km north of [Kyiv]", "offset", "30 km north of Kyiv", (30.5234, 50.7198), KYIV, 353),
    (
        "30 km to the north of [Kyiv]",
        "offset",
        "30 km north of Kyiv",
        (30.5234, 50.7198),
        KYIV,
        353,
    ),
    (
        "thirty km north of the {Ukrainian} capital, [Kyiv]",
        "offset",
        "30 km north of Kyiv",
        (30.5234, 50.7198),
        KYIV,
        353,
    ),
    (
        "about 12 miles outside [Dallas]",
        "offset",
        "12 miles from Dallas",
        DALLAS,
        (-97.1, 32.78),
        1170,
    ),
    ("twenty-five miles from [Minsk]", "offset", "25 miles from Minsk", MINSK, (28.3, 53.9), 5079),
    ("within 30 km of [Kyiv]", "offset", "within 30 km of Kyiv", KYIV, (31, 50.45), 2824),
    (
        "1,200 metres east of [Minsk]",
        "offset",
        "1200 m east of Minsk",
        (27.5849, 53.9),
        MINSK,
        0.57,
    ),
    (
        "12 nautical miles south of [Minsk]",
        "offset",
        "12 nautical miles south of Minsk",
        (27.5667, 53.7),
        MINSK,
        194,
    ),
    (
        "a few miles south of [Minsk]",
        "offset",
        "a few miles south of Minsk",
        (27.5667, 53.857),
        MINSK,
        9,
    ),
    ("just north of [Kyiv]", "offset", "north of Kyiv", (30.5234, 50.75), KYIV, 770),
    (
        "[Belarus]: 15 km from the {Polish} border",
        "offset",
        "15 km from the Belarus–Poland border",
        (23.6, 52.08),
        MINSK,
        10414,
    ),
    (
        "[Belarus]: 15 km from its border with [Poland]",
        "offset",
        "15 km from the Belarus–Poland border",
        (23.6, 52.08),
        MINSK,
        10414,
    ),
    (
        "50 km south of the [Texas]-[Oklahoma] border",
        "offset",
        "50 km south of the Oklahoma–Texas border",
        (-96.5, 33.35),
        (-96.5, 33.8),
        28940,
    ),
    ("near [Kyiv]", "near", "near Kyiv", KYIV, (31.5, 50.45), 3123),
    ("the [Kyiv] suburbs", "near", "near Kyiv", KYIV, (31.5, 50.45), 3123),
    ("on the outskirts of [Kyiv]", "near", "near Kyiv", KYIV, (31.5, 50.45), 3123),
    (
        "close to the {Ukrainian} town of [Kherson]",
        "near",
        "near Kherson",
        (32.6, 46.64),
        (33, 46.64),
        252,
    ),
    ("near [Kherson oblast]", None, None, None, None, 0),
    (
        "between [Kherson] and [Odesa]",
        "between",
        "between Kherson and Odesa",
        (31.7, 46.56),
        (31.7, 46.85),
        2700,
    ),
    (
        "on the road from [Kyiv] to [Zhytomyr]",
        "between",
        "between Kyiv and Zhytomyr",
        (29.5, 50.36),
        (29.5, 50.6),
        2300,
    ),
    (
        "the [Kyiv]–[Zhytomyr] highway",
        "between",
        "between Kyiv and Zhytomyr",
        (29.5, 50.36),
        (29.5, 50.6),
        2300,
    ),
    (
        "between [Vienna] and [Bratislava]",
        "between",
        "between Vienna and Bratislava",
        (16.7, 48.17),
        (16.7, 48.4),
        420,
    ),
]


@pytest.mark.parametrize(("marked", "relation", "name", "inside", "outside", "km2"), SURROUNDINGS)
def test_surroundings_are_uncertain_areas(located, marked, relation, name, inside, outside, km2):
    found = located(marked)
    if relation is None:
        assert found == ()
        return
    assert [(one.relation, one.name, one.uncertain) for one in found] == [(relation, name, True)]
    assert contains(found[0].geometry, LonLat(*inside))
    assert not contains(found[0].geometry, LonLat(*outside))
    assert area_km2(found[0].geometry) == pytest.approx(km2, rel=0.1)


WATERS = [
    ("off [Lampedusa]", "off", "off Lampedusa", (12.6, 35.3), (12.6, 36)),
    ("off the coast of [Libya]", "off", "off Libya", (13.2, 33.05), (13.2, 32.6)),
    ("off the {Libyan} coast", "off", "off Libya", (13.2, 33.05), (13.2, 33.6)),
    ("100 miles off [Libya]'s coast", "off", "100 miles off Libya", (18, 31.5), (18, 29)),
    ("off [Odesa]", "off", "off Odesa", (30.95, 46.4), (30.4, 46.5)),
    ("a boat sank off [Fiji]", "off", "off Fiji", (178.45, -18.35), (178, -17.8)),
]


def test_a_strip_between_two_towns(located):
    (found,) = located("shelling between [Kherson] and [Mykolaiv]")
    assert (found.surface, found.relation) == ("between Kherson and Mykolaiv", "between")
    assert [place.id for place in found.anchors] == [706448, 700569]
    assert contains(found.geometry, LonLat(32.3, 46.81))
    assert not contains(found.geometry, LonLat(32.3, 46.95))


@pytest.mark.parametrize(("marked", "relation", "name", "inside", "outside"), WATERS)
def test_waters_are_at_sea(located, marked, relation, name, inside, outside):
    (found,) = located(marked)
    assert (found.relation, found.name, found.uncertain) == (relation, name, True)
    assert contains(found.geometry, LonLat(*inside))
    assert not contains(found.geometry, LonLat(*outside))


@pytest.mark.parametrize(
    ("marked", "surface", "name", "km"),
    [
        ("along the {Libyan} coast", "Libyan coast", "coast of Libya", 1778),
        ("on the shores of [Lake Erie]", "shores of Lake Erie", "shore of Lake Erie", 1214),
        ("ships along the [Rhine]", "along the Rhine", "along the Rhine", 1068),
        ("the right bank of the [Rhine]", "right bank of the Rhine", "along the Rhine", 1068),
        ("the east coast of [England]", "east coast of England", "eastern coast of England", 1208),
    ],
)
def test_coasts_are_lines(located, marked, surface, name, km):
    (found,) = located(marked)
    assert (found.surface, found.relation, found.name) == (surface, "along", name)
    assert length_km(found.geometry) == pytest.approx(km, rel=0.1)


def test_near_two_towns_at_once(located):
    (found,) = located("They left the villages around [Kyiv] and [Zhytomyr].")
    assert (found.surface, found.name) == ("around Kyiv and Zhytomyr", "near Kyiv and Zhytomyr")
    assert [place.id for place in found.anchors] == [703448, 686967]
    assert contains(found.geometry, KYIV)
    assert contains(found.geometry, LonLat(28.6767, 50.2649))


def test_and_that_begins_a_clause_does_not_count_as_near(located):
    (found,) = located("They fought near [Kyiv] and [Zhytomyr] fell silent.")
    assert found.surface == "near Kyiv"


@pytest.mark.parametrize(
    "marked",
    [
        "The border is closed.",
        "{Lithuanian} border guards and the [U.S.] Border Patrol",
        "the {Libyan} coast guard",
        "a {Mexican} border town",
        "talks between [Russia] and [Ukraine]",
        "talks between [Vienna] and [Bratislava]",
        "between [Berlin] and [Warsaw]",
        "the border between <Foo> and <Bar>",
        "30 km north of <Foo>",
        "30 km north. [Kyiv] is calm.",
        "30 km north of\n\n[Kyiv] is calm.",
        "0 km north of <Foo>, near [Belarus], around [Ukraine]",
        "sealed off [Odesa]",
        "one per cent off [Libya]'s industry",
        "the East [Texas] Historical Association",
        "the East [Texas] Area School",
        "a quarry off [U.S.] 95",
        "the offensive [Texas] line",
        "divides her time between [Kherson] and [Odesa]",
        "off [Minsk]",
        "[Ukraine]'s eastern [Donetsk] region",
        "the southern city of [Kherson]",
        "north of [Belarus], and 30 km south of [Ukraine]",
        "30 km north of {Polish} positions",
        "the [Belarus] line, the [Texas] line",
        "[Lebanon]'s border with [Ukraine]",
        "9999999 km north-by-east of <Foo>, 90000 km from [Minsk]",
        "inner [Belarus], upper [Ukraine]",
        "",
    ],
)
def test_what_is_no_locative_expression(located, marked):
    assert located(marked) == ()


def test_the_longer_expression_counts_and_none_overlap(located):
    found = located(
        "[Belarus] stands 15 km from the {Polish} border and near [Minsk], 5 km from [Minsk]."
    )
    assert [one.surface for one in found] == [
        "15 km from the Polish border",
        "near Minsk",
        "5 km from Minsk",
    ]
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_the_same_expression_twice_is_drawn_once_and_equal(located):
    one, two = located("[Belarus]: the {Polish} border. The border with [Poland].")
    assert one.name == two.name
    assert one.geometry is two.geometry


def test_spans_are_code_points(located, gazetteer):
    marked = "🇺🇦 é\u0301\u200d 𝔘 eastern [Ukraine] 👩‍👩‍👧, near [Kyiv]"
    article, _ = read(marked, gazetteer)
    found = located(marked)
    assert [one.surface for one in found] == ["eastern Ukraine", "near Kyiv"]
    assert all(article.text[one.start : one.end] == one.surface for one in found)


def test_the_label_of_a_border_lies_on_land_between_the_two(located):
    (found,) = located("[Belarus] sent troops to the {Lithuanian} border.")
    spot = label_point(found.geometry)
    assert 23.5 < spot.lon < 26.9
    assert 53.8 < spot.lat < 55.8


FRAGMENTS = [
    *(
        "[Kyiv]",
        "[Belarus]",
        "{Polish}",
        "<Foo>",
        "[Texas]",
        "[Lampedusa]",
        "the",
        "border",
        "with",
        "between",
    ),
    *(
        "and",
        "30 km",
        "north",
        "northern",
        "of",
        "off",
        "coast",
        "near",
        "'s",
        "-",
        ",",
        "(",
        ")",
        ".",
    ),
    *(
        "from",
        "to",
        "road",
        "a few miles",
        "country",
        "\n\n",
        "\n",
        "🇺🇦",
        "\x00",
        "é\u0301",
        "9" * 400,
        "within",
        "its",
    ),
]


@settings(deadline=None)  # the machines are noisy
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40), st.sampled_from([" ", "", "\u2003"]))
def test_any_text_gives_spans_that_hold(gazetteer, fragments, gap):
    article, resolutions = read(gap.join(fragments), gazetteer)
    found = locate(article, resolutions, gazetteer)
    for one in found:
        assert article.text[one.start : one.end] == one.surface != ""
        assert one.anchors
        assert bounds_of([one.geometry])
        assert any(p.start <= one.start and one.end <= p.end for p in article.paragraphs)
    assert all(a.end <= b.start for a, b in pairwise(found))
