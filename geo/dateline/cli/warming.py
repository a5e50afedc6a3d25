"""Loading the network while the article is read and the rest of the program is imported.

Most of it happens outside Python's lock, so that on two cores it costs little of the user's time.
"""

from collections.abc import Callable, Iterator
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
    if recogniser.method == "rules":
        yield
        return
    # Libraries are imported here and not in the thread: numpy breaks where two threads import it.
    from dateline.recognise.tagger.network import import_libraries, open_network

    import_libraries()
    loader = Thread(target=_tried, args=(open_network, recogniser.threads), name="warming")
    loader.start()
    try:
        yield
    finally:
        loader.join()


def _tried(load: Callable[[int], object], threads: int) -> None:
    # What fails here fails again, and is reported, where it is needed.
    with suppress(Exception):
        load(threads)
