"""Whose border "the border" is: weights of company."""

from dateline.locate.company import is_country, keep_company
from dateline.model import Article, Mention, Paragraph, Resolution

BELARUS, MINSK, POLAND, TEXAS, DALLAS, USA = 630336, 625144, 798544, 4736286, 4684888, 6252001


def company(gazetteer, *paragraphs):
    """Make a story of paragraphs, each a list of (place id, kind), ten code points a mention."""
    blocks, resolutions, at = [], [], 0
    for mentions in paragraphs:
        begin = at
        for place, kind in mentions:
            mention = Mention(at, at + 9, "x" * 9, kind)
            resolutions.append(Resolution(mention, gazetteer.place(place), 1.0))
            at += 10
        blocks.append(Paragraph(begin, at))
    return keep_company(Article("x" * at, tuple(blocks)), resolutions, gazetteer)


def test_mentions_count_for_what_contains_them(gazetteer):
    story = company(gazetteer, [(DALLAS, "literal")], [(BELARUS, "associative")])
    weight = {
        p: story.weight(gazetteer.place(p), 99) for p in (DALLAS, TEXAS, USA, BELARUS, POLAND)
    }
    assert weight == {DALLAS: 1, TEXAS: 0.5, USA: 0.5, BELARUS: 0.5, POLAND: 0}


def test_the_paragraph_counts_more_than_the_story(gazetteer):
    story = company(gazetteer, [(BELARUS, "literal")] * 2, [(POLAND, "literal")])
    both = [gazetteer.place(BELARUS), gazetteer.place(POLAND)]
    assert story.best(both, 0).id == BELARUS
    assert story.best(both, 1).id == POLAND
    assert story.best(both, 7).id == BELARUS


def test_its_means_the_last_one_named(gazetteer):
    story = company(gazetteer, [(BELARUS, "literal")] * 3 + [(POLAND, "associative")])
    both = [gazetteer.place(BELARUS), gazetteer.place(POLAND)]
    assert story.best(both, 0).id == BELARUS
    assert story.best(both, 0, its=40).id == POLAND
    assert story.best(both, 0, its=25).id == BELARUS


def test_no_company_is_none(gazetteer):
    assert company(gazetteer).best([gazetteer.place(POLAND)], 0) is None
    assert company(gazetteer, [(MINSK, "literal")]).best([gazetteer.place(POLAND)], 0) is None


def test_heaviest_first(gazetteer):
    story = company(gazetteer, [(MINSK, "literal"), (POLAND, "literal"), (POLAND, "literal")])
    assert story.heaviest()[0] == POLAND
    assert is_country(gazetteer.place(POLAND))
    assert not is_country(gazetteer.place(MINSK))
    assert not is_country(gazetteer.place(TEXAS))
