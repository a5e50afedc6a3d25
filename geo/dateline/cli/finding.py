"""What is found in one document of a stream."""

from dataclasses import dataclass

from dateline.article import parse_article
from dateline.article.blocks import is_blank
from dateline.cli.documents import Document
from dateline.cli.means import Opened
from dateline.cli.toponyms import given_mentions
from dateline.errors import ArticleError
from dateline.locate import locate
from dateline.model import Locative, Resolution
from dateline.pipeline import find_places, place_mentions
from dateline.resolve.origin import NOWHERE, Origin


@dataclass(frozen=True, slots=True)
class Found:
    """Toponyms and locative expressions of a document."""

    resolutions: tuple[Resolution, ...] = ()
    """Toponyms in text order."""
    locatives: tuple[Locative, ...] = ()
    """Locative expressions in text order."""


def find(
    document: Document,
    at_hand: Opened,
    *,
    given_spans: bool = False,
    origin: Origin = NOWHERE,
) -> Found:
    """Find the places of a document.

    Parameters
    ----------
    document
        A text, which may be blank.
    at_hand
        What names are found and looked up with.
    given_spans
        Whether to resolve the spans that the document carries instead of recognising names.
    origin
        Where the documents are from, as far as that is known.

    Raises
    ------
    ArticleError
        Where the text is no text or a span is no span of it; the message says where.
    """
    if given_spans:
        return _found_in_spans(document, at_hand, origin)
    if is_blank(document.text):
        return Found()
    try:
        found = find_places(
            document.text, at_hand.gazetteer, at_hand.enquiry, at_hand.recogniser, origin
        )
    except ArticleError as error:
        raise ArticleError(f"{document.where}: {error}") from None
    return Found(*found)


def _found_in_spans(document: Document, at_hand: Opened, origin: Origin) -> Found:
    gazetteer = at_hand.gazetteer
    mentions = given_mentions(document)
    resolutions = place_mentions(document.text, mentions, gazetteer, at_hand.enquiry, origin)
    if is_blank(document.text):
        return Found(resolutions)
    try:
        article = parse_article(document.text, format="txt")
    except ArticleError as error:
        raise ArticleError(f"{document.where}: {error}") from None
    return Found(resolutions, locate(article, resolutions, gazetteer))
