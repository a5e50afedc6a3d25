"""How well a candidate fits the story: named features, each with a weight.

The sum of weight times value is the candidate's score; the softmax over the candidates of a
name gives their probabilities. The weights stand in ``score.toml`` beside this module
and are fitted by ``tools/resolver``.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Literal

from dateline.company import Company, Position
from dateline.model import Candidate, Place
from dateline.weights import read_weights

_SORTS = {
    "PPLC": "capital",
    "PPLA": "seat",
    "PPLX": "quarter",
    "ADM1": "admin1",
    "ADM2": "county",
    "CONT": "region",
    "RGN": "region",
}

_LEVELS = ("in_country", "in_admin1", "in_admin2")
_HOMES = ("home_admin1", "home_admin2")
"""Of the country, `share_in_country` says as much."""

Said = Literal["", "area", "town", "water", "island", "holder"]
"""What sort of place the words beside a name say it is."""

_CLASSES = {"area": "A", "town": "P", "water": "H", "island": "T"}
"""Feature class by what is said."""

Features = dict[str, float]
"""Value by feature name; what is absent is 0."""

LARGE = 100_000
"""Inhabitants of a town from which on papers use other names than its own: Köln is Cologne."""

MOST_NEARBY = 4.0
"""Mentions; more of them in the neighbourhood say no more for a place."""

MOST_PEERS = 8.0
"""Mentions; more that lie in one area, or more states beside a state, say no more for it."""

NO_PLACE: Features = {"no_place": 1.0}
"""What stands for "none of the candidates"."""


def weights() -> Mapping[str, float]:
    """Give the package's table of weights: log-odds for one unit of each feature."""
    return read_weights("dateline.resolve", "score.toml")


def sort_of(place: Place) -> str:
    """Name the sort of a place as the features do.

    Parameters
    ----------
    place
        Any entry of the gazetteer.
    """
    code = place.feature_code
    if code in _SORTS:
        return _SORTS[code]
    if code.startswith("PCL"):
        return "country"
    return {"P": "town", "A": "other_area", "L": "region", "H": "water", "T": "relief"}.get(
        place.feature_class, "spot"
    )


def own_features(candidate: Candidate, rank: int) -> Features:
    """Describe a candidate by itself.

    Parameters
    ----------
    candidate
        A reading of the name.
    rank
        Its place among the readings by importance, from 0.

    Returns
    -------
    dict
        Value by feature name; population as a decimal logarithm. No county is the most
        important one: their inhabitants are not in the gazetteer.
    """
    place = candidate.place
    known = "large_" if place.population >= LARGE and place.feature_class == "P" else ""
    features = {f"is_{sort_of(place)}": 1.0, f"{known}by_{candidate.name_type}": 1.0}
    if place.feature_class == "P":
        features["population"] = math.log10(1 + place.population)
    if place.feature_code == "ADM2" and candidate.name_type == "alternate":
        features["short_county"] = 1.0
    if rank == 0 and (place.population or place.feature_code != "ADM2"):
        features["most_important"] = 1.0
    return features


def sort_features(candidate: Candidate, others: Sequence[Candidate], said: Said) -> Features:
    """Describe a candidate by what sort of place the text, or custom, says the name means.

    A division called after its chief town ("Kyiv" is both) is seldom meant by the bare name; with
    "region" the name of a first-level division is whole, and no other name of it any more.

    Parameters
    ----------
    candidate
        A reading of the name.
    others
        All readings of the name.
    said
        ``area`` for "the Kyiv region", ``town`` for "the city of Kyiv", ``water`` for "the
        Ohio", ``island`` for "Mango, a small island", ``holder`` for the state behind a town,
        otherwise empty.
    """
    place = candidate.place
    if said in _CLASSES:
        fits = place.feature_class == _CLASSES[said]
        if not fits or is_city_itself(place, others):
            return {}
        whole = {"by_alternate": 0.0} if place.feature_code == "ADM1" else {}
        return {f"said_{said}": 1.0} | whole
    namesake = place.feature_code in {"ADM1", "ADM2"} and any(
        _is_capital(other.place) and other.place.country_code == place.country_code
        for other in others
    )
    return {"namesake_of_town": 1.0} if namesake else {}


def is_city_itself(place: Place, others: Sequence[Candidate]) -> bool:
    """Whether a division is only the city, beside another around it that is named alike.

    "The Kyiv region" is the oblast and not the city of Kyiv, which is a division of its own.

    Parameters
    ----------
    place
        Any place.
    others
        All readings of its name.
    """
    if place.feature_code != "ADM1":
        return False
    at_home = [o.place for o in others if o.place.country_code == place.country_code]
    alike = sum(other.feature_code == "ADM1" for other in at_home)
    capitals = {other.admin1_code for other in at_home if _is_capital(other)}
    return alike > 1 and place.admin1_code in capitals


def _is_capital(place: Place) -> bool:
    return place.feature_code in {"PPLC", "PPLA"}


def local_feature(candidate: Candidate) -> str:
    """Name the feature of a reading whose name is used as that of a town: "Paris police"."""
    place = candidate.place
    if place.feature_class == "P":
        return "local_town"
    sort = sort_of(place)
    return f"local_{sort}" if sort in {"country", "admin1"} else "local_other"


def company_features(candidate: Candidate, position: Position, others: Company) -> Features:
    """Describe a candidate by what else the story names.

    Parameters
    ----------
    candidate
        A reading of the name.
    position
        Where it lies.
    others
        The company without this name's own places.
    """
    features: Features = {}
    for level, area in zip(_LEVELS, position.areas, strict=False):
        weight = others.areas.get(area, 0.0)
        if weight > 0.0:
            features[f"share_{level}"] = weight / others.total
            features[f"many_{level}"] = math.log1p(min(MOST_PEERS, weight))
        if weight > 0.5:  # noqa: PLR2004  (one mention that is more likely than not)
            features[f"some_{level}"] = 1.0
    if position.peers:
        weight = others.areas.get(position.peers, 0.0)
        features[f"peers_{sort_of(candidate.place)}"] = math.log1p(
            min(MOST_PEERS, max(0.0, weight))
        )
    if candidate.place.feature_class != "A" or candidate.place.feature_code == "ADM2":
        weight = others.nearby(candidate.place.point)
        features["nearby"] = math.log1p(min(MOST_NEARBY, max(0.0, weight)))
    return features


def home_features(beliefs: Sequence[float]) -> Features:
    """Describe a candidate by how probably the story is at home where it lies.

    Parameters
    ----------
    beliefs
        Probabilities of its country, its state and its county, as far as it has them.
    """
    return dict(zip(_HOMES, beliefs[1:], strict=False))


def total(features: Mapping[str, float], table: Mapping[str, float]) -> float:
    """Add up weight times value."""
    return sum(table.get(name, 0.0) * value for name, value in features.items())


def probabilities(scores: Sequence[float], table: Mapping[str, float]) -> tuple[float, ...]:
    """Turn scores into probabilities, with a share left for a place not in the gazetteer.

    Parameters
    ----------
    scores
        One a candidate.
    table
        Weight by feature name; that of `NO_PLACE` is the score of "none of these".

    Returns
    -------
    tuple of float
        One a candidate; they add up to less than 1.

    Examples
    --------
    >>> probabilities([1.0, 1.0], {"no_place": 1.0})
    (0.3333333333333333, 0.3333333333333333)
    """
    none = total(NO_PLACE, table)
    top = max(none, *scores) if scores else none
    powers = [math.exp(s - top) for s in scores]
    whole = sum(powers) + math.exp(none - top)
    return tuple(p / whole for p in powers)
