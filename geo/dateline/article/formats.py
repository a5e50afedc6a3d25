"""What an article may be written in, and how to tell."""

import codecs
import re
from pathlib import Path
from typing import Literal, get_args

from dateline.article.naming import one_line
from dateline.errors import ArticleError, UsageError

Format = Literal["txt", "md", "html"]
"""What an article may be written in."""

_SUFFIXES: dict[str, Format] = {
    ".htm": "html",
    ".html": "html",
    ".markdown": "md",
    ".md": "md",
    ".text": "txt",
    ".txt": "txt",
    ".xhtml": "html",
}
"""File name suffixes, in lower case."""

_HEAD = 1024
"""Bytes that a format is told by."""

_HTML_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
"""How a web page begins."""

_FRONT_MATTER_START = re.compile(r"---[ \t]*\r?\n\w+[ \t]*:")
"""How a Markdown file with front matter begins."""


def is_article_name(name: str) -> bool:
    """Tell whether a file is called what articles are called, and not hidden.

    Examples
    --------
    >>> [is_article_name(name) for name in ("a.md", "B.HTML", ".a.md", "a.css", "a")]
    [True, True, False, False, False]
    """
    return Path(name).suffix.lower() in _SUFFIXES and not name.startswith(".")


def named_format(name: str) -> Format:
    """Return a format by its name.

    Raises
    ------
    UsageError
        Where there is none of this name.
    """
    for known in get_args(Format):
        if name == known:
            return known  # type: ignore[no-any-return]
    raise UsageError(f"{one_line(name)!r} is not a format of articles: expected txt, md or html.")


def format_of(path: Path, raw: bytes, label: str) -> Format:
    """Tell the format by the suffix, or by the first line where there is none.

    Parameters
    ----------
    path
        What the file is called.
    raw
        The file's bytes.
    label
        What messages call the file.

    Returns
    -------
    {"txt", "md", "html"}
        The format.

    Raises
    ------
    ArticleError
        Where the suffix is one of another kind of file.
    """
    suffix = path.suffix.lower()
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    if suffix:
        raise ArticleError(
            f"{label} ends in {one_line(suffix)}: expected .txt, .md or .html; "
            "convert it, or say with --from which of them it is."
        )
    marked = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    head = raw[:_HEAD].decode("utf-16" if marked else "utf-8-sig", errors="ignore")
    if _HTML_START.match(head):
        return "html"
    return "md" if _FRONT_MATTER_START.match(head) else "txt"
