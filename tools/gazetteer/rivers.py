"""Rivers and lakes of the base map, and the rivers that have a name but no curated row."""

import re
import zlib
from collections import defaultdict

import shapely
from shapely.geometry.base import BaseGeometry

from dateline.names import fold
from tools.gazetteer.draft import Draft, Outline, Row
from tools.gazetteer.units import Unit
from tools.gazetteer.waters import Waters, coarse, merged, mouth

_BASE_MAP = 1 << 40
"""Keys of outlines that are no place's begin here, above every GeoNames id."""

_SAME_DEGREES = 0.5
"""How far two lines of one name may be apart and still be the same water."""

_SPECIAL = re.compile(r"\b(?:Canal|Channel|Branch|Delta|Outlet|Bayou|Creek|Fork|Protoka|Bratul)\b")
"""Words in a river's name that "River" does not go with."""


def add_rivers(draft: Draft, waters: Waters, units: list[Unit]) -> None:
    """Add the rivers that no curated row has, under their names with "River" in them."""
    tree = shapely.STRtree([unit.fine for unit in units])
    curated = _curated(draft)
    for name, lines in waters.other_rivers():
        line = merged(lines)
        if any(line.distance(other) <= _SAME_DEGREES for other in curated[fold(name)]):
            waters.rivers[""] += lines
            continue
        lon, lat = mouth(line)
        crossed = {units[number].country for number in tree.query(line, predicate="intersects")}
        title = name if _SPECIAL.search(name) else f"{name.split(' (')[0]} River"
        place = -1 - (zlib.crc32(f"{title} {lon:.1f} {lat:.1f}".encode()) & 0x3FFFFFFF)
        country = crossed.pop() if len(crossed) == 1 else ""
        draft.add(Row(place, title, "STM", country, "", "", lon, lat, 0, "natural_earth"))
        draft.outlines[place] = Outline(line, coarse(line))
        draft.layers.setdefault("rivers", []).append((title, place))
        for other in re.split(r" \(|\)", name):
            if other and not _SPECIAL.search(other):
                draft.call(place, f"{other} River", "alternate")
                draft.call(place, f"River {other}", "alternate")


def _curated(draft: Draft) -> dict[str, list[BaseGeometry]]:
    """Curated waters by name: a canal among the seas is not to be added once more."""
    found: dict[str, list[BaseGeometry]] = defaultdict(list)
    for key, place, _, _ in draft.names:
        if draft.places[place].code in ("STM", "CNL") and place in draft.outlines:
            found[key].append(draft.outlines[place].fine)
    return found


def add_nameless(draft: Draft, waters: Waters) -> None:
    """Add the rivers and lakes that the base map draws without a name."""
    key = _BASE_MAP
    for line in waters.nameless_rivers():
        simple = merged([line])
        draft.outlines[key] = Outline(simple, coarse(simple))
        draft.layers.setdefault("rivers", []).append(("", key))
        key += 1
    for lake in waters.lakes:
        if id(lake) not in waters.taken:
            draft.outlines[key] = Outline(lake)
            draft.layers.setdefault("lakes", []).append(("", key))
            key += 1
