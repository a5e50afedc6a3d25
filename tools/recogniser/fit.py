"""Fit the weights of the rule-based recogniser: `python -m tools.recogniser.fit [--write]`.

A logistic regression over the named observations of `dateline.recognise.evidence`, by Newton's
method with a ridge. Every figure printed for a corpus comes from weights fitted on the others.
With ``--write`` the weights fitted on all of them go into the package.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.recognise.evidence import evidence
from dateline.recognise.matches import find_matches
from dateline.recognise.surroundings import surroundings
from dateline.tokens import tokenise
from tools.corpora import CORPORA, documents

TABLE = Path(__file__).parents[2] / "geo" / "dateline" / "recognise" / "weights.toml"
RIDGE = 3.0
"""Strength of the pull towards 0, in observations; chosen by the left-out corpora."""
HEADER = """# Log-odds by observation, fitted by `python -m tools.recogniser.fit --write`.
# "elsewhere" is the share of the clearest mention's odds that other mentions of the name get.
[weights]
"""
FIXED = {
    "elsewhere": 0.6,
    "full_name": -6.0,
    "group": 5.0,
    "after_a_alone": -6.0,
    "newspaper": -6.0,
    "people_of_old": -6.0,
    "vessel": -6.0,
}
"""Set by hand: too few persons and ships in the corpora are called like places ("Jordan
Henderson"), and the corpora do not agree on whether the EU or NATO is a toponym; we draw both."""
LEFT_OUT = frozenset({"full_name", "group", "newspaper", "people_of_old", "vessel"})
"""Observations that decide alone: what bears them teaches nothing about the others."""
Rows = list[tuple[tuple[str, ...], bool]]


def observe(corpus: str, gazetteer: Gazetteer) -> Rows:
    """Look at every match of a corpus; GeoVirus marks no adjectives, so they are left out there."""
    rows: Rows = []
    for document in documents(corpus):
        tokens = tokenise(document["text"])
        matches = find_matches(document["text"], tokens, gazetteer)
        around = surroundings(tokens, matches)
        for match in matches:
            seen = evidence(match, around)
            if LEFT_OUT & set(seen) or (corpus == "GeoVirus" and "adjective" in seen):
                continue
            gold = any(
                t["start"] < match.end and match.start < t["end"] for t in document["toponyms"]
            )
            rows.append((seen, gold))
    return rows


def fit(rows: Sequence[tuple[tuple[str, ...], bool]]) -> dict[str, float]:
    """Fit one weight an observation."""
    names = sorted({name for seen, _ in rows for name in seen})
    index = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for row, (seen, _) in enumerate(rows):
        x[row, [index[name] for name in seen]] = 1.0
    y = np.array([gold for _, gold in rows], dtype=float)
    w = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(names))
        w -= np.linalg.solve(hessian, x.T @ (p - y) + RIDGE * w)
    return {name: round(float(w[index[name]]), 2) for name in names} | FIXED


def report(rows: Rows, weights: dict[str, float]) -> str:
    """Say how well weights tell places from other names."""
    said = [sum(weights.get(name, 0.0) for name in seen) > 0 for seen, _ in rows]
    right = sum(s and gold for s, (_, gold) in zip(said, rows, strict=True))
    gold = sum(gold for _, gold in rows)
    return f"precision {right / max(1, sum(said)):.3f}  recall of matches {right / gold:.3f}"


def main() -> None:
    """Fit, report and, on demand, write."""
    with open_gazetteer() as gazetteer:
        rows = {corpus: observe(corpus, gazetteer) for corpus in CORPORA}
    for left_out in CORPORA:
        others = [row for corpus in CORPORA if corpus != left_out for row in rows[corpus]]
        print(f"{left_out:12s} {report(rows[left_out], fit(others))}")
    if "--write" in sys.argv:
        weights = fit([row for corpus in CORPORA for row in rows[corpus]])
        lines = [f"{name} = {weight}" for name, weight in sorted(weights.items())]
        TABLE.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
