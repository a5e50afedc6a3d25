"""The part of the encoder's vocabulary that is shipped: what Latin-script text can need."""

import json
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer


def kept_pieces(vocabulary: Sequence[str]) -> list[int]:
    """Choose the pieces that Latin-script text can need: no other script, no unused rows."""
    special = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"}
    return [
        i
        for i, piece in enumerate(vocabulary)
        if piece in special
        or (not piece.startswith("[unused") and all(map(_latin, piece.removeprefix("##"))))
    ]


def _latin(letter: str) -> bool:
    if not letter.isalpha():
        return not unicodedata.category(letter).startswith("M")
    return unicodedata.name(letter, "").startswith("LATIN")


def pruned_tokenizer(source: Path) -> tuple[str, list[int]]:
    """Make the tokenizer of the kept pieces, as JSON, and say which rows they were."""
    spec = json.loads(source.read_text(encoding="utf-8"))
    old = sorted(spec["model"]["vocab"], key=spec["model"]["vocab"].__getitem__)
    rows = kept_pieces(old)
    vocabulary = {old[row]: i for i, row in enumerate(rows)}
    spec["model"]["vocab"] = vocabulary
    spec["truncation"] = spec["padding"] = spec["post_processor"] = None
    for token in spec["added_tokens"]:
        token["id"] = vocabulary[token["content"]]
    text = json.dumps(spec, ensure_ascii=False, separators=(",", ":"))
    Tokenizer.from_str(text)
    return text + "\n", rows
