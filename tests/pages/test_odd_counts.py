"""Numbers that no drawing can hold: pages open, and say them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixture.copies import copied, edit
from tests.pages.reading import opened

ROW = "co-funders,co_funders,{},project,{},"


@pytest.mark.parametrize(
    ("count", "qualifier", "said"),
    [("999999999999999", "exact", "of 999,999,999,999,999"), ("0", "exact", "of 0"),
     ("4", "at_least", "≥\u00a04")],
)  # fmt: skip
def test_any_number_of_co_funders_can_be_stated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: str, qualifier: str, said: str
) -> None:
    folder = copied(tmp_path)
    edit(folder, "results.csv", ROW.format("4", "exact"), ROW.format(count, qualifier))
    monkeypatch.setenv("DASHBOARD_DATA", str(folder))
    page = opened("funding")
    assert page.exceptions == []
    assert any(said in text for text in page.texts)
