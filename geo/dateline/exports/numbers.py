"""How numbers and values are written in JSON."""

import json

DEGREES = 5
"""Decimals of a coordinate: about a metre."""

SHARES = 3
"""Decimals of a confidence."""


def rounded(number: float, decimals: int = DEGREES) -> float:
    """Round, and write nought without a sign.

    Examples
    --------
    >>> rounded(-0.0000001), rounded(53.123456), rounded(0.98765, SHARES)
    (0.0, 53.12346, 0.988)
    """
    return round(float(number), decimals) + 0.0


def to_json(value: object) -> str:
    r"""Write a value as one line of JSON.

    Parameters
    ----------
    value
        A record, or any other value of JSON's types.

    Returns
    -------
    str
        Without a line break. Text stays readable; only where it holds half a surrogate pair,
        which no UTF-8 file can, is everything beyond ASCII escaped.

    Raises
    ------
    ValueError
        For numbers that JSON does not have: NaN and infinities.

    Examples
    --------
    >>> to_json({"name": "Łódź"})
    '{"name": "Łódź"}'
    """
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, allow_nan=False)
    return line
