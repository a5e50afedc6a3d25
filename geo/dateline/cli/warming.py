"""Loading the network and the page's template while the article is read and places are looked up.

Much of it happens outside Python's lock, so that on two cores it costs little of the user's time.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.recognise import Recogniser


@contextmanager
def warming(recogniser: "Recogniser") -> Iterator[None]:
    """Load in the background what making a page will need.

    Parameters
    ----------
    recogniser
        How toponyms will be found; the rules need nothing.
    """
    loader = Thread(target=_load, args=(recogniser,), name="warming")
    loader.start()
    try:
        yield
    finally:
        loader.join()


def _load(recogniser: "Recogniser") -> None:
    # What fails here fails again, and is reported, where it is needed.
    with suppress(Exception):
        if recogniser.method != "rules":
            from dateline.recognise.tagger import open_network

            open_network(recogniser.threads)
    with suppress(Exception):
        from dateline.render.page import template

        template("page.html.j2")
