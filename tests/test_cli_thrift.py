"""A command starts no idle threads and looks for garbage seldom, only while it runs."""

import gc
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from dateline.cli.thrift import SELDOM, thrift

THREADS = """
import os
from dateline.cli.thrift import thrift
with thrift():
    import numpy
print(os.environ["OPENBLAS_NUM_THREADS"], len(os.listdir("/proc/self/task")))
"""


def test_garbage_is_collected_as_before_when_the_command_is_done():
    before = gc.get_threshold()
    with suppress(RuntimeError), thrift():
        assert gc.get_threshold()[0] == SELDOM > before[0]
        raise RuntimeError
    assert gc.get_threshold() == before


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="counts threads as Linux does")
@pytest.mark.parametrize(("wanted", "said"), [({}, "1 1"), ({"OPENBLAS_NUM_THREADS": "2"}, "2 ")])
def test_numpy_starts_no_threads_unless_the_user_wants_some(wanted, said):
    result = subprocess.run(
        [sys.executable, "-c", THREADS], env=wanted, capture_output=True, text=True, check=True
    )
    assert result.stdout.startswith(said)
