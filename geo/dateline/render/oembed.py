"""The oEmbed answer of a page: what a site asks for when somebody pastes the page's address.

A file beside the page stands in for a server's endpoint; the page's head points to it
(https://oembed.com, sections 2.3.4 and 4).
"""

import json
from typing import Any
from urllib.parse import urlsplit

from dateline.model import Story
from dateline.render.blocks import headline_of
from dateline.render.document import GENERATOR
from dateline.render.embed import HEIGHT_PX, Published, embed_code
from dateline.render.preview import HEIGHT, WIDTH

WIDTH_PX = 800
"""Width of the frame in CSS pixels, for sites that do not stretch it: oEmbed wants a number."""

VERSION = "1.0"
"""Of oEmbed."""


def oembed_of(story: Story, published: Published, *, tiles: bool = False) -> dict[str, Any]:
    """Describe a page for sites that embed it.

    Parameters
    ----------
    story
        Whose page it is.
    published
        Where it will live; a picture in PNG becomes its thumbnail.
    tiles
        Whether the page offers online tiles.

    Returns
    -------
    dict
        An answer of type ``rich``.
    """
    site = urlsplit(published.page)
    answer = {
        "generator": GENERATOR,
        "version": VERSION,
        "type": "rich",
        "title": headline_of(story.article),
        "author_name": story.article.byline,
        "provider_name": site.hostname,
        "provider_url": f"{site.scheme}://{site.netloc}/",
        "html": embed_code(story.article, published, tiles=tiles),
        "width": WIDTH_PX,
        "height": HEIGHT_PX,
    }
    if published.picture.endswith(".png"):
        size = {"thumbnail_width": WIDTH, "thumbnail_height": HEIGHT}
        answer |= {"thumbnail_url": published.picture, **size}
    return {name: value for name, value in answer.items() if value}


def oembed_text(answer: dict[str, Any]) -> str:
    """Write an answer as JSON, one member a line."""
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
