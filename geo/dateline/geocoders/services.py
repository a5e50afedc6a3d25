"""Services by name: where they are, what they need, what is owed to them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import Parameter, signature
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from dateline import __version__
from dateline.errors import UsageError
from dateline.geocoders.cache import AnswerCache, default_folder
from dateline.geocoders.enquiry import DELAY, Enquiry
from dateline.geocoders.transport import BoundedAdapter

TIMEOUT: Final = 4.0
"""Seconds to wait for an answer; three failures, and a dead server has cost twelve."""

_KEYS: Final = ("api_key", "apikey", "username", "access_token", "subscription_key", "token")
"""Parameters of geopy's geocoders that hold an account: the first that a geocoder has is used."""

_OSM: Final = "© OpenStreetMap contributors (ODbL 1.0)"


@dataclass(frozen=True, slots=True)
class Service:
    """A service whose data may be kept and shown on any map."""

    title: str
    """What readers know it by."""
    attribution: str
    """Line owed to it on a page."""
    url: str = ""
    """Its public address; empty where it has none, or geopy knows it."""


SERVICES: Final[Mapping[str, Service]] = {
    "nominatim": Service(
        "Nominatim", f"{_OSM}, by Nominatim", "https://nominatim.openstreetmap.org"
    ),
    "photon": Service("Photon", f"{_OSM}, by Photon", "https://photon.komoot.io"),
    "pelias": Service(
        "Pelias",
        f"{_OSM}, Who’s On First, OpenAddresses and GeoNames (CC BY 4.0), by Pelias",
    ),
    "geonames": Service("GeoNames", "GeoNames (CC BY 4.0)", "https://secure.geonames.org"),
    "opencage": Service("OpenCage", f"{_OSM} and others, by OpenCage"),
}
"""By geopy's name for it. Others of geopy's work too, without a cache unless one is named: many
terms of use forbid to keep answers."""


@dataclass(frozen=True, slots=True)
class Options:
    """Choices for `open_geocoder`."""

    url: str = ""
    """Address of the server, ``https://host/path``; that of the public one by default."""
    key: str = ""
    """API key, or the name of a GeoNames account; sent to the service and written nowhere."""
    contact: str = ""
    """Where the service's operators can reach you; a part of the user agent."""
    timeout: float = TIMEOUT
    """Seconds to wait for an answer."""
    delay: float = DELAY
    """Seconds from one request to the next."""
    cache: Path | None = None
    """Folder of the cache; the platform's own for this user by default."""


def open_geocoder(
    service: str,
    options: Options = Options(),
    *,
    warn: Callable[[str], None] | None = None,
) -> Enquiry:
    """Reach one of geopy's services.

    Parameters
    ----------
    service
        geopy's name for it: ``nominatim``, ``photon``, ``pelias``, ``geonames`` …
    options
        Its address, an account, and how patient to be.
    warn
        Is told in one line when the service or the cache is given up; a logger by default.

    Returns
    -------
    Enquiry
        For `dateline.map_article`; close it when done.

    Raises
    ------
    UsageError
        If there is no such service, or if it needs something else.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     with open_geocoder("nominatim", Options(cache=Path(folder))) as enquiry:
    ...         print(enquiry.attribution)
    © OpenStreetMap contributors (ODbL 1.0), by Nominatim
    """
    from geopy.geocoders import SERVICE_TO_GEOCODER

    name = service.lower()
    if name not in SERVICE_TO_GEOCODER:
        known = ", ".join(SERVICE_TO_GEOCODER)
        raise UsageError(f"no geocoder {service!r}: expected one of geopy's ({known}).")
    made = SERVICE_TO_GEOCODER[name]
    known_service = SERVICES.get(name, Service(made.__name__, ""))
    url = options.url or known_service.url
    geocoder = made(**_arguments(name, made, url, options))
    told: dict[str, Any] = {"warn": warn} if warn else {}
    cache = _cache(name, url, options.cache, told)
    return Enquiry(
        geocoder,
        name=known_service.title,
        attribution=known_service.attribution,
        delay=options.delay,
        cache=cache,
        **told,
    )


def user_agent(contact: str) -> str:
    r"""Say who asks.

    Examples
    --------
    >>> user_agent("desk@example.org").partition("/")[0], user_agent("a\r\nb").isprintable()
    ('Dateline', True)
    """
    said = "".join(c for c in contact if c.isascii() and c.isprintable())
    return f"Dateline/{__version__} (story maps{'; ' if said else ''}{said})"


def _cache(name: str, url: str, folder: Path | None, told: Mapping[str, Any]) -> AnswerCache | None:
    if folder is None and name not in SERVICES:
        return None
    return AnswerCache(folder or default_folder(), name, url, **told)


def _arguments(name: str, made: Any, url: str, options: Options) -> dict[str, Any]:  # noqa: ANN401 - geopy is untyped
    """Put together what a geocoder of geopy is made with."""
    takes = signature(made.__init__).parameters
    given: dict[str, Any] = {
        "user_agent": user_agent(options.contact),
        "timeout": options.timeout,
        "adapter_factory": BoundedAdapter,
        **(_address(name, url, takes) if url else {}),
    }
    if options.key:
        slot = next((key for key in _KEYS if key in takes), None)
        if not slot:
            raise UsageError(f"geocoder {name!r} takes no key: leave it out.")
        given[slot] = options.key
    for parameter in list(takes.values())[1:]:
        if parameter.default is Parameter.empty and parameter.name not in given:
            raise UsageError(_lack(name, parameter.name))
    return given


def _address(name: str, url: str, takes: Mapping[str, Parameter]) -> dict[str, str]:
    """Split an address as geopy wants it."""
    try:
        split = urlsplit(url)
        odd = not split.hostname or split.port == 0 or "@" in split.netloc
    except ValueError:
        odd = True
    if odd or split.scheme not in {"http", "https"} or split.query or split.fragment:
        raise UsageError(f"{url!r} is no address of a geocoder: expected https://host/path.")
    if "domain" not in takes or "scheme" not in takes:
        raise UsageError(f"geocoder {name!r} is always at its own address: leave the address out.")
    return {"scheme": split.scheme, "domain": split.netloc + split.path.rstrip("/")}


def _lack(name: str, parameter: str) -> str:
    if parameter == "domain":
        return f"geocoder {name!r} has no public server: expected an address, https://host/path."
    if parameter in _KEYS:
        return f"geocoder {name!r} needs an account: expected its key or user name."
    return f"geocoder {name!r} needs a {parameter!r}: make it in Python and pass it on."
