"""YAML front matter at the head of a Markdown file."""

import re
from collections.abc import Mapping
from typing import Any

from dateline.article.metadata import Metadata
from dateline.errors import ArticleError

_FENCED = re.compile(r"\s*---[ \t]*\r?\n(.*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
"""Front matter between a line ``---`` and the next line ``---`` or ``...``."""

_LONGEST = 64 * 1024
"""Code points in which front matter must end; what is longer is text between two rules."""


def split_front_matter(text: str, label: str) -> tuple[Metadata, str, bool]:
    r"""Take the front matter off a Markdown text.

    Parameters
    ----------
    text
        The file's text.
    label
        What messages call the file.

    Returns
    -------
    tuple
        What the front matter says, the text after it, and whether there was any.

    Raises
    ------
    ArticleError
        Where it is not YAML, or not a list of ``key: value``.

    Examples
    --------
    >>> said, *_ = split_front_matter("---\ntitle: Floods\nnear: Opole\n---\nIt rained.", "a.md")
    >>> said.title, said.near, said.byline
    ('Floods', 'Opole', '')
    >>> split_front_matter("It rained.", "story.md")[1:]
    ('It rained.', False)
    """
    found = _FENCED.match(text[:_LONGEST])
    if found is None:
        return Metadata(), text, False
    values = _mapping(found[1], label, first_line=text.count("\n", 0, found.start(1)) + 1)
    metadata = Metadata(
        title=_line(values, "title", "headline"),
        byline=_line(values, "byline", "author", "authors"),
        published=_line(values, "date", "published"),
        language=_line(values, "lang", "language"),
        licence=_line(values, "licence", "license"),
        near=_line(values, "near"),
        country=_line(values, "country"),
    )
    return metadata, text[found.end() :], True


def _mapping(source: str, label: str, first_line: int) -> Mapping[str, Any]:
    """Read YAML without types, so that ``no`` stays a language and a date stays as written."""
    import yaml

    try:
        values = yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506 - strings and lists only
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + first_line}" if mark else ""
        found = getattr(error, "problem", None) or getattr(error, "reason", None)
        problem = " ".join(str(found or "it nests too deeply").split())
        raise ArticleError(
            f"{label} has front matter that is not YAML{where} ({problem}): "
            "expected lines of key: value, quoted where a value has a colon."
        ) from None
    if values in (None, ""):
        return {}
    if not isinstance(values, dict):
        raise ArticleError(
            f"{label} has front matter without keys: expected lines of key: value between the ---."
        )
    return {str(key).strip().lower(): value for key, value in values.items()}


def _line(values: Mapping[str, Any], *keys: str) -> str:
    """Return the first value there is as one line; a list of names is joined by commas."""
    for key in keys:
        value = values.get(key)
        items = value if isinstance(value, list) else [value]
        words = [" ".join(item.split()) for item in items if isinstance(item, str)]
        if any(words):
            return ", ".join(filter(None, words))
    return ""
