"""geopy's geocoders behind the gazetteer, and the gazetteer as one of geopy's geocoders.

`open_geocoder` reaches a service by its name and `as_enquiry` takes any geopy geocoder; `fill` asks
it for the names that the gazetteer lacks. `GazetteerGeocoder` goes where geopy users expect a
geocoder. The names below are loaded when they are first used, because geopy's geocoders take long
to import.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.geocoders.enquiry import Enquiry, as_enquiry
    from dateline.geocoders.gaps import credit, fill
    from dateline.geocoders.gazetteer import GazetteerGeocoder
    from dateline.geocoders.services import Options, open_geocoder

__all__ = [
    "Enquiry",
    "GazetteerGeocoder",
    "Options",
    "as_enquiry",
    "credit",
    "fill",
    "open_geocoder",
]

_HOME = {
    "Enquiry": "enquiry",
    "GazetteerGeocoder": "gazetteer",
    "Options": "services",
    "as_enquiry": "enquiry",
    "credit": "gaps",
    "fill": "gaps",
    "open_geocoder": "services",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  (module attributes can be of any type)
    """Load a public name on first use (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module 'dateline.geocoders' has no attribute {name!r}")
    return getattr(import_module(f"dateline.geocoders.{_HOME[name]}"), name)
