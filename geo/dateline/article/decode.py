"""Bytes to text: UTF-8, UTF-16 with a byte order mark, or what a web page declares."""

import codecs
import re

from dateline.errors import ArticleError

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
"""How a ``meta`` element or an XML declaration names the encoding."""

_HEAD = 1024
"""Bytes in which HTML wants the declaration to stand (WHATWG, "determining the encoding")."""

_READABLE = re.compile(
    r"cp125\d|cp866|koi8-[ru]|iso8859-\d+|mac-roman|mac-cyrillic|gbk|gb2312|gb18030|big5|"
    r"big5hkscs|euc_jp|euc_kr|shift_jis|cp949|cp874|utf-8|utf-16|utf-16-le|utf-16-be|tis-620"
)
"""Python's names of the encodings of the web (WHATWG), and no codec that is something else."""

_SUPERSETS = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
"""What browsers read under a name that is narrower than its use (WHATWG, "names and labels")."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; the mark says how to read the text and is not a part of it."""

_NAMES = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16"}
"""How messages write a codec."""


def decode(raw: bytes, label: str, *, declares: bool = False, encoding: str | None = None) -> str:
    r"""Decode a file's bytes; line breaks stay as they are.

    Parameters
    ----------
    raw
        The file.
    label
        What messages call the file.
    declares
        Whether the text may declare its own encoding, as HTML does.
    encoding
        The encoding, where the caller knows it.

    Returns
    -------
    str
        The text, without lone surrogates and NUL.

    Raises
    ------
    ArticleError
        Where the bytes are binary, or in none of these encodings.

    Examples
    --------
    >>> decode("Łódź\r\n".encode("utf-16"), "story.txt")
    'Łódź\r\n'
    >>> decode(b'<meta charset="iso-8859-2">\xa3', "story.html", declares=True)[-1]
    'Ł'
    """
    marked = next((name for mark, name in _MARKS if raw.startswith(mark)), None)
    chosen = _codec(encoding, label) if encoding else marked
    if chosen is None:
        _refuse_nul(raw, label)
        declared = _DECLARED.search(raw[:_HEAD]) if declares else None
        chosen = _first_fit(raw, declared[1].decode("ascii") if declared else "")
    text = _decoded(raw, chosen or "utf-8", label)
    return refuse_binary(text, label)


def _refuse_nul(raw: bytes, label: str) -> None:
    """Tell binary files, and UTF-16 without a mark, by the NUL that both have."""
    if (offset := raw.find(b"\0")) >= 0:
        raise ArticleError(
            f"{label} is not text (a NUL byte at offset {offset}): expected an article as .txt, "
            ".md or .html; for UTF-16 without a byte order mark, add --encoding utf-16-le."
        )


def refuse_binary(text: str, label: str) -> str:
    """Return the text, or raise where it holds what no text holds.

    Raises
    ------
    ArticleError
        Where there is a NUL or half of a surrogate pair.
    """
    found = re.search("[\0\ud800-\udfff]", text)
    if found is None:
        return text
    what = "a NUL" if found[0] == "\0" else "half a surrogate pair"
    raise ArticleError(
        f"{label} is not text ({what} at character {found.start()}): "
        "expected an article as .txt, .md or .html."
    )


def _first_fit(raw: bytes, declared: str) -> str | None:
    """UTF-8 that decodes is UTF-8, whatever a page declares; then the declaration counts."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return _python_name(declared)
    return "utf-8"


def _python_name(encoding: str) -> str | None:
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        return None
    name = _SUPERSETS.get(name, name)
    return name if _READABLE.fullmatch(name) else None


def _codec(encoding: str, label: str) -> str:
    name = _python_name(encoding)
    if name is None:
        raise ArticleError(
            f"{label} cannot be read as {encoding!r}: expected the name of a text encoding "
            "such as utf-8, windows-1252 or koi8-r."
        )
    return "utf-8-sig" if name == "utf-8" else name


def _decoded(raw: bytes, codec: str, label: str) -> str:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError as error:
        byte = f"byte 0x{raw[error.start]:02X} at offset {error.start}"
        raise ArticleError(
            f"{label} is not {_NAMES.get(codec, codec)} ({byte}): "
            "expected UTF-8; save it as such, or name its encoding with --encoding."
        ) from None
