"""Several articles in; their pages and an index page out, in a folder of their own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

import click

from dateline.article import one_line
from dateline.cli.means import Means, Opened
from dateline.cli.options import Source, refuse
from dateline.cli.output import is_page, say, unwritable, write_file
from dateline.cli.progress import progress
from dateline.cli.several import Planned, Target, check_targets, planned
from dateline.cli.sharing import Sharing
from dateline.errors import ArticleError, OutputError
from dateline.model import Story

if TYPE_CHECKING:
    from dateline.collection import Collection
    from dateline.gazetteer import Gazetteer

DEFAULT_FOLDER = "maps"
"""Where the pages go if nobody says otherwise."""

INDEX = "index"
"""Stem of the index page; no article's page has it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a user wants of several articles."""

    folder: Path
    """Where the pages go."""
    title: str
    """Title of the index; empty for its own."""
    tiles: str
    """Name of a tile provider; empty for none."""
    sharing: Sharing
    """Whether the places of each article are written beside its page."""
    words: str
    """Language of the pages' own words; empty for that of each article."""
    force: bool
    """Whether what is not ours may be overwritten."""

    @classmethod
    def checked(
        cls,
        output: str | None,
        title: str | None,
        tiles: str,
        sharing: Sharing,
        *,
        words: str,
        force: bool,
    ) -> Self:
        """Take what was given.

        Raises
        ------
        UsageError
            Where it makes sense for one article only.
        OutputError
            Where the folder is a file.
        """
        folder = Path(output or DEFAULT_FOLDER)
        alone = "is for one article: leave it out, or map the articles one by one."
        refuse(
            [
                (output == "-", "-o - is for one article: name a folder for several."),
                (bool(sharing.address), f"--embed {alone}"),
                (sharing.preview is not None, f"--preview {alone}"),
            ]
        )
        if folder.exists() and not folder.is_dir():
            raise OutputError(f"{one_line(str(folder))} is a file: expected a folder after -o.")
        return cls(folder, title or "", tiles, sharing, words, force)


def map_many(
    sources: Sequence[Source],
    wanted: Wanted,
    means: Means,
) -> Path:
    """Map articles one by one, then all of them together.

    Parameters
    ----------
    sources
        Articles, and folders of articles.
    wanted
        Where the pages go and what is in them.
    means
        What names are found and looked up with, as for one article.

    Returns
    -------
    Path
        The index page.

    Raises
    ------
    ArticleError
        After all is written, where an article could not be read; it is missing then.
    OutputError
        Where a file of another would be overwritten (before anything is), or nothing be written.
    """
    plans = planned(sources, wanted.folder, taken=(INDEX,))
    index = wanted.folder / f"{INDEX}.html"
    targets: list[Target] = [(index, is_page), *((p.page, is_page) for p in plans)]
    for plan in plans:
        targets += [(file, ours) for file, ours in wanted.sharing.targets(plan.page) if file]
    check_targets(targets, plans, force=wanted.force)

    from dateline.collection import collect

    run = _Run(wanted, [])
    with means.opened() as opened:
        collection = collect(run.stories(plans, opened), wanted.title)
        for failure in run.failures:
            click.echo(f"Error: {failure}", err=True)
        if collection.entries:
            _write_index(collection, index, wanted, opened.gazetteer)
    if run.failures:
        missing, count = len(run.failures), len(plans)
        raise ArticleError(
            f"{missing} of {count} articles could not be mapped: see the lines above."
        )
    return index


@dataclass(frozen=True, slots=True)
class _Run:
    """What does not change from article to article, and what went wrong so far."""

    wanted: Wanted
    failures: list[str]

    def stories(self, plans: Sequence[Planned], opened: Opened) -> Iterator[tuple[str, Story]]:
        """Map each article and write its page; go on after one that cannot be read."""
        with progress("Mapping", [plan.source.name for plan in plans]) as done:
            for plan in plans:
                try:
                    yield plan.name, self._mapped(plan, opened)
                except ArticleError as error:
                    self.failures.append(one_line(str(error)))
                done(plan.size)

    def _mapped(self, plan: Planned, opened: Opened) -> Story:
        from dateline.render import PageOptions, render_page

        story, gazetteer = opened.map(plan.read()), opened.gazetteer
        options = PageOptions(tiles=self.wanted.tiles, language=self.wanted.words)
        page = render_page(story, gazetteer=gazetteer, options=options)
        _make_folder(self.wanted.folder)
        write_file(plan.page, page.encode("utf-8"))
        for _ in self.wanted.sharing.write(story, plan.page, gazetteer, tiles=bool(options.tiles)):
            pass
        return story


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(unwritable(folder, error)) from None


def _write_index(
    collection: "Collection", file: Path, wanted: Wanted, gazetteer: "Gazetteer"
) -> None:
    """Write the index page, and say what is in it."""
    from dateline.render import PageOptions
    from dateline.render.index import render_index

    options = PageOptions(tiles=wanted.tiles, language=wanted.words)
    data = render_index(collection, gazetteer=gazetteer, options=options).encode("utf-8")
    write_file(file, data)
    mentions = sum(site.mentions for site in collection.sites)
    say(
        f"Wrote {one_line(str(file))} ({len(data) / 1000:,.0f} kB), and beside it the story maps "
        f"of {len(collection.entries):,} articles: {len(collection.sites):,} places, "
        f"{mentions:,} mentions.\n"
    )
