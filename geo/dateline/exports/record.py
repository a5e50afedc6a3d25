"""The JSON record of a document: the contract that other tools build on, see docs/formats.md."""

from collections.abc import Iterable
from typing import NotRequired, TypedDict

from dateline.exports.numbers import SHARES, rounded
from dateline.model import Focus, Locative, Resolution

DocId = str | int | float
"""Identifier of a document, as its owner wrote it."""


class ToponymRecord(TypedDict):
    """A toponym in JSON; all from ``name`` on is null where it could not be placed.

    ``source`` is there only for a place that a geocoder knows and the gazetteer does not,
    ``approximate`` only where what is named stands in or near the place.
    """

    start: int
    end: int
    surface: str
    kind: str
    name: str | None
    geonames_id: int | None
    feature_code: str | None
    country_code: str | None
    lat: float | None
    lon: float | None
    confidence: float | None
    source: NotRequired[str]
    approximate: NotRequired[bool]


class AnchorRecord(TypedDict):
    """A place that a locative expression is described by."""

    name: str
    geonames_id: int | None


class LocativeRecord(TypedDict):
    """A locative expression in JSON."""

    start: int
    end: int
    surface: str
    relation: str
    anchors: list[AnchorRecord]


class FocusRecord(TypedDict):
    """A place that a document is about; a border has a name and a position only."""

    name: str
    geonames_id: int | None
    feature_code: str | None
    country_code: str | None
    lat: float
    lon: float
    score: float


class Record(TypedDict):
    """What is found in one document."""

    doc_id: DocId
    text: NotRequired[str]
    toponyms: list[ToponymRecord]
    locatives: list[LocativeRecord]
    focus: NotRequired[list[FocusRecord]]


def to_record(
    doc_id: DocId,
    text: str | None,
    resolutions: Iterable[Resolution],
    locatives: Iterable[Locative],
    focus: Iterable[Focus] | None = None,
) -> Record:
    """Make the JSON record of one document.

    Parameters
    ----------
    doc_id
        Identifier, passed on as it is.
    text
        The text that offsets count in, where it is to be a part of the record.
    resolutions
        Toponyms in text order.
    locatives
        Locative expressions in text order.
    focus
        What it is about, where that is to be a part of the record.

    Returns
    -------
    Record
        Keys in the order of the contract; coordinates with 5 decimals, confidence with 3.

    Examples
    --------
    >>> to_record(7, "Nowhere", [], [])
    {'doc_id': 7, 'text': 'Nowhere', 'toponyms': [], 'locatives': []}
    """
    found: Record = {
        "doc_id": doc_id,
        "toponyms": [_toponym(resolution) for resolution in resolutions],
        "locatives": [_locative(locative) for locative in locatives],
    }
    if text is not None:
        found = {"doc_id": doc_id, "text": text} | found
    if focus is not None:
        found["focus"] = [_focus(part) for part in focus]
    return found


def _focus(focus: Focus) -> FocusRecord:
    place = focus.place
    return {
        "name": focus.name,
        "geonames_id": place.geonames_id if place else None,
        "feature_code": place.feature_code if place else None,
        "country_code": (place.country_code or None) if place else None,
        "lat": rounded(focus.point.lat),
        "lon": rounded(focus.point.lon),
        "score": rounded(focus.score, SHARES),
    }


def _toponym(resolution: Resolution) -> ToponymRecord:
    mention, place = resolution.mention, resolution.place
    toponym: ToponymRecord = {
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "kind": mention.kind,
        "name": place.name if place else None,
        "geonames_id": place.geonames_id if place else None,
        "feature_code": place.feature_code if place else None,
        "country_code": (place.country_code or None) if place else None,
        "lat": rounded(place.point.lat) if place else None,
        "lon": rounded(place.point.lon) if place else None,
        "confidence": rounded(resolution.confidence, SHARES) if place else None,
    }
    if place and place.geocoder:
        toponym["source"] = place.geocoder
    if place and resolution.approximate:
        toponym["approximate"] = True
    return toponym


def _locative(locative: Locative) -> LocativeRecord:
    return {
        "start": locative.start,
        "end": locative.end,
        "surface": locative.surface,
        "relation": locative.relation,
        "anchors": [{"name": p.name, "geonames_id": p.geonames_id} for p in locative.anchors],
    }
