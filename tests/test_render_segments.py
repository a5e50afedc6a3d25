"""Runs of a paragraph: whatever overlaps, the text comes out whole and every lead once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Article, Inline, Paragraph
from dateline.render.leads import Lead
from dateline.render.segments import runs_of, safe_target

TEXT = "At the Lithuanian border"
WHOLE = Paragraph(0, len(TEXT))


def lead(start: int, end: int, number: int, *, expression: bool = False) -> Lead:
    return Lead(start, end, f"k{number}", number, "literal", expression)


def cut(leads: list[Lead], inlines: tuple[Inline, ...] = ()) -> list[tuple[str, list[int]]]:
    article = Article(TEXT, (WHOLE,), inlines=inlines)
    return [(run.text, [one.number for one in run.leads]) for run in runs_of(article, WHOLE, leads)]


@pytest.mark.parametrize(
    ("leads", "runs"),
    [
        ([], [(TEXT, [])]),
        (
            [lead(3, 24, 1, expression=True), lead(7, 17, 2)],
            [("At ", []), ("the ", [1]), ("Lithuanian", [1, 2]), (" border", [1])],
        ),
        (
            [lead(3, 10, 1), lead(7, 17, 2)],
            [("At ", []), ("the ", [1]), ("Lit", [2, 1]), ("huanian", [2]), (" border", [])],
        ),
        ([lead(0, 24, 1)], [(TEXT, [1])]),
        ([lead(3, 6, 1), lead(6, 10, 2)], None),
    ],
)
def test_overlapping_leads_become_runs(
    leads: list[Lead], runs: list[tuple[str, list[int]]] | None
) -> None:
    found = cut(leads)
    assert "".join(text for text, _ in found) == TEXT
    if runs is not None:
        assert found == runs


def test_mention_wins_over_link_and_the_rest_stays_a_link() -> None:
    link = Inline(3, 24, "link", "https://example.org/")
    article = Article(TEXT, (WHOLE,), inlines=(link,))
    runs = runs_of(article, WHOLE, [lead(7, 17, 1)])
    assert [(run.text, run.link) for run in runs] == [
        ("At ", ""),
        ("the ", "https://example.org/"),
        ("Lithuanian", ""),
        (" border", "https://example.org/"),
    ]


def test_link_that_is_all_mention_follows_it() -> None:
    link = Inline(7, 17, "link", "https://example.org/")
    article = Article(TEXT, (WHOLE,), inlines=(link,))
    runs = runs_of(article, WHOLE, [lead(7, 17, 1)])
    assert [(run.text, run.link, run.label) for run in runs][2] == (
        "",
        "https://example.org/",
        "Lithuanian",
    )


@pytest.mark.parametrize(
    ("target", "safe"),
    [
        ("https://example.org/a?b=c", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("mailto:a@example.org", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("", False),
    ],
)
def test_links_lead_only_where_a_page_may_lead(target: str, safe: bool) -> None:
    assert bool(safe_target(Inline(0, 1, "link", target))) is safe


spans = st.tuples(st.integers(0, 23), st.integers(1, 24)).map(
    lambda pair: (min(pair[0], pair[1] - 1), max(pair[0] + 1, pair[1]))
)


@given(
    st.lists(spans, max_size=6),
    st.lists(st.tuples(spans, st.sampled_from(["emphasis", "strong", "code", "link"])), max_size=5),
)
def test_text_comes_out_whole_and_each_lead_opens_and_closes_once(
    stretches: list[tuple[int, int]], marks: list[tuple[tuple[int, int], str]]
) -> None:
    leads = [lead(*stretch, number) for number, stretch in enumerate(sorted(stretches), 1)]
    inlines = tuple(Inline(*span, kind, "https://e.org/") for span, kind in sorted(marks))  # type: ignore[arg-type]
    article = Article(TEXT, (WHOLE,), inlines=inlines)
    runs = runs_of(article, WHOLE, leads)
    assert "".join(run.text for run in runs) == TEXT
    numbers = sorted(one.number for one in leads)
    assert sorted(number for run in runs for number in run.opens) == numbers
    assert sorted(number for run in runs for number in run.closes) == numbers
    assert not any(run.leads and run.link for run in runs)


def test_a_lead_belongs_to_the_paragraph_it_starts_in() -> None:
    first, second = Paragraph(0, 6), Paragraph(7, 24)
    article = Article(TEXT, (first, second))
    over = lead(3, 17, 1)
    assert [run.opens for run in runs_of(article, first, [over])] == [(), (1,)]
    assert all(not run.leads for run in runs_of(article, second, [over]))


def test_offsets_count_code_points() -> None:
    text = "👩🏽‍🚒 in Łódź"
    start = text.index("Łódź")
    article = Article(text, (Paragraph(0, len(text)),))
    runs = runs_of(article, article.paragraphs[0], [lead(start, len(text), 1)])
    assert runs[-1].text == "Łódź"
