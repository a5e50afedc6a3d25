"""The command ``dateline``, and what becomes of errors and interruptions."""

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from dateline import __version__
from dateline.article import one_line
from dateline.cli.thrift import thrift
from dateline.errors import DatelineError, UsageError

COMMANDS = {
    "map": "map_",
    "places": "places",
    "explain": "explain",
    "evaluate": "evaluate",
    "gazetteer": "gazetteer",
}
"""Commands, and what each is called in its module ``dateline.cli.<command>``."""

INTERRUPTED = 130
"""Exit code after Ctrl-C: 128 and the number of SIGINT, as shells have it."""

PIPE_CLOSED = 141
"""Exit code where the reader of our output has gone: 128 and the number of SIGPIPE."""

EPILOG = """\b
Exit codes: 0 done; 1 the input or its data is at fault, or the output
cannot be written; 2 usage; 130 interrupted; 141 the reader of the output
went away.
"""


class _AtFault(click.ClickException):
    """Input, data or output at fault; click prints it after "Error: "."""

    exit_code = DatelineError.exit_code


class _Misused(click.ClickException):
    """A call that does not make sense."""

    exit_code = UsageError.exit_code


class _Commands(click.Group):
    """A group that imports a command when it is called, and turns what goes wrong into one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of the help text."""
        return [*COMMANDS, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(
            import_module(f"dateline.cli.{cmd_name}"), COMMANDS[cmd_name]
        )
        return command

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run a command."""
        _print_what_can_be_printed()
        try:
            with thrift():
                return super().invoke(ctx)
        except DatelineError as error:
            failure = _Misused if isinstance(error, UsageError) else _AtFault
            raise failure(one_line(str(error))) from error
        except BrokenPipeError:
            _forget_standard_output()
            ctx.exit(PIPE_CLOSED)
        except KeyboardInterrupt:
            click.echo("Interrupted: no file was left half-written.", err=True)
            ctx.exit(INTERRUPTED)


def _print_what_can_be_printed() -> None:
    """Replace what the terminal's encoding lacks in messages, instead of failing on it."""
    with suppress(AttributeError, ValueError):
        sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]


def _forget_standard_output() -> None:
    """Keep Python from flushing into the closed pipe when it ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


@click.group(cls=_Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dateline", message="%(prog)s %(version)s")
def main() -> None:
    """Make story maps: an article goes in, one HTML file with text and map comes out.

    Everything happens on this machine; nothing is sent anywhere, unless you name a geocoder.
    """
