"""A story shows itself in a notebook."""

from html.parser import HTMLParser

from dateline import map_article
from dateline.gazetteer import Gazetteer


class Frames(HTMLParser):
    """Collects the attributes of frames."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "iframe"
        self.found.append(dict(attrs))


def test_the_page_in_a_sandboxed_frame(gazetteer: Gazetteer) -> None:
    story = map_article("Snow fell in Minsk on <b>Monday</b>.", gazetteer=gazetteer)
    parser = Frames()
    parser.feed(story._repr_html_())
    (frame,) = parser.found
    assert frame["sandbox"] == "allow-scripts"
    page = frame["srcdoc"] or ""
    assert page.startswith("<!doctype html>")
    assert "&lt;b&gt;Monday" in page
