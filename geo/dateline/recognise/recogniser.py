"""Which recogniser reads a text, and the one function that does."""

import importlib.util
from dataclasses import dataclass
from typing import Literal

from dateline.errors import DatelineError
from dateline.gazetteer import Gazetteer
from dateline.model import Mention
from dateline.recognise.rules import recognise_by_rules

Method = Literal["tagger", "fast", "rules"]
"""The trained network with the rules, its lower end with them, or the rules alone."""

LIBRARIES = ("onnxruntime", "tokenizers")
"""What runs the network."""


@dataclass(frozen=True, slots=True)
class Recogniser:
    """How toponyms are found.

    Examples
    --------
    >>> Recogniser("rules").method
    'rules'
    """

    name: Method | None = None
    """The method; by default the tagger, or the rules where its libraries are missing."""
    threads: int = 1
    """Threads that the network may use, at least 1."""
    metonyms: bool = False
    """Whether the network calls places associative that act or only modify: "China agreed"."""

    @property
    def method(self) -> Method:
        """The method that is used here.

        Raises
        ------
        DatelineError
            The network was asked for by name, and its libraries are missing.
        """
        if self.name == "rules":
            return self.name
        missing = [name for name in LIBRARIES if not importlib.util.find_spec(name)]
        if self.name and missing:
            raise DatelineError(
                f"The trained recogniser needs {' and '.join(missing)}: expected them to be "
                "installed; run 'pip install onnxruntime tokenizers', or use --recogniser rules."
            )
        return self.name or ("rules" if missing else "tagger")


def recognise(
    text: str, gazetteer: Gazetteer, recogniser: Recogniser | None = None
) -> tuple[Mention, ...]:
    """Find the toponyms of a text.

    Parameters
    ----------
    text
        Any text; offsets of the result are code points into it.
    gazetteer
        The names that can be found, or need less evidence than others.
    recogniser
        How; by the best that is installed if not given.

    Returns
    -------
    tuple of Mention
        In text order, not overlapping.
    """
    chosen = recogniser or Recogniser()
    method = chosen.method
    if method == "rules":
        return recognise_by_rules(text, gazetteer)
    from dateline.recognise.tagger import open_network, recognise_by_tagger

    network = open_network(chosen.threads)
    return recognise_by_tagger(
        text, gazetteer, network, fast=method == "fast", metonyms=chosen.metonyms
    )
