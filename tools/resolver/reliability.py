"""How far confidence can be trusted: `python -m tools.resolver.reliability`.

Every figure for a corpus comes from weights fitted on the others and on made-up local news. A
gold toponym counts where the gazetteer has a reading of its name; a reading is right by the gold
id or, where none of the readings has it, by distance, as in `tools.resolver.fit`.
"""

from collections.abc import Sequence
from itertools import pairwise

from rich.console import Console
from rich.table import Table

from dateline.gazetteer import open_gazetteer
from dateline.resolve.discourse import judge
from dateline.resolve.score import probabilities, total
from tools.corpora import CORPORA
from tools.resolver.fit import MADE_UP, Sample, fit_in_turns, right_ones, samples

EDGES = (0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1.0)
"""Confidence at which the rows of the table begin and end."""
SURE = 0.9
"""Confidence from which on at least as large a share is to be right."""
Said = tuple[float, bool]
"""Confidence in the best reading, and whether it is right."""


def said_of(corpus: Sequence[Sample], weights: dict[str, float]) -> list[Said]:
    """Resolve the gold toponyms of a corpus."""
    said = []
    for names, gold, setting in corpus:
        for name, features in zip(names, judge(names, weights, setting), strict=True):
            if not features:
                continue
            shares = probabilities([total(f, weights) for f in features], weights)
            best = max(range(len(shares)), key=lambda i: shares[i])
            placed = (gold[i] for i in name.mentions if gold[i]["lat"] is not None)
            said += [(shares[best], right_ones(name.candidates, row)[best]) for row in placed]
    return said


def cell(said: Sequence[Said], least: float, most: float) -> str:
    """Write the share that is right among those of some confidence, and how many they are."""
    among = [right for share, right in said if least <= share < most or least < share == most]
    return f"{sum(among) / len(among):.2f} of {len(among)}" if among else "–"


def main() -> None:
    """Print a table."""
    with open_gazetteer() as gazetteer:
        known = {corpus: samples(corpus, gazetteer) for corpus in (*CORPORA, MADE_UP)}
    said = {}
    for left_out in CORPORA:
        weights = fit_in_turns([known[corpus] for corpus in known if corpus != left_out])
        said[left_out] = said_of(known[left_out], weights)
    table = Table("confidence", *(f"{corpus}: right" for corpus in CORPORA))
    for least, most in pairwise(EDGES):
        table.add_row(f"{least:.2f} to {most:.2f}", *(cell(s, least, most) for s in said.values()))
    table.add_row(f"at least {SURE}", *(cell(s, SURE, 1.0) for s in said.values()))
    Console().print(table)


if __name__ == "__main__":
    main()
