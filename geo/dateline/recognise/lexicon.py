"""The word lists that recognition by rule reads; each is a file with one entry a line."""

from functools import cache
from importlib.resources import files


@cache
def given_names() -> frozenset[str]:
    """Read all lists of given names.

    Examples
    --------
    >>> {"jordan", "vladimir"} <= given_names()
    True
    """
    return words("given_names") | words("given_names_world")


@cache
def words(name: str) -> frozenset[str]:
    """Read a list of lower-case words.

    Parameters
    ----------
    name
        Stem of a file in ``dateline/recognise/words``.

    Examples
    --------
    >>> "president" in words("titles"), "minsk" in words("titles")
    (True, False)
    """
    text = (files("dateline.recognise") / "words" / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
