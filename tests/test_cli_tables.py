"""Tables for a terminal: nothing in them is obeyed, and nothing is cut off."""

import io
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


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


def test_columns_stand_below_each_other_whatever_the_letters():
    rows = [("Minsk", "capital", 3), ("東京", "capital", 12), ("Sa\u0303o", "town", 1)]
    lines = rendered(table(("Place", "What", "Number#"), rows)).splitlines()
    assert lines == [
        "Place   What      Number",
        "────────────────────────",
        "Minsk   capital        3",
        "東京    capital       12",
        "Sa\u0303o     town           1",
    ]


def test_the_widest_column_gives_way_first_and_numbers_never(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    rows = [("Minsk", "word " * 30, 1234567890)]
    lines = rendered(table(("Place", "What", "Number#"), rows), Terminal()).splitlines()
    assert max(map(len, lines[1:])) == 60
    assert lines[2].startswith("Minsk   word word")
    assert lines[2].endswith("   1234567890")


@pytest.mark.parametrize(("term", "bold"), [("xterm", True), ("dumb", False)])
def test_headings_are_bold_where_a_terminal_can(monkeypatch, term, bold):
    monkeypatch.setenv("TERM", term)
    made = table(("Place",), [("Minsk",)])
    assert rendered(made, Terminal()).startswith("\x1b[1mPlace\x1b[0m" if bold else "Place\n")
    assert rendered(made, io.StringIO()).startswith("Place\n")
