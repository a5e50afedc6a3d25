"""The gazetteer where geopy users expect a geocoder."""

from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final, NoReturn

from geopy.adapters import BaseAsyncAdapter, BaseSyncAdapter
from geopy.exc import GeocoderServiceError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from dateline.describe import full_name
from dateline.errors import UsageError
from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.geocoders.lookup import find
from dateline.geocoders.nearest import nearest_towns
from dateline.model import LonLat, Place

MOST: Final = 10
"""Places in a list if no limit is given, as with Nominatim."""

_STRUCTURE: Final = ("city", "county", "state", "country")
"""Parts of a structured query, from the smallest up; they are Nominatim's words."""


class NoAdapter(BaseSyncAdapter):  # type: ignore[misc]  # geopy is untyped
    """Fetches nothing: the gazetteer is a file."""

    def get_text(self, url: str, **_: object) -> NoReturn:
        """Refuse."""
        raise GeocoderServiceError(f"{url} is not fetched: the gazetteer needs no network")

    get_json = get_text


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]  # geopy is untyped
    """Geocodes from the gazetteer, as geopy's geocoders do from their services.

    Use it as a context manager and in one thread. With an `adapter_factory` that is asynchronous
    the answers are awaitable, as `geopy.extra.rate_limiter.AsyncRateLimiter` wants them.

    Parameters
    ----------
    gazetteer
        One that is open, and stays so; by default the package's own, which is closed on exit.
    adapter_factory
        Only whether it is synchronous matters.
    **options
        The others of `geopy.geocoders.base.Geocoder`; none of them matters here.

    Examples
    --------
    >>> with GazetteerGeocoder() as geocoder:
    ...     print(geocoder.geocode("Paris, Texas"))
    ...     print(geocoder.reverse((53.9, 27.57)).address)
    Paris, Texas, United States
    Minsk, Belarus
    """

    def __init__(
        self,
        gazetteer: Gazetteer | None = None,
        *,
        adapter_factory: Any = NoAdapter,  # noqa: ANN401 - geopy is untyped
        **options: Any,  # noqa: ANN401 - passed on
    ) -> None:
        super().__init__(adapter_factory=adapter_factory, **options)
        self._gazetteer = gazetteer or open_gazetteer()
        self._own = gazetteer is None

    def __exit__(self, *error: object) -> None:
        """Close the package's gazetteer."""
        super().__exit__(*error)
        self.close()

    async def __aexit__(self, *error: object) -> None:
        """Close the package's gazetteer."""
        await super().__aexit__(*error)
        self.close()

    def close(self) -> None:
        """Close the gazetteer, unless it was given."""
        if self._own:
            self._gazetteer.close()

    def geocode(
        self,
        query: str | Mapping[str, str],
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ANN401, ARG002 - geopy's signature
        limit: int | None = None,
        country_codes: str | Sequence[str] | None = None,
    ) -> Any:  # noqa: ANN401 - geopy is untyped
        """Look a name up.

        Parameters
        ----------
        query
            A name, alone or with areas that it lies in ("Paris, Texas"); or a mapping with any
            of ``city``, ``county``, ``state`` and ``country``.
        exactly_one
            Whether only the most important place is wanted.
        timeout
            Has no effect.
        limit
            Places in a list, 1 or more; `MOST` by default.
        country_codes
            ISO 3166-1 alpha-2 codes of the countries to look in, in either case.

        Returns
        -------
        geopy.Location, list of it, or None
            ``None`` where the gazetteer has no such place. `raw` holds the gazetteer's entry.

        Raises
        ------
        UsageError
            If `limit` is less than 1.
        """
        found = find(_written(query), self._gazetteer)
        wanted = _codes(country_codes)
        locations = [
            _location(c.place, name_type=c.name_type)
            for c in found
            if not wanted or c.place.country_code in wanted
        ]
        return self._answer(locations, limit, exactly_one=exactly_one)

    def reverse(
        self,
        query: Any,  # noqa: ANN401 - whatever makes a geopy.Point
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ANN401, ARG002 - geopy's signature
        limit: int | None = None,
    ) -> Any:  # noqa: ANN401 - geopy is untyped
        """Find the nearest towns of 5,000 inhabitants or more.

        Parameters
        ----------
        query
            A ``geopy.Point``, latitude and longitude in degrees, or text that says them.
        exactly_one
            Whether only the nearest is wanted.
        timeout
            Has no effect.
        limit
            Towns in a list, 1 or more; `MOST` by default.

        Returns
        -------
        geopy.Location, list of it, or None
            The nearest first; ``raw["distance_km"]`` is the geodesic distance. ``None`` only from
            a gazetteer without towns.

        Raises
        ------
        UsageError
            If `limit` is less than 1.
        """
        point = query if isinstance(query, Point) else Point(query)
        count = 1 if exactly_one else limit or MOST
        near = nearest_towns(self._gazetteer, LonLat(point.longitude, point.latitude), count)
        locations = [_location(town, distance_km=round(km, 3)) for km, town in near]
        return self._answer(locations, limit, exactly_one=exactly_one)

    def _answer(
        self, locations: list[Any], limit: int | None, *, exactly_one: bool
    ) -> Any | Awaitable[Any]:  # noqa: ANN401 - geopy is untyped
        if limit is not None and limit < 1:
            raise UsageError(f"limit={limit} makes no sense: expected 1 or more.")
        cut = locations[: limit or MOST] or None
        answer = cut[0] if cut and exactly_one else cut
        return _awaitable(answer) if isinstance(self.adapter, BaseAsyncAdapter) else answer


async def _awaitable(answer: Any) -> Any:  # noqa: ANN401 - geopy is untyped
    return answer


def _written(query: str | Mapping[str, str]) -> str:
    if isinstance(query, str):
        return query
    return ", ".join(query[part] for part in _STRUCTURE if query.get(part))


def _codes(country_codes: str | Sequence[str] | None) -> frozenset[str]:
    given = [country_codes] if isinstance(country_codes, str) else country_codes or ()
    return frozenset(code.strip().upper() for text in given for code in text.split(","))


def _location(place: Place, **more: object) -> Any:  # noqa: ANN401 - geopy is untyped
    """Make geopy's location of a place; `raw` is the gazetteer's entry by its own field names."""
    raw = {**asdict(place), "lat": place.point.lat, "lon": place.point.lon, **more}
    raw.pop("point")
    return Location(full_name(place), place.point.latlon, raw)
