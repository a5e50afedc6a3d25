"""Addresses: only http, https and mailto get through, however they are dressed up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article.links import safe_target


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.org", "https://example.org"),
        ("\n https://example.org/a \t", "https://example.org/a"),
        ("HTTP://Example.org/A?b=c&d#e", "http://Example.org/A?b=c&d#e"),
        ("mailto:a@b.org?subject=x", "mailto:a@b.org?subject=x"),
        ("https://пример.бел/ў", "https://пример.бел/ў"),
        ("https://e.org/\"'<x>", "https://e.org/%22%27%3Cx%3E"),
        ("https://", ""),
        ("https:///path", ""),
        ("https:\\\\example.org", ""),
        ("http://\\example.org", ""),
        ("mailto:", ""),
        ("javascript://https://example.org/%0Aalert(1)", ""),
        ("https://e.org/\nx", ""),
        ("ht\ttps://e.org", ""),
        ("\x01https://e.org", ""),
        ("https://e.org/\u202egro", ""),
        ("\u200bjavascript:alert(1)", ""),
        ("tel:+123", ""),
        ("", ""),
    ],
)
def test_table(address, target):
    assert safe_target(address) == target


@given(st.text())
def test_a_target_begins_with_an_allowed_scheme_and_cannot_leave_an_attribute(address):
    for dressed in (address, f"https://e.org/{address}", f"javascript:{address}"):
        target = safe_target(dressed)
        assert not target or target.startswith(("http://", "https://", "mailto:"))
        assert not set(target) & set("\"'<>` \t\r\n\\")
