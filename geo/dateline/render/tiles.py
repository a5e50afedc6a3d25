"""Online tiles that a reader may load: one provider, its address and what is owed to it."""

from typing import TYPE_CHECKING, TypedDict
from urllib.parse import urlsplit

from dateline.errors import UsageError

if TYPE_CHECKING:
    from xyzservices import TileProvider

MOST_ZOOM = 18
"""Deepest zoom of providers that do not say."""


class Tiles(TypedDict):
    """A provider, as ``assets/story/tiles.mjs`` uses it."""

    url: str
    subdomains: str
    zoom: int
    attribution: str
    hosts: list[str]


def tiles_of(name: str) -> Tiles:
    """Look a provider up by name.

    Parameters
    ----------
    name
        A name that xyzservices knows: "OpenStreetMap", "Esri.WorldGrayCanvas".

    Returns
    -------
    Tiles
        Address template, hosts and attribution in plain text.

    Raises
    ------
    UsageError
        If there is no such provider, if it needs a key or is not served over https.

    Examples
    --------
    >>> tiles_of("OpenStreetMap.Mapnik")["hosts"]
    ['https://tile.openstreetmap.org']
    """
    provider = _provider(name)
    if provider.requires_token():
        raise UsageError(f"tile provider {name!r} needs a key: expected one that needs none.")
    url = provider.build_url(scale_factor="{r}", fill_subdomain=False)
    subdomains = _subdomains(provider) if "{s}" in url else [""]
    hosts = list(dict.fromkeys(_host(url.replace("{s}", letter)) for letter in subdomains))
    if not all(host.startswith("https://") for host in hosts):
        raise UsageError(f"tile provider {name!r} is not served over https: expected one that is.")
    return Tiles(
        url=url,
        subdomains="".join(subdomains),
        zoom=int(provider.get("max_zoom", MOST_ZOOM)),
        attribution=str(provider.get("attribution", "")),
        hosts=hosts,
    )


def _provider(name: str) -> "TileProvider":
    """Look a provider up; the name of a family means its first member."""
    import xyzservices

    families = {family.lower(): members for family, members in xyzservices.providers.items()}
    family = families.get(name.lower())
    if family and not isinstance(family, xyzservices.TileProvider):
        return next(iter(family.values()))
    try:
        return xyzservices.providers.query_name(name)
    except ValueError:
        raise UsageError(
            f"no tile provider {name!r}: expected a name that xyzservices knows, "
            "such as OpenStreetMap.Mapnik."
        ) from None


def _subdomains(provider: "TileProvider") -> list[str]:
    """Letters that a provider puts before its host; ``abc`` is Leaflet's own default."""
    return list(provider.get("subdomains", "abc"))


def _host(url: str) -> str:
    """Scheme and host of an address, as a content security policy names it."""
    split = urlsplit(url)
    return f"{split.scheme}://{split.netloc}"
