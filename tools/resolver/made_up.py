"""Local news made up from the gazetteer: names of towns around a home, and nothing else.

Annotated corpora of local papers are few, and weights that were fitted on world news take every
Paris for the one in France. These texts show what a local story looks like: it names its town
again and again, its county and state at times, its neighbours, and now and then the world. No
sentence and no name of theirs comes from a corpus. The shares below are guesses, made once.
"""

import math
import random
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from dateline.gazetteer import Gazetteer
from dateline.gazetteer.file import PACKAGED
from dateline.model import Place
from dateline.resolve.clues import words_for

DOCUMENTS = 300
SEED = 1
COUNTRIES = {"US": 0.72, "GB": 0.09, "CA": 0.08, "AU": 0.05, "IE": 0.03, "NZ": 0.03}
"""Share of the papers by country: those with a local press in English and many namesakes."""
CLUES = (5.0, 2.0, 0.15)
"""Words of a local paper, in its spelling, and of its state, that a story has on average."""
WITH_NUMBER = 0.2
"""Share of the stories that give a telephone number of their own state."""
AROUND = (0.5, 0.4)
"""Degrees east or west and north or south within which towns are neighbours."""
HOME_PHRASES = ("{} police", "a {} man", "the {} council", "in {}", "in {}", "{}", "near {}")
NAMED_WITH_STATE = frozenset({"US", "CA"})
"""Countries whose papers put the state after a town elsewhere."""

Said = tuple[Place, str]
"""A place and the phrase that names it."""


class Atlas(NamedTuple):
    """The places that stories are made of."""

    towns: Sequence[Place]
    """All towns of 500 inhabitants and more."""
    countries: Sequence[Place]
    """All countries."""
    units: dict[tuple[str, ...], Place]
    """States and counties by their codes."""
    at_home: dict[str, list[Place]]
    """Towns by country."""


def atlas(gazetteer: Gazetteer) -> Atlas:
    """Read the places."""
    towns = _places("feature.class = 'P' AND population >= 500", gazetteer)
    units: dict[tuple[str, ...], Place] = {}
    for place in _places("feature.code IN ('ADM1', 'ADM2')", gazetteer):
        codes = (place.country_code, place.admin1_code, place.admin2_code)
        units.setdefault(tuple(filter(None, codes)), place)
    at_home = defaultdict(list)
    for town in towns:
        at_home[town.country_code].append(town)
    return Atlas(towns, _places("feature.code = 'PCLI'", gazetteer), units, at_home)


def _places(condition: str, gazetteer: Gazetteer) -> list[Place]:
    query = (
        "SELECT place.id FROM place JOIN feature ON feature.id = place.feature"
        f" WHERE {condition} ORDER BY place.id"
    )
    with sqlite3.connect(f"{PACKAGED.as_uri()}?mode=ro", uri=True) as file:
        return [gazetteer.place(key) for (key,) in file.execute(query)]


def documents(gazetteer: Gazetteer) -> Iterator[dict[str, Any]]:
    """Make up documents in the form of the corpora, always the same."""
    dice, known = random.Random(SEED), atlas(gazetteer)  # noqa: S311  (no secret)
    for number in range(DOCUMENTS):
        country = dice.choices(list(COUNTRIES), list(COUNTRIES.values()))[0]
        towns = known.at_home[country]
        home = dice.choices(towns, [math.sqrt(town.population) for town in towns])[0]
        groups = [*_of_home(home, known, dice), *_of_the_world(home, known, dice)]
        dice.shuffle(groups)
        text, toponyms = _written(groups)
        text += _clues(home, dice)
        yield {
            "doc_id": f"made-up-{number}",
            "text": text,
            "toponyms": toponyms,
            "origin": dice.choices(((home, country), (None, country), (None, "")), (1, 1, 2))[0],
        }


def _clues(home: Place, dice: random.Random) -> str:
    """Write words of the home's country and state, and a telephone number."""
    words, _, spellings = words_for(home.country_code)
    own_words, own_codes, _ = words_for(home.country_code, home.admin1_code)
    picked = [
        word
        for known, mean in zip((words, spellings, own_words), CLUES, strict=True)
        for word in dice.sample(known, min(len(known), _some(mean, dice)))
    ]
    if own_codes and dice.random() < WITH_NUMBER:
        picked.append(f"{dice.choice(own_codes)}-555-0100")
    return " ".join(picked)


def _some(mean: float, dice: random.Random) -> int:
    return sum(dice.random() < mean / 40 for _ in range(40))


def _of_home(home: Place, known: Atlas, dice: random.Random) -> Iterator[list[Said]]:
    """Name the home again and again, its county, its state and its neighbours."""
    country = home.country_code
    for _ in range(1 + _some(3.0, dice)):
        yield [(home, dice.choice(HOME_PHRASES))]
    county = known.units.get((country, home.admin1_code, home.admin2_code))
    if county and dice.random() < 0.5:
        yield from [[(county, "in {}")]] * (1 + _some(0.5, dice))
    state = known.units.get((country, home.admin1_code))
    if state and country != "GB" and dice.random() < 0.45:
        yield from [[(state, "in {}")]] * (1 + _some(0.5, dice))
    near = [town for town in known.at_home[country] if town is not home and _near(town, home)]
    if near:
        weights = [math.sqrt(town.population) for town in near]
        yield from ([(t, "in {}")] for t in dice.choices(near, weights, k=_some(1.8, dice)))
    inside = [t for t in known.at_home[country] if t.admin1_code == home.admin1_code]
    weights = [town.population for town in inside]
    yield from ([(t, "in {}")] for t in dice.choices(inside, weights, k=_some(0.6, dice)))


def _near(town: Place, home: Place) -> bool:
    east, north = AROUND
    return (
        abs(town.point.lon - home.point.lon) < east and abs(town.point.lat - home.point.lat) < north
    )


def _of_the_world(home: Place, known: Atlas, dice: random.Random) -> Iterator[list[Said]]:
    """Name large towns of the country, of the world, and other countries."""
    towns, country = known.at_home[home.country_code], home.country_code
    for town in dice.choices(towns, [t.population for t in towns], k=_some(0.4, dice)):
        state = known.units.get((country, town.admin1_code))
        with_state = country in NAMED_WITH_STATE and dice.random() < 0.6
        yield [(town, "in {}, "), (state, "{}")] if with_state and state else [(town, "in {}")]
    states = [p for codes, p in known.units.items() if codes[:-1] == (country,)]
    if country in NAMED_WITH_STATE:
        yield from ([(state, "in {}")] for state in dice.choices(states, k=_some(0.3, dice)))
    for town in dice.choices(known.towns, [t.population for t in known.towns], k=_some(0.2, dice)):
        yield [(town, "in {}")]
    weights = [1 + c.population for c in known.countries]
    for place in dice.choices(known.countries, weights, k=_some(0.3, dice)):
        yield [(place, "in {}")]


def _written(groups: Sequence[Sequence[Said]]) -> tuple[str, list[dict[str, Any]]]:
    text, toponyms = "", []
    for group in groups:
        for place, phrase in group:
            before, after = phrase.split("{}")
            start = len(text) + len(before)
            text += f"{before}{place.name}{after}"
            toponyms.append(
                {
                    "start": start,
                    "end": start + len(place.name),
                    "surface": place.name,
                    "lat": place.point.lat,
                    "lon": place.point.lon,
                    "geonames_id": place.geonames_id,
                }
            )
        text += ". "
    return text, toponyms
