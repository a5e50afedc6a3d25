"""Fixtures that many tests share: the real gazetteer, opened once."""

from collections.abc import Iterator

import pytest

from dateline.gazetteer import Gazetteer, open_gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    with open_gazetteer() as opened:
        yield opened
