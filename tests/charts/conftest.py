"""Readers and grounds that every chart is drawn for."""

from __future__ import annotations

import pytest

from lib.charts.theme import DARK, LIGHT, Palette
from lib.model.languages import LANGUAGES
from lib.wording.words import Words


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    return Words(request.param)


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def palette(request: pytest.FixtureRequest) -> Palette:
    found: Palette = request.param
    return found
