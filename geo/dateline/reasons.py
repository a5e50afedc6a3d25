"""Why a place was chosen, in words: one sentence a feature."""

from collections.abc import Mapping, Sequence

from dateline.model import Candidate, Place, Reason
from dateline.score import Features

_KINDS = {
    "country": "a country",
    "capital": "the capital of {country}",
    "seat": "the chief town of {admin1}",
    "admin1": "a first-level division of {country}",
    "county": "a county or district of {admin1}",
    "region": "a region that papers name",
    "town": "a populated place in {country}",
    "quarter": "a quarter of a town in {country}",
    "water": "a body of water",
    "relief": "a landform",
    "other_area": "an area of {country}",
    "spot": "a building, square or other spot",
}


def sentence(feature: str, candidate: Candidate, containers: Sequence[Place]) -> str:
    """Put one feature of one candidate into words.

    Parameters
    ----------
    feature
        Its name in the table of weights.
    candidate
        The reading it was seen at.
    containers
        Areas that the text puts right after the name.
    """
    place = candidate.place
    country, admin1 = place.country_name or "its country", place.admin1_name or "its region"
    area = containers[0].name if containers else ""
    fixed = {
        "qualified": f"named together with {area}",
        "population": f"{place.population:,} inhabitants",
        "most_important": "the best-known place of this name",
        "share_in_country": f"much of the story is in {country}",
        "some_in_country": f"the story names other places in {country}",
        "share_in_admin1": f"much of the story is in {admin1}",
        "some_in_admin1": f"the story names other places in {admin1}",
        "share_in_admin2": f"much of the story is in {place.admin2_name or 'its county'}",
        "some_in_admin2": f"the story names other places in {place.admin2_name or 'its county'}",
        "nearby": "other places of the story are near",
        "said_area": "the text says it is a region",
        "said_town": "the text says it is a town",
        "said_water": "the text speaks of it as of a river or a sea",
        "short_county": "a county is seldom named without the word",
        "namesake_of_town": "a town has the same name",
        "by_preferred": "this is its usual name",
        "by_alternate": "this is another name of it",
        "by_abbreviation": "this is a short form of its name",
        "by_adjective": f"this is the adjective of {place.name}",
        "by_demonym": f"this is what people from {place.name} are called",
    }
    if (plain := feature.removeprefix("large_")) in fixed:
        return fixed[plain]
    kind = _KINDS.get(feature.removeprefix("is_"), "a place")
    return f"it is {kind.format(country=country, admin1=admin1)}"


def reasons_for(
    candidate: Candidate,
    features: Features,
    containers: Sequence[Place],
    table: Mapping[str, float],
) -> tuple[Reason, ...]:
    """List what a candidate's score is made of, the largest share first.

    Parameters
    ----------
    candidate
        The reading.
    features
        Its values by feature name.
    containers
        Areas that the text puts right after the name.
    table
        Weight by feature name.
    """
    shares = {name: table.get(name, 0.0) * value for name, value in features.items()}
    return tuple(
        Reason(name, share, sentence(name, candidate, containers))
        for name, share in sorted(shares.items(), key=lambda item: (-abs(item[1]), item[0]))
        if abs(share) >= 0.005  # noqa: PLR2004  (log-odds; smaller shares print as 0.00)
    )
