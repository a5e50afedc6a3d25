"""What a process that lives for a second does without; together it would be a sixth of its time."""

import atexit
import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 250_000
"""Objects made and kept from which on Python looks for garbage that points at itself: more than a
story makes, and few enough for an archive of stories, where hardly any garbage is of that sort."""


@contextmanager
def thrift() -> Iterator[None]:
    """Collect garbage seldom, none at the end of the process, and start no idle threads.

    OpenBLAS, which comes with numpy, starts a thread a core when it is imported; nothing here
    multiplies matrices with it.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    atexit.register(gc.freeze)
    before = gc.get_threshold()
    gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
