"""Exports: the JSON contract key by key, CSV that calculates nothing, GeoJSON by RFC 7946."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import shape

from dateline.article import parse_article
from dateline.exports import (
    geojson_text,
    places_table,
    position,
    to_csv,
    to_geojson,
    to_json,
    to_record,
    unplaced_names,
)
from dateline.model import (
    Bounds,
    Feature,
    Focus,
    Geometry,
    Locative,
    LonLat,
    Mention,
    Place,
    Resolution,
    Story,
)

TEXT = "Łódź 👩‍🚒 Minsk and Nowhere, near Fiji. Nowhere again, at the border of Belarus."


def place(name, geonames_id, point, *, code="PPLC", country="BY", shape_type=""):
    return Place(
        id=geonames_id or -1,
        name=name,
        feature_class="P",
        feature_code=code,
        country_code=country,
        admin1_code="04",
        admin1_name="Minsk City",
        admin2_code="",
        admin2_name="",
        country_name="Belarus",
        point=point,
        population=1,
        geonames_id=geonames_id,
        shape_type=shape_type,
        source="by-hand",
    )


MINSK = place("Minsk", 625144, LonLat(27.5666666, 53.9000049))
BELARUS = place("Belarus", 630336, LonLat(28.0, 53.0), code="PCLI", shape_type="area")
FIJI = place("Fiji waters", None, LonLat(179.9999999, -0.0000001), code="SEA", country="")


def mention(surface, kind="literal"):
    start = TEXT.index(surface)
    return Mention(start, start + len(surface), surface, kind)


@pytest.fixture(scope="module")
def story():
    minsk, nowhere, fiji = mention("Minsk"), mention("Nowhere"), mention("Fiji")
    later = TEXT.rindex("Nowhere")
    again = Mention(later, later + 7, "Nowhere", "literal")
    border = mention("the border of Belarus")
    clockwise = ((24.0, 52.0), (24.0, 54.0), (30.0, 54.0), (30.0, 52.0), (24.0, 52.0))
    across = ((179.0, -17.0), (181.0, -17.0))
    features = (
        feature("minsk", MINSK, Geometry("Point", (27.5666666, 53.9000049)), "pin", minsk),
        feature("belarus", BELARUS, Geometry("Polygon", (clockwise,)), "area", border),
        replace(
            feature("border", None, Geometry("LineString", across), "line", border),
            kind="associative",
            uncertain=True,
        ),
    )
    return Story(
        article=parse_article(TEXT),
        resolutions=(
            Resolution(minsk, MINSK, 0.98765),
            Resolution(nowhere, None, 0.0),
            Resolution(fiji, FIJI, 1),
            Resolution(again, None, 0.0),
        ),
        locatives=(
            Locative(
                border.start,
                border.end,
                border.surface,
                "border",
                (BELARUS, FIJI),
                "border of Belarus",
                Geometry("LineString", across),
                uncertain=True,
            ),
        ),
        features=features,
        unplaced=(nowhere, again),
        view=Bounds(24.0, 52.0, 30.0, 54.0),
        attributions=("By hand.",),
    )


def feature(key, where, geometry, drawn, *mentions):
    return Feature(
        key=key,
        name=key.title(),
        description="a place",
        shape=drawn,
        geometry=geometry,
        label=where.point if where else LonLat(180.0, -17.0),
        kind="literal",
        confidence=0.98765,
        uncertain=False,
        reason="By hand.",
        alternatives=("Minsk, Maine",),
        spans=tuple((m.start, m.end) for m in mentions),
        place=where,
    )


@pytest.fixture(scope="module")
def record(story):
    return to_record("a-1", TEXT, story.resolutions, story.locatives)


def test_the_contract_to_the_letter(record):
    assert to_json(record) == to_json(
        {
            "doc_id": "a-1",
            "text": TEXT,
            "toponyms": [
                {
                    "start": 9,
                    "end": 14,
                    "surface": "Minsk",
                    "kind": "literal",
                    "name": "Minsk",
                    "geonames_id": 625144,
                    "feature_code": "PPLC",
                    "country_code": "BY",
                    "lat": 53.9,
                    "lon": 27.56667,
                    "confidence": 0.988,
                },
                nowhere(19, 26),
                {
                    "start": 33,
                    "end": 37,
                    "surface": "Fiji",
                    "kind": "literal",
                    "name": "Fiji waters",
                    "geonames_id": None,
                    "feature_code": "SEA",
                    "country_code": None,
                    "lat": 0.0,
                    "lon": 180.0,
                    "confidence": 1.0,
                },
                nowhere(39, 46),
            ],
            "locatives": [
                {
                    "start": 57,
                    "end": 78,
                    "surface": "the border of Belarus",
                    "relation": "border",
                    "anchors": [
                        {"name": "Belarus", "geonames_id": 630336},
                        {"name": "Fiji waters", "geonames_id": None},
                    ],
                }
            ],
        }
    )


def test_what_it_is_about_is_a_part_of_the_record_where_it_is_given():
    here = place("Here", 1, LonLat(2, 3), code="PPL", country="")
    about = [
        Focus("Here", 2 / 3, LonLat(2, 3), here),
        Focus("Here–There border", 0.5, LonLat(-0.0, 1.123456)),
    ]
    assert to_json(to_record(7, None, [], [], about)["focus"]) == to_json(
        [
            {
                "name": "Here",
                "geonames_id": 1,
                "feature_code": "PPL",
                "country_code": None,
                "lat": 3.0,
                "lon": 2.0,
                "score": 0.667,
            },
            {
                "name": "Here–There border",
                "geonames_id": None,
                "feature_code": None,
                "country_code": None,
                "lat": 1.12346,
                "lon": 0.0,
                "score": 0.5,
            },
        ]
    )


def nowhere(start, end):
    fields = ("name", "geonames_id", "feature_code", "country_code", "lat", "lon", "confidence")
    head = {"start": start, "end": end, "surface": "Nowhere", "kind": "literal"}
    return head | dict.fromkeys(fields)


@pytest.mark.parametrize("doc_id", ["x", "7", 7, 7.5, ""])
def test_a_documents_id_is_passed_on_as_it_is(doc_id):
    assert json.loads(to_json(to_record(doc_id, None, [], []))) == {
        "doc_id": doc_id,
        "toponyms": [],
        "locatives": [],
    }
    assert type(to_record(doc_id, None, [], [])["doc_id"]) is type(doc_id)


def test_spans_are_code_points_of_the_text(record):
    for found in [*record["toponyms"], *record["locatives"]]:
        assert record["text"][found["start"] : found["end"]] == found["surface"]


def test_no_nought_with_a_sign(record):
    assert "-0.0" not in to_json(record)


@given(st.dictionaries(st.text(), st.text() | st.none() | st.integers() | st.booleans()))
def test_json_is_one_line_and_can_be_written_and_read(value):
    line = to_json(value)
    assert "\n" not in line
    assert json.loads(line.encode("utf-8")) == value


def test_half_a_surrogate_pair_can_be_written():
    assert json.loads(to_json("Łódź \ud83d").encode("utf-8")) == "Łódź \ud83d"


def test_json_has_no_nan():
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json(float("nan"))


def test_csv(record):
    rows = list(csv.DictReader(io.StringIO(to_csv([record]), newline="")))
    assert [row["surface"] for row in rows] == ["Minsk", "Nowhere", "Fiji", "Nowhere"]
    assert rows[0] == {
        "doc_id": "a-1",
        "start": "9",
        "end": "14",
        "surface": "Minsk",
        "kind": "literal",
        "name": "Minsk",
        "geonames_id": "625144",
        "feature_code": "PPLC",
        "country_code": "BY",
        "lat": "53.9",
        "lon": "27.56667",
        "confidence": "0.988",
    }
    assert set(rows[1].values()) == {"a-1", "19", "26", "Nowhere", "literal", ""}
    assert to_csv([record], header=False) == to_csv([record]).split("\r\n", 1)[1]


@pytest.mark.parametrize("surface", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=a,"b"\nc'])
def test_csv_calculates_nothing(surface):
    found = [Resolution(Mention(0, len(surface), surface, "literal"), None, 0.0)]
    (row,) = csv.DictReader(io.StringIO(to_csv([to_record("=x", None, found, [])]), newline=""))
    assert row["surface"] == f"'{surface}"
    assert row["doc_id"] == "'=x"


def test_csv_leaves_negative_numbers_alone():
    south = replace(MINSK, point=LonLat(-70.65, -33.45))
    found = [Resolution(Mention(0, 5, "Minsk", "literal"), south, 1.0)]
    (row,) = csv.DictReader(io.StringIO(to_csv([to_record(-1, None, found, [])])))
    assert (row["lat"], row["lon"], row["doc_id"]) == ("-33.45", "-70.65", "-1")


@pytest.fixture(scope="module")
def collection(story):
    return to_geojson(story)


def test_geojson_properties(collection):
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    assert collection["attribution"] == ["By hand."]
    minsk = collection["features"][0]
    assert minsk["id"] == "minsk"
    assert minsk["geometry"] == {"type": "Point", "coordinates": [27.56667, 53.9]}
    assert minsk["properties"] == {
        "key": "minsk",
        "name": "Minsk",
        "description": "a place",
        "kind": "literal",
        "shape": "pin",
        "confidence": 0.988,
        "uncertain": False,
        "reason": "By hand.",
        "alternatives": ["Minsk, Maine"],
        "mentions": [[9, 14]],
        "label": [27.56667, 53.9],
        "geonames_id": 625144,
        "feature_code": "PPLC",
        "country_code": "BY",
    }
    assert collection["features"][2]["properties"]["geonames_id"] is None


def test_geojson_areas_are_anticlockwise(collection):
    area = shape(collection["features"][1]["geometry"])
    assert area.exterior.is_ccw
    assert area.area == 12.0


def test_geojson_is_cut_at_the_antimeridian(collection):
    assert collection["features"][2]["geometry"] == {
        "type": "MultiLineString",
        "coordinates": [[[179.0, -17.0], [180.0, -17.0]], [[-180.0, -17.0], [-179.0, -17.0]]],
    }


def test_geojson_box_crosses_the_antimeridian(collection):
    assert collection["bbox"] == [24.0, -17.0, -179.0, 54.0]


def test_geojson_text_has_a_feature_a_line(collection):
    text = geojson_text(collection)
    assert json.loads(text) == collection
    lines = text.splitlines()
    assert [json.loads(line.rstrip(","))["id"] for line in lines[1:-1]] == [
        "minsk",
        "belarus",
        "border",
    ]


def test_geojson_of_nothing(story):
    nothing = to_geojson(replace(story, features=()))
    assert nothing["features"] == []
    assert "bbox" not in nothing
    assert json.loads(geojson_text(nothing)) == nothing


def test_exports_are_the_same_each_time(story, collection):
    assert geojson_text(to_geojson(story)) == geojson_text(collection)


def test_rows_for_a_terminal(story):
    rows = places_table(story)
    assert [(row.name, row.drawn, row.mentions) for row in rows] == [
        ("Minsk", "pin", 1),
        ("Belarus", "area", 1),
        ("Border", "line (lighter) ?", 1),
    ]
    assert rows[0].where == "53.90° N, 27.57° E"
    assert unplaced_names(story) == (("Nowhere", 2),)


@pytest.mark.parametrize(
    ("point", "words"),
    [
        (LonLat(0.0, 0.0), "0.00° N, 0.00° E"),
        (LonLat(-0.004, -0.004), "0.00° N, 0.00° E"),
        (LonLat(-180.0, -90.0), "90.00° S, 180.00° W"),
    ],
)
def test_positions_in_words(point, words):
    assert position(point) == words
