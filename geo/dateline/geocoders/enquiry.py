"""Names asked of one geocoder in one run: not too fast, not twice, and not of a dead server."""

import logging
from collections.abc import Callable, Mapping
from inspect import signature
from types import TracebackType
from typing import Any, Final, Self
from warnings import catch_warnings, simplefilter

from geopy.adapters import BaseAsyncAdapter
from geopy.exc import (
    ConfigurationError,
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderQuotaExceeded,
    GeocoderRateLimited,
    GeopyError,
)
from geopy.extra.rate_limiter import RateLimiter

from dateline.errors import UsageError
from dateline.geocoders.answers import MOST_ANSWERS, Answer, read_answers
from dateline.geocoders.cache import AnswerCache
from dateline.geocoders.gazetteer import GazetteerGeocoder
from dateline.geocoders.patience import Patience
from dateline.model import LonLat

DELAY: Final = 1.0
"""Seconds from one request to the next: what the public Nominatim allows (its usage policy)."""

LONGEST_QUERY: Final = 120
"""Code points of a name; longer ones are not asked for."""

LANGUAGE: Final = "en"
"""Language of the answers, as of the gazetteer's names."""

NEAR_DEGREES: Final = 2
"""Degrees around the story's own places in which an answer is likelier: some 200 km."""

_Spot = tuple[int, int]
"""Longitude and latitude, whole degrees."""

MOST_REMEMBERED: Final = 10_000
"""Names whose answers are kept in memory; a long stream goes on without remembering more."""

_LOG: Final = logging.getLogger("dateline.geocoders")

_FINAL: Final = (
    ConfigurationError,
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderQuotaExceeded,
)
"""What will be the same the next time."""

_FAILURES: Final = (
    GeopyError,
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a server's trouble or nonsense may raise inside geopy, which trusts its answers."""


def as_enquiry(geocoder: Any) -> "Enquiry":  # noqa: ANN401 - any of geopy's geocoders
    """Take a geopy geocoder, or an enquiry as it is.

    Parameters
    ----------
    geocoder
        An object with a method ``geocode``, as in `geopy.geocoders`.

    Raises
    ------
    UsageError
        If it is no such object, or one that answers asynchronously.
    """
    return geocoder if isinstance(geocoder, Enquiry) else Enquiry(geocoder)


class Enquiry:
    """Asks a geocoder for names; trouble is told in one line and never raised.

    Parameters
    ----------
    geocoder
        A geopy geocoder, of any service.
    name
        What readers know the service by; the class's name by default.
    attribution
        Line owed to it on a page.
    delay
        Seconds from one request to the next; by default `DELAY`, and none for
        `GazetteerGeocoder`, which is on this machine.
    cache
        Where answers are kept between runs; it is closed with the enquiry.
    warn
        Is told what went wrong; a logger by default.
    """

    def __init__(
        self,
        geocoder: Any,  # noqa: ANN401 - any of geopy's geocoders
        *,
        name: str = "",
        attribution: str = "",
        delay: float | None = None,
        cache: AnswerCache | None = None,
        warn: Callable[[str], None] = _LOG.warning,
    ) -> None:
        ask = _checked(geocoder)
        self.name = name or type(geocoder).__name__
        self.attribution = attribution or f"Some places by {self.name}"
        if delay is None:
            delay = 0.0 if isinstance(geocoder, GazetteerGeocoder) else DELAY
        self._ask = RateLimiter(
            ask,
            min_delay_seconds=delay,
            max_retries=0,
            error_wait_seconds=delay,
            swallow_exceptions=False,
        )
        offered = {"exactly_one": False, "limit": MOST_ANSWERS, "language": LANGUAGE}
        taken = signature(ask).parameters
        self._choices = {key: value for key, value in offered.items() if key in taken}
        self._nearer = next((key for key in ("viewbox", "location_bias") if key in taken), "")
        self._cache = cache
        self._known: dict[str, tuple[Answer, ...]] = {}
        self._patience = Patience(self.name, warn)

    def __enter__(self) -> Self:
        """Give the enquiry itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the cache."""
        self.close()

    def close(self) -> None:
        """Close the cache."""
        if self._cache:
            self._cache.close()

    @property
    def given_up(self) -> bool:
        """Whether the geocoder is asked no more in this run."""
        return self._patience.ended

    def ask(self, name: str, near: LonLat | None = None) -> tuple[Answer, ...]:
        """Ask for a name, of this run's memory first, then of the cache, then of the service.

        Parameters
        ----------
        name
            The name alone, or with an area: "Pinhook, Missouri".
        near
            Around where the place is likelier than elsewhere; services that can be told so are
            told the whole degree.

        Returns
        -------
        tuple of Answer
            The likeliest first; empty where the service knows no such place or cannot be asked.
        """
        query = " ".join(name.split())
        if not query or len(query) > LONGEST_QUERY:
            return ()
        spot = (round(near.lon), round(near.lat)) if near and self._nearer else None
        key = f"{query} @ {spot[0]}, {spot[1]}" if spot else query
        found = self._known.get(key)
        if found is None:
            found = self._looked_up(key, query, spot)
            if found is not None and len(self._known) < MOST_REMEMBERED:
                self._known[key] = found
        return found or ()

    def _looked_up(self, key: str, query: str, spot: _Spot | None) -> tuple[Answer, ...] | None:
        found = self._cache.get(key) if self._cache else None
        if found is None and not self.given_up:
            found = self._fetched(query, self._choices | self._bias(spot))
            if found is not None and self._cache:
                self._cache.put(key, found)
        return found

    def _bias(self, spot: _Spot | None) -> dict[str, Any]:
        """Say where the place is likelier, in the way that the geocoder understands."""
        if not spot:
            return {}
        lon, lat = spot
        south, north = max(-90, lat - NEAR_DEGREES), min(90, lat + NEAR_DEGREES)
        west, east = max(-180, lon - NEAR_DEGREES), min(180, lon + NEAR_DEGREES)
        box = ((south, west), (north, east))
        return {self._nearer: box if self._nearer == "viewbox" else (lat, lon)}

    def _fetched(self, query: str, choices: Mapping[str, Any]) -> tuple[Answer, ...] | None:
        """Ask the service; after a request to wait once more."""
        for _ in range(2):
            try:
                with catch_warnings():
                    simplefilter("ignore")
                    found = read_answers(self._ask(query, **choices))
            except GeocoderRateLimited as error:
                if not self._patience.wait(error.retry_after):
                    return None
            except _FAILURES as error:
                self._patience.fail(error, final=isinstance(error, _FINAL))
                return None
            else:
                self._patience.renew()
                return found
        self._patience.fail("HTTP status 429")
        return None


def _checked(geocoder: Any) -> Callable[..., Any]:  # noqa: ANN401 - any of geopy's geocoders
    """Give the method to call."""
    ask = getattr(geocoder, "geocode", None)
    if not callable(ask):
        raise UsageError(f"{geocoder!r} is no geocoder: expected one of geopy.geocoders.")
    if isinstance(getattr(geocoder, "adapter", None), BaseAsyncAdapter):
        raise UsageError(
            f"{type(geocoder).__name__} answers asynchronously: expected a geocoder with one of "
            "geopy's synchronous adapters."
        )
    checked: Callable[..., Any] = ask
    return checked
