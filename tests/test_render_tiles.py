"""Online tiles: only from providers that a page can use without a key."""

import pytest

from dateline.errors import UsageError
from dateline.render.tiles import tiles_of


@pytest.mark.parametrize(
    ("name", "hosts"),
    [
        ("OpenStreetMap.Mapnik", ["https://tile.openstreetmap.org"]),
        ("openstreetmap", ["https://tile.openstreetmap.org"]),
        ("Esri.WorldGrayCanvas", ["https://server.arcgisonline.com"]),
        (
            "OpenTopoMap",
            [f"https://{letter}.tile.opentopomap.org" for letter in "abc"],
        ),
    ],
)
def test_provider_is_found_with_its_hosts(name: str, hosts: list[str]) -> None:
    tiles = tiles_of(name)
    assert tiles["hosts"] == hosts
    assert tiles["attribution"]
    assert "{z}" in tiles["url"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Nowhere.Map", r"no tile provider 'Nowhere.Map': expected a name that xyzservices knows"),
        ("", r"no tile provider ''"),
        ("Thunderforest.OpenCycleMap", r"needs a key: expected one that needs none"),
    ],
)
def test_other_providers_are_refused_with_a_way_out(name: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        tiles_of(name)
