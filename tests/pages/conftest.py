"""What the tests of pages share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from streamlit import config

from lib.model import keeper
from lib.view import packed
from lib.view.visit import Visit


@pytest.fixture(autouse=True, scope="session")
def exceptions_in_full() -> Iterator[None]:
    """Visitors are not told what went wrong; who tests is."""
    before = config.get_option("client.showErrorDetails")
    config.set_option("client.showErrorDetails", "full")
    yield
    config.set_option("client.showErrorDetails", before)


@pytest.fixture(autouse=True, scope="session")
def no_pause() -> Iterator[None]:
    """Tests write tables at once, so that nobody has to wait until they rest."""
    before, keeper.QUIET = keeper.QUIET, 0.05
    yield
    keeper.QUIET = before


@pytest.fixture(autouse=True, scope="session")
def begin() -> Iterator[Callable[[Visit], None]]:
    """Panels are opened here to be read: no pack is begun beside the tests, but by this."""
    before, packed.begin = packed.begin, lambda visit: None
    yield before
    packed.begin = before
