"""Score the whole way on the corpora: `python -m tools.evaluate`.

Every figure for a corpus comes from weights of recogniser and resolver that were fitted on the
other two; those of the resolver also on local news made up from the gazetteer. Spans are
recognised; the last column resolves the gold spans instead.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from dateline.evaluate import Scores, Toponym, score_document
from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.model import Mention, Resolution
from dateline.recognise.rules import recognise_by_rules
from dateline.resolve import resolve
from tools.corpora import CORPORA, documents
from tools.recogniser.fit import fit as fit_recogniser
from tools.recogniser.fit import observe
from tools.resolver.fit import MADE_UP, fit_in_turns, samples

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


def scores(corpus: str, others: Sequence[str], gazetteer: Gazetteer) -> tuple[Scores, Scores]:
    """Score one corpus with weights from the others: recognised spans, then gold spans."""
    rows = [row for other in others for row in observe(other, gazetteer)]
    recogniser = fit_recogniser(rows)
    resolver = fit_in_turns([samples(c, gazetteer) for c in (*others, MADE_UP)])
    whole, given = Scores(), Scores()
    associative = corpus not in LITERAL_ONLY
    for document in documents(corpus):
        text, gold = document["text"], document["toponyms"]
        mentions = recognise_by_rules(text, gazetteer, recogniser)
        found = resolve(text, mentions, gazetteer, resolver)
        whole += score_document(gold, toponyms(found, associative=associative))
        resolved = resolve(text, gold_mentions(document), gazetteer, resolver)
        given += score_document(gold, toponyms(resolved, associative=True))
    return whole, given


def main() -> None:
    """Print a table."""
    table = Table("corpus", "overlap F1", "exact F1", "end to end F1@161", "acc@161, gold spans")
    with open_gazetteer() as gazetteer:
        for corpus in CORPORA:
            others = [other for other in CORPORA if other != corpus]
            whole, given = scores(corpus, others, gazetteer)
            ratios = (whole.overlap.f1, whole.exact.f1, whole.end_to_end.f1, given.accuracy_161)
            table.add_row(corpus, *(f"{ratio:.3f}" for ratio in ratios))
    Console().print(table)


if __name__ == "__main__":
    main()
