"""A story in another language than English: what its places are called, what they are, and why.

The pipeline and the exports speak English. What it found is told anew here, from the same values,
for a page in another language.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.features import other_readings
from dateline.geometry import haversine_km
from dateline.model import Feature, Place, Reason, Resolution, Story
from dateline.render.tongue import Tongue, tongue
from dateline.render.words import FALLBACK, primary
from dateline.resolve.reasons import chief_reasons, is_of_company

NEAR_KM = 100.0
"""How far apart places may be that a reason calls near."""

MOST_NAMED = 2
"""Companions that a reason names."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A story and the tongue it is told in."""

    story: Story
    """What was found."""
    tongue: Tongue
    """How it is said."""


def told_in(story: Story, language: str) -> Story:
    """Put the descriptions and reasons of a story into a language of the page.

    Parameters
    ----------
    story
        A story in English, as the pipeline makes it.
    language
        One of `dateline.render.words.languages`.

    Returns
    -------
    Story
        The same places; names that the text itself writes stay as they are.

    Examples
    --------
    >>> from dateline.pipeline import map_article
    >>> story = told_in(map_article("Ministers met in Vilnius on Tuesday."), "es")
    >>> story.features[0].description
    'capital, Lituania'
    """
    if language == FALLBACK:
        return story
    telling = Telling(story, tongue(language))
    features = (
        _place_feature(telling, feature, feature.place)
        if feature.place
        else _expression_feature(telling, feature)
        for feature in story.features
    )
    return replace(story, features=tuple(features))


def _place_feature(telling: Telling, feature: Feature, place: Place) -> Feature:
    own = telling.tongue
    told = replace(feature, name=_name(telling, feature, place), description=own.describe(place))
    named = [r for r in telling.story.resolutions if r.place and r.place.id == place.id]
    best = max(named, key=lambda r: r.confidence, default=None)
    if best is None:
        return told
    others = tuple(own.full_name(other) for other in other_readings(best))
    return replace(
        told, reason=_reason(telling, best, place), alternatives=others or feature.alternatives
    )


def _name(telling: Telling, feature: Feature, place: Place) -> str:
    """Give the name on the label: what the text writes, else that of the text's language."""
    article = telling.story.article
    written = {article.text[start:end] for start, end in feature.spans}
    ours = primary(article.language) == telling.tongue.language
    return telling.tongue.name(place) if ours and feature.name not in written else feature.name


def _expression_feature(telling: Telling, feature: Feature) -> Feature:
    own = telling.tongue
    (first, *_) = (one for one in telling.story.locatives if one.geometry == feature.geometry)
    anchors = own.semicolon.join(own.full_name(place) for place in first.anchors)
    reason = own.reasons["expression"].format(surface=own.isolated(first.surface), anchors=anchors)
    return replace(feature, description=own.relations[first.relation], reason=reason)


def _reason(telling: Telling, resolution: Resolution, place: Place) -> str:
    """Say in one sentence why a place was chosen."""
    own = telling.tongue
    if resolution.approximate:
        why = [own.reasons["approximate"].format(surface=own.isolated(resolution.mention.surface))]
    elif len(resolution.ranked) == 1 and not place.geocoder:
        why = [own.reasons["only"]]
    else:
        said = (_said(telling, reason, place) for reason in chief_reasons(resolution))
        why = list(dict.fromkeys(filter(None, said))) or [own.reasons["likeliest"]]
    return own.reasons["because"].format(name=own.full_name(place), why=own.semicolon.join(why))


def _said(telling: Telling, reason: Reason, place: Place) -> str:
    """Put one reason into words; empty for one that the language has no form for."""
    own = telling.tongue
    feature = reason.feature.removeprefix("large_").removeprefix("is_")
    if is_of_company(feature) and not place.geocoder:
        return _company(telling, feature.rpartition("_")[2], place)
    form = own.reasons.get("local" if feature.startswith("local_") else feature)
    if form is None:
        return ""
    said = form.format(
        population=own.number(place.population),
        country=own.isolated(own.country(place)),
        admin1=own.isolated(own.division(place)),
        service=own.isolated(place.geocoder),
    )
    return said.replace(" ()", "")


def _company(telling: Telling, level: str, place: Place) -> str:
    """Say with which other places of the story a place is named."""
    own = telling.tongue
    found = list(dict.fromkeys(_companions(telling.story, level, place)))[:MOST_NAMED]
    names = own.comma.join(map(own.isolated, found))
    if level == "nearby":
        form = "close" if names else "nearby"
        return own.reasons[form].format(names=names)
    if names:
        return own.reasons["with"].format(names=names)
    areas = {"country": own.country(place), "admin1": own.division(place)}
    area = areas.get(level, place.admin2_name)
    return own.reasons["home"].format(area=own.isolated(area)).replace(" ()", "")


def _companions(story: Story, level: str, place: Place) -> Iterator[str]:
    """Yield the names of other places in the same area, the most mentioned first."""
    for feature in sorted(story.features, key=lambda one: -len(one.spans)):
        other = feature.place
        if other and other.id != place.id and _together(level, other, place):
            yield feature.name


def _together(level: str, one: Place, other: Place) -> bool:
    """Whether two places share a country, a division or a county, or are near each other."""
    if level == "nearby":
        return not one.shape_type and haversine_km(one.point, other.point) <= NEAR_KM
    depth = ("country", "admin1", "admin2").index(level) + 1
    areas = [(p.country_code, p.admin1_code, p.admin2_code)[:depth] for p in (one, other)]
    return areas[0] == areas[1] and all(areas[0])
