"""Room for text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.charts.text import width, wrap


def test_longer_heavier_larger_takes_more() -> None:
    assert width("SINGA") < width("SINGA Berlin")
    assert width("SINGA", 13, 600) > width("SINGA", 13, 400)
    assert width("SINGA", 26) == pytest.approx(2 * width("SINGA", 13))


def test_an_accent_takes_no_room() -> None:
    assert width("città") == width("citta")
    assert width("Đà Nẵng") > 0


def test_letters_and_spaces_of_other_languages_take_their_own_room() -> None:
    assert width("\u202f") < width("\u00a0") == width(" ")
    assert width("œ") > width("o") and width("ß") > width("s")


def test_a_sign_stays_with_its_number() -> None:
    assert wrap("about ≥\u00a0800,000", 80) == ["about", "≥\u00a0800,000"]


@given(st.text(alphabet="abc W.ì", max_size=60), st.integers(20, 300))
def test_lines_fit_and_lose_no_letter(text: str, room: int) -> None:
    lines = wrap(text, room)
    assert all(width(line) <= room or len(line) == 1 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
