"""Collects blocks while a parser walks through a document."""

import re
from dataclasses import dataclass, field

from dateline.article.blocks import Block, is_blank
from dateline.model import Inline, InlineKind, ParagraphKind

_WHITE = re.compile(r"[ \t\r\n\f]+")
"""HTML's white space, which a browser shows as one blank; no-break spaces are text."""


@dataclass(slots=True)
class _Run:
    """Markup that has begun and not yet ended."""

    kind: InlineKind
    target: str
    start: int


@dataclass(slots=True)
class BlockBuilder:
    """A growing list of blocks; the last one is open until the next begins.

    Examples
    --------
    >>> builder = BlockBuilder()
    >>> builder.begin("heading", 2)
    >>> builder.write("In  Opole")
    >>> builder.begin()
    >>> builder.start("strong")
    >>> builder.write("Water ")
    >>> builder.stop()
    >>> builder.write("rose.")
    >>> [(b.kind, b.text) for b in builder.blocks()]
    [('heading', 'In Opole'), ('paragraph', 'Water rose.')]
    >>> builder.blocks()[1].inlines
    (Inline(start=0, end=5, kind='strong', target=''),)
    """

    _done: list[Block] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _kind: ParagraphKind = "paragraph"
    _level: int = 0
    _open: list[_Run] = field(default_factory=list)
    _closed: list[tuple[int, int, InlineKind, str]] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether the open block has no text yet."""
        return not self._length

    def begin(self, kind: ParagraphKind = "paragraph", level: int = 0) -> None:
        """End the open block and begin another; markup that is still open goes on in it."""
        self._finish()
        self._kind, self._level = kind, level

    def write(self, text: str, *, verbatim: bool = False) -> None:
        """Add text; white space shrinks to one blank unless `verbatim`."""
        if not verbatim:
            text = _WHITE.sub(" ", text)
            if self.is_empty or self._parts[-1].endswith((" ", "\n")):
                text = text.removeprefix(" ")
        if text:
            self._parts.append(text)
            self._length += len(text)

    def break_line(self) -> None:
        """Break the line; a second break in a row begins a new block of the same kind."""
        if not self.is_empty and self._parts[-1].endswith("\n"):
            self.begin(self._kind, self._level)
        elif not self.is_empty:
            self.write("\n", verbatim=True)

    def start(self, kind: InlineKind, target: str = "") -> None:
        """Begin marked-up text."""
        self._open.append(_Run(kind, target, self._length))

    def stop(self) -> None:
        """End the marked-up text that began last."""
        run = self._open.pop()
        self._closed.append((run.start, self._length, run.kind, run.target))

    def blocks(self) -> list[Block]:
        """End the open block and return all."""
        self._finish()
        return self._done

    def _finish(self) -> None:
        text = "".join(self._parts)
        if not is_blank(text):
            self._closed += [(r.start, self._length, r.kind, r.target) for r in self._open]
            self._done.append(Block(text.strip(), self._kind, self._level, self._runs(text)))
        self._parts, self._closed, self._length = [], [], 0
        for run in self._open:
            run.start = 0

    def _runs(self, text: str) -> tuple[Inline, ...]:
        """Place the markup in the stripped text, each run once, without white space at its ends."""
        skip = len(text) - len(text.lstrip())
        runs = set()
        for start, end, kind, target in self._closed:
            inner = text[start:end]
            begin = start - skip + len(inner) - len(inner.lstrip())
            if words := inner.strip():
                runs.add(Inline(begin, begin + len(words), kind, target))
        return tuple(sorted(runs, key=lambda run: (run.start, -run.end, run.kind, run.target)))
