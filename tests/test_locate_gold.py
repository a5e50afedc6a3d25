"""Locative expressions of the seeds, given their toponyms, against those marked by hand."""

import json
from pathlib import Path

import pytest

from dateline.article import read_article
from dateline.errors import GazetteerError
from dateline.geometry import haversine_km
from dateline.locate import locate
from dateline.model import LonLat, Mention, Resolution

SEEDS = Path(__file__).parents[1] / "seeds"
NEAR_KM = 300
"""How far a sea's or a river's point in the gold may be from the gazetteer's."""


def place_of(toponym, gazetteer):
    """Find a toponym's place by its id, else by name and position."""
    try:
        if toponym["geonames_id"]:
            return gazetteer.place(toponym["geonames_id"])
    except GazetteerError:
        pass
    point = LonLat(toponym["lon"], toponym["lat"])
    named = gazetteer.candidates(toponym["name"]) + gazetteer.candidates(toponym["surface"])
    near = (c.place for c in named if haversine_km(c.place.point, point) < NEAR_KM)
    return next(near, None)


def compared(stem, gazetteer):
    """Give spans with relation and anchors: as marked, as found, and those that can be found."""
    gold = json.loads((SEEDS / "gold" / f"{stem}.jsonl").read_text(encoding="utf-8"))
    resolutions = []
    for toponym in gold["toponyms"]:
        span = (toponym["start"], toponym["end"], toponym["surface"], toponym["kind"])
        place = place_of(toponym, gazetteer) if toponym["lat"] is not None else None
        resolutions.append(Resolution(Mention(*span), place, 1.0 if place else 0.0))
    unknown = [r.mention.start for r in resolutions if not r.place]
    marked = {(one["start"], one["end"], one["relation"]) for one in gold["locatives"]}
    possible = {m for m in marked if not any(m[0] <= start < m[1] for start in unknown)}
    article = read_article(SEEDS / f"{stem}.md")
    found = {(o.start, o.end, o.relation) for o in locate(article, resolutions, gazetteer)}
    return marked, found, possible


@pytest.fixture(scope="module")
def all_compared(gazetteer):
    stems = sorted(path.stem for path in (SEEDS / "gold").glob("*.jsonl"))
    return [compared(stem, gazetteer) for stem in stems]


def test_what_can_be_found_is_found_exactly(all_compared):
    possible = sum(len(possible) for _, _, possible in all_compared)
    hits = sum(len(possible & found) for _, found, possible in all_compared)
    assert possible >= 40
    assert hits >= 0.95 * possible


def test_hardly_anything_else_is_found(all_compared):
    found = sum(len(found) for _, found, _ in all_compared)
    wrong = sum(len(found - marked) for marked, found, _ in all_compared)
    assert wrong <= 0.05 * found
