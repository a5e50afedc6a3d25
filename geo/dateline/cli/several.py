"""Several articles on the command line: which files they are, and what their pages are called."""

import os
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.article import one_line, safe_name
from dateline.article.formats import is_article_name
from dateline.cli.options import Source
from dateline.cli.output import check_target, is_page, unwritable
from dateline.errors import ArticleError, OutputError, UsageError
from dateline.model import Article

_HEAD = 16 * 1024
"""Bytes by which a page of ours is known."""


Target = tuple[Path, Callable[[bytes], bool]]
"""A file to be written, and what tells whether one of that name is ours."""


@dataclass(frozen=True, slots=True)
class Planned:
    """An article and where its page goes."""

    source: Source
    """The article."""
    name: str
    """Stem of its page, which no other has."""
    page: Path
    """Its page."""

    @property
    def size(self) -> int:
        """Bytes of the article, 0 where nobody knows."""
        with suppress(OSError, ValueError):
            return Path(self.source.name).stat().st_size
        return 0

    def read(self) -> Article:
        """Read the article; it is called what its page is called."""
        return replace(self.source.read(), name=self.name)


def planned(
    sources: Iterable[Source], folder: Path, taken: Collection[str] = ()
) -> tuple[Planned, ...]:
    """Name a page for each article.

    Parameters
    ----------
    sources
        Articles, and folders of articles; what is named twice counts once.
    folder
        Where the pages go.
    taken
        Names that no page may have.

    Returns
    -------
    tuple of Planned
        In the order given, a folder's articles by their paths. Names that are the same but for
        capitals get a number.

    Raises
    ------
    ArticleError
        Where a folder has no articles or cannot be read.
    """
    known = {_folded(name) for name in taken}
    plans = []
    for source in _once(_files(sources)):
        stem = "story" if source.name == "-" else safe_name(Path(source.name).stem)
        name = next(n for n in _numbered(stem) if _folded(n) not in known)
        known.add(_folded(name))
        plans.append(Planned(source, name, folder / f"{name}.html"))
    return tuple(plans)


def _folded(name: str) -> str:
    """Name as file systems see it that do not tell capitals apart."""
    return unicodedata.normalize("NFC", name).casefold()


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


def _once(sources: Iterable[Source]) -> Iterator[Source]:
    seen = set()
    for source in sources:
        name = source.name if source.name == "-" else os.path.realpath(source.name)
        if name not in seen:
            seen.add(name)
            yield source


def _files(sources: Iterable[Source]) -> Iterator[Source]:
    for source in sources:
        if not is_folder(source.name):
            yield source
            continue
        found = [replace(source, name=str(path)) for path in _articles_in(source.name)]
        if not found:
            label = one_line(source.name)
            raise ArticleError(f"{label} has no articles: expected .txt, .md or .html files in it.")
        yield from found


def is_folder(name: str) -> bool:
    """Tell whether an argument is a folder of articles; one that makes no sense is none."""
    with suppress(OSError, ValueError):
        return name != "-" and Path(name).is_dir()
    return False


def _articles_in(folder: str) -> list[Path]:
    """List the articles of a folder and the folders in it, but for hidden ones and our pages."""

    def refuse(error: OSError) -> None:
        label, reason = one_line(str(error.filename)), error.strerror or "unknown reason"
        raise ArticleError(f"{label} cannot be read ({reason}): expected a folder.") from None

    found = []
    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(root, name) for name in names if is_article_name(name)]
    return sorted(path for path in found if not _is_ours(path))


def _is_ours(path: Path) -> bool:
    with suppress(OSError), path.open("rb") as file:
        return is_page(file.read(_HEAD))
    return False


def check_targets(
    targets: Sequence[Target],
    plans: Iterable[Planned],
    *,
    force: bool,
) -> None:
    """Make sure that writing the files destroys nothing that matters.

    Raises
    ------
    OutputError
        Where there is a file that is not ours, or a link that leads who knows where.
    UsageError
        Where a file is one of the articles.
    """
    articles = {found for plan in plans if (found := _identity(Path(plan.source.name)))}
    for path, ours in targets:
        name = one_line(str(path))
        if path.is_symlink():
            raise OutputError(f"{name} is a link: expected a file of ours or none; remove it.")
        if _identity(path) in articles:
            raise UsageError(f"{name} is one of the articles: name another folder with -o.")
        check_target(path, "-", force=force, ours=ours)


def _identity(path: Path) -> tuple[int, int] | None:
    """Tell a file from all others; ``None`` where there is none."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    except OSError as error:
        raise OutputError(unwritable(path, error)) from None
    return found.st_dev, found.st_ino
