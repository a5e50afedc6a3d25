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

FLOORS = [
    ("LGL", (), 0.88, 0.80),
    ("GeoWebNews", (), 0.94, 0.88),
    ("GeoVirus", ("--said-kinds", "literal"), 0.93, 0.82),
]
"""Corpus, options, least overlap F1 of recognition, least F1 end to end within 161 km."""


@pytest.mark.parametrize(("corpus", "options", "recognition", "end_to_end"), FLOORS)
def test_a_corpus_reaches_its_floors(
    tmp_path: Path, corpus: str, options: tuple[str, ...], recognition: float, end_to_end: float
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
    assert report["recognition"]["overlap"]["f1"] >= recognition
    assert report["end_to_end"]["within_161"]["f1"] >= end_to_end
