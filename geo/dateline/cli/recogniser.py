"""Options that choose how toponyms are found."""

from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.options import Command, refuse

if TYPE_CHECKING:
    from dateline.recognise.recogniser import Method

WITHOUT_TAGGER = "onnxruntime or tokenizers is not installed: places are found by rules alone."
"""What is said where places are found less well than they could be."""

CLASH = "is the tagger's: leave out that or --recogniser rules."
"""What is said of an option that the rules do not have."""

_METHOD = click.option(
    "--recogniser",
    "method",
    type=click.Choice(["tagger", "rules"]),
    help="Find places by the trained tagger, or by rules alone.  [default: tagger]",
)
_FAST = click.option(
    "--fast", is_flag=True, help="Use the lower end of the tagger: faster, a little less accurate."
)
_METONYMS = click.option(
    "--metonyms",
    is_flag=True,
    help='Call places associative that act or only modify: "China agreed", "Kent detectives".',
)
_THREADS = click.option(
    "--threads",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Threads that the tagger may use.",
)


def chooses_recogniser(command: Command) -> Command:
    """Add the options; the command is called with a `Recogniser`."""

    @wraps(command)
    def choosing(
        *arguments: Any,  # noqa: ANN401 - the command's own
        method: "Method | None",
        fast: bool,
        metonyms: bool,
        threads: int,
        **options: Any,  # noqa: ANN401 - the command's own
    ) -> None:
        ruled = method == "rules"
        refuse([(fast and ruled, f"--fast {CLASH}"), (metonyms and ruled, f"--metonyms {CLASH}")])
        from dateline.recognise import Recogniser

        chosen = Recogniser("fast" if fast else method, threads, metonyms=metonyms)
        if chosen.name is None and chosen.method == "rules":
            click.echo(f"Warning: {WITHOUT_TAGGER}", err=True)
        command(*arguments, recogniser=chosen, **options)

    return _METHOD(_FAST(_METONYMS(_THREADS(choosing))))
