"""The command line: the only part of Dateline that prints and exits."""

from dateline.cli.group import main

__all__ = ["main"]
