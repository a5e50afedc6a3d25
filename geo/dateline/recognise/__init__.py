"""Recognition: which stretches of a text are toponyms, and of what kind."""

from typing import Literal

from dateline.gazetteer import Gazetteer
from dateline.model import Mention
from dateline.recognise.rules import recognise_by_rules

Recogniser = Literal["tagger", "fast", "rules"]
"""The whole trained network, its first half, or the rules alone."""


def default_recogniser() -> Recogniser:
    """Give the best recogniser for which the libraries are installed."""
    from dateline.recognise.tagger import available

    return "tagger" if available() else "rules"


def recognise(
    text: str,
    gazetteer: Gazetteer,
    *,
    recogniser: Recogniser | None = None,
    threads: int = 1,
) -> tuple[Mention, ...]:
    """Find the toponyms of a text.

    Parameters
    ----------
    text
        Any text; offsets of the result are code points into it.
    gazetteer
        The names that can be found, or need less evidence than others.
    recogniser
        Which recogniser; by default `default_recogniser`.
    threads
        Threads that the network may use.

    Returns
    -------
    tuple of Mention
        In text order, not overlapping.
    """
    chosen = recogniser or default_recogniser()
    if chosen == "rules":
        return recognise_by_rules(text, gazetteer)
    from dateline.recognise.tagger import recognise_by_tagger

    depth = "fast" if chosen == "fast" else "scores"
    return recognise_by_tagger(text, gazetteer, depth=depth, threads=threads)


__all__ = ["Recogniser", "default_recogniser", "recognise"]
