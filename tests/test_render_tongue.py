"""Places in the languages of the page: their sorts, their areas, and the forms of reasons."""

import csv
import json
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale

from dateline.describe import SORTS
from dateline.features import RELATIONS
from dateline.gazetteer import Gazetteer
from dateline.render.basemap import BaseName
from dateline.render.tongue import labelled, tongue
from dateline.render.words import FALLBACK, languages
from dateline.resolve.reasons import is_of_company
from dateline.weights import read_weights

ASSETS = Path(__file__).parent.parent / "geo/dateline/render/assets"
OTHERS = [language for language in languages() if language != FALLBACK]
MINSK, VILNIUS, KAUB, PARIS_TEXAS, BELARUS, TEXAS, LOMBARDY = (
    625144,
    593116,
    2892101,
    4717560,
    630336,
    4736286,
    3174618,
)
ABOUT_AREAS = {"country", "admin1", "service", "population"}
HOLES = {
    "approximate": {"surface"},
    "because": {"name", "why"},
    "close": {"names"},
    "expression": {"surface", "anchors"},
    "home": {"area"},
    "with": {"names"},
}
"""What forms may name; those that are not here, what is known of the place itself."""


@pytest.mark.parametrize("language", OTHERS)
def test_every_sort_and_relation_has_a_word(language: str) -> None:
    own = tongue(language)
    assert own.sorts.keys() == SORTS
    assert own.relations.keys() == RELATIONS.keys()
    assert all(word.strip() for word in (*own.sorts.values(), *own.relations.values()))


@pytest.mark.parametrize("language", OTHERS)
def test_every_reason_has_a_form(language: str) -> None:
    own = tongue(language)
    assert own.reasons.keys() == tongue("de").reasons.keys()
    for feature in read_weights("dateline.resolve", "score.toml"):
        plain = feature.removeprefix("large_").removeprefix("is_")
        if not is_of_company(plain) and not plain.startswith("local_") and plain != "no_place":
            assert plain in own.reasons, feature


@pytest.mark.parametrize("language", OTHERS)
def test_forms_of_reasons_name_only_what_there_is(language: str) -> None:
    for name, form in tongue(language).reasons.items():
        holes = {hole for _, hole, _, _ in Formatter().parse(form) if hole is not None}
        expected = HOLES.get(name, ABOUT_AREAS)
        assert holes <= expected, name
        assert name not in HOLES or holes == expected, name


@pytest.mark.parametrize("language", OTHERS)
def test_thousands_are_grouped_as_cldr_says(language: str) -> None:
    symbols = Locale(language).number_symbols
    assert tongue(language).group == symbols["latn"]["group"]


@pytest.mark.parametrize("language", OTHERS)
def test_words_are_written_in_the_languages_own_script(language: str) -> None:
    latin = {"de", "es", "fr"}
    for word in tongue(language).sorts.values():
        assert word.isascii() is False or language in latin, word


@pytest.mark.parametrize(
    ("language", "geonames_id", "description"),
    [
        ("de", VILNIUS, "Hauptstadt, Litauen"),
        ("fr", VILNIUS, "capitale, Lituanie"),
        ("es", VILNIUS, "capital, Lituania"),
        ("ru", VILNIUS, "столица, Литва"),
        ("uk", VILNIUS, "столиця, Литва"),
        ("ar", VILNIUS, "عاصمة، ليتوانيا"),
        ("he", VILNIUS, "עיר בירה, ליטא"),
        ("de", KAUB, "Dorf, Rheinland-Pfalz, Deutschland"),
        ("fr", LOMBARDY, "région, Italie"),
        ("ru", PARIS_TEXAS, "город, Техас, Соединенные Штаты"),
        ("ar", BELARUS, "بلد"),
        ("uk", TEXAS, "штат, Сполучені Штати"),
    ],
)
def test_description(
    gazetteer: Gazetteer, language: str, geonames_id: int, description: str
) -> None:
    assert tongue(language).describe(gazetteer.place(geonames_id)) == description


@pytest.mark.parametrize(
    ("language", "geonames_id", "name"),
    [
        ("ru", MINSK, "Минск, Беларусь"),
        ("de", PARIS_TEXAS, "Paris, Texas, Vereinigte Staaten"),
        ("fr", LOMBARDY, "Lombardie, Italie"),
        ("es", BELARUS, "Bielorrusia"),
        ("ar", MINSK, "مينسك، بيلاروس"),
    ],
)
def test_full_name(gazetteer: Gazetteer, language: str, geonames_id: int, name: str) -> None:
    assert tongue(language).full_name(gazetteer.place(geonames_id)) == name


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("ar", "\u2068Paris\u2069، تكساس، الولايات المتحدة"),
        ("he", "\u2068Paris\u2069, טקסס, ארצות הברית"),
        ("ru", "Paris, Техас, Соединенные Штаты"),
    ],
)
def test_names_that_run_the_other_way_are_isolated(
    gazetteer: Gazetteer, language: str, name: str
) -> None:
    assert tongue(language).full_name(gazetteer.place(PARIS_TEXAS)) == name


def test_base_map_names_countries_capitals_and_regions_in_the_language() -> None:
    names = [
        BaseName(name=name, sort=sort, spots=[])
        for name, sort in (
            ("Germany", "country"),
            ("Moscow", "capital"),
            ("Moscow", "town"),
            ("Bavaria", "region"),
            ("Nowhere", "country"),
        )
    ]
    told = labelled({"world": {}, "names": names}, "fr")["names"]  # type: ignore[typeddict-item]
    assert [name["name"] for name in told] == [
        "Allemagne",
        "Moscou",
        "Moscow",
        "Bavière",
        "Nowhere",
    ]


@pytest.mark.parametrize("language", OTHERS)
def test_most_countries_and_divisions_have_a_name(language: str, gazetteer: Gazetteer) -> None:
    areas = json.loads((ASSETS / "areas" / f"{language}.json").read_text(encoding="utf-8"))
    least = 1500 if language in {"de", "es", "fr"} else 2900
    assert len(areas["divisions"]) >= least
    for table in areas.values():
        assert all(own.strip() and own != name for name, own in table.items())


@pytest.mark.parametrize("language", OTHERS)
def test_our_own_names_of_divisions_are_in_the_tables(language: str) -> None:
    with (ASSETS.parents[3] / "tools/area_words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    divisions = tongue(language).divisions
    assert len(rows) > 50
    assert {row["division"]: row[language] for row in rows}.items() <= divisions.items()
