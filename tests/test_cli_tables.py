"""Tables for a terminal: nothing in them is obeyed, and nothing is cut off."""

from dataclasses import replace

import pytest

from dateline.cli.summary import summary
from dateline.cli.tables import plain, rendered, table
from dateline.model import Mention
from dateline.pipeline import map_article


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("[red]Minsk[/red]", "[red]Minsk[/red]"),
        ("\x1b[31mMinsk", "\\x1b[31mMinsk"),
        ("a\nb", "a\nb"),
        ("a\rb", "a\\rb"),
        ("\u202eksniM", "\\u202eksniM"),
        ("[link=file:///x]y[/link]", "[link=file:///x]y[/link]"),
        (":smile:", ":smile:"),
        (7, "7"),
    ],
)
def test_cells_are_plain_text(value, shown):
    assert plain(value).plain == shown
    assert shown.splitlines()[0] in rendered(table(("A",), [(value,)]))


def test_long_cells_are_folded_and_not_cut():
    word = "Llanfairpwllgwyngyll" * 20
    text = rendered(table(("Place", "What", "Number#"), [(word, "village", 3)]))
    assert "".join(line.split()[0] for line in text.splitlines()[2:]) == word
    assert "…" not in text
    assert max(map(len, text.splitlines())) <= 120


def test_summary_lists_what_was_placed_and_what_was_not(gazetteer):
    story = map_article("They met in Minsk.", gazetteer=gazetteer)
    unplaced = tuple(Mention(i, i, name, "literal") for i, name in enumerate(["Ys", "Ys", "a\nb"]))
    text = summary(replace(story, unplaced=unplaced))
    assert "Minsk" in text
    assert text.splitlines()[-1] == "Not placed: Ys (2 times), a\\nb."
    assert "Not placed" not in summary(story)
