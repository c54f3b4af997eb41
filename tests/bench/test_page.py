"""The reference page of the harness: it runs, and says what the ledger says."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from bench.page_figures import CURRENCY, TITLES, Numbers, figures, numbers, written
from bench.page_states import states
from bench.page_warm import warm_up
from bench.portfolio import make
from lib.charts.theme import palette
from lib.figures import rollup
from lib.model import engine
from lib.model.selection import Selection
from lib.wording.money import bare
from lib.wording.words import words

SELECTIONS = [
    Selection(),
    Selection(edition=("1", "2")),
    Selection(edition=("5",), country=("AR", "CM", "IN")),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("reference"), 11, parquet=True)


@pytest.fixture
def page(folder: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("DASHBOARD_DATA", str(folder))
    return AppTest.from_file(root / "bench" / "page_script.py", default_timeout=60)


@pytest.fixture
def melted() -> Iterator[None]:
    """Leaves the collector as it was."""
    yield
    gc.unfreeze()


def read(folder: Path, selection: Selection) -> Numbers:
    return numbers(engine.ledger(folder), selection)


@pytest.mark.parametrize("selection", SELECTIONS)
def test_the_page_says_what_the_ledger_says(
    page: AppTest, folder: Path, selection: Selection
) -> None:
    page.run()
    for name in ("edition", "country"):
        page.multiselect(key=name).set_value([*getattr(selection, name)])
    page.run()
    assert not page.exception
    counts = rollup.counts(engine.ledger(folder), selection).set_index("figure_id")["low"]
    said = {metric.label: metric.value for metric in page.metric}
    assert [said["Rows"], said["Projects"], said["Countries"]] == [
        f"{counts[name]:,.0f}" for name in ("funding", "projects", "countries")
    ]
    assert said[f"Funding, {CURRENCY}"] == bare(*read(folder, selection).money, words("en"))
    assert [caption.value for caption in page.caption] == [f"table n={counts['funding']:.0f}"]
    sent = [json.loads(chart.proto.bytes)["figure"] for chart in page.get("bidi_component")]
    titles = [figure["layout"]["title"]["text"] for figure in sent]
    assert titles == [f"{title} n={counts['funding']:.0f}" for title in TITLES.values()]


@pytest.mark.parametrize("selection", SELECTIONS)
def test_the_charts_show_what_the_ledger_says(folder: Path, selection: Selection) -> None:
    ledger, found = engine.ledger(folder), read(folder, selection)
    drawn = figures(found, palette(False), words("en"))
    for name, figure in drawn.items():
        assert figure["layout"]["title"]["text"] == f"{TITLES[name]} n={found.rows}"
        assert json.loads(written(figure)) == figure
    money = rollup.funding_by_edition(ledger, selection)
    low = money.loc[money["currency_code"] == CURRENCY, "low"].sum()
    assert found.money[0] == pytest.approx(low)
    bars = drawn["funding"]["data"]
    assert sum(sum(bar["y"]) for bar in bars) == pytest.approx(low)
    (tree,) = drawn["programmes"]["data"]
    leaves = [value for value, up in zip(tree["values"], tree["parents"], strict=True) if up]
    assert sum(leaves) == pytest.approx(low)
    promised = rollup.targets_by_indicator(ledger, selection)
    assert drawn["targets"]["data"][0]["x"] == promised["low"].tolist()
    places = rollup.funding_by_project(ledger, selection)["site_count"].sum()
    if not selection.country:  # a site may lie in another country of its project
        assert len(drawn["sites"]["data"][0]["x"]) == places


def test_many_sites_are_drawn_in_cells(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    single = read(folder, Selection()).places
    monkeypatch.setattr("bench.page_figures.MOST", 0)
    binned = read(folder, Selection()).places
    assert binned["site_count"].sum() == single["site_count"].sum() == len(single)
    assert len(binned) <= len(single)


def test_each_state_is_one_click_from_the_one_before(folder: Path) -> None:
    found = states(folder)
    assert found[0][0] == []
    for (before, rows), (after, others) in zip(found, [*found[1:], found[1]], strict=True):
        assert len({*before} ^ {*after}) == 1
        assert rows != others


def test_the_warm_up_freezes(folder: Path, monkeypatch: pytest.MonkeyPatch, melted: None) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(folder))
    before = gc.get_freeze_count()
    warm_up()
    assert gc.get_freeze_count() > before
