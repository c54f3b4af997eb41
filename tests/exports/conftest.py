"""Packs of the tables of this checkout, made once for all that is said of them."""

from __future__ import annotations

from functools import cache

import pytest

from lib.exports.contents import pack_of
from lib.exports.pack import Pack
from lib.model.languages import LANGUAGES
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from lib.model.store import load
from tests.fixture import copies

SELECTIONS = {
    "all": Selection(),
    "edition": Selection(edition=("1",)),
    "page only": Selection(edition=("2",), evidence="page"),
    "country": Selection(country=("DE",)),
    "project": Selection(project=("novak-djokovic-foundation",)),
    "nothing": Selection(edition=("1",), country=("IN",)),
}


@cache
def tables() -> Portfolio:
    """The tables of this checkout."""
    return load(copies.REAL)


@cache
def made(name: str, language: str) -> Pack:
    """The pack of a selection by its name above."""
    chosen = SELECTIONS[name]
    return pack_of(tables(), Selection(**{**vars(chosen), "language": language}))


# Every selection in the first language, some in the second, a small one with all kinds of exhibits
# in each other: packs take seconds.
SOME = {LANGUAGES[0]: tuple(SELECTIONS), LANGUAGES[1]: ("edition", "nothing")}
KEYS = [(name, language) for language in LANGUAGES for name in SOME.get(language, ("country",))]


@pytest.fixture(params=KEYS, ids="-".join)
def key(request: pytest.FixtureRequest) -> tuple[str, str]:
    found: tuple[str, str] = request.param
    return found


@pytest.fixture
def pack(key: tuple[str, str]) -> Pack:
    return made(*key)
