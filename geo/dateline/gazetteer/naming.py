"""How a name is written down: its key, and the only writing that counts where it is short."""

from typing import Final

from dateline.names import fold

SHORT: Final = 3
"""Keys of as many letters or fewer are found in their own writing only ("Us", "Man")."""


def undotted(name: str) -> str:
    """Take dots and blanks out, as `name.exact` is compared.

    Examples
    --------
    >>> undotted("U. S.")
    'US'
    """
    return name.replace(".", "").replace(" ", "")


def keyed(name: str, *, exact: bool = False) -> tuple[str, str]:
    """Give a name's key, and its writing where it is short or `exact`, otherwise an empty text.

    Examples
    --------
    >>> keyed("Łódź"), keyed("Au"), keyed("NYC", exact=True)
    (('lodz', ''), ('au', 'Au'), ('nyc', 'NYC'))
    """
    key = fold(name)
    return key, undotted(name) if exact or len(key) <= SHORT else ""
