"""The page of totals, where an engine keeps the rows: its figures by other means, its faults."""

from __future__ import annotations

import json
import math
import re
import shutil
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from bench.portfolio import make
from lib.model import store
from lib.model.languages import LANGUAGES
from lib.wording.catalogue import translations
from tests.fixture import copies
from tests.fixture.plain import Plain, bound
from tests.pages.reading import CHART, Opened, again, opened, plain, unfolded
from tests.pages.test_every_page import english

ROWS = 240
FILTERS: dict[str, dict[str, Any]] = {
    "none": {},
    "edition": {"edition": "1"},
    "several": {"edition": ["2", "5"], "evidence": "page"},
    "programme": {"programme": "health"},
    "country": {"country": ["AR", "IN"]},
    "partner": {"partner": "partner-003"},
}
TIP = re.compile(r"([\d,]+) named places? ")
UNITS = {"": 1, "M": 1e6, "bn": 1e9}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made portfolio as Parquet files, which no test changes."""
    return make(tmp_path_factory.mktemp("rolled"), ROWS, parquet=True)


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Plain:
    """The same portfolio as CSV files, read without the dashboard."""
    return Plain(make(tmp_path_factory.mktemp("plain"), ROWS, parquet=False))


@pytest.fixture
def tables(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The Parquet files, which the dashboard takes for too many to be opened row by row."""
    monkeypatch.setenv("DASHBOARD_DATA", str(folder))
    monkeypatch.setattr(store, "MOST_ROWS", 0)
    return folder


def told(chosen: dict[str, Any]) -> dict[str, Any]:
    """Filters as the loops take them."""
    values = {name: [one] if isinstance(one, str) else one for name, one in chosen.items()}
    return values | ({"evidence": "page"} if "evidence" in chosen else {})


def said(text: str) -> tuple[float, float]:
    """The bound that a key figure writes."""
    form = r"(≥ |≤ |≈ )?([\d.,]+)(?:–([\d.,]+))?(?: (M|bn))?"
    found = re.fullmatch(form, text.replace("\u00a0", " "))
    assert found, text
    low, high = (
        float((found[n] or found[2]).replace(",", "")) * UNITS[found[4] or ""] for n in (2, 3)
    )
    return (0.0 if found[1] == "≤ " else low), (math.inf if found[1] == "≥ " else high)


def numbers(shown: Opened) -> dict[str, str]:
    """The key figures by what they are of."""
    return {metric.label: plain(metric.value) for metric in shown.at.metric}


def drawn(shown: Opened, name: str) -> dict[str, Any]:
    """The figure of a chart."""
    for element in shown.charts:
        if element.proto.id.endswith(f"chart-{name}"):
            found: dict[str, Any] = json.loads(element.proto.bytes)["figure"]
            return found
    raise LookupError(name)


def pieces(figure: dict[str, Any]) -> dict[tuple[str, str], float]:
    """The lengths of the pieces of bars by group and type of payer."""
    return {
        (custom[0], trace["name"]): length
        for trace in figure["data"]
        for custom, length in zip(trace.get("customdata") or [], trace["x"], strict=False)
    }


def discs(shown: Opened) -> set[int]:
    """How many places the maps draw, for narrow places and for others."""
    written = (json.loads(element.proto.bytes) for element in shown.of(CHART))
    (svg,) = (found["svg"] for found in written if "svg" in found)
    tips = ([*map(TIP.match, picture.itertext())] for picture in ElementTree.fromstring(svg))
    return {sum(int(tip[1].replace(",", "")) for tip in own if tip) for own in tips}


def test_the_colours_of_editions_are_named_below_the_map_and_the_projects(tables: Path) -> None:
    shown = opened("totals", FILTERS["several"])
    lines = [plain(one.value) for one in shown.at.markdown if ":small[![](data:" in one.value]
    named = [re.findall(r"Edition \d", line) for line in lines]
    of_map, of_projects = [one for one in named if one]
    assert of_map == ["Edition 2", "Edition 5"]
    assert of_projects == ["Edition 5"], "the only one with projects that have money of their own"


@pytest.mark.parametrize("chosen", FILTERS.values(), ids=FILTERS)
def test_figures_are_what_loops_add_up(tables: Path, rows: Plain, chosen: dict[str, Any]) -> None:
    shown, asked = opened("totals", chosen), told(chosen)
    assert shown.exceptions == []
    found, money = numbers(shown), rows.committed(**asked)
    for code in {row["currency_code"] for row in money}:
        own = [bound(row) for row in money if row["currency_code"] == code]
        low, high = sum(one[0] for one in own), sum(one[1] for one in own)
        written = said(found[f"Committed in {code}"])
        assert written[0] <= low <= high <= written[1]
        assert written == pytest.approx((low, high), rel=0.01, abs=0.01 * low)
    assert int(found["Projects"].replace(",", "")) == len(rows.selected(**asked))
    total = sum(len(rows.kept(name, **asked)) for name in ("funding", "targets", "results"))
    sites = rows.sites(**asked)
    assert found["Rows"] == f"{total + len(sites):,}"
    assert discs(shown) == {len(sites)}
    payers = {row["funder_id"]: row["organisation_type"] for row in rows.rows["funders"]}
    editions = {row["project_id"]: row["edition_id"] for row in rows.rows["projects"]}
    expected: dict[tuple[str, str], float] = defaultdict(float)
    for row in money:
        if row["currency_code"] == "EUR":
            about = {editions[one] for one in rows.covered(row)}
            edition = row["edition_id"] or (about.pop() if len(about) == 1 else "")
            expected[edition, payers[row["funder_id"]]] += bound(row)[0]
    if not expected:
        assert "No commitment in EUR is stated for this selection." in shown.texts
        return
    assert pieces(drawn(shown, "totals.by_edition.EUR")) == pytest.approx(dict(expected))


def test_the_largest_projects_are_drawn_and_the_rest_is_said(tables: Path, rows: Plain) -> None:
    shown = opened("totals")
    sums: dict[str, float] = defaultdict(float)
    for row in rows.committed():
        if row["currency_code"] == "EUR" and row["project_id"]:
            sums[row["project_id"]] += bound(row)[0]
    largest = sorted(sums, key=lambda one: -sums[one])[:12]
    bars = pieces(drawn(shown, "totals.by_project.EUR"))
    assert {project for project, _ in bars} <= {*largest}
    assert any(f"{len(sums) - 12} other projects have" in text for text in shown.texts)
    table = unfolded(shown)
    assert any(f"Rows 1–25 of {len(sums)}" in text for text in table.texts)


PANELS: list[tuple[str, dict[str, str]]] = [
    *((language, {}) for language in LANGUAGES),
    ("de", {"edition": "1", "country": "AR"}),
]


@pytest.mark.parametrize(("language", "chosen"), PANELS, ids=str)
def test_every_panel_in_every_language(tables: Path, language: str, chosen: dict[str, str]) -> None:
    shown = unfolded(opened("totals", {**chosen, "lang": language}))
    assert shown.exceptions == []
    assert len(shown.charts) == 4
    assert len(shown.tables) == 5
    assert shown.at.warning.len == 0
    _ = translations(language).gettext
    links = [plain(link.proto.label) for link in shown.of("page_link")]
    assert {*links} == {_("Totals"), _("What words mean")}
    assert english(shown, language) == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_selected_is_said(tables: Path, language: str) -> None:
    shown = opened("totals", {"edition": "1", "partner": "partner-003", "lang": language})
    _ = translations(language).gettext
    assert shown.exceptions == []
    assert shown.title == _("No project matches these filters")
    assert not shown.charts
    assert numbers(shown)[_("Committed")] == _("not stated")
    nothing = _("No project matches these filters. Take one of them away, or reset them all.")
    assert [plain(info.value) for info in shown.at.info] == [nothing] * 5


def test_the_currency_of_the_charts_can_be_chosen(tables: Path, rows: Plain) -> None:
    shown = opened("totals")
    shown.at.button_group(key="currency").set_value("USD")
    bars = pieces(drawn(again(shown), "totals.by_programme.USD"))
    own = [bound(row)[0] for row in rows.committed() if row["currency_code"] == "USD"]
    assert sum(bars.values()) == pytest.approx(sum(own))


def test_duckdb_says_the_same(tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_pandas = opened("totals", {"edition": ["1", "4"]})
    monkeypatch.setenv("DASHBOARD_ENGINE", "duckdb://")
    by_duckdb = opened("totals", {"edition": ["1", "4"]})
    assert by_duckdb.exceptions == []
    assert numbers(by_duckdb) == numbers(by_pandas)
    for name in ("totals.by_edition.EUR", "totals.by_programme.EUR", "totals.by_project.EUR"):
        assert drawn(by_duckdb, name) == drawn(by_pandas, name)
    assert discs(by_duckdb) == discs(by_pandas)
    assert any(re.search(r"rows were reduced by DuckDB on \d", text) for text in by_duckdb.texts)
    assert any(re.search(r"rows were reduced by pandas on \d", text) for text in by_pandas.texts)


def test_the_sentence_and_its_limits(tables: Path, rows: Plain) -> None:
    shown = opened("totals", {"country": ["AR", "IN"]})
    chosen = {"country": ["AR", "IN"]}
    projects = rows.selected(**chosen)
    sentence = f"Showing Argentina · India: {len(projects)} projects of {ROWS}, in 2 countries."
    assert sentence in shown.texts
    elsewhere = [one for one in projects if rows.countries[one] - {"AR", "IN"}]
    assert any(text.startswith(f"{len(elsewhere)} of these projects") for text in shown.texts)
    shown.at.button(key="reset").click()
    assert "country" not in again(shown).at.query_params


def test_a_page_that_is_not_there_is_told(tables: Path) -> None:
    (warning,) = opened("totals", {"page": "funding"}).at.warning
    assert plain(warning.value).startswith("There is no page “funding” where only sums are known")


def lost_file(folder: Path) -> None:
    (folder / "sites.parquet").unlink()


def lost_id(folder: Path) -> None:
    copies.edit(folder, "funders.csv", "\nfunder-07,", "\nfunder-7,")


FAULTS = {
    "a file is missing": (lost_file, "", ["sites.parquet"]),
    "an id is in no register": (lost_id, "", ["funding"]),
    "no engine answers": (lambda _: None, "duckdb:///nowhere/at/all", ["DASHBOARD_ENGINE"]),
    "the engine is not installed": (lambda _: None, "oracle://me:secret@x/y", ["DASHBOARD_ENGINE"]),
}


@pytest.mark.parametrize(("fault", "language"), [*zip(FAULTS, LANGUAGES[1:], strict=True)])
def test_what_is_wrong_is_a_page_not_a_stack_trace(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str, language: str
) -> None:
    spoil, engine, files = FAULTS[fault]
    place = Path(shutil.copytree(folder, tmp_path / "copy"))
    spoil(place)
    monkeypatch.setenv("DASHBOARD_DATA", str(place))
    monkeypatch.setenv("DASHBOARD_ENGINE", engine)
    monkeypatch.setattr(store, "MOST_ROWS", 0)
    shown = opened("totals", {"lang": language})
    assert shown.exceptions == []
    assert not {element.type for element in shown.elements} & {CHART, "metric", "page_link"}
    (listed,) = shown.tables
    assert [plain([*row.values()][0]) for row in listed] == files
    assert all(plain([*row.values()][4]) for row in listed)
    assert not any("secret" in text for text in shown.texts)
    assert english(shown, language) == []


def test_csv_without_an_engine_has_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_ENGINE", "pandas")
    shown = opened("overview")
    assert len(shown.of("page_link")[:7]) == 7
    assert Counter(link.proto.label for link in shown.of("page_link"))["Totals"] == 0
