"""The network: an uncased encoder that is told each word's capitalisation, with two heads."""

from pathlib import Path
from typing import Any

import torch
from torch import nn

CASES = 4
"""Rows of case; a second set of four serves corpora that mark literal toponyms only."""

TAGS, KINDS = 5, 2
"""Outputs: tags of `tools.recogniser.train.corpus`, literal and associative."""


class Tagger(nn.Module):
    """Tags and kinds of word pieces."""

    def __init__(self, encoder: Path, dropout: float = 0.1, layers: int | None = None) -> None:
        super().__init__()
        from transformers import AutoModel

        self.encoder: Any = AutoModel.from_pretrained(
            encoder,
            attn_implementation="sdpa",
            attention_probs_dropout_prob=0.0,
            hidden_dropout_prob=dropout,
            add_pooling_layer=False,
        )
        if layers is not None:
            stack = self.encoder.encoder.layer
            keep = [round(i * (len(stack) - 1) / (layers - 1)) for i in range(layers)]
            self.encoder.encoder.layer = nn.ModuleList(stack[i] for i in keep)
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
        hidden = self.encoder(
            input_ids=ids, token_type_ids=cases, attention_mask=mask
        ).last_hidden_state
        hidden = self.dropout(hidden)
        return self.tags(hidden).float(), self.kinds(hidden).float()


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
