"""What sort of place the words beside a name say it is: "the Kyiv region", "the city of Kyiv"."""

import re

from dateline.describe import with_article
from dateline.model import Mention
from dateline.resolve.score import Said

_SAID_AREA = re.compile(
    r"\s(?:(?:autonomous|administrative)\s)?(?:region|oblast|province|state|prefecture|department"
    r"|governorate|voivodeship|canton|territory|provincial|regional)s?\b"
)
"""What after a name says that the division is meant and not its chief town: "Kyiv region"."""

_OF_AREA = re.compile(
    r"\b(?:region|oblast|province|state|prefecture|department|governorate|canton|territory|district"
    r"|county)\sof\s$"
)
"""What before a name says the same: "the province of Yazd"."""

_SAID_TOWN = re.compile(r"\b(?:city|town|village|capital|port|suburb|resort)\s(?:of\s)?$")
"""What before a name says that a town is meant: "the city of Kyiv"."""

_SAID_ISLAND = re.compile(r"(?:\s(?:and|or)\s\S+)?,\s(?:[a-z]+\s){0,3}islands?\b")
"""What after a name says that an island is meant: "Mango and Fonoifua, small islands"."""

_OF_ISLAND = re.compile(r"\bisland\sof\s$")
"""What before a name says the same."""

_SAID_WATER = re.compile(
    r"(?:[.,;:!?)—–]|\s(?:and|or|at|in|near|to|from|is|was|were|had|has|rose|fell|runs?|ran|flows?|flowed"
    r"|with|into|between|through|by|for|on|upstream|downstream|rivers?|it|burst|joins?|joined|meets?|met"
    r"|reach(?:es|ed)?|(?:north|south|east|west)[\w-]*|enter(?:s|ed)|overflow(?:s|ed)|swelled|crested|forms?|formed)\b|\s*$)"
)
"""What after "the Ohio" tells that the river is meant and not "the Ohio legislature"."""

_BEFORE = 16
"""Code points before a mention that are looked at: "governorate of " has fifteen."""


def said_of(text: str, mention: Mention) -> Said:
    """Read what sort of place the words beside a mention say it is.

    Parameters
    ----------
    text
        The article's text.
    mention
        A toponym in it.

    Examples
    --------
    >>> said_of("the Kyiv region", Mention(4, 8, "Kyiv", "literal"))
    'area'
    >>> said_of("the city of Kyiv", Mention(12, 16, "Kyiv", "literal"))
    'town'
    """
    before = text[max(0, mention.start - _BEFORE) : mention.start]
    if _SAID_AREA.match(text, mention.end) or _OF_AREA.search(before):
        return "area"
    if _SAID_ISLAND.match(text, mention.end) or _OF_ISLAND.search(before):
        return "island"
    if _is_like_water(text, before, mention):
        return "water"
    return "town" if _SAID_TOWN.search(before) else ""


def _is_like_water(text: str, before: str, mention: Mention) -> bool:
    """Whether a name is used as that of a river or a sea, and is none of a country with an article.

    "The Gambia" and "the Philippines" are countries.
    """
    with_the = before.lower().endswith("the ") and with_article(mention.surface) == mention.surface
    return with_the and _SAID_WATER.match(text, mention.end) is not None
