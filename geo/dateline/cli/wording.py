"""The option that chooses the language of a page's own words."""

import click


def _spoken(_context: click.Context, _parameter: click.Parameter, tag: str | None) -> str:
    """Take a language that pages have words in; empty where none is asked for.

    Raises
    ------
    click.BadParameter
        Where there are no words in it.
    """
    if tag is None:
        return ""
    from dateline.render.words import languages, primary

    if primary(tag) not in languages():
        known = ", ".join(languages())
        raise click.BadParameter(f"there are no words in {tag!r}: expected one of {known}.")
    return primary(tag)


words_option = click.option(
    "--words",
    metavar="TAG",
    callback=_spoken,
    help="Language of the page's own words, say de; by default the article's.",
)
"""Adds ``--words TAG`` to a command."""
