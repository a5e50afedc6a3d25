"""The accuracy gate on annotated corpora, for those who have them beside the repository.

The shipped weights have seen these texts, so the floors guard against loss and promise nothing
about other texts; `MODEL_CARD.md` beside the tagger has the figures on unseen ones.
"""

import itertools
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import main

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
DOCUMENTS = 60
"""Documents of each corpus that are read: the first ones."""

LITERAL = ("--said-kinds", "literal")
FLOORS = [
    ("LGL", (), (0.89, 0.87, 0.82)),
    ("LGL", ("--fast",), (0.88, 0.86, 0.81)),
    ("GeoWebNews", (), (0.94, 0.90, 0.88)),
    ("GeoWebNews", ("--fast",), (0.94, 0.89, 0.88)),
    ("GeoVirus", LITERAL, (0.95, 0.94, 0.84)),
    ("GeoVirus", (*LITERAL, "--fast"), (0.94, 0.93, 0.84)),
]
"""Corpus, options, least F1: overlapping spans, exact spans, end to end within 161 km."""


@pytest.mark.parametrize(("corpus", "options", "floors"), FLOORS)
def test_a_corpus_reaches_its_floors(
    tmp_path: Path, corpus: str, options: tuple[str, ...], floors: tuple[float, ...]
) -> None:
    source = CORPORA / f"{corpus}.jsonl"
    if not source.exists():
        pytest.skip(f"the corpus {corpus} is not beside the repository")
    gold = tmp_path / "gold.jsonl"
    with source.open(encoding="utf-8") as lines:
        gold.write_text("".join(itertools.islice(lines, DOCUMENTS)), encoding="utf-8")
    result = CliRunner().invoke(main, ["evaluate", str(gold), *options, "--format", "json"])
    assert result.exit_code == 0, result.output
    report = json.loads(result.stdout)
    parts = (
        report["recognition"]["overlap"],
        report["recognition"]["exact"],
        report["end_to_end"]["within_161"],
    )
    reached = tuple(part["f1"] for part in parts)
    assert all(f1 >= floor for f1, floor in zip(reached, floors, strict=True)), reached
