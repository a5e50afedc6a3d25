"""Where the texts are: `python -m tools.recogniser.train.sources` says which of them are missing.

It asks the standard library alone, so that `make tagger` can ask before it installs torch.
"""

from pathlib import Path

from tools.corpora import CORPORA, FOLDER

OPEN = ("open/wikigold", "open/wnut17", "open/btc", "open/uner")
"""Named-entity sets whose locations serve as toponyms; places inside names are not marked there."""


def missing(folder: Path = FOLDER) -> list[str]:
    """Name the files that training needs and that a folder lacks."""
    names = [f"{corpus}.jsonl" for corpus in (*CORPORA, *OPEN)]
    return [name for name in names if not (folder / name).is_file()]


def require() -> None:
    """End the command where a file is missing."""
    if names := missing():
        raise SystemExit(
            f"Error: {FOLDER} lacks {', '.join(names)}: expected the annotated corpora, "
            "which are not in this repository; name their folder in DATELINE_CORPORA."
        )


if __name__ == "__main__":
    require()
