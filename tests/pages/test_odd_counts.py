"""What no drawing can hold, and what no table says: pages open all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixture.copies import copied, edit, header_only
from tests.pages.reading import PAGES, opened

ROW = "co-funders,co_funders,{},project,{},"


@pytest.mark.parametrize(
    ("count", "qualifier", "said"),
    [("999999999999999", "exact", "of 999,999,999,999,999"), ("0", "exact", "1 co-funder is named"),
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


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Projects without a country, one with a name as long as a cell may be, money of nothing."""
    folder = copied(tmp_path_factory.mktemp("bare"))
    header_only(folder, "project_countries")
    edit(folder, "projects.csv", ",Project A,", f",{'x' * 30_000},")
    edit(folder, "funding.csv", ",1000,EUR", ",0,EUR")
    edit(folder, "funding.csv", ",300,EUR", ",0,EUR")
    return folder


@pytest.mark.parametrize("page", PAGES)
def test_pages_open_without_what_may_be_missing(
    page: str, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(bare))
    assert opened(page).exceptions == []
    if page == "projects":
        assert opened(page, {"project": ["project-b"]}).exceptions == []
