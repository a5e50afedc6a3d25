"""What names are found and looked up with: options that every command over texts shares."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.cli.geocoder import Asking, asks_geocoder
from dateline.cli.options import Command, gazetteer_option
from dateline.cli.recogniser import chooses_recogniser

if TYPE_CHECKING:
    from dateline.gazetteer import Gazetteer
    from dateline.geocoders import Enquiry
    from dateline.model import Article, Story
    from dateline.recognise import Recogniser


@dataclass(frozen=True, slots=True)
class Opened:
    """A gazetteer and a geocoder, open, and how toponyms are found."""

    gazetteer: "Gazetteer"
    """Where names are looked up."""
    enquiry: "Enquiry | None"
    """Asks a geocoder for the names that the gazetteer lacks."""
    recogniser: "Recogniser"
    """How toponyms are found."""

    def map(self, article: "Article") -> "Story":
        """Find, resolve and draw the places of an article."""
        from dateline.pipeline import map_article

        return map_article(
            article,
            gazetteer=self.gazetteer,
            geocoder=self.enquiry,
            recogniser=self.recogniser,
        )


@dataclass(frozen=True, slots=True)
class Means:
    """What the user chose."""

    asking: Asking
    """Which geocoder is asked, if any."""
    recogniser: "Recogniser"
    """How toponyms are found."""
    gazetteer_file: Path | None
    """Another gazetteer than the package's."""

    @contextmanager
    def opened(self) -> Iterator[Opened]:
        """Open what has to be opened."""
        from dateline.gazetteer import open_gazetteer

        with open_gazetteer(self.gazetteer_file) as gazetteer, self.asking.opened() as enquiry:
            yield Opened(gazetteer, enquiry, self.recogniser)


def takes_means(command: Command) -> Command:
    """Add the options of recogniser, geocoder and gazetteer; the command gets a `Means`."""

    @wraps(command)
    def taking(
        *arguments: Any,  # noqa: ANN401 - the command's own
        asking: Asking,
        recogniser: "Recogniser",
        gazetteer_file: Path | None,
        **options: Any,  # noqa: ANN401 - the command's own
    ) -> None:
        command(*arguments, means=Means(asking, recogniser, gazetteer_file), **options)

    return chooses_recogniser(asks_geocoder(gazetteer_option(taking)))
