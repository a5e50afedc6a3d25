"""Tables of fitted weights: log-odds by name, in files that a person can read."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def read_weights(package: str, name: str) -> Mapping[str, float]:
    """Read a table of weights once.

    Parameters
    ----------
    package
        The package that the file lies in.
    name
        Its name, a TOML file with one table ``weights``.

    Returns
    -------
    Mapping
        Weight by name.

    Examples
    --------
    >>> read_weights("dateline.resolve", "score.toml")["qualified"] > 0
    True
    """
    text = (files(package) / name).read_text(encoding="utf-8")
    table: dict[str, float] = tomllib.loads(text)["weights"]
    return table
