"""Modules of the page's scripts in an order in which each follows what it imports."""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath

from dateline.render.assets import asset

_IMPORTED = re.compile(r'^import [^;]+ from "([^"]+)\.mjs";', re.MULTILINE)


def in_order(entry: str) -> tuple[str, ...]:
    """List a module and all that it imports.

    Parameters
    ----------
    entry
        Name under ``assets`` without its suffix.

    Returns
    -------
    tuple of str
        Names for `dateline.render.assets.bundle`; the entry is the last.

    Examples
    --------
    >>> in_order("story/outlines")[-2:]
    ('story/markers', 'story/outlines')
    """
    found: dict[str, None] = {}
    _visit(entry, found)
    return tuple(found)


def _visit(name: str, found: dict[str, None]) -> None:
    """Take in what a module imports, then the module; `found` keeps the order."""
    for imported in _imports(name):
        if imported not in found:
            _visit(imported, found)
    found[name] = None


def _imports(name: str) -> Iterator[str]:
    for match in _IMPORTED.finditer(asset(f"{name}.mjs")):
        yield normpath(join(dirname(name), match[1]))
