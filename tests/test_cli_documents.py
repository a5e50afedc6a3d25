"""Streams of documents: each line is checked, and the first that is wrong is named."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.cli.documents import LONGEST, documents
from dateline.errors import ArticleError
from dateline.exports import to_json

GOOD = b'{"doc_id": "a", "text": "Minsk"}\n'


def read(data):
    return [(d.doc_id, d.text) for d in documents(io.BytesIO(data), "x.jsonl")]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", []),
        (GOOD, [("a", "Minsk")]),
        (GOOD.rstrip(), [("a", "Minsk")]),
        (b"\xef\xbb\xbf" + GOOD, [("a", "Minsk")]),
        (b"\n \r\n" + GOOD, [("a", "Minsk")]),
        (b'{"text": "x", "doc_id": 7, "more": [1]}\r\n', [(7, "x")]),
        (b'{"doc_id": 7.5, "text": ""}', [(7.5, "")]),
        (b'{"doc_id": "", "text": "\\u0141\\ud83d\\ude00"}', [("", "Ł😀")]),
    ],
)
def test_good_lines(data, found):
    assert read(data) == found


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"Minsk", "is not JSON (Expecting value: line 1 column 1 (char 0)): expected"),
        (b'{"doc_id": 1', "is not JSON"),
        (b'{"doc_id": 1, "text": "caf\xe9"}', "is not JSON (byte 0xE9 at offset 26 is not UTF-8)"),
        (b"[" * 200_000, "is not JSON (it nests too deeply)"),
        (b'{"doc_id": NaN, "text": "x"}', "is not JSON (NaN is not a number of JSON)"),
        (b'{"doc_id": 1' + b"0" * 5_000 + b', "text": "x"}', "is not JSON (Exceeds the limit"),
        (b'{"doc_id": 1e999, "text": "x"}', "has no doc_id: expected a string or a number."),
        (b'{"doc_id": true, "text": "x"}', "has no doc_id"),
        (b'{"doc_id": null, "text": "x"}', "has no doc_id"),
        (b'{"text": "x"}', "has no doc_id"),
        (b'{"doc_id": 1}', 'has no text: expected {"doc_id": …, "text": "…"}.'),
        (b'{"doc_id": 1, "text": 7}', "has no text"),
        (b'["a", "b"]', "has no text"),
    ],
)
def test_the_first_bad_line_is_named(line, message):
    stream = documents(io.BytesIO(GOOD + b"\n" + line + b"\n" + GOOD), "a\nb.jsonl")
    assert next(stream).doc_id == "a"
    with pytest.raises(ArticleError) as caught:
        next(stream)
    assert str(caught.value).startswith(f"a\\nb.jsonl:3 {message}")
    assert "\n" not in str(caught.value)


def test_a_line_without_end():
    with pytest.raises(ArticleError, match=r"^x\.jsonl:2 is longer than 64 MB: split it\.$"):
        read(GOOD + b"x" * (LONGEST + 10))


@given(st.lists(st.tuples(st.text() | st.integers() | st.floats(allow_nan=False), st.text())))
def test_what_was_written_is_read(pairs):
    pairs = [(i, t) for i, t in pairs if i not in (float("inf"), float("-inf"))]
    lines = [to_json({"doc_id": doc_id, "text": text}) for doc_id, text in pairs]
    assert read("\n".join(lines).encode()) == pairs
