"""The article and what is found in it: one coordinate system of code points.

Every ``start`` and ``end`` in Dateline is a half-open span of Unicode code points
of `Article.text`, so ``article.text[start:end]`` is the surface form.
"""

from dataclasses import dataclass
from typing import Literal

ParagraphKind = Literal["title", "heading", "paragraph", "item", "quote", "caption"]
InlineKind = Literal["emphasis", "strong", "code", "link"]
ToponymKind = Literal["literal", "associative"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the text."""

    start: int
    """First code point."""
    end: int
    """One past the last code point; leading and trailing white space is outside."""
    kind: ParagraphKind = "paragraph"
    """What the block is."""
    level: int = 0
    """Heading level 1–6, list nesting from 1, otherwise 0."""


@dataclass(frozen=True, slots=True)
class Inline:
    """A run of marked-up text inside one paragraph."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    kind: InlineKind
    """What the markup means."""
    target: str = ""
    """Address of a link, ``http``, ``https`` or ``mailto`` only; otherwise empty."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text to be mapped.

    Examples
    --------
    >>> article = Article("MINSK, 18 August", (Paragraph(0, 16),))
    >>> [article.text[p.start:p.end] for p in article.paragraphs]
    ['MINSK, 18 August']
    """

    text: str
    """The plain text. For a ``.txt`` file this is the file's text, unchanged."""
    paragraphs: tuple[Paragraph, ...]
    """Blocks in reading order, not overlapping."""
    title: str = ""
    """Headline, for the page's title. Also in `text` where the source has it in its body."""
    language: str = "en"
    """BCP 47 tag."""
    inlines: tuple[Inline, ...] = ()
    """Emphasis and links, in order of start."""
    byline: str = ""
    """Who wrote it, as given by the source."""
    published: str = ""
    """Date as given by the source, ISO 8601 where it could be read as such."""
    licence: str = ""
    """Licence line as given by the source."""
    near: str = ""
    """Where the publication is at home, as given: "Paris, Texas"; empty where not said."""
    country: str = ""
    """ISO 3166-1 alpha-2 code of its country, as given; empty where not said."""
    name: str = "story"
    """Stem for output files and ids: letters, digits, ``-`` and ``_`` only."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A toponym where it stands in the text.

    Examples
    --------
    >>> Mention(0, 5, "Minsk", "literal").surface
    'Minsk'
    """

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    surface: str
    """``article.text[start:end]``."""
    kind: ToponymKind
    """Literal (the place itself) or associative ("Russian president"); Gritta et al. 2020."""
