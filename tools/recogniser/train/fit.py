"""Fitting: batches, loss and schedule."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from tools.recogniser.train.augment import (
    CLS,
    OTHER_CASE,
    SEP,
    Names,
    Noise,
    Window,
    disturb,
    windows,
)
from tools.recogniser.train.corpus import OPEN, UNKNOWN, Document
from tools.recogniser.train.network import CASES, Tagger, groups


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides what is learned."""

    epochs: int = 4
    """Passes over the annotated corpora."""
    open_share: float = 0.3
    """Share of the open sets seen in each pass."""
    open_weight: float = 0.6
    """Weight of their loss."""
    size: int = 192
    """Pieces in a window."""
    batch: int = 2048
    """Pieces in a batch, about."""
    rate: float = 2.5e-4
    """Highest learning rate of the top layer."""
    head_rate: float = 1e-3
    """Highest learning rate of the heads and of the case rows."""
    decay: float = 0.9
    """Factor of the learning rate from layer to layer, downwards."""
    weight_decay: float = 0.01
    """AdamW's."""
    warm_up: float = 0.08
    """Share of steps with a rising rate."""
    kind_weight: float = 0.3
    """Weight of the kind's loss."""
    dropout: float = 0.1
    """In the encoder and before the heads."""
    conventions: bool = True
    """Whether the network is told which corpora mark literal toponyms only."""
    layers: int | None = None
    """Layers kept of the encoder; None keeps all."""
    seed: int = 13
    """Of every random number."""
    noise: Noise = field(default_factory=Noise)
    """Noise."""


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
            at += n
        ids[row, at], cases[row, at] = SEP, OTHER_CASE + shift
        mask[row, : at + 1] = True
        weights[row] = window.weight
    names = ("ids", "cases", "mask", "tags", "kinds", "weights")
    arrays = (ids, cases, mask, tags, kinds, weights)
    return {name: torch.from_numpy(array) for name, array in zip(names, arrays, strict=True)}


def loss_of(
    tags: torch.Tensor, kinds: torch.Tensor, batch: dict[str, torch.Tensor], recipe: Recipe
) -> torch.Tensor:
    """Weighted cross-entropy of tags, and of kinds where they are known."""
    known = batch["tags"] != UNKNOWN
    logs = functional.log_softmax(tags[known], -1)
    gold = batch["tags"][known]
    chosen = logs.gather(1, gold[:, None])[:, 0]
    weights = batch["weights"][known]
    loss = -(chosen * weights).sum() / weights.sum()
    told = batch["kinds"] != UNKNOWN
    if told.any():
        loss = loss + recipe.kind_weight * functional.cross_entropy(
            kinds[told], batch["kinds"][told]
        ) * min(1.0, float(told.sum()) / 16)
    return loss


def fit(documents: Sequence[Document], recipe: Recipe, encoder: Path, names: Names) -> Tagger:
    """Train one tagger."""
    torch.manual_seed(recipe.seed)
    random = np.random.default_rng(recipe.seed)
    tagger = Tagger(encoder, recipe.dropout, recipe.layers)
    tagger.train()
    optimiser = torch.optim.AdamW(
        groups(tagger, recipe.rate, recipe.head_rate, recipe.decay),
        weight_decay=recipe.weight_decay,
        fused=True,
    )
    batches = [b for _ in range(recipe.epochs) for b in epoch(documents, recipe, names, random)]
    warm = max(1, round(recipe.warm_up * len(batches)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda i: min((i + 1) / warm, max(0.0, (len(batches) - i) / (len(batches) - warm))),
    )
    started, seen, total = time.time(), 0, 0.0
    for step, windows_ in enumerate(batches, 1):
        batch = tensors(windows_, conventions=recipe.conventions)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            tags, kinds = tagger(batch["ids"], batch["cases"], batch["mask"])
        loss = loss_of(tags, kinds, batch, recipe)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad(set_to_none=True)
        seen += int(batch["mask"].sum())
        total += float(loss.detach())
        if step % 50 == 0 or step == len(batches):
            spent = time.time() - started
            print(
                f"step {step}/{len(batches)} loss {total / 50:.4f} {seen / spent:.0f} pieces/s "
                f"{spent:.0f} s",
                flush=True,
            )
            total = 0.0
    return tagger.eval()
