"""A story as a notebook shows it: the page in a frame of its own."""

from html import escape

from dateline.model import Story
from dateline.render.page import render_page

HEIGHT_PX = 640
"""Height of the frame in CSS pixels: a map and a few paragraphs, with its own scroller."""


def notebook_html(story: Story) -> str:
    """Wrap a story's page in a sandboxed frame.

    Parameters
    ----------
    story
        A mapped article.

    Returns
    -------
    str
        One ``iframe`` whose ``srcdoc`` is the whole page, escaped.
    """
    title, page = escape(story.article.title or "Story map"), escape(render_page(story))
    return (
        f'<iframe title="{title}" sandbox="allow-scripts" srcdoc="{page}" '
        f'style="width:100%;height:{HEIGHT_PX}px;border:1px solid #ccc"></iframe>'
    )
