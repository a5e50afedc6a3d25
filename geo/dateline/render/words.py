"""The page's own words, one JSON file a language."""

import json
from functools import cache
from importlib.resources import files

FALLBACK = "en"
"""Language for articles in a language the page has no words in."""

WRITTEN = frozenset({"byline", "found_by", "link", "not_placed", "places", "skip", "sources"})
"""Keys of words that stand in the page as it is written; its scripts do not need them."""


def primary(language: str) -> str:
    """First subtag of a BCP 47 tag, in lower case.

    Examples
    --------
    >>> primary("pt-BR"), primary("")
    ('pt', '')
    """
    return language.replace("_", "-").split("-")[0].lower()


@cache
def languages() -> tuple[str, ...]:
    """Languages that the page has words in.

    Examples
    --------
    >>> "en" in languages()
    True
    """
    folder = files("dateline.render") / "assets" / "words"
    return tuple(sorted(file.name.removesuffix(".json") for file in folder.iterdir()))


@cache
def words(language: str) -> dict[str, str]:
    """Words for a language, English where there are none.

    Examples
    --------
    >>> words("en-GB")["places"], words("tlh")["places"]
    ('Places in this story', 'Places in this story')
    """
    name = primary(language)
    chosen = name if name in languages() else FALLBACK
    path = files("dateline.render") / "assets" / "words" / f"{chosen}.json"
    table: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return table
