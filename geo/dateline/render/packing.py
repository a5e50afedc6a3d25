"""The payload as short as it can be said: what follows from the rest is left out.

``assets/story/data.mjs`` puts it back. Everything here is about bytes; what the fields mean stands
in `dateline.render.payload`.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from dateline.render.basemap import BaseMap, BaseName
from dateline.render.payload import Payload, PayloadFeature, PayloadMention
from dateline.render.words import WRITTEN

DEFAULTS: Mapping[str, object] = {
    "shape": "pin",
    "kind": "literal",
    "confidence": "sure",
    "uncertain": False,
    "vague": False,
    "broad": False,
    "bordered": False,
    "alternatives": [],
    "outline": "",
}
"""Values that are not written; ``assets/story/data.mjs`` has the same."""


def packed(payload: Payload) -> dict[str, Any]:
    """Shorten a payload for the page's script.

    Parameters
    ----------
    payload
        From `dateline.render.payload.payload_of`.

    Returns
    -------
    dict
        For `dateline.render.payload.as_json`.
    """
    features = [_feature(feature) for feature in payload["features"]]
    words = {key: phrase for key, phrase in payload["words"].items() if key not in WRITTEN}
    return {
        **payload,
        "words": words,
        "features": features,
        "base": packed_base(payload["base"]),
    }


def _feature(feature: PayloadFeature) -> dict[str, Any]:
    """Leave out what is usual, and the box of a point."""
    kept = {name: value for name, value in feature.items() if DEFAULTS.get(name) != value}
    if feature["shape"] == "pin":
        del kept["box"]
    return {**kept, "mentions": [_mention(mention) for mention in feature["mentions"]]}


def _mention(mention: PayloadMention) -> list[int]:
    """Numbers of a mention and of the block it stands in.

    Examples
    --------
    >>> _mention({"id": "m-12", "paragraph": "p4", "kind": "literal"})
    [12, 4]
    """
    return [int(mention["id"].removeprefix("m-")), int(mention["paragraph"].removeprefix("p"))]


def packed_base(base: BaseMap) -> dict[str, Any]:
    """Shorten a base map for the page's script."""
    return {**base, "names": _names(base["names"])}


def _names(names: Iterable[BaseName]) -> dict[str, list[list[Any]]]:
    """Gather names by sort; each is followed by its spots, a town's without room.

    Examples
    --------
    >>> _names([{"name": "Riga", "sort": "town", "spots": [[24.1, 56.9, 0.0]]}])
    {'town': [['Riga', [24.1, 56.9]]]}
    """
    sorts: dict[str, list[list[Any]]] = {}
    for one in names:
        spots = [spot if spot[-1] else spot[:-1] for spot in one["spots"]]
        sorts.setdefault(one["sort"], []).append([one["name"], *spots])
    return sorts
