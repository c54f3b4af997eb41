"""The settings: complete in the file, demanded at the start."""

from __future__ import annotations

import asyncio
import re
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest
import streamlit as st

from lib.web.settings import REQUIRED, starting


async def started(done: list[str] | None = None) -> None:
    first = [] if done is None else done
    async with starting(lambda: first.append("warm"))(st.App(Path(__file__))):
        first.append("serving")


def test_starts_with_the_settings_of_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "get_option", REQUIRED.__getitem__)
    done: list[str] = []
    asyncio.run(started(done))
    assert done == ["warm", "serving"]


@pytest.mark.parametrize("name", REQUIRED)
def test_refuses_to_start_without_one(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    changed = {**REQUIRED, name: not REQUIRED[name]}
    monkeypatch.setattr(st, "get_option", changed.__getitem__)
    with pytest.raises(RuntimeError, match=re.escape(name)):
        asyncio.run(started())


def test_the_file_agrees_with_what_is_required(root: Path) -> None:
    settings = tomllib.loads((root / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    for name, value in REQUIRED.items():
        section, option = name.split(".")
        assert settings[section][option] == value


def test_every_font_of_the_theme_is_here_with_a_licence(root: Path) -> None:
    settings = tomllib.loads((root / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    fonts = root / "lib" / "static" / "fonts"
    faces = settings["theme"]["fontFaces"]
    named = {face["url"].removeprefix("app/static/fonts/") for face in faces}
    assert named == {path.name for path in fonts.glob("*.woff2")}
    for family in {face["family"].strip("'").replace(" ", "") for face in faces}:
        licence = (fonts / f"{family}-OFL.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_a_font_is_named_by_its_content(root: Path) -> None:
    """Browsers keep it for a year: another one must not have its name."""
    for font in (root / "lib" / "static" / "fonts").glob("*.woff2"):
        assert font.stem.rpartition(".")[2] == sha256(font.read_bytes()).hexdigest()[:8]


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_ten_colours_so_that_charts_do_not_fall_back_to_others(root: Path, ground: str) -> None:
    settings = tomllib.loads((root / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    colours = settings["theme"][ground]["chartCategoricalColors"]
    assert len(set(colours)) == len(colours) == 10
