"""The whole way from an article to its story, in one place to read."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dateline.article import parse_article
from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.locate import locate
from dateline.model import Article, Locative, Mention, Resolution, Story
from dateline.recognise import Recogniser, recognise
from dateline.resolve import resolve
from dateline.resolve.origin import NOWHERE, Origin, origin_of
from dateline.story import compose

if TYPE_CHECKING:
    from dateline.geocoders import Enquiry


def map_article(
    article: Article | str,
    *,
    gazetteer: Gazetteer | None = None,
    geocoder: Any = None,  # noqa: ANN401  (any geocoder of geopy, which is untyped)
    recogniser: Recogniser | None = None,
    near: str = "",
    country: str = "",
) -> Story:
    """Find, resolve and draw the places of an article.

    Parameters
    ----------
    article
        An article, or plain text to be read as one.
    gazetteer
        Where names are looked up; the package's own by default.
    geocoder
        Asked for the names that the gazetteer lacks, and sent nothing else: a geopy geocoder,
        or what `dateline.geocoders.open_geocoder` gives; none by default.
    recogniser
        How toponyms are found; the trained tagger by default.
    near
        Town or division where the publication is at home: "Paris, Texas"; by default what the
        article says of it.
    country
        ISO 3166-1 alpha-2 code of its country; by default what the article says of it.

    Returns
    -------
    Story
        Ready for `dateline.render_page` and the exports.

    Examples
    --------
    >>> story = map_article("Ministers met in Vilnius on Tuesday.")
    >>> [(f.name, f.description) for f in story.features]
    [('Vilnius', 'capital of Lithuania')]
    """
    whole = parse_article(article, format="txt") if isinstance(article, str) else article
    if near or country:
        whole = replace(whole, near=near, country=country)
    enquiry = _enquiry(geocoder)
    with _opened(gazetteer) as places:
        resolutions, locatives = find_in(whole, places, enquiry, recogniser)
        story = compose(whole, resolutions, locatives, places)
    return _credited(story, enquiry) if enquiry else story


def find_in(
    article: Article,
    gazetteer: Gazetteer,
    enquiry: "Enquiry | None" = None,
    recogniser: Recogniser | None = None,
    origin: Origin | None = None,
) -> tuple[tuple[Resolution, ...], tuple[Locative, ...]]:
    """Recognise and resolve, without drawing.

    Parameters
    ----------
    article
        The text.
    gazetteer
        Where names are looked up.
    enquiry
        Asks a geocoder for the names that the gazetteer lacks; none by default.
    recogniser
        How toponyms are found; the trained tagger by default.
    origin
        Where the article is from; by default what it says of that itself.

    Returns
    -------
    tuple
        Toponyms with their places, and locative expressions, both in text order.
    """
    mentions = recognise(article.text, gazetteer, recogniser)
    home = origin or origin_of(article.near, article.country, gazetteer)
    resolutions = place_mentions(article.text, mentions, gazetteer, enquiry, home)
    return resolutions, locate(article, resolutions, gazetteer)


def place_mentions(
    text: str,
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
    enquiry: "Enquiry | None" = None,
    origin: Origin = NOWHERE,
) -> tuple[Resolution, ...]:
    """Resolve toponyms that are known, and ask a geocoder for what the gazetteer lacks.

    Parameters
    ----------
    text
        The text that they stand in.
    mentions
        Toponyms in text order.
    gazetteer
        Where names are looked up.
    enquiry
        Asks a geocoder; none by default.
    origin
        Where the text is from, as far as that is known.

    Returns
    -------
    tuple of Resolution
        One a mention, in the same order.
    """
    resolutions = resolve(text, mentions, gazetteer, origin=origin)
    if not enquiry:
        return resolutions
    from dateline.geocoders import fill

    return fill(text, resolutions, enquiry, gazetteer)


def find_places(
    text: str,
    gazetteer: Gazetteer,
    enquiry: "Enquiry | None" = None,
    recogniser: Recogniser | None = None,
    origin: Origin | None = None,
) -> tuple[tuple[Resolution, ...], tuple[Locative, ...]]:
    """Do the same as `find_in` for plain text; offsets are code points into it."""
    return find_in(parse_article(text, format="txt"), gazetteer, enquiry, recogniser, origin)


def _enquiry(geocoder: Any) -> "Enquiry | None":  # noqa: ANN401  (any geocoder of geopy)
    if geocoder is None:
        return None
    from dateline.geocoders import as_enquiry

    return as_enquiry(geocoder)


def _credited(story: Story, enquiry: "Enquiry") -> Story:
    from dateline.geocoders import credit

    return credit(story, enquiry)


@contextmanager
def _opened(gazetteer: Gazetteer | None) -> Iterator[Gazetteer]:
    """Use the gazetteer that was given, or open the package's own and close it after."""
    if gazetteer is not None:
        yield gazetteer
        return
    with open_gazetteer() as own:
        yield own
