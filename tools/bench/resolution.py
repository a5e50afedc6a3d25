"""Measure resolution alone: `python -m tools.bench.resolution`."""

import json
import time
from pathlib import Path

from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.model import Mention
from dateline.resolve import resolve

GOLD = sorted((Path(__file__).parents[2] / "seeds" / "gold").glob("*.jsonl"))
REPEATS = 5
"""Times that all seeds are resolved; the quickest counts, the machine being shared."""

Marked = tuple[str, list[Mention]]
"""A text and its gold toponyms."""


def marked() -> list[Marked]:
    """Read the seeds with the toponyms that were marked by hand."""
    found = []
    for path in GOLD:
        gold = json.loads(path.read_text(encoding="utf-8"))
        spans = [(t["start"], t["end"]) for t in gold["toponyms"]]
        text = gold["text"]
        found.append((text, [Mention(a, b, text[a:b], "literal") for a, b in sorted(spans)]))
    return found


def ms_a_mention(texts: list[Marked], gazetteer: Gazetteer) -> float:
    """Give the CPU milliseconds that one mention takes, from looking it up to its reasons."""
    mentions = sum(len(found) for _, found in texts)
    start = time.process_time()
    for text, found in texts:
        resolve(text, found, gazetteer)
    return 1000 * (time.process_time() - start) / mentions


def best() -> float:
    """Give the quickest of some runs, warm."""
    texts = marked()
    with open_gazetteer() as gazetteer:
        return min(ms_a_mention(texts, gazetteer) for _ in range(REPEATS))


if __name__ == "__main__":
    print(f"{best():.3f} ms a mention")
