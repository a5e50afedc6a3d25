"""Names, adjectives and demonyms of countries."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from dateline.names import fold
from tools.gazetteer.divisions import Country
from tools.gazetteer.draft import Draft
from tools.gazetteer.english import is_latin
from tools.gazetteer.sources import Archives

_SHORT = 3
"""Keys of as many letters or fewer are no names of areas, but codes."""

_ATLAS = "pyworldatlas/data/atlas.sqlite3"
_NATIONALITIES = (
    "SELECT alpha2, noun, adjective FROM country_demonym JOIN country ON country.id = country_id"
    " ORDER BY alpha2"
)

_COUNTRY_NAMES = (
    "SELECT alpha2, country_name.name FROM country_name JOIN country ON country.id = country_id"
    " WHERE kind != 'local' AND coalesce(language_code, 'en') = 'en' ORDER BY 1, 2"
)


def name_countries(draft: Draft, archives: Archives, countries: dict[str, Country]) -> None:
    """Add other names, adjectives and demonyms of the countries."""
    for country in countries.values():
        for name in (country.name, country.official, *country.alternates):
            call(draft, country.id, name)
    with closing(sqlite3.connect(":memory:")) as atlas:
        atlas.deserialize(archives.read("pyworldatlas", _ATLAS))
        for code, name in atlas.execute(_COUNTRY_NAMES):
            if code in countries:
                call(draft, countries[code].id, name)
        for code, noun, adjective in atlas.execute(_NATIONALITIES):
            if code in countries:
                _nationality(draft, countries[code].id, noun or "", adjective or "")


def call(draft: Draft, place: int, name: str) -> None:
    """Add another name of an area, if it may be one in English; two or three capitals count so."""
    if name.isupper() and len(fold(name)) in (2, 3):
        draft.call(place, name, "abbreviation", exact=True)
    elif len(fold(name)) > _SHORT and is_latin(name) and "," not in name:
        draft.call(place, name, "alternate")
        if " of the " in name:  # "Democratic Republic of Congo"
            draft.call(place, name.replace(" of the ", " of "), "alternate")


def _nationality(draft: Draft, place: int, noun: str, adjective: str) -> None:
    for word in forms(adjective):
        draft.call(place, word, "adjective")
    for word in forms(noun):
        draft.call(place, word, "demonym")


def forms(entry: str) -> Iterator[str]:
    """Take the factbook's nouns and adjectives apart.

    Examples
    --------
    >>> list(forms("Lao(s) or Laotian(s)"))
    ['Lao', 'Laos', 'Laotian', 'Laotians']
    >>> list(forms("Frenchman(men), Frenchwoman(women)"))
    ['Frenchman', 'Frenchmen', 'Frenchwoman', 'Frenchwomen']
    >>> list(forms("Motswana (singular), Batswana (plural)"))
    ['Motswana', 'Batswana']
    >>> list(forms("Burkinabe (singular and plural)"))
    ['Burkinabe']
    """
    for part in re.split(r"[,;/]| or ", entry.split("; note", maxsplit=1)[0]):
        word = re.sub(r" ?\((?:singular|plural|colloquial|collective|US)[^)]*\)", "", part).strip()
        stem, mark, ending = word.partition("(")
        stem, ending = stem.strip(), ending.rstrip(")")
        if not stem[:1].isupper() or stem == "NA":
            continue
        yield stem
        if mark and ending == "s":
            yield stem + "s"
        elif mark:
            yield stem[: -len(ending)] + ending
