"""The content security policy that a page carries: what is not listed by its hash does not run."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256


def policy(scripts: Iterable[str], styles: Iterable[str], hosts: Sequence[str] = ()) -> str:
    r"""Write a policy that admits exactly these inline scripts and styles.

    Parameters
    ----------
    scripts, styles
        Contents of the elements, to the last blank.
    hosts
        Where pictures may come from besides the page itself.

    Returns
    -------
    str
        For the ``content`` of a ``<meta http-equiv="Content-Security-Policy">``.

    Examples
    --------
    >>> print(policy([], ["p{}"]).replace("; ", "\n"))
    default-src 'none'
    script-src 'none'
    style-src 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='
    img-src data:
    base-uri 'none'
    form-action 'none'
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hashes(scripts)}",
            f"style-src {_hashes(styles)}",
            f"img-src {' '.join(('data:', *hosts))}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hashes(contents: Iterable[str]) -> str:
    """List the hashes of contents, or ``'none'``."""
    return " ".join(f"'sha256-{_digest(content)}'" for content in contents) or "'none'"


def _digest(content: str) -> str:
    return b64encode(sha256(content.encode()).digest()).decode()
