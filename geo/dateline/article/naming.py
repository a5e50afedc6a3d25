"""Names that come from outside, made safe to print and to name a file by."""

import re
import unicodedata

LONGEST_NAME = 60
"""Code points of a name; with four bytes each and a suffix it stays under 255, the limit of
common file systems."""

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls, line separators, bidirectional overrides, and bytes of a file name that are no text."""

_OUTSIDE = re.compile(r"[^\w-]+")


def one_line(text: str) -> str:
    r"""Make any text fit for one line of a terminal: controls are shown, not obeyed.

    Examples
    --------
    >>> print(one_line("a\nb\x1b[31m"))
    a\nb\x1b[31m
    """
    return _UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def safe_name(stem: str) -> str:
    """Make a file's stem a name of letters, digits, ``-`` and ``_`` that leads nowhere.

    Examples
    --------
    >>> safe_name("belarus_2020"), safe_name("../../My story"), safe_name("São Tomé")
    ('belarus_2020', 'My-story', 'São-Tomé')
    >>> safe_name("…")
    'story'
    """
    words = _OUTSIDE.sub("-", unicodedata.normalize("NFC", stem)).strip("-")
    return words[:LONGEST_NAME].strip("-") or "story"
