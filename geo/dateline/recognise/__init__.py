"""Recognition: which stretches of a text are toponyms, and of what kind."""

from dateline.gazetteer import Gazetteer
from dateline.model import Mention
from dateline.recognise.rules import recognise_by_rules


def recognise(text: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Find the toponyms of a text.

    Parameters
    ----------
    text
        Any text; offsets of the result are code points into it.
    gazetteer
        The names that can be found.

    Returns
    -------
    tuple of Mention
        In text order, not overlapping.
    """
    return recognise_by_rules(text, gazetteer)


__all__ = ["recognise"]
