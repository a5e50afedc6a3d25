"""What search engines are told about a page: schema.org in JSON-LD."""

from typing import Any

from dateline.model import Feature, Story
from dateline.render.blocks import headline_of

GEONAMES = "https://www.geonames.org/"
"""Addresses of GeoNames' places start so; their ids follow."""


def metadata_of(story: Story) -> dict[str, Any]:
    """Describe the article and its places.

    Parameters
    ----------
    story
        A story.

    Returns
    -------
    dict
        ``contentLocation`` holds the literal places, ``mentions`` the associative ones.
    """
    article = story.article
    described = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": headline_of(article),
        "inLanguage": article.language,
        "author": {"@type": "Person", "name": article.byline} if article.byline else None,
        "datePublished": article.published,
        "license": article.licence,
        "contentLocation": [_place(f) for f in story.features if f.kind == "literal"],
        "mentions": [_place(f) for f in story.features if f.kind != "literal"],
    }
    return {name: value for name, value in described.items() if value}


def _place(feature: Feature) -> dict[str, Any]:
    """Describe one feature; `sameAs` names its entry in GeoNames, which nothing loads."""
    place: dict[str, Any] = {
        "@type": "Place",
        "name": feature.name,
        "geo": {
            "@type": "GeoCoordinates",
            "latitude": feature.label.lat,
            "longitude": feature.label.lon,
        },
    }
    if feature.place and feature.place.geonames_id:
        place["sameAs"] = f"{GEONAMES}{feature.place.geonames_id}/"
    return place
