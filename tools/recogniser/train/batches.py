"""Batches: windows of similar length, with noise, in random order, as arrays."""

from collections.abc import Iterator, Sequence

import numpy as np
import torch

from dateline.recognise.tagger.network import OTHER_CASE
from tools.recogniser.train.augment import CLS, SEP, Names, Window, disturb, windows
from tools.recogniser.train.corpus import UNKNOWN, Document
from tools.recogniser.train.network import CASES
from tools.recogniser.train.recipe import Recipe
from tools.recogniser.train.sources import OPEN


def epoch(
    documents: Sequence[Document], recipe: Recipe, names: Names, random: np.random.Generator
) -> list[list[Window]]:
    """Make the batches of one pass, of windows of similar length, in random order."""
    found: list[Window] = []
    for document in documents:
        is_open = document.corpus in OPEN
        if is_open and random.random() >= recipe.open_share:
            continue
        weight = recipe.open_weight if is_open else 1.0
        found += [
            disturb(w, recipe.noise, names, random)
            for w in windows(document, recipe.size, random, weight)
        ]
    jitter = random.random(len(found)) * 24
    order = sorted(range(len(found)), key=lambda i: len(found[i]) + jitter[i])
    batches = list(_pack([found[i] for i in order], recipe.batch))
    random.shuffle(batches)  # type: ignore[arg-type]
    return batches


def _pack(ordered: Sequence[Window], room: int) -> Iterator[list[Window]]:
    batch: list[Window] = []
    for window in ordered:
        if batch and (len(batch) + 1) * max(len(window), *map(len, batch)) > room:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def tensors(batch: Sequence[Window], *, conventions: bool) -> dict[str, torch.Tensor]:
    """Lay a batch out in rows of pieces; labels stand at the first piece of each word."""
    width = max(map(len, batch))
    shape = (len(batch), width)
    ids, cases, mask = np.zeros(shape, np.int64), np.zeros(shape, np.int64), np.zeros(shape, bool)
    tags, kinds = np.full(shape, UNKNOWN), np.full(shape, UNKNOWN)
    first = np.zeros(shape, bool)
    weights = np.zeros(shape, np.float32)
    for row, window in enumerate(batch):
        shift = 0 if window.full or not conventions else CASES
        ids[row, 0], cases[row, 0] = CLS, OTHER_CASE + shift
        at = 1
        for word, pieces in enumerate(window.pieces):
            n = len(pieces)
            ids[row, at : at + n] = pieces
            cases[row, at : at + n] = window.cases[word] + shift
            tags[row, at], kinds[row, at] = window.tags[word], window.kinds[word]
            first[row, at] = True
            at += n
        ids[row, at], cases[row, at] = SEP, OTHER_CASE + shift
        mask[row, : at + 1] = True
        weights[row] = window.weight
    names = ("ids", "cases", "mask", "first", "tags", "kinds", "weights")
    arrays = (ids, cases, mask, first, tags, kinds, weights)
    return {name: torch.from_numpy(array) for name, array in zip(names, arrays, strict=True)}
