"""From scores to toponyms, and toponyms to scores."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch

from tools.recogniser.train.augment import Window, spans
from tools.recogniser.train.batches import tensors
from tools.recogniser.train.corpus import Document
from tools.recogniser.train.network import KINDS, TAGS, Reader

SIZE, OVERLAP = 256, 32
"""Pieces in a window and shared by neighbouring windows, at run time."""

AGREEMENT = 0.7
"""How far a word's odds move towards their mean over the text, 0 to 1."""

ORPHAN, NEIGHBOUR = 6.0, 4.0
"""Log-odds against a name that goes on without beginning, and against one right after another."""


def plan(lengths: Sequence[int], size: int, overlap: int) -> list[tuple[int, int]]:
    """Lay overlapping windows of whole words over a text."""
    if sum(lengths) <= size - 2:
        return [(0, len(lengths))]
    found: list[tuple[int, int]] = []
    start = 0
    while True:
        end, used = start, 0
        while end < len(lengths) and (used + lengths[end] <= size - 2 or end == start):
            used += lengths[end]
            end += 1
        found.append((start, end))
        if end == len(lengths):
            return found
        back, shared = end, 0
        while back > start + 1 and shared + lengths[back - 1] <= overlap:
            back -= 1
            shared += lengths[back]
        start = back


@torch.no_grad()
def word_scores(
    reader: Reader, documents: Sequence[Document], *, full: bool = True, size: int = SIZE
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Score each word of each document: logits of tags and kinds, from its most central window."""
    jobs = []
    for d, document in enumerate(documents):
        lengths = [len(p) for p in document.pieces]
        jobs += [(d, a, b) for a, b in plan(lengths, size, OVERLAP)]
    jobs.sort(key=lambda j: sum(map(len, documents[j[0]].pieces[j[1] : j[2]])))
    out = [(np.zeros((len(d.starts), TAGS)), np.zeros((len(d.starts), KINDS))) for d in documents]
    best = [np.full(len(d.starts), -1.0) for d in documents]
    for at in range(0, len(jobs), 16):
        part = jobs[at : at + 16]
        batch = tensors(
            [_window(documents[d], a, b, full=full) for d, a, b in part], conventions=True
        )
        with torch.autocast("cpu", dtype=torch.bfloat16):
            tags, kinds = reader(batch["ids"], batch["cases"], batch["mask"])
        for row, (d, a, b) in enumerate(part):
            first = 1 + np.cumsum([0, *(len(p) for p in documents[d].pieces[a : b - 1])])
            depth = np.minimum(
                np.arange(b - a) + (1e6 if a == 0 else 0.5),
                np.arange(b - a)[::-1] + (1e6 if b == len(documents[d].starts) else 0.5),
            )
            wins = depth > best[d][a:b]
            best[d][a:b][wins] = depth[wins]
            out[d][0][a:b][wins] = tags[row].numpy()[first][wins]
            out[d][1][a:b][wins] = kinds[row].numpy()[first][wins]
    return out


def _window(document: Document, a: int, b: int, *, full: bool) -> Window:
    n = b - a
    return Window(
        full, 1.0, list(document.pieces[a:b]), list(document.cases[a:b]), [0] * n, [0] * n
    )


def decode(
    document: Document, tags: np.ndarray, kinds: np.ndarray, bias: float = 0.0
) -> list[dict[str, Any]]:
    """Read toponyms off the scores; a `bias` above 0 finds more."""
    logs = tags - np.logaddexp.reduce(tags, 1)[:, None]
    logs = agree(document, logs, AGREEMENT)
    path = best_path(
        logs[:, 0] - bias,
        np.logaddexp(logs[:, 1], logs[:, 3]),
        np.logaddexp(logs[:, 2], logs[:, 4]),
    )
    found = []
    for a, b in spans(path):
        start, end = trimmed(document.text, document.starts[a], document.ends[b - 1])
        if start == end:
            continue
        k = kinds[a:b].sum(0)
        adjective = np.logaddexp(*logs[a:b, 3:].T).sum() > np.logaddexp(*logs[a:b, 1:3].T).sum()
        odds = np.logaddexp.reduce(logs[a:b, 1:], 1) - logs[a:b, 0]
        found.append(
            {
                "start": start,
                "end": end,
                "surface": document.text[start:end],
                "kind": "literal" if k[0] >= k[1] else "associative",
                "adjective": bool(adjective),
                "odds": round(float(odds.mean()), 3),
                "lat": None,
                "lon": None,
            }
        )
    return found


def agree(document: Document, logs: np.ndarray, share: float) -> np.ndarray:
    """Move the odds of each word towards their mean over the same word in the text."""
    odds = np.logaddexp.reduce(logs[:, 1:], 1) - logs[:, 0]
    odds = np.clip(odds, -14, 14)
    words: dict[str, list[int]] = {}
    for i, case in enumerate(document.cases):
        word = document.text[document.starts[i] : document.ends[i]]
        if case and len(word) > 2:
            words.setdefault(word.lower(), []).append(i)
    logs = logs.copy()
    for at in words.values():
        if len(at) > 1:
            logs[at, 0] -= share * (odds[at].mean() - odds[at])
    return logs


def best_path(outside: np.ndarray, begin: np.ndarray, inside: np.ndarray) -> list[int]:
    """Find the best tags, 0 outside, 1 begin, 2 inside, by dynamic programming."""
    o, b, i = float(outside[0]), float(begin[0]), float(inside[0]) - ORPHAN
    back: list[tuple[int, int, int]] = []
    for so, sb, si in zip(
        outside[1:].tolist(), begin[1:].tolist(), inside[1:].tolist(), strict=True
    ):
        from_o = _best(o, b, i)
        from_b = _best(o, b - NEIGHBOUR, i - NEIGHBOUR)
        from_i = _best(o - ORPHAN, b, i)
        back.append((from_o[0], from_b[0], from_i[0]))
        o, b, i = so + from_o[1], sb + from_b[1], si + from_i[1]
    state = _best(o, b, i)[0]
    path = [state]
    for step in reversed(back):
        state = step[state]
        path.append(state)
    return path[::-1]


def _best(o: float, b: float, i: float) -> tuple[int, float]:
    if o >= b and o >= i:
        return 0, o
    return (1, b) if b >= i else (2, i)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out a leading "the", a possessive and punctuation that is no part of the name."""
    if text[start : start + 4].lower() == "the ":
        start += 4
    while start < end and not text[start].isalnum():
        start += 1
    if text[end - 2 : end].lower() in {"'s", "’s"} and end - 2 > start:
        end -= 2
    while start < end and not (text[end - 1].isalnum() or text[end - 1] in ".)"):
        end -= 1
    return start, end
