"""Arguments that commands share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any

import click

from dateline.article import checked_language, read_article
from dateline.model import Article

Command = Callable[..., None]
"""A function that click calls with what the user gave."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article on the command line, and how to read it."""

    name: str
    """Path, or ``-`` for standard input."""
    format: str | None
    """What ``--from`` says."""
    encoding: str | None
    """What ``--encoding`` says."""
    language: str | None
    """What ``--lang`` says."""
    near: str | None = None
    """What ``--near`` says."""
    country: str | None = None
    """What ``--country`` says."""

    def read(self) -> Article:
        """Read the article; what the options say wins over what it says itself."""
        article = read_article(self.name, format=self.format, encoding=self.encoding)
        near = article.near if self.near is None else self.near
        country = article.country if self.country is None else self.country
        if self.near and self.country is None:
            country = ""
        article = replace(article, near=near, country=country)
        if self.language is None:
            return article
        return replace(article, language=checked_language(self.language))


def says_home(command: Command) -> Command:
    """Add ``--near`` and ``--country`` to a command: where the publication is at home."""
    near = click.option(
        "--near",
        metavar="PLACE",
        help="Town or county where the publication is at home: “Paris, Texas”.",
    )
    country = click.option(
        "--country", metavar="CC", help="Its country, two letters of ISO 3166-1: US, GB …"
    )
    return near(country(command))


def reads_article(*formats: str, many: bool = False) -> Callable[[Command], Command]:
    """Give a command an ARTICLE and options for reading it; it is called with a `Source`.

    Parameters
    ----------
    formats
        What ARTICLE may be written in.
    many
        Whether there may be several; the command is called with a tuple then.
    """

    def decorate(command: Command) -> Command:
        @click.argument("article", nargs=-1 if many else 1, required=True)
        @click.option(
            "--from",
            "format_",
            type=click.Choice(formats),
            help="What ARTICLE is written in; by default its suffix says it.",
        )
        @click.option(
            "--encoding", metavar="NAME", help="How ARTICLE is encoded, if it is not UTF-8."
        )
        @click.option("--lang", metavar="TAG", help="Language of the article: en, pt-BR, ar …")
        @says_home
        @wraps(command)
        def reading(
            article: str | tuple[str, ...],
            format_: str | None,
            encoding: str | None,
            lang: str | None,
            near: str | None,
            country: str | None,
            **options: Any,  # noqa: ANN401 - the command's own
        ) -> None:
            named = [article] if isinstance(article, str) else article
            found = tuple(Source(a, format_, encoding, lang, near, country) for a in named)
            command(found if many else found[0], **options)

        return reading

    return decorate


gazetteer_option = click.option(
    "--gazetteer",
    "gazetteer_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    envvar="DATELINE_GAZETTEER",
    show_envvar=True,
    help="Gazetteer to look names up in; by default the one that Dateline comes with.",
)
"""Adds ``--gazetteer FILE`` to a command."""

force_option = click.option("--force", is_flag=True, help="Overwrite whatever is there.")
"""Adds ``--force`` to a command."""


def output_option(text: str) -> Callable[[Command], Command]:
    """Add ``-o FILE`` to a command."""
    return click.option("-o", "--output", metavar="FILE", help=text)


def refuse(condition: Sequence[tuple[bool, str]]) -> None:
    """Raise a usage error for the first condition that holds."""
    for holds, message in condition:
        if holds:
            raise click.UsageError(message)
