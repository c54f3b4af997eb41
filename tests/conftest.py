"""What every test can rely on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tests.fixture.postgres import Server

# A slow machine is not a failing property; the same examples on every machine.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

# Tests read the tables of this checkout, whatever the shell they were started from says.
for _name in ("DASHBOARD_DATA", "DASHBOARD_ENGINE"):
    os.environ.pop(_name, None)
# What they load is kept where nobody else looks, and nobody afterwards.
_STATE = TemporaryDirectory()
os.environ["DASHBOARD_STATE"] = _STATE.name


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of dashboard.py."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server for all tests; whoever ends or freezes it starts it again."""
    from tests.fixture.postgres import serving

    with serving() as server:
        yield server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests last: Playwright keeps an event loop running in the process it was used in."""
    items.sort(key=lambda item: "browser" in item.path.parent.parts)
