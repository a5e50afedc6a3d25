"""What a place is, in words: "capital of Belarus", "river", "county in Texas"."""

from typing import Literal

from dateline.model import Place

Level = Literal["admin1", "country"]
"""Areas by which a reader knows where a place is."""

_CODES = {
    "PPLC": "capital",
    "PPLX": "quarter",
    "PPLH": "former place",
    "ADM1": "region",
    "ADM2": "district",
    "CONT": "continent",
    "ZN": "group of states",
    "PCLH": "former state",
    "ADMD": "area",
    "OCN": "ocean",
    "SEA": "sea",
    "GULF": "gulf",
    "STRT": "strait",
    "CHN": "channel",
    "CNL": "canal",
    "BAY": "bay",
    "STM": "river",
    "LK": "lake",
    "RSV": "reservoir",
    "ISL": "island",
    "ISLS": "islands",
    "MT": "mountain",
    "PK": "peak",
    "MTS": "mountains",
    "VLC": "volcano",
    "DSRT": "desert",
    "PEN": "peninsula",
    "CAPE": "cape",
    "VAL": "valley",
    "PLN": "plain",
    "PLAT": "plateau",
    "FRST": "forest",
    "AIRP": "airport",
    "UNIV": "university",
    "STDM": "stadium",
    "SQR": "square",
    "ST": "street",
    "RD": "road",
    "BDG": "bridge",
    "PRK": "park",
    "PAL": "palace",
    "PRN": "prison",
    "MUS": "museum",
    "HSP": "hospital",
    "PRT": "port",
    "WALL": "wall",
    "LCTY": "locality",
    "MNMT": "monument",
    "BLDG": "building",
}
"""Words for the GeoNames feature codes that stories name most; the classes cover the rest."""

_NATIONAL = {
    **{("ADM1", code): "state" for code in ("US", "AU", "BR", "DE", "IN", "MX", "NG")},
    **{("ADM1", code): "province" for code in ("AR", "CA", "CN")},
    **{("ADM2", code): "county" for code in ("GB", "US")},
    ("ADM1", "GB"): "country",
    ("ADM1", "JP"): "prefecture",
    ("ADM1", "UA"): "oblast",
}
"""What the divisions of some countries are called, by feature code and ISO 3166-1 code."""

_CLASSES = {
    "A": "area",
    "H": "body of water",
    "L": "region",
    "P": "town",
    "R": "road",
    "S": "building or site",
    "T": "landform",
    "U": "undersea feature",
    "V": "forest or heath",
}

_WITH_ARTICLE = frozenset(
    {"Bahamas", "Gambia", "Maldives", "Netherlands", "Philippines", "Dominican Republic"}
)
"""Countries with the article in English, besides those called "United"."""

TOWN, VILLAGE, CITY = "town", "village", "city"
CITY_LEAST, VILLAGE_MOST = 100_000, 2_000
"""Inhabitants that make a city and a village in these words; the United Nations' city
threshold is 50,000 and up by country, so this is a reading aid, not a status."""


SORTS = frozenset(
    {TOWN, VILLAGE, CITY, "country", "place"}
    | {*_CODES.values(), *_NATIONAL.values(), *_CLASSES.values()}
)
"""All that `sort_word` may say; other languages have a word for each."""


def sort_word(place: Place) -> str:
    """Name the sort of a place with one or two words.

    Parameters
    ----------
    place
        Any entry of the gazetteer.

    Returns
    -------
    str
        Lower case, no article: "capital", "river", "country".
    """
    code = place.feature_code
    if (code, place.country_code) in _NATIONAL:
        return _NATIONAL[code, place.country_code]
    if code in _CODES:
        return _CODES[code]
    if code.startswith("PCL"):
        return "country"
    if place.feature_class == "P" and place.population >= CITY_LEAST:
        return CITY
    if place.feature_class == "P" and 0 < place.population < VILLAGE_MOST:
        return VILLAGE
    return _CLASSES.get(place.feature_class, "place")


def surroundings(place: Place) -> dict[Level, str]:
    """Name the areas that say where a place lies, the smaller first; none for a country.

    Examples
    --------
    >>> from dateline.model import LonLat
    >>> texas = Place(4736286, "Texas", "A", "ADM1", "US", "TX", "Texas", "", "", "United States",
    ...               LonLat(-99.25, 31.25), 22875689, 4736286, "area", "geonames")
    >>> surroundings(texas)
    {'country': 'United States'}
    """
    if place.feature_code.startswith("PCL"):
        return {}
    division = "" if place.feature_code in {"ADM1", "PPLC"} else place.admin1_name
    named: dict[Level, str] = {"admin1": division, "country": place.country_name}
    return {level: name for level, name in named.items() if name and name != place.name}


def whereabouts(place: Place) -> str:
    """Say which areas a place lies in: "Texas, United States"; empty for a country."""
    return ", ".join(surroundings(place).values())


def describe(place: Place) -> str:
    """Say what a place is and where it lies.

    Parameters
    ----------
    place
        Any entry of the gazetteer.

    Returns
    -------
    str
        "capital of Belarus", "town in Texas, United States", "state in the United States", "sea".
    """
    sort, areas = sort_word(place), surroundings(place)
    country = with_article(place.country_name)
    if sort == "capital" and country:
        return f"capital of {country}"
    where = country if [*areas] == ["country"] else whereabouts(place)
    return f"{sort} in {where}" if where else sort


def with_article(country: str) -> str:
    """Put the article before a country's name that has one in English.

    Examples
    --------
    >>> with_article("United States"), with_article("The Netherlands"), with_article("Peru")
    ('the United States', 'the Netherlands', 'Peru')
    """
    bare = country.removeprefix("The ")
    has_one = bare != country or bare.startswith("United ") or bare in _WITH_ARTICLE
    return f"the {bare}" if has_one else country


def full_name(place: Place) -> str:
    """Name a place so that it cannot be taken for another: "Paris, Texas, United States"."""
    where = whereabouts(place)
    return f"{place.name}, {where}" if where else place.name
