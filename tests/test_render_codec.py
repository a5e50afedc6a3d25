"""Coded outlines: what Python writes, the page's script reads."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.render.codec import LETTERS, encode_lines

lines = st.lists(
    st.lists(
        st.tuples(st.integers(-4_000_000, 4_000_000), st.integers(-900_000, 900_000)),
        min_size=1,
        max_size=12,
    ),
    max_size=5,
)


def decode(text: str) -> list[list[tuple[int, int]]]:
    """Read the code back, written from its description alone."""
    found = []
    for line in text.split(" ") if text else []:
        numbers, bits, shift = [], 0, 0
        for letter in line:
            value = LETTERS.index(letter)
            bits |= (value & 31) << shift
            shift += 5
            if value < 32:
                numbers.append(-(bits + 1) // 2 if bits & 1 else bits // 2)
                bits = shift = 0
        xs, ys = numbers[::2], numbers[1::2]
        found.append([(sum(xs[: n + 1]), sum(ys[: n + 1])) for n in range(len(xs))])
    return found


@given(lines)
def test_code_can_be_read_back(drawn: list[list[tuple[int, int]]]) -> None:
    assert decode(encode_lines(drawn)) == drawn


@given(lines)
def test_code_needs_no_escaping(drawn: list[list[tuple[int, int]]]) -> None:
    assert set(encode_lines(drawn)) <= {*LETTERS, " "}
