"""Score the whole way on the corpora: `python -m tools.evaluate [--taggers DIR] [--fast]`.

Every figure for a corpus comes from weights of recogniser and resolver that were fitted on the
other two; those of the resolver also on local news made up from the gazetteer. Spans are
recognised; the last column resolves the gold spans instead. DIR holds a folder for each corpus,
say ``DIR/LGL``, with what ``tools.recogniser.train --leave-out LGL`` wrote; without it places are
recognised by the rules alone.
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from dateline.evaluate import Scores, Toponym, score_document
from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.model import Mention, Resolution
from dateline.recognise.rules import recognise_by_rules
from dateline.recognise.tagger import open_network, recognise_by_tagger
from dateline.resolve import resolve
from tools.corpora import CORPORA, documents
from tools.recogniser.fit import fit as fit_recogniser
from tools.recogniser.fit import observe
from tools.resolver.fit import MADE_UP, fit_in_turns, samples

Recognise = Callable[..., tuple[Mention, ...]]
"""Finds the toponyms of a text, with a table of weights of the rules."""

LITERAL_ONLY = frozenset({"GeoVirus"})
"""Corpora whose gold has literal toponyms only: associative ones are left out there."""


def toponyms(resolutions: Iterable[Resolution], *, associative: bool) -> list[Toponym]:
    """Put resolutions into the form that is scored."""
    return [
        {
            "start": r.mention.start,
            "end": r.mention.end,
            "lat": r.place and r.place.point.lat,
            "lon": r.place and r.place.point.lon,
        }
        for r in resolutions
        if associative or r.mention.kind == "literal"
    ]


def gold_mentions(document: dict[str, Any]) -> list[Mention]:
    """Take the gold spans as if they had been recognised."""
    gold = sorted(document["toponyms"], key=lambda t: (t["start"], t["end"]))
    return [Mention(t["start"], t["end"], t["surface"], "literal") for t in gold]


def scores(
    corpus: str, others: Sequence[str], gazetteer: Gazetteer, recognise: Recognise
) -> tuple[Scores, Scores]:
    """Score one corpus with weights from the others: recognised spans, then gold spans."""
    rows = [row for other in others for row in observe(other, gazetteer)]
    recogniser = fit_recogniser(rows)
    resolver = fit_in_turns([samples(c, gazetteer) for c in (*others, MADE_UP)])
    whole, given = Scores(), Scores()
    associative = corpus not in LITERAL_ONLY
    for document in documents(corpus):
        text, gold = document["text"], document["toponyms"]
        mentions = recognise(text, gazetteer, table=recogniser)
        found = resolve(text, mentions, gazetteer, resolver)
        whole += score_document(gold, toponyms(found, associative=associative))
        resolved = resolve(text, gold_mentions(document), gazetteer, resolver)
        given += score_document(gold, toponyms(resolved, associative=True))
    return whole, given


def recogniser_for(corpus: str, taggers: Path | None, *, fast: bool) -> Recognise:
    """Give the recogniser that has not seen a corpus."""
    if taggers is None:
        return recognise_by_rules
    return partial(recognise_by_tagger, network=open_network(1, taggers / corpus), fast=fast)


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--taggers", type=Path, metavar="DIR")
    parser.add_argument("--fast", action="store_true")
    wish = parser.parse_args()
    table = Table("corpus", "overlap F1", "exact F1", "end to end F1@161", "acc@161, gold spans")
    with open_gazetteer() as gazetteer:
        for corpus in CORPORA:
            others = [other for other in CORPORA if other != corpus]
            recognise = recogniser_for(corpus, wish.taggers, fast=wish.fast)
            whole, given = scores(corpus, others, gazetteer, recognise)
            ratios = (whole.overlap.f1, whole.exact.f1, whole.end_to_end.f1, given.accuracy_161)
            table.add_row(corpus, *(f"{ratio:.3f}" for ratio in ratios))
    Console().print(table)


if __name__ == "__main__":
    main()
