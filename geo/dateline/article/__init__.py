"""Reading articles: plain text, Markdown and web pages become one `Article`.

Nothing in here interprets what it reads beyond its structure: no HTML is kept, no address but
``http``, ``https`` and ``mailto``, no file but the one that was named.
"""

from dateline.article.formats import Format
from dateline.article.language import checked_language, direction
from dateline.article.naming import one_line, safe_name
from dateline.article.read import parse_article, read_article

__all__ = [
    "Format",
    "checked_language",
    "direction",
    "one_line",
    "parse_article",
    "read_article",
    "safe_name",
]
