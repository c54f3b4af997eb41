"""The tables made for tests, and the tables of this checkout, read once."""

from __future__ import annotations

import pytest

from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from lib.model.store import load
from tests.fixture import copies


@pytest.fixture(scope="session")
def made() -> Portfolio:
    """The tables made for tests, nothing filtered, in English."""
    return load(copies.FOLDER).select(Selection())


@pytest.fixture(scope="session")
def real() -> Portfolio:
    """The tables of this checkout, nothing filtered, in English."""
    return load(copies.REAL).select(Selection())
