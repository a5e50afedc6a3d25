"""GeoJSON (RFC 7946) of what a story draws."""

from typing import Any

from dateline import __version__
from dateline.exports.numbers import SHARES, rounded, to_json
from dateline.model import Feature, Geometry, Story


def to_geojson(story: Story) -> dict[str, Any]:
    """Make a GeoJSON feature collection of what a story draws.

    Parameters
    ----------
    story
        The story.

    Returns
    -------
    dict
        As RFC 7946 wants it: longitude first, exterior rings anticlockwise, geometries cut at
        the antimeridian, no ``crs``; ``bbox`` where there is a feature. ``mentions`` are spans
        of code points, half open, in the article's text.
    """
    from dateline.geometry import bounds_of

    collection: dict[str, Any] = {
        "type": "FeatureCollection",
        "generator": f"Dateline {__version__}",
        "title": story.article.title,
        "language": story.article.language,
        "attribution": list(story.attributions),
        "features": [_feature(feature) for feature in story.features],
    }
    if story.features:
        bounds = bounds_of([feature.geometry for feature in story.features])
        collection["bbox"] = [rounded(side) for side in bounds]
    return collection


def _feature(feature: Feature) -> dict[str, Any]:
    place = feature.place
    known_by = {"source": place.geocoder} if place and place.geocoder else {}
    return {
        "type": "Feature",
        "id": feature.key,
        "properties": {
            "key": feature.key,
            "name": feature.name,
            "description": feature.description,
            "kind": feature.kind,
            "shape": feature.shape,
            "confidence": rounded(feature.confidence, SHARES),
            "uncertain": feature.uncertain,
            "reason": feature.reason,
            "alternatives": list(feature.alternatives),
            "mentions": [list(span) for span in feature.spans],
            "label": [rounded(degrees) for degrees in feature.label],
            "geonames_id": place.geonames_id if place else None,
            "feature_code": place.feature_code if place else None,
            "country_code": (place.country_code or None) if place else None,
            **known_by,
        },
        "geometry": _geometry(feature.geometry),
    }


def _geometry(geometry: Geometry) -> dict[str, Any]:
    from dateline.geometry import split_antimeridian

    cut = split_antimeridian(geometry)
    return {"type": cut.type, "coordinates": _coordinates(cut.coordinates)}


def _coordinates(nested: Any) -> Any:  # noqa: ANN401 - as deep as the geometry's type
    if isinstance(nested, (int, float)):
        return rounded(nested)
    return [_coordinates(inner) for inner in nested]


def geojson_text(collection: dict[str, Any]) -> str:
    """Write a feature collection, one feature a line, so that versions can be compared.

    Parameters
    ----------
    collection
        From `to_geojson`.

    Returns
    -------
    str
        JSON in UTF-8's range, ending with a line feed.
    """
    head = {key: value for key, value in collection.items() if key != "features"}
    lines = ",\n".join(to_json(feature) for feature in collection["features"])
    return f'{to_json(head)[:-1]}, "features": [\n{lines}\n]}}\n'
