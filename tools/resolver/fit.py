"""Fit the weights of the resolver: `python -m tools.resolver.fit [--write]`.

A conditional logit (McFadden 1974) over the candidates of each gold toponym, by Newton's method
with a ridge. Since names are judged in each other's company, features and weights are
computed in turn. Every figure printed for a corpus comes from weights fitted on the others.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.geometry import haversine_km
from dateline.model import Candidate, LonLat, Mention
from dateline.resolve.clues import clues_of
from dateline.resolve.discourse import Setting, judge
from dateline.resolve.origin import Origin
from dateline.resolve.score import NO_PLACE, total
from dateline.resolve.senses import Name, gather_names
from tools.corpora import CORPORA, documents
from tools.resolver import made_up

TABLE = Path(__file__).parents[2] / "geo" / "dateline" / "resolve" / "score.toml"
MADE_UP = "made up"
"""Beside the corpora: local news from the gazetteer, which is never left out and never scored."""
TURNS = 3
"""Times that features and weights are computed in turn."""
STEPS = 15
"""Steps of Newton's method."""
RIDGE = 3e-4
"""Weight of the squares of the weights, which keeps those of rare features small."""
NEAR_KM, WIDE_KM = 161.0, 1500.0
"""Kilometres; sources put the middle of a country or a sea hundreds of kilometres apart."""
HEADER = """# Log-odds a unit of each feature, fitted by `python -m tools.resolver.fit --write`.
[weights]
"""
FIXED = {
    "qualified": 8.0,
    "holder": 4.0,
    "said_area": 3.0,
    "said_island": 3.0,
    "said_town": 2.0,
    "said_water": 4.0,
    "namesake_of_town": -1.5,
    "by_alternate": -1.6,
    "listed": 2.0,
    "peers_admin1": 1.2,
    "world_city": 1.5,
}
"""Set by hand: what the text says outright decides, however rare it is in the corpora; a name in
a list of states is that of a state; a city that all know is meant where a story is about the world,
of which the corpora have little; and the many other names of small towns must not catch the
names of large ones elsewhere."""
Array = npt.NDArray[np.float64]
Case = tuple[list[dict[str, float]], list[bool], int]
"""Features and rightness of each candidate, and how many mentions are alike in both."""


class Sample(NamedTuple):
    """One document, its names looked up."""

    names: tuple[Name, ...]
    """Names of its gold toponyms."""
    gold: list[dict[str, Any]]
    """Gold toponyms in text order."""
    setting: Setting
    """What is known of where it is from."""


def samples(corpus: str, gazetteer: Gazetteer) -> list[Sample]:
    """Look up the gold toponyms of a corpus, which takes longer than judging them."""
    found = made_up.documents(gazetteer) if corpus == MADE_UP else documents(corpus)
    return [_sample(document, gazetteer) for document in found]


def _sample(document: dict[str, Any], gazetteer: Gazetteer) -> Sample:
    gold = sorted(document["toponyms"], key=lambda t: (t["start"], t["end"]))
    mentions = [Mention(t["start"], t["end"], t["surface"], "literal") for t in gold]
    setting = Setting(clues_of(document["text"]), Origin(*document.get("origin", ())))
    return Sample(tuple(gather_names(document["text"], mentions, gazetteer)), gold, setting)


def cases(corpus: Sequence[Sample], table: dict[str, float]) -> list[Case]:
    """Describe the candidates of every gold toponym that has coordinates, and "none of these"."""
    found = []
    for names, gold, setting in corpus:
        for name, features in zip(names, judge(names, table, setting), strict=True):
            rows = (gold[index] for index in name.mentions if gold[index]["lat"] is not None)
            alike = Counter(tuple(right_ones(name.candidates, row)) for row in rows)
            for right, times in alike.items():
                if right:
                    found.append(([*features, NO_PLACE], [*right, not any(right)], times))
    return found


def right_ones(candidates: Sequence[Candidate], gold: dict[str, float]) -> list[bool]:
    """Tell which candidates are right: those of the gold id or, where none is, those near."""
    same = [
        bool(gold["geonames_id"]) and c.place.geonames_id == gold["geonames_id"] for c in candidates
    ]
    if any(same) or gold["lat"] is None:
        return same
    point = LonLat(gold["lon"], gold["lat"])
    return [haversine_km(c.place.point, point) <= _reach_km(c) for c in candidates]


def _reach_km(candidate: Candidate) -> float:
    """Give the distance within which a point stands for a place, in kilometres."""
    place = candidate.place
    wide = place.feature_class in {"H", "L"} or place.feature_code.startswith("PCL")
    return WIDE_KM if wide else NEAR_KM


def fit(corpora: Sequence[Sequence[Case]], start: dict[str, float]) -> dict[str, float]:
    """Fit one weight a feature, from given ones; every corpus counts the same."""
    rows = [row for corpus in corpora for row in corpus]
    shares = np.concatenate([_times(corpus) / _times(corpus).sum() for corpus in corpora])
    names = sorted({n for features, *_ in rows for f in features for n in f})
    problem = _problem(rows, names, shares / len(corpora))
    start = start | FIXED
    w = np.array([start.get(name, 0.0) for name in names])
    free = np.flatnonzero([name not in FIXED for name in names])
    for _ in range(STEPS):
        gradient, curvature = _slopes(problem, w)
        gradient, curvature = gradient[free] + RIDGE * w[free], curvature[np.ix_(free, free)]
        w[free] -= np.linalg.solve(curvature + RIDGE * np.eye(len(free)), gradient)
    return {name: round(float(value), 2) for name, value in zip(names, w, strict=True)}


class _Problem(NamedTuple):
    """Candidates of all cases below each other."""

    x: Array
    """Values, a row a candidate and a column a feature."""
    right: Array
    """1 for right ones, otherwise 0."""
    group: npt.NDArray[np.intp]
    """The case of each candidate."""
    first: npt.NDArray[np.intp]
    """The first candidate of each case."""
    shares: Array
    """How much each case counts; they add up to 1."""


def _slopes(problem: _Problem, w: Array) -> tuple[Array, Array]:
    """Give the gradient of the loss, and a curvature that is nowhere below its own.

    The likelihood of "one of these is right" is not concave. Leaving its convex part out of the
    curvature makes each step of Newton's one of minorisation (Hunter and Lange 2004).
    """
    p = _chances(problem, problem.x @ w)
    right = p * problem.right
    target = right / np.maximum(1e-12, np.add.reduceat(right, problem.first))[problem.group]
    each = problem.shares[problem.group]
    means = np.add.reduceat(problem.x * p[:, None], problem.first)
    curvature = (problem.x * (p * each)[:, None]).T @ problem.x
    curvature -= (means * problem.shares[:, None]).T @ means
    return problem.x.T @ ((p - target) * each), curvature


def _times(corpus: Sequence[Case]) -> Array:
    return np.array([float(times) for *_, times in corpus])


def _problem(rows: Sequence[Case], names: Sequence[str], shares: Array) -> _Problem:
    index = {name: i for i, name in enumerate(names)}
    sizes = np.array([len(features) for features, *_ in rows])
    x = np.zeros((sizes.sum(), len(index)))
    for at, seen in enumerate(seen for features, *_ in rows for seen in features):
        for name, value in seen.items():
            x[at, index[name]] = value
    right = np.array([float(is_right) for _, gold, _ in rows for is_right in gold])
    group = np.repeat(np.arange(len(rows)), sizes)
    return _Problem(x, right, group, np.cumsum(sizes) - sizes, shares)


def _chances(problem: _Problem, scores: Array) -> Array:
    top = np.maximum.reduceat(scores, problem.first)
    powers = np.exp(scores - top[problem.group])
    return np.asarray(powers / np.add.reduceat(powers, problem.first)[problem.group])


def accuracy(rows: Sequence[Case], weights: dict[str, float]) -> float:
    """Share of cases whose best candidate is right."""
    right = 0
    for features, gold, times in rows:
        scores = [total(f, weights) for f in features]
        right += times * gold[int(np.argmax(scores))]
    return right / max(1, mentions_of(rows))


def mentions_of(rows: Sequence[Case]) -> int:
    """Count the mentions that cases stand for."""
    return sum(times for *_, times in rows)


def fit_in_turns(corpora: Sequence[Sequence[Sample]]) -> dict[str, float]:
    """Compute features and weights in turn, from nothing: no weight has seen another corpus."""
    weights = dict(FIXED)
    for _ in range(TURNS):
        weights = fit([cases(corpus, weights) for corpus in corpora], weights)
    return weights


def main() -> None:
    """Fit, report and, on demand, write."""
    with open_gazetteer() as gazetteer:
        known = {corpus: samples(corpus, gazetteer) for corpus in (*CORPORA, MADE_UP)}
    for left_out in CORPORA:
        weights = fit_in_turns([known[corpus] for corpus in known if corpus != left_out])
        rows = cases(known[left_out], weights)
        share, mentions = accuracy(rows, weights), mentions_of(rows)
        print(f"{left_out:12s} {mentions} with candidates: {share:.3f} right")
    if "--write" in sys.argv:
        weights = fit_in_turns(list(known.values()))
        lines = [f"{name} = {weight}" for name, weight in sorted(weights.items())]
        TABLE.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
