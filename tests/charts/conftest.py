"""Readers and grounds that every chart is drawn for."""

from __future__ import annotations

from zlib import crc32

import pytest

from lib.charts.theme import DARK, LIGHT, Palette
from lib.model.languages import LANGUAGES
from lib.wording.words import Words


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test reads in English and in another language, all of which take turns."""
    if "words" in metafunc.fixturenames:
        turn = crc32(metafunc.function.__name__.encode()) % len(LANGUAGES[1:])
        metafunc.parametrize("words", [LANGUAGES[0], LANGUAGES[1:][turn]], indirect=True)


@pytest.fixture
def words(request: pytest.FixtureRequest) -> Words:
    return Words(request.param)


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def palette(request: pytest.FixtureRequest) -> Palette:
    found: Palette = request.param
    return found
