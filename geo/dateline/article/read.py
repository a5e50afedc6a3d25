"""From a file, standard input or a string to an `Article`."""

import sys
from pathlib import Path

from dateline.article.blocks import Block, compose, with_title
from dateline.article.decode import decode, refuse_binary
from dateline.article.formats import Format, format_of, named_format
from dateline.article.front_matter import split_front_matter
from dateline.article.language import language_of
from dateline.article.metadata import Metadata
from dateline.article.naming import one_line, safe_name
from dateline.article.plain import read_plain
from dateline.errors import ArticleError
from dateline.model import Article

LARGEST = 64 * 1024 * 1024
"""Bytes that are read at most: a hundred times the longest book, and what memory holds."""


def read_article(
    source: str | Path,
    *,
    format: str | None = None,  # noqa: A002
    encoding: str | None = None,
) -> Article:
    """Read an article from a file.

    Parameters
    ----------
    source
        A path, or ``"-"`` for standard input.
    format
        ``"txt"``, ``"md"`` or ``"html"``; by default the suffix says it, and without a suffix
        the beginning of the text does.
    encoding
        Name of the encoding; by default UTF-8, or UTF-16 with a byte order mark, or what a web
        page declares.

    Returns
    -------
    Article
        The article, named after the file.

    Raises
    ------
    ArticleError
        Where there is nothing to read, or nothing that can be read as an article.
    UsageError
        Where `format` is none of the three.
    """
    label = "standard input" if source == "-" else one_line(str(source))
    raw = sys.stdin.buffer.read(LARGEST + 1) if source == "-" else _read_file(Path(source), label)
    if len(raw) > LARGEST:
        raise ArticleError(
            f"{label} is larger than {LARGEST // 1024**2} MB: expected one article; split it."
        )
    path = Path("story" if source == "-" else source)
    chosen = named_format(format) if format else format_of(path, raw, label)
    text = decode(raw, label, declares=chosen == "html", encoding=encoding)
    return _parse(text, chosen, safe_name(path.stem), label)


def parse_article(text: str, *, format: str = "txt", name: str = "story") -> Article:  # noqa: A002
    r"""Make an article of a text in memory.

    Parameters
    ----------
    text
        The text; for ``"txt"`` it is `Article.text` as it stands.
    format
        ``"txt"``, ``"md"`` or ``"html"``.
    name
        What to call the article; made safe for a file name.

    Returns
    -------
    Article
        The article.

    Raises
    ------
    ArticleError
        Where there is no paragraph in it, or its front matter is no YAML.
    UsageError
        Where `format` is none of the three.

    Examples
    --------
    >>> article = parse_article("# Floods\n\nWater rose in *Opole*.", format="md")
    >>> article.title, article.text
    ('Floods', 'Floods\n\nWater rose in Opole.')
    """
    label = one_line(name)
    return _parse(refuse_binary(text, label), named_format(format), safe_name(name), label)


def _read_file(path: Path, label: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        way_out = "expected a .txt, .md or .html file, or - for standard input."
        if "://" in label:
            way_out = "Dateline reads files only; save the page as .html first."
        raise ArticleError(f"{label} does not exist: {way_out}") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a file name"
        raise ArticleError(f"{label} cannot be read ({reason}): expected a file.") from None


def _parse(text: str, format_: Format, name: str, label: str) -> Article:
    if format_ == "txt":
        title, paragraphs = read_plain(text)
        if not paragraphs:
            raise ArticleError(f"{label} has no paragraphs: expected at least one line of text.")
        return Article(text, paragraphs, title, language_of(text), name=name)
    metadata, blocks, after = _blocks(text.removeprefix("\ufeff"), format_, label)
    if not blocks:
        raise ArticleError(f"{label} has no paragraphs: expected {after}.")
    title, blocks = with_title(blocks, metadata.title)
    joined, paragraphs, inlines = compose(blocks)
    return Article(
        text=joined,
        paragraphs=paragraphs,
        title=title,
        language=language_of(joined, metadata.language),
        inlines=inlines,
        byline=metadata.byline,
        published=metadata.published,
        licence=metadata.licence,
        near=metadata.near,
        country=metadata.country,
        name=name,
    )


def _blocks(text: str, format_: Format, label: str) -> tuple[Metadata, list[Block], str]:
    """Read marked-up text; the last item says where text was expected."""
    if format_ == "html":
        from dateline.article.webpage import read_webpage

        return *read_webpage(text), "text in the page's body"
    from dateline.article.markdown import read_markdown

    metadata, body, fenced = split_front_matter(text, label)
    after = "text after the front matter" if fenced else "at least one line of text"
    return metadata, read_markdown(body), after
