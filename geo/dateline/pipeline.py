"""The whole way from an article to its story, in one place to read."""

from collections.abc import Iterator
from contextlib import contextmanager

from dateline.article import parse_article
from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.locate import locate
from dateline.model import Article, Locative, Resolution, Story
from dateline.recognise import recognise
from dateline.resolve import resolve
from dateline.story import compose


def map_article(article: Article | str, *, gazetteer: Gazetteer | None = None) -> Story:
    """Find, resolve and draw the places of an article.

    Parameters
    ----------
    article
        An article, or plain text to be read as one.
    gazetteer
        Where names are looked up; the package's own by default.

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
    with _opened(gazetteer) as places:
        resolutions, locatives = find_in(whole, places)
        return compose(whole, resolutions, locatives, places)


def find_in(
    article: Article, gazetteer: Gazetteer
) -> tuple[tuple[Resolution, ...], tuple[Locative, ...]]:
    """Recognise and resolve, without drawing.

    Parameters
    ----------
    article
        The text.
    gazetteer
        Where names are looked up.

    Returns
    -------
    tuple
        Toponyms with their places, and locative expressions, both in text order.
    """
    mentions = recognise(article.text, gazetteer)
    resolutions = resolve(article.text, mentions, gazetteer)
    return resolutions, locate(article, resolutions, gazetteer)


def find_places(
    text: str, gazetteer: Gazetteer
) -> tuple[tuple[Resolution, ...], tuple[Locative, ...]]:
    """Do the same as `find_in` for plain text; offsets are code points into it."""
    return find_in(parse_article(text, format="txt"), gazetteer)


@contextmanager
def _opened(gazetteer: Gazetteer | None) -> Iterator[Gazetteer]:
    """Use the gazetteer that was given, or open the package's own and close it after."""
    if gazetteer is not None:
        yield gazetteer
        return
    with open_gazetteer() as own:
        yield own
