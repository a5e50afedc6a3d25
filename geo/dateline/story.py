"""From resolved toponyms to the story: features with unique keys, a first view, attributions."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.features import expression_features, place_features
from dateline.focus import focus_of
from dateline.gazetteer import Gazetteer
from dateline.model import Article, Feature, Locative, Resolution, Story
from dateline.view import first_view

BASE_MAP_SOURCES = ("natural_earth",)
"""Keys in ``SOURCES.toml`` of what every map is drawn on."""


def compose(
    article: Article,
    resolutions: Sequence[Resolution],
    locatives: Sequence[Locative],
    gazetteer: Gazetteer,
) -> Story:
    """Make the story of an article.

    Parameters
    ----------
    article
        The text.
    resolutions
        Its toponyms in text order.
    locatives
        Its locative expressions in text order.
    gazetteer
        Where outlines come from.

    Returns
    -------
    Story
        Features in order of first mention, each with a key that is unique in the story.
    """
    drawn = [*place_features(resolutions, gazetteer), *expression_features(locatives)]
    features = _unique_keys(sorted(drawn, key=lambda f: f.spans[0]))
    unplaced = tuple(r.mention for r in resolutions if r.place is None)
    sources = {f.place.source for f in features if f.place} | set(BASE_MAP_SOURCES)
    focus = focus_of(resolutions, locatives, gazetteer)
    return Story(
        article,
        tuple(resolutions),
        tuple(locatives),
        features,
        unplaced,
        first_view(features, focus),
        gazetteer.attributions(sorted(sources)),
        focus,
    )


def _unique_keys(features: Iterable[Feature]) -> tuple[Feature, ...]:
    seen: Counter[str] = Counter()
    unique = []
    for feature in features:
        seen[feature.key] += 1
        count = seen[feature.key]
        unique.append(feature if count == 1 else replace(feature, key=f"{feature.key}-{count}"))
    return tuple(unique)
