"""Why a place was chosen, in words: what each feature says, and one sentence for a reader."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import itemgetter

from dateline.describe import full_name, with_article
from dateline.model import Candidate, Place, Ranked, Reason, Resolution
from dateline.resolve.companions import Phrases
from dateline.resolve.score import Features

MOST_REASONS = 2
"""Reasons in the sentence a reader sees: those that set the place apart from the runner-up."""

_KINDS = {
    "country": "a country",
    "capital": "the capital of {country}",
    "seat": "the chief town of {admin1}",
    "admin1": "a first-level division of {country}",
    "county": "a county or district of {admin1}",
    "region": "a region that papers name",
    "group": "a group of states",
    "town": "a populated place in {country}",
    "quarter": "a quarter of a town in {country}",
    "water": "a body of water",
    "relief": "a landform",
    "other_area": "an area of {country}",
    "spot": "a building, square or other spot",
}

_FIXED = {
    "qualified": "named together with {area}",
    "world_city": "by far the largest place of this name",
    "holder": "the place named right before lies in it",
    "population": "{population:,} inhabitants",
    "most_important": "the best-known place of this name",
    "said_area": "the text says it is a region",
    "said_town": "the text says it is a town",
    "said_island": "the text says it is an island",
    "said_water": "the text speaks of it as of a river or a sea",
    "local_town": "its name is used as papers use that of a town",
    "local_country": "its name is used as papers use that of a town",
    "local_admin1": "its name is used as papers use that of a town",
    "local_other": "its name is used as papers use that of a town",
    "clue_country": "words of the story are those of papers in {country}",
    "clue_admin1": "words of the story point to {admin1}",
    "local_clue": "its name is used as papers use that of a town, in words of papers in {country}",
    "dialled": "a telephone number in the story is one of {admin1}",
    "written": "the story is written as in {country}",
    "origin_country": "the story is said to be from {country}",
    "origin_admin1": "the story is said to be from {admin1}",
    "origin_near": "it is near where the story is said to be from",
    "listed": "it stands in a list of divisions of {country}",
    "peers_admin1": "the story names other divisions of {country}",
    "peers_county": "the story names other counties of {admin1}",
    "short_county": "a county is seldom named without the word",
    "namesake_of_town": "a town has the same name",
    "by_preferred": "this is its usual name",
    "by_alternate": "this is another name of it",
    "by_abbreviation": "this is a short form of its name",
    "by_adjective": "this is the adjective of {name}",
    "by_demonym": "this is what people from {name} are called",
}

_TOGETHER = {"country": "country", "admin1": "admin1", "admin2": "admin2", "nearby": "near"}
"""Which companions a feature is about, by the last part of its name."""

_OF_COMPANY = ("share_", "some_", "many_", "home_", "nearby")

_ALONE = {
    "country": "the story seems to be at home in {country}",
    "admin1": "the story seems to be at home in {admin1}",
    "admin2": "the story seems to be at home in {admin2}",
    "nearby": "other names of the story may lie near it",
}
"""What the same features say where no companion can be named."""


def sentence(feature: str, place: Place, containers: Sequence[Place], companions: Phrases) -> str:
    """Put one feature of one reading into words.

    Parameters
    ----------
    feature
        Its name in the table of weights.
    place
        The reading it was seen at.
    containers
        Areas that the text puts beside the name.
    companions
        With whom the place is named.
    """
    plain = feature.removeprefix("large_")
    last = plain.rpartition("_")[2]
    if plain in _FIXED:
        form = _FIXED[plain]
    elif last in _TOGETHER and is_of_company(plain):
        if names := companions.get(_TOGETHER[last]):
            return _named_with(last, names, place)
        form = _ALONE[last]
    else:
        kind = "group" if place.feature_code == "ZN" else plain.removeprefix("is_")
        form = f"it is {_KINDS.get(kind, 'a place')}"
    if "{" not in form:
        return form
    return form.format(
        name=place.name,
        population=place.population,
        country=with_article(place.country_name) or "its country",
        admin1=place.admin1_name or "its region",
        admin2=place.admin2_name or "its county",
        area=containers[0].name if containers else "",
    )


def _named_with(last: str, names: str, place: Place) -> str:
    if last == "nearby":
        return f"near {names}"
    if last == "country":
        return f"named with {names}, also in {with_article(place.country_name) or 'its country'}"
    return f"named with {names}"


def reasons_for(
    candidate: Candidate,
    features: Features,
    containers: Sequence[Place],
    companions: Phrases,
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
        Areas that the text puts beside the name.
    companions
        With whom the place is named.
    table
        Weight by feature name.
    """
    shares = {name: table.get(name, 0.0) * value for name, value in features.items()}
    return tuple(
        Reason(name, share, sentence(name, candidate.place, containers, companions))
        for name, share in sorted(shares.items(), key=lambda item: (-abs(item[1]), item[0]))
        if abs(share) >= 0.005  # noqa: PLR2004  (log-odds; smaller shares print as 0.00)
    )


def reason_of(resolution: Resolution) -> str:
    """Say in one sentence why a mention was resolved as it was.

    Parameters
    ----------
    resolution
        A resolution; unresolved ones say so.

    Examples
    --------
    >>> from dateline.model import Mention
    >>> reason_of(Resolution(Mention(0, 8, "Nowhere!", "literal"), None, 0.0))
    'No place of this name is in the gazetteer.'
    """
    ranked = resolution.ranked
    if not resolution.place:
        return (
            "No reading of this name is likely enough to be drawn."
            if ranked
            else "No place of this name is in the gazetteer."
        )
    name = full_name(resolution.place)
    why = [reason.sentence for reason in chief_reasons(resolution)]
    if resolution.place.geocoder:
        return f"{name}: {' and '.join(why)}."
    if resolution.approximate:
        return f"{resolution.mention.surface} is in or near {name}."
    if len(ranked) == 1:
        return f"{name}: the only place of this name in the gazetteer."
    return f"{name}: {'; '.join(why) or 'the likeliest reading'}."


def chief_reasons(resolution: Resolution) -> list[Reason]:
    """Give the reasons that a reader is told, the strongest first.

    What sets the place apart from the runner-up; of a geocoder's answer, what speaks for it.

    Parameters
    ----------
    resolution
        A resolution with a place.

    Returns
    -------
    list
        At most `MOST_REASONS`; none where there is no other reading.
    """
    place, ranked = resolution.place, resolution.ranked
    if place and place.geocoder:
        found = [reason for reason in ranked[0].reasons if reason.weight > 0]
    else:
        found = _set_apart(ranked[0], ranked[1]) if len(ranked) > 1 else []
    return found[:MOST_REASONS]


def _set_apart(best: Ranked, runner_up: Ranked) -> list[Reason]:
    """List what speaks for a reading and not as much for another, the strongest first.

    The features of company are one reason, in the words of the strongest of them.
    """
    against = {reason.feature: reason.weight for reason in runner_up.reasons}
    leads: defaultdict[str, list[tuple[float, str, Reason]]] = defaultdict(list)
    for reason in best.reasons:
        lead = reason.weight - against.get(reason.feature, 0.0)
        group = "company" if is_of_company(reason.feature) else reason.sentence
        leads[group].append((lead, reason.sentence, reason))
    sums = [
        (sum(lead for lead, *_ in group), max(group, key=itemgetter(0, 1))[2])
        for group in leads.values()
    ]
    return [reason for lead, reason in sorted(sums, key=lambda one: -one[0]) if lead > 0]


def is_of_company(feature: str) -> bool:
    """Whether a feature is about the other places of the story."""
    return feature.startswith(_OF_COMPANY)
