"""Dateline: an article goes in, a story map comes out."""

__version__ = "0.1.0"
