"""The tables made for tests, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.model.portfolio import Portfolio
from lib.model.store import load
from tests.fixture import copies


@pytest.fixture(scope="session")
def made() -> Portfolio:
    """The tables made for tests, in every language."""
    return load(copies.FOLDER)


@pytest.fixture(scope="session")
def real() -> Portfolio:
    """The tables of this checkout, in every language."""
    return load(copies.REAL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tables made for tests, to break."""
    return copies.copied(tmp_path)
