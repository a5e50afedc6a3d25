"""``dateline map``: an article in, a page out."""

import sys
from pathlib import Path

import click

from dateline.article import one_line
from dateline.cli.means import Means, takes_means
from dateline.cli.options import (
    Source,
    force_option,
    output_option,
    reads_article,
    refuse,
)
from dateline.cli.output import (
    check_target,
    is_page,
    say,
    write_file,
    write_standard_output,
)
from dateline.cli.several import is_folder
from dateline.cli.sharing import Sharing, shares_page
from dateline.cli.warming import warming
from dateline.cli.wording import words_option
from dateline.model import Story


@click.command("map", short_help="Write a page with ARTICLE's text beside a map of its places")
@reads_article("txt", "md", "html", many=True)
@output_option(
    "Where the page goes; - is standard output. Of several articles, the folder.  "
    "[default: <stem>.html, here; of several, the folder maps]"
)
@click.option("--title", help="Title of the index page of several articles.")
@click.option("--open", "open_", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--tiles",
    metavar="PROVIDER",
    default="",
    help="Let the page load map tiles, say from OpenStreetMap.Mapnik; by default it loads nothing.",
)
@words_option
@shares_page
@force_option
@takes_means
def map_(  # noqa: PLR0913 - one argument a group of options
    sources: tuple[Source, ...],
    *,
    output: str | None,
    title: str | None,
    open_: bool,
    tiles: str,
    words: str,
    sharing: Sharing,
    force: bool,
    means: Means,
) -> None:
    """Map ARTICLE: write a page with its text beside a map of its places.

    ARTICLE is a .txt, .md or .html file, or - for standard input. Of several, or of those in a
    folder and the folders in it, each gets its page, and index.html shows the places of all.
    """
    refuse([(output == "-" and open_, "--open needs a file: leave out -o -, or --open.")])
    sharing.check(output)
    if len(sources) > 1 or is_folder(sources[0].name):
        from dateline.cli.index import Wanted, map_many

        wanted = Wanted.checked(output, title, tiles, sharing, words=words, force=force)
        index = map_many(sources, wanted, means)
        if open_:
            _show(index)
        return
    refuse([(title is not None, "--title is for several articles: one has its own.")])
    (source,) = sources
    with warming(means.recogniser):
        article = source.read()
        page_file = None if output == "-" else Path(output or f"{article.name}.html")
        for file, ours in ((page_file, is_page), *sharing.targets(page_file)):
            if file:
                check_target(file, source.name, force=force, ours=ours)

        from dateline.render import PageOptions, render_page

        with means.opened() as opened:
            story, gazetteer = opened.map(article), opened.gazetteer
            published = sharing.published(page_file)
            options = PageOptions(tiles=tiles, language=words, published=published)
            page = render_page(story, gazetteer=gazetteer, options=options)
            _write(page, page_file)
            shared = list(sharing.write(story, page_file, gazetteer, tiles=bool(tiles)))
    _report(story, [file for file in (page_file, *shared) if file])
    sharing.show_code(story, page_file, tiles=bool(tiles))
    if open_ and page_file:
        _show(page_file)


def _show(page: Path) -> None:
    import webbrowser

    if not webbrowser.open(page.resolve().as_uri()):
        click.echo(f"No browser was found: open {one_line(str(page))} yourself.", err=True)


def _write(text: str, file: Path | None) -> None:
    data = text.encode("utf-8")
    if file:
        write_file(file, data)
    else:
        write_standard_output(data)


def _report(story: Story, files: list[Path]) -> None:
    """Say where the result is and what is in it; beside a page on standard output, on stderr."""
    from dateline.cli.summary import summary

    wrote = "".join(
        f"Wrote {one_line(str(file))} ({file.stat().st_size / 1000:,.0f} kB).\n" for file in files
    )
    if files:
        say(wrote + summary(story))
    else:
        click.echo(summary(story, sys.stderr), err=True, nl=False)
