"""Where a page will live, and the code that shows it on somebody else's page."""

import re
from dataclasses import dataclass
from html import escape
from typing import Self
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from dateline.errors import UsageError
from dateline.model import Article
from dateline.render.blocks import headline_of

HEIGHT_PX = 640
"""Height of the frame in CSS pixels: a map and a few paragraphs on a phone and on a desk."""

SANDBOX = ("allow-scripts", "allow-popups", "allow-popups-to-escape-sandbox")
"""What the page needs in a frame: its own script, and links of the text that open beside it."""

ORIGIN = "allow-same-origin"
"""What online tiles need besides: without an origin a browser tells their server no Referer."""

_SAFE = "%/:=&?~+!$,;'()*@[]"
"""What RFC 3986 allows in a path or a query besides letters, digits and ``-._~``."""

_OUTSIDE = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029<>\"`\\{}|^]")
"""What no address has unless somebody is trying something."""


@dataclass(frozen=True, slots=True)
class Published:
    """The addresses at which a page and what belongs to it will live.

    Examples
    --------
    >>> here = Published.at("https://news.example/maps/story.html#p3", picture="story map.png")
    >>> here.page, here.frame
    ('https://news.example/maps/story.html', 'https://news.example/maps/story.html#p3')
    >>> here.picture
    'https://news.example/maps/story%20map.png'
    """

    frame: str
    """Address that a frame opens: that of the page, with a fragment if it was given one."""
    page: str
    """The page's own address, ``http`` or ``https``, without a fragment."""
    oembed: str = ""
    """Address of its oEmbed answer; empty for none."""
    picture: str = ""
    """Address of its preview picture; empty for none."""

    @classmethod
    def at(cls, address: str, *, oembed: str = "", picture: str = "") -> Self:
        """Take the page's address, and the names of files that will lie beside it.

        Raises
        ------
        UsageError
            If `address` is not one of a page.
        """
        frame = web_address(address)
        page = urlunsplit(urlsplit(frame)._replace(fragment=""))
        beside = (urljoin(page, quote(name)) if name else "" for name in (oembed, picture))
        return cls(frame, page, *beside)


def web_address(text: str) -> str:
    """Check the address of a page on the web and write it in ASCII.

    Parameters
    ----------
    text
        What somebody typed.

    Returns
    -------
    str
        Scheme, host, path, query and fragment; other scripts as RFC 3987 maps them.

    Raises
    ------
    UsageError
        If it is not an ``http`` or ``https`` address, or carries a password.

    Examples
    --------
    >>> web_address("https://zeitung.example/küste?a=1&b=2")
    'https://zeitung.example/k%C3%BCste?a=1&b=2'
    """
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        raise _no_address(text) from None
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
        raise _no_address(text)
    if _OUTSIDE.search(text):
        raise _no_address(text)
    named = f"[{host}]" if ":" in host else host
    rest = (quote(part, safe=_SAFE) for part in (parts.path or "/", parts.query, parts.fragment))
    return urlunsplit((parts.scheme, named + port, *rest))


def _no_address(text: str) -> UsageError:
    return UsageError(
        f"{text!r} is not the address of a page: expected one such as "
        "https://site.example/map.html, without blanks and without a password."
    )


def embed_code(
    article: Article, published: Published, *, height: int = HEIGHT_PX, tiles: bool = False
) -> str:
    """Write the code that shows a page in a frame.

    Attributes only and no style, because strict content security policies and careful
    editors take styles away.

    Parameters
    ----------
    article
        Whose page it is; the frame bears its title.
    published
        Where the page will live.
    height
        Of the frame, in CSS pixels; the page scrolls inside it.
    tiles
        Whether the page offers online tiles.

    Returns
    -------
    str
        One ``iframe`` element on one line, ASCII but for the title.
    """
    attributes = {
        "src": published.frame,
        "title": headline_of(article),
        "width": "100%",
        "height": str(height),
        "frameborder": "0",
        "loading": "lazy",
        "sandbox": " ".join((*SANDBOX, ORIGIN) if tiles else SANDBOX),
        "referrerpolicy": "strict-origin-when-cross-origin",
    }
    written = " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items())
    return f"<iframe {written}></iframe>"
