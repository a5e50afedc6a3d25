"""Options for asking a geocoder for names that the gazetteer lacks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from dateline.article import one_line
from dateline.cli.options import Command, refuse

if TYPE_CHECKING:
    from dateline.geocoders import Enquiry

PREFIX = "DATELINE_GEOCODER_"
"""Beginning of the environment variables that the options can be given by."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Which geocoder is to be asked, and how."""

    service: str
    """geopy's name of the service; empty for none."""
    url: str
    """Address of the server; empty for the public one."""
    key: str
    """API key or user name; empty for none."""
    contact: str
    """Where the service's operators reach the user; may be empty."""
    cache: Path | None
    """Folder of the cache; the platform's own by default."""
    timeout: float
    """Seconds to wait for an answer."""
    delay: float
    """Seconds from one request to the next."""

    @contextmanager
    def opened(self) -> "Iterator[Enquiry | None]":
        """Open the geocoder, if one is wanted; what goes wrong is said on standard error."""
        if not self.service:
            yield None
            return
        from dateline.geocoders import Options, open_geocoder

        options = Options(self.url, self.key, self.contact, self.timeout, self.delay, self.cache)
        with open_geocoder(self.service, options, warn=_warn) as enquiry:
            yield enquiry


def _warn(text: str) -> None:
    click.echo(f"Warning: {one_line(text)}", err=True)


def _option(name: str, text: str, **settings: Any) -> Callable[[Command], Command]:  # noqa: ANN401 - click's own
    """Make an option that an environment variable can stand for."""
    return click.option(
        f"--geocoder-{name}",
        f"geocoder_{name}",
        envvar=f"{PREFIX}{name.upper()}",
        help=text,
        **settings,
    )


_OPTIONS = (
    click.option(
        "--geocoder",
        "geocoder_service",
        metavar="SERVICE",
        default="",
        help="Ask nominatim, photon, pelias, geonames or another geocoder of geopy for names that "
        "the gazetteer lacks. Sends these names, never the text.",
    ),
    _option("url", "Its address, if not the public one.", metavar="URL", default=""),
    _option(
        "key",
        f"Its API key or user name, if it needs one; better in {PREFIX}KEY.",
        metavar="KEY",
        default="",
    ),
    _option("contact", "How its operators can reach you.", metavar="ADDRESS", default=""),
    _option(
        "cache",
        "Folder in which answers are kept for 30 days.",
        metavar="DIR",
        type=click.Path(path_type=Path, file_okay=False),
    ),
    _option(
        "timeout",
        "Seconds to wait for an answer.",
        type=click.FloatRange(0.1, 60),
        default=4.0,
        show_default=True,
    ),
    _option(
        "delay",
        "Seconds from one request to the next.",
        type=click.FloatRange(0, 60),
        default=1.0,
        show_default=True,
    ),
)


def asks_geocoder(command: Command) -> Command:
    """Add the options for a geocoder; the command is called with an `Asking`."""

    @wraps(command)
    def asking(
        *arguments: Any,  # noqa: ANN401 - the command's own
        geocoder_service: str,
        geocoder_url: str,
        geocoder_key: str,
        geocoder_contact: str,
        geocoder_cache: Path | None,
        geocoder_timeout: float,
        geocoder_delay: float,
        **options: Any,  # noqa: ANN401 - the command's own
    ) -> None:
        _refuse_alone(geocoder_service)
        chosen = Asking(
            geocoder_service,
            geocoder_url,
            geocoder_key,
            geocoder_contact,
            geocoder_cache,
            geocoder_timeout,
            geocoder_delay,
        )
        command(*arguments, asking=chosen, **options)

    decorated: Command = asking
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated


def _refuse_alone(service: str) -> None:
    """Refuse ``--geocoder-url`` and the like where no geocoder is named; variables may stay."""
    context = click.get_current_context()
    typed = [
        name
        for name in context.params
        if name.startswith("geocoder_")
        and context.get_parameter_source(name) is ParameterSource.COMMANDLINE
    ]
    lone = f"--{typed[0].replace('_', '-')}" if typed else ""
    refuse([(bool(typed) and not service, f"{lone} needs --geocoder: say which service it is.")])
