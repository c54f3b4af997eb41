"""Every page over another portfolio: its title, its look, its one language, and no other's name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from lib.charts import marks
from lib.model.accent import for_dark
from lib.view.text import literal
from lib.wording.catalogue import translations
from tests.fixture import other
from tests.pages.reading import PAGES, Opened, opened, unfolded
from tests.pages.test_own import dropped, pressed

NEVER = ("scale up impact", "scale-up-impact", "human safety net", "generali", "for families")
EVERY = (*PAGES, "words", "check", "changes", "own")
HOSTILE = "<b>Wasser</b> **für** [alle](http://outside.invalid) :smile: {portfolio}"
Titles = list[str]


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tables that are configured: those of the other portfolio."""
    folder = other.folder(tmp_path / "wasser")
    monkeypatch.setenv("DASHBOARD_DATA", str(folder))
    return folder


@pytest.fixture
def titles(monkeypatch: pytest.MonkeyPatch) -> Iterator[Titles]:
    """What a browser is told that the pages are called."""
    told: Titles = []
    navigation = st.navigation

    def noted(pages: list[Any], **rest: Any) -> Any:
        told[:] = [page.title for page in pages]
        return navigation(pages, **rest)

    monkeypatch.setattr(st, "navigation", noted)
    yield told


def first(page: Opened) -> str:
    """What stands first in the bar, as it is sent to the browser."""
    return page.marked[0]


@pytest.mark.parametrize("name", EVERY)
def test_no_page_knows_another_title(tables: Path, titles: Titles, name: str) -> None:
    page = unfolded(opened(name, {"lang": "de"}))
    assert page.exceptions == []
    everything = "\n".join([*page.texts, *page.marked, *titles]).casefold()
    assert [one for one in NEVER if one in everything] == []
    assert f"**{literal(other.TITLE)}**" in first(page)
    assert titles
    assert all(title.endswith(f" · {other.TITLE}") for title in titles)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_text_that_is_not_there_stands_in_the_first_language(tables: Path, language: str) -> None:
    page = unfolded(opened("projects", {"lang": language}))
    assert page.exceptions == []
    said = "\n".join(page.texts)
    assert all(row["description_de"] in said for row in other.tables()["projects"])
    assert translations(language).gettext("Data and sources") in said
    assert page.said_language == language


def test_the_bar_has_the_logo_and_the_colour(tables: Path) -> None:
    said = first(opened("overview"))
    logo, rule = f"![]({other.ADDRESS})", f"![]({marks.data_uri(marks.rule(other.ACCENT))})"
    assert said == f"{logo} {rule} **{literal(other.TITLE)}**"
    assert for_dark(other.ACCENT) not in said


def test_the_words_page_names_the_portfolio_and_a_programme(tables: Path) -> None:
    said = "\n".join(opened("words", {"lang": "de"}).texts)
    assert "etwa „Familien“. Wasser für alle selbst heißt hier „gesamtes Programm“." in said


def test_a_hostile_title_stays_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, titles: Titles
) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(other.folder(tmp_path / "hostile", HOSTILE)))
    for name in ("overview", "words", "disagreements", "sources"):
        page = unfolded(opened(name))
        assert page.exceptions == []
        assert first(page).endswith(f" **{literal(HOSTILE)}**")
        assert not any("<b>Wasser" in text or "[alle](" in text for text in page.marked)
        assert all(title.endswith(f" · {HOSTILE}") for title in titles)


@pytest.mark.parametrize("form", [other.zipped, other.files])
def test_own_tables_bring_their_look_for_their_session_alone(
    form: Callable[[], dict[str, bytes]],
) -> None:
    mine = pressed(dropped(opened("own"), form()), "open-own")
    assert mine.exceptions == []
    assert first(mine).startswith(f"![]({other.ADDRESS})")
    assert first(mine).endswith(f" **{literal(other.TITLE)}**")
    assert "Scale Up Impact" in first(opened("overview"))


def test_a_colour_that_cannot_be_read_is_told_on_the_page() -> None:
    files = other.files()
    files["portfolio.csv"] = files["portfolio.csv"].replace(b"#8A1538", b"#FFD000")
    files["portfolio.csv"] = files["portfolio.csv"].replace(b"zeichen.svg", b"other.svg")
    del files["zeichen.svg"]
    page = dropped(opened("own"), files)
    assert page.exceptions == []
    assert "The tables cannot be used: 2 faults" in "\n".join(page.texts)
