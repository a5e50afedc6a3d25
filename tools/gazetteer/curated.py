"""The curated places and names, added to the rows of the packages."""

import zlib
from collections import defaultdict
from typing import TYPE_CHECKING

import shapely
from shapely.geometry.base import BaseGeometry

from tools.gazetteer.divisions import Country
from tools.gazetteer.draft import Draft, Outline, Row
from tools.gazetteer.drawn import Land, cut, label_of, lands, sketch, unite_members
from tools.gazetteer.tables import PlaceEntry, TableError, TargetEntry, read_places, read_targets
from tools.gazetteer.units import Unit, UnitFinder
from tools.gazetteer.waters import Waters
from tools.gazetteer.waters import coarse as coarsened

if TYPE_CHECKING:
    from dateline.model import NameType

_LAYERS = {"STM": "rivers", "CNL": "rivers", "LK": "lakes", "LGN": "lakes", "RSV": "lakes"}
"""Layer of the base map that a curated place is in, by its feature code."""

_WIDE_SQUARE_DEGREES = 300.0
"""Areas larger than this (oceans, great seas) are cut along the coarse coast only."""

_LOCAL_SQUARE_DEGREES = 1.0
"""Places smaller than this are said to lie in the first-level division of their label."""

_VAST_SQUARE_DEGREES = 700.0
"""Unions larger than this (the European Union has 560) are kept at the coarse level only."""

_NO_PLURAL = ("s", "sh", "ch", "ese", "ish")
"""Endings of adjectives that are their own plural, or have none."""


def add_curated(
    draft: Draft, countries: dict[str, Country], units: list[Unit], waters: Waters
) -> None:
    """Add the places of the place tables and the names of the target tables."""
    fine, coarse = lands(units)
    finder = UnitFinder(units)
    shapes = _shapes_by_code(draft, units)
    ids = _ids_by_code(draft, units)
    keys: dict[str, int] = {}
    for entry in read_places(frozenset(countries)):
        outline = _natural(entry, waters) or _outline(entry, shapes, fine, coarse)
        keys[entry.key] = place = _place(draft, entry, outline, finder)
        if outline.fine.geom_type != "Point":
            draft.outlines.setdefault(place, outline)
            if (layer := _LAYERS.get(entry.feature_code)) is not None:
                draft.layers.setdefault(layer, []).append((entry.name, place))
        _names(draft, entry, place)
        if entry.members:
            members = {ids[code] for code in entry.members if code in ids}
            draft.members[place] = members - {place}
        if entry.note and not entry.note.startswith("Natural Earth"):
            draft.notes[place] = entry.note
    _targets(draft, keys, ids)


def _shapes_by_code(
    draft: Draft, units: list[Unit]
) -> dict[str, tuple[BaseGeometry, BaseGeometry]]:
    """Outlines by ISO 3166-1 and Natural Earth's 3166-2 code, at both levels."""
    shapes: dict[str, tuple[BaseGeometry, BaseGeometry]] = {}
    for code, place in draft.divisions.items():
        outline = draft.outlines.get(place)
        if "." not in code and outline is not None and outline.coarse is not None:
            shapes[code] = (outline.fine, outline.coarse)
    parts: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        parts[unit.iso].append(unit)
    for iso, group in parts.items():
        shapes[iso] = (
            shapely.union_all([unit.fine for unit in group]),
            shapely.union_all([unit.coarse for unit in group]),
        )
    return shapes


def _ids_by_code(draft: Draft, units: list[Unit]) -> dict[str, int]:
    ids = {**draft.iso, **{code: id_ for code, id_ in draft.divisions.items() if "." not in code}}
    for unit in units:
        known = unit.properties.get("gn_id") or 0
        if known in draft.places:
            ids[unit.iso] = known
    return ids


def _outline(
    entry: PlaceEntry,
    shapes: dict[str, tuple[BaseGeometry, BaseGeometry]],
    fine: Land,
    coarse: Land,
) -> Outline:
    if entry.members:
        near = {code: pair[0] for code, pair in shapes.items()}
        far = {code: pair[1] for code, pair in shapes.items()}
        whole, rough = unite_members(entry, near), unite_members(entry, far)
        if whole.area > _VAST_SQUARE_DEGREES:
            return Outline(rough)
        return Outline(whole, rough)
    shape = sketch(entry)
    if shape is None:
        raise TableError(entry.where, "nothing to draw", "a shape")
    wide = shape.area > _WIDE_SQUARE_DEGREES
    whole = cut(entry, shape, coarse if wide else fine)
    if whole is None:
        raise TableError(entry.where, f"{entry.name} is empty once cut", "some of it to be left")
    return Outline(whole, cut(entry, shape, coarse) if entry.clip and not wide else None)


def _natural(entry: PlaceEntry, waters: Waters) -> Outline | None:
    """Take a river's or lake's outline from Natural Earth where it has one."""
    if river := waters.river(entry):
        return Outline(river, coarsened(river))
    shape = sketch(entry)
    if shape is not None and (lake := waters.lake(entry, shape)):
        return Outline(lake)
    return None


def _place(draft: Draft, entry: PlaceEntry, outline: Outline, finder: UnitFinder) -> int:
    """Add a row, or take the one that is there under the same GeoNames id."""
    place = entry.geonames_id or -1 - (zlib.crc32(entry.key.encode()) & 0x3FFFFFFF)
    known = draft.places.get(place)
    if known is not None:
        known.name = entry.name
        draft.call(place, entry.name)
        return place
    lon, lat = entry.spine[-1] if entry.feature_code == "STM" else label_of(entry, outline.fine)
    country = entry.country_codes[0] if len(entry.country_codes) == 1 else ""
    admin1 = finder.admin1(country, lon, lat) if outline.fine.area < _LOCAL_SQUARE_DEGREES else ""
    row = Row(place, entry.name, entry.feature_code, country, admin1, "", lon, lat, 0, "dateline")
    draft.places[place] = row
    return place


def _names(draft: Draft, entry: PlaceEntry, place: int) -> None:
    draft.call(place, entry.name, exact=_is_capitals(entry.name))
    for name in entry.names:
        capitals = _is_capitals(name)
        draft.call(place, name, "abbreviation" if capitals else "alternate", exact=capitals)
    for adjective in entry.adjectives:
        draft.call(place, adjective, "adjective")
        if not adjective.endswith(_NO_PLURAL):
            draft.call(place, adjective + "s", "demonym")


def _is_capitals(name: str) -> bool:
    return name.isupper() and len(name.replace(".", "")) <= 6


def _targets(draft: Draft, keys: dict[str, int], ids: dict[str, int]) -> None:
    for entry in read_targets("synonyms"):
        for form in entry.forms:
            draft.call(_target(draft, entry, keys, ids), form, "alternate")
    for entry in read_targets("adjectives"):
        for form in entry.forms:
            kind: NameType = (
                "demonym" if form.endswith("s") and form[:-1] in entry.forms else "adjective"
            )
            draft.call(_target(draft, entry, keys, ids), form, kind)
    for entry in read_targets("abbreviations"):
        for form in entry.forms:
            place = _target(draft, entry, keys, ids)
            draft.call(place, form, "abbreviation", exact=entry.case_sensitive)


def _target(draft: Draft, entry: TargetEntry, keys: dict[str, int], ids: dict[str, int]) -> int:
    kind, _, number = entry.target.partition(":")
    if kind == "geonames" and number.isdecimal() and int(number) in draft.places:
        return int(number)
    place = keys.get(entry.target) or ids.get(entry.target)
    if place is None:
        raise TableError(entry.where, f"target {entry.target!r}", "a code or key that is known")
    return place
