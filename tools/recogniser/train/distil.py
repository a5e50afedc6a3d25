"""The fast exit, taught by the tagger itself.

The tagger is frozen, as it is shipped, so that its own scores stay what they were to the bit. The
exit learns to say what the last layer says (soft labels), on the corpora under noise; what the
corpora say is not looked at, nor are their conventions.
"""

from collections.abc import Sequence

import numpy as np
import torch
from torch.nn.functional import log_softmax, softmax

from dateline.recognise.tagger.network import FAST_SIZE
from tools.recogniser.train.augment import Names, Noise
from tools.recogniser.train.batches import epoch
from tools.recogniser.train.corpus import Document
from tools.recogniser.train.fit import descend
from tools.recogniser.train.network import FastExit, Tagger
from tools.recogniser.train.recipe import Recipe

RECIPE = Recipe(
    epochs=2,
    open_share=1.0,
    size=FAST_SIZE,
    rate=5e-4,
    warm_up=0.05,
    kind_weight=0.1,
    dropout=0.05,
    conventions=False,
    noise=Noise(mask_word=0.05, mask_span=0.07, swap=0.4),
)
"""Other than for the tagger: all of the open sets each pass, shorter windows, as at run time, more
names swapped, less hidden."""


def distil(
    tagger: Tagger, documents: Sequence[Document], names: Names, recipe: Recipe = RECIPE
) -> FastExit:
    """Train the fast exit of a frozen tagger, see `tools.recogniser.train.network.blended`."""
    torch.manual_seed(recipe.seed)
    random = np.random.default_rng(recipe.seed)
    fast = FastExit(tagger, recipe.dropout)

    def loss(batch: dict[str, torch.Tensor]) -> torch.Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            with torch.no_grad():
                states = tagger.states(batch["ids"], batch["cases"], batch["mask"])
                taught = tagger.judge(states[-1])
            said = fast(states, batch["mask"])
        return _distance(taught, said, batch["first"], recipe.kind_weight)

    batches = [b for _ in range(recipe.epochs) for b in epoch(documents, recipe, names, random)]
    heads = [*fast.tags.parameters(), *fast.kinds.parameters()]
    rates = [
        {"params": list(fast.layer.parameters()), "lr": recipe.rate},
        {"params": heads, "lr": recipe.head_rate},
    ]
    return descend(fast, batches, loss, rates, recipe)


def _distance(
    taught: tuple[torch.Tensor, torch.Tensor],
    said: tuple[torch.Tensor, torch.Tensor],
    first: torch.Tensor,
    kind_weight: float,
) -> torch.Tensor:
    """Cross-entropy of tags at each word; of kinds, as far as the teacher sees a toponym."""
    tags, kinds = (softmax(t[first], -1) for t in taught)
    toponym = 1 - tags[:, 0]
    loss = -(tags * log_softmax(said[0][first], -1)).sum(1).mean()
    apart = -(kinds * log_softmax(said[1][first], -1)).sum(1)
    count = float(toponym.sum())
    share = kind_weight * min(1.0, count / 16) / max(1.0, count)
    return loss + share * (apart * toponym).sum()
