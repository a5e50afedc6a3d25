"""The network: an uncased encoder that is told each word's capitalisation, with two exits."""

import copy
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn

from dateline.recognise.tagger.network import COLUMNS, OTHER_CASE

CASES = OTHER_CASE + 1
"""Rows of case; a second set of four serves corpora that mark literal toponyms only."""

KINDS = 2
TAGS = COLUMNS - KINDS
"""Outputs: literal and associative, tags of `tools.recogniser.train.corpus`."""

BLEND = 0.5
"""Between the convention that marks places inside names (0) and that of literal corpora (1)."""

EXIT, WIDTH = 1, 768
"""Layers of the encoder below the fast exit, and the inner width of the layer that it has for
itself; a layer of the encoder is 1,536 wide."""


class Tagger(nn.Module):
    """Tags and kinds of word pieces."""

    def __init__(self, encoder: Path, dropout: float = 0.1) -> None:
        super().__init__()
        from transformers import AutoModel

        self.encoder: Any = AutoModel.from_pretrained(
            encoder,
            attn_implementation="sdpa",
            attention_probs_dropout_prob=0.0,
            hidden_dropout_prob=dropout,
            add_pooling_layer=False,
        )
        embeddings = self.encoder.embeddings
        embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
        old = embeddings.token_type_embeddings.weight.data
        rows = nn.Embedding(2 * CASES, old.shape[1])
        rows.weight.data = old[:1].repeat(2 * CASES, 1) + 0.01 * torch.randn_like(rows.weight)
        embeddings.token_type_embeddings = rows
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(old.shape[1], TAGS)
        self.kinds = nn.Linear(old.shape[1], KINDS)

    def forward(
        self, ids: torch.Tensor, cases: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Score every piece: tags, kinds."""
        return self.judge(self.states(ids, cases, mask)[-1])

    def states(
        self, ids: torch.Tensor, cases: torch.Tensor, mask: torch.Tensor
    ) -> Sequence[torch.Tensor]:
        """Encode: what goes into the first layer, and what comes out of each."""
        found: Sequence[torch.Tensor] = self.encoder(
            input_ids=ids, token_type_ids=cases, attention_mask=mask, output_hidden_states=True
        ).hidden_states
        return found

    def judge(self, hidden: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Score what comes out of the last layer."""
        hidden = self.dropout(hidden)
        return self.tags(hidden).float(), self.kinds(hidden).float()


class FastExit(nn.Module):
    """A way out after the lowest layers of a tagger: one narrow layer and heads of its own."""

    def __init__(self, tagger: Tagger, dropout: float) -> None:
        """Begin with the layer that comes next in the tagger, and with its heads."""
        super().__init__()
        self.layer = copy.deepcopy(tagger.encoder.encoder.layer[EXIT])
        _narrow(self.layer)
        self.tags, self.kinds = copy.deepcopy(tagger.tags), copy.deepcopy(tagger.kinds)
        self.requires_grad_(requires_grad=True)
        for part in self.modules():
            if isinstance(part, nn.Dropout):
                part.p = dropout

    def forward(
        self, states: Sequence[torch.Tensor], mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Score every piece by the states of `Tagger.states`: tags, kinds."""
        hidden = self.layer(states[EXIT], mask[:, None, None, :])
        return self.tags(hidden).float(), self.kinds(hidden).float()


def _narrow(layer: nn.Module) -> None:
    """Keep the inner units of a layer whose weights are largest."""
    wide, back = layer.intermediate.dense, layer.output.dense
    size = wide.weight.norm(dim=1) * back.weight.norm(dim=0)
    kept = size.argsort(descending=True, stable=True)[:WIDTH]
    wide.weight, wide.bias = nn.Parameter(wide.weight[kept]), nn.Parameter(wide.bias[kept])
    back.weight = nn.Parameter(back.weight[:, kept])


def blended(tagger: Tagger, share: float = BLEND) -> Tagger:
    """Copy a tagger as it is shipped: frozen, the first rows of case between the conventions."""
    found = copy.deepcopy(tagger).eval().requires_grad_(requires_grad=False)
    rows = found.encoder.embeddings.token_type_embeddings.weight
    rows[:CASES] = (1 - share) * rows[:CASES] + share * rows[CASES:]
    return found


def groups(tagger: Tagger, rate: float, head_rate: float, decay: float) -> list[dict[str, Any]]:
    """Give lower layers lower learning rates."""
    stack = tagger.encoder.encoder.layer
    found = [{"params": [*tagger.tags.parameters(), *tagger.kinds.parameters()], "lr": head_rate}]
    for depth, layer in enumerate(reversed(stack)):
        found.append({"params": list(layer.parameters()), "lr": rate * decay**depth})
    embeddings = tagger.encoder.embeddings
    lowest = rate * decay ** len(stack)
    rest = [
        p for n, p in embeddings.named_parameters() if p.requires_grad and "token_type" not in n
    ]
    found.append({"params": rest, "lr": lowest})
    found.append({"params": [embeddings.token_type_embeddings.weight], "lr": head_rate})
    return found
