"""Fitting: loss, steps and schedule."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from torch.nn import functional

from tools.recogniser.train.augment import Names, Window
from tools.recogniser.train.batches import epoch, tensors
from tools.recogniser.train.corpus import UNKNOWN, Document
from tools.recogniser.train.network import Tagger, groups
from tools.recogniser.train.recipe import Recipe

Module = TypeVar("Module", bound=torch.nn.Module)

TOLD = 50
"""Steps between two lines of progress."""


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
    tagger = Tagger(encoder, recipe.dropout)

    def loss(batch: dict[str, torch.Tensor]) -> torch.Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            tags, kinds = tagger(batch["ids"], batch["cases"], batch["mask"])
        return loss_of(tags, kinds, batch, recipe)

    batches = [b for _ in range(recipe.epochs) for b in epoch(documents, recipe, names, random)]
    rates = groups(tagger, recipe.rate, recipe.head_rate, recipe.decay)
    return descend(tagger, batches, loss, rates, recipe)


def descend(
    module: Module,
    batches: Sequence[list[Window]],
    loss_of_batch: Callable[[dict[str, torch.Tensor]], torch.Tensor],
    rates: list[dict[str, Any]],
    recipe: Recipe,
) -> Module:
    """Step down the loss, batch by batch."""
    module.train()
    optimiser = torch.optim.AdamW(rates, weight_decay=recipe.weight_decay, fused=True)
    schedule = _schedule(optimiser, len(batches), recipe.warm_up)
    started, seen, total = time.time(), 0, 0.0
    for step, windows_ in enumerate(batches, 1):
        batch = tensors(windows_, conventions=recipe.conventions)
        loss = loss_of_batch(batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(module.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad(set_to_none=True)
        seen += int(batch["mask"].sum())
        total += float(loss.detach())
        if step % TOLD == 0:
            spent = time.time() - started
            told = f"step {step}/{len(batches)} loss {total / TOLD:.4f}"
            print(f"{told} {seen / spent:.0f} pieces/s {spent:.0f} s", flush=True)
            total = 0.0
    return module.eval()


def _schedule(
    optimiser: torch.optim.Optimizer, steps: int, warm_up: float
) -> torch.optim.lr_scheduler.LambdaLR:
    warm = max(1, round(warm_up * steps))
    return torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda i: min((i + 1) / warm, max(0.0, (steps - i) / (steps - warm)))
    )
