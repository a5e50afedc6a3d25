"""Names of areas and sorts of places in a language of the page.

Nothing is declined: a description is a list of names as a dictionary has them, "Dorf,
Rheinland-Pfalz, Deutschland", which is right in every language.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from unicodedata import bidirectional

from dateline.article import direction
from dateline.describe import sort_word, surroundings
from dateline.model import Place
from dateline.render.assets import asset
from dateline.render.basemap import BaseMap, BaseName
from dateline.render.words import FALLBACK, words

Table = Mapping[str, str]

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
"""Marks around what has a direction of its own (Unicode Standard Annex 9)."""

_OF_COUNTRIES = ("PCL", "CONT", "ZN", "RGN")
"""Starts of GeoNames' feature codes of countries and of parts of the world."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """What places are called in a language, by what English calls them."""

    language: str
    """Primary subtag."""
    sorts: Table
    """Words for what `dateline.describe.sort_word` says."""
    relations: Table
    """Words for what a locative expression describes, by relation."""
    reasons: Table
    """Forms of reasons, by feature."""
    group: str
    """What stands between thousands, with Latin digits (CLDR)."""
    countries: Table
    """Names of countries and of what they make up, where they differ from the English."""
    capitals: Table
    """Names of capitals, likewise."""
    divisions: Table
    """Names of first-level divisions by country and English name: ``"DE Bavaria"``."""
    comma: str
    """What stands between the parts of a name."""
    semicolon: str
    """What stands between names that have parts."""

    def country(self, place: Place) -> str:
        """Name the country that a place is in."""
        return self.countries.get(place.country_name, place.country_name)

    def division(self, place: Place) -> str:
        """Name the first-level division that a place is in."""
        key = f"{place.country_code} {place.admin1_name}"
        return self.divisions.get(key, place.admin1_name)

    def name(self, place: Place) -> str:
        """Name a place; only countries, divisions and capitals have a name of their own."""
        code = place.feature_code
        if code.startswith(_OF_COUNTRIES):
            return self.countries.get(place.name, place.name)
        if code == "ADM1":
            return self.divisions.get(f"{place.country_code} {place.name}", place.name)
        return self.capitals.get(place.name, place.name) if code == "PPLC" else place.name

    def where(self, place: Place) -> list[str]:
        """Name the areas that a place lies in, the smaller first."""
        named = {"admin1": self.division(place), "country": self.country(place)}
        return [named[level] for level in surroundings(place)]

    def full_name(self, place: Place) -> str:
        """Name a place so that it cannot be taken for another.

        Examples
        --------
        >>> from dateline.gazetteer import open_gazetteer
        >>> with open_gazetteer() as gazetteer:
        ...     tongue("fr").full_name(gazetteer.place(2950159))
        'Berlin, Allemagne'
        """
        return self.comma.join(map(self.isolated, [self.name(place), *self.where(place)]))

    def describe(self, place: Place) -> str:
        """Say what a place is and where it lies.

        Examples
        --------
        >>> from dateline.gazetteer import open_gazetteer
        >>> with open_gazetteer() as gazetteer:
        ...     tongue("de").describe(gazetteer.place(593116))
        'Hauptstadt, Litauen'
        """
        parts = [self.sorts[sort_word(place)], *self.where(place)]
        return self.comma.join(map(self.isolated, parts))

    def isolated(self, name: str) -> str:
        r"""Keep a name in letters that run the other way from moving the words around it.

        Examples
        --------
        >>> ascii(tongue("ar").isolated("Hope (BC)")), tongue("de").isolated("Hope (BC)")
        ("'\\u2068Hope (BC)\\u2069'", 'Hope (BC)')
        """
        runs_right = direction(self.language) == "ltr"
        if runs_right or all(bidirectional(letter) != "L" for letter in name):
            return name
        return f"{FIRST_STRONG_ISOLATE}{name}{POP_ISOLATE}"

    def number(self, count: int) -> str:
        """Write a number.

        Examples
        --------
        >>> tongue("de").number(1992685)
        '1.992.685'
        """
        return f"{count:,}".replace(",", self.group)

    def label(self, name: BaseName) -> BaseName:
        """Call what the base map names as the language does."""
        tables = {
            "country": self.countries,
            "capital": self.capitals,
            "region": regions(self.language),
        }
        own = tables.get(name["sort"], {}).get(name["name"], name["name"])
        return BaseName(name=own, sort=name["sort"], spots=name["spots"])


@cache
def tongue(language: str) -> Tongue:
    """Read the tables of a language that the page has words in, other than English."""
    telling: dict[str, Any] = json.loads(asset(f"telling/{language}.json"))
    areas: dict[str, Any] = json.loads(asset(f"areas/{language}.json"))
    own = words(language)
    return Tongue(language, comma=own["comma"], semicolon=own["semicolon"], **telling, **areas)


@cache
def regions(language: str) -> Table:
    """Names of divisions by English name alone, where only one division is called so."""
    named: dict[str, str] = {}
    twice: set[str] = set()
    for key, own in tongue(language).divisions.items():
        _, _, english = key.partition(" ")
        if named.setdefault(english, own) != own:
            twice.add(english)
    return {english: own for english, own in named.items() if english not in twice}


def labelled(base: BaseMap, language: str) -> BaseMap:
    """Call what the base map names as a language of the page does."""
    if language == FALLBACK:
        return base
    own = tongue(language)
    return {**base, "names": [own.label(name) for name in base["names"]]}
