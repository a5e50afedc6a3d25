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

    def read(self) -> Article:
        """Read the article; the language that was given wins."""
        article = read_article(self.name, format=self.format, encoding=self.encoding)
        if self.language is None:
            return article
        return replace(article, language=checked_language(self.language))


def reads_article(*formats: str) -> Callable[[Command], Command]:
    """Give a command an ARTICLE and options for reading it; it is called with a `Source`."""

    def decorate(command: Command) -> Command:
        @click.argument("article")
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
        @wraps(command)
        def reading(
            article: str,
            format_: str | None,
            encoding: str | None,
            lang: str | None,
            **options: Any,  # noqa: ANN401 - the command's own
        ) -> None:
            command(Source(article, format_, encoding, lang), **options)

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
