"""Addresses in links: what a reader may be sent to, and nothing that runs.

An address is kept only where a browser would read it as ``http``, ``https`` or ``mailto``.
Browsers drop tabs and line breaks inside an address and control characters around it, so an
address with any of them is refused rather than cleaned.
"""

import re
import unicodedata

_ALLOWED = re.compile(r"(https?):(//[^/?#\\\s].*)|(mailto):([^\s/].*)", re.IGNORECASE)
"""The three schemes; what follows must be a host or a mailbox."""

_ESCAPED = {ord(c): f"%{ord(c):02X}" for c in " \"'<>`\\^{|}"}
"""Characters that RFC 3986 does not allow in an address; written as percent escapes."""


def safe_target(address: str) -> str:
    r"""Return an address that is safe to link to, or an empty string.

    Parameters
    ----------
    address
        The address as the source gives it, entities already decoded.

    Returns
    -------
    str
        The address with a lower-case scheme and unsafe characters escaped; empty where the
        scheme is another one, is missing, or hides behind control characters.

    Examples
    --------
    >>> safe_target("HTTPS://example.org/a b?q=1"), safe_target(" mailto:desk@example.org ")
    ('https://example.org/a%20b?q=1', 'mailto:desk@example.org')
    >>> [safe_target(a) for a in ("javascript:alert(1)", "java\tscript:x", "/about", "data:x,y")]
    ['', '', '', '']
    """
    trimmed = address.strip(" \t\r\n")
    if any(unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for c in trimmed):
        return ""
    found = _ALLOWED.fullmatch(trimmed)
    if found is None:
        return ""
    scheme, rest = (found[1], found[2]) if found[1] else (found[3], found[4])
    return f"{scheme.lower()}:{rest.translate(_ESCAPED)}"
