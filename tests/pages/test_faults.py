"""The page that stands in for every page while the tables have faults."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest

from lib.model.faults import FaultyTables
from lib.model.languages import LANGUAGES
from lib.model.store import load
from lib.wording.catalogue import translations
from tests.pages.reading import CHART, PAGES, Opened, again, opened, plain
from tests.pages.tables import TABLES, copied, faulty, rewrite, rows


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A faulty copy that no test changes."""
    return faulty(tmp_path_factory.mktemp("faulty"))


@pytest.fixture
def tables(copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The faulty copy, which the dashboard reads."""
    monkeypatch.setenv("DASHBOARD_DATA", str(copy))
    return copy


def shows_nothing_else(shown: Opened) -> bool:
    kinds = {element.type for element in shown.elements}
    return not kinds & {CHART, "metric", "page_link"}


# Each page in a language that takes turns, so that each language has its page.
@pytest.mark.parametrize(("page", "language"), [*zip(PAGES, cycle(LANGUAGES), strict=False)])
def test_every_page_shows_every_fault_and_no_figure(tables: Path, page: str, language: str) -> None:
    shown = opened(page, {"lang": language, "edition": "2"})
    assert shown.exceptions == []
    assert shows_nothing_else(shown)
    assert shown.said_language == language
    title = translations(language).ngettext(
        "The tables cannot be used: {n} fault", "The tables cannot be used: {n} faults", 3
    )
    assert shown.title == title.format(n=3)
    (listed,) = shown.tables
    file, line, column, value, rule = (
        [plain([*row.values()][n]) for row in listed] for n in range(5)
    )
    assert file == ["funding.csv", "funding.csv", "sites.csv"]
    assert line == ["2", "3", "2"]
    assert column == ["value", "currency_code", "latitude"]
    assert value == ["7 million", "<b>euro</b>", "95"]
    _ = translations(language).gettext
    assert rule[1] == _("Not an ISO 4217 currency code of three capital letters.")
    assert all(rule)


def test_the_page_lists_what_the_check_finds(tables: Path) -> None:
    with pytest.raises(FaultyTables) as caught:
        load(tables)
    (listed,) = opened("overview").tables
    assert len(listed) == len(caught.value.faults) == 3


def test_faults_that_are_said_alike_are_one_row_with_every_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = copied(tmp_path)
    monkeypatch.setenv("DASHBOARD_DATA", str(own))
    count = len(rows("results"))
    rewrite(own, "results", lambda row: row | {"as_of_date": "02/01/2024"})
    shown = opened("overview")
    assert shown.title == f"The tables cannot be used: {count} faults"
    ((file, line, column, value, rule),) = [
        [plain(cell) for cell in row.values()] for row in shown.tables[0]
    ]
    listed = line.split(", ")
    assert (file, column, value) == ("results.csv", "as_of_date", "02/01/2024")
    assert listed == [str(number + 2) for number in range(len(listed))]
    assert len(listed) + int(rule.split()[-4]) == count  # "… 3 more like this."


def test_an_unknown_language_gets_english(tables: Path) -> None:
    shown = opened("funding", {"lang": "<b>xx</b>"})
    assert shown.title == "The tables cannot be used: 3 faults"


def test_the_browser_says_the_language_of_the_faults(tables: Path) -> None:
    shown = opened("funding", locale="it-IT")
    assert shown.title != "The tables cannot be used: 3 faults"


def test_mended_tables_are_read_at_the_next_visit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = faulty(tmp_path)
    monkeypatch.setenv("DASHBOARD_DATA", str(tables))
    shown = opened("projects", {"edition": "3"})
    assert shows_nothing_else(shown)
    for name in ("funding", "sites"):
        (tables / f"{name}.csv").write_bytes((TABLES / f"{name}.csv").read_bytes())
    shown = again(shown)
    assert shown.title == opened("projects", {"edition": "3"}).title
    assert "Showing Edition 3: 3 projects of 11, in 3 countries." in shown.texts


def test_a_reader_sees_new_numbers_as_soon_as_a_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = copied(tmp_path)
    monkeypatch.setenv("DASHBOARD_DATA", str(own))
    shown = opened("overview")
    assert shown.numbers[4] == "88–148"
    rewrite(
        own,
        "targets",
        lambda row: row | ({"value": "104"} if row["statement_id"] == "F021" else {}),
    )
    assert again(shown).numbers[4] == "188–248"


@pytest.mark.parametrize("language", ["en", "es"])
def test_tables_that_turn_faulty_leave_the_last_good_ones_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    own = copied(tmp_path)
    content = (own / "targets.csv").read_bytes()
    monkeypatch.setenv("DASHBOARD_DATA", str(own))
    shown = opened("overview", {"edition": "2", "lang": language})
    numbers = shown.numbers
    assert not shown.at.warning
    (own / "targets.csv").unlink()
    shown = again(shown)
    assert shown.numbers == numbers
    (warning,) = shown.at.warning
    reason = translations(language).gettext("Tables are gone, noticed {since}: {files}.")
    assert plain(warning.value).startswith(reason.partition("{")[0])
    link = translations(language).gettext("See what is wrong with the newer tables")
    assert link in [plain(one.proto.label) for one in shown.of("page_link")]
    shown.at.switch_page("../pages/check.py")
    (listed,) = again(shown).tables
    assert [plain([*row.values()][0]) for row in listed] == ["targets.csv"]
    (own / "targets.csv").write_bytes(content)
    assert not again(shown).at.warning


def test_rows_that_are_gone_are_told_on_every_page_with_the_way_to_the_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = copied(tmp_path)
    monkeypatch.setenv("DASHBOARD_DATA", str(own))
    shown = opened("sources")
    assert not shown.at.warning
    lines = (own / "sites.csv").read_bytes().splitlines(keepends=True)
    (own / "sites.csv").write_bytes(b"".join(lines[: len(lines) // 2]))
    (warning,) = again(shown).at.warning
    assert plain(warning.value).startswith("Rows may have been lost: sites.csv had ")
    links = [plain(one.proto.label) for one in again(shown).of("page_link")]
    assert "See what is doubtful in the tables" in links


def test_doubts_are_shown_beside_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = copied(tmp_path)
    monkeypatch.setenv("DASHBOARD_DATA", str(own))
    (own / "notes.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    shown = opened("check")
    assert "1 thing in the tables is doubtful" in shown.texts
    (listed,) = shown.tables
    assert [plain([*row.values()][0]) for row in listed] == ["notes.csv"]
    assert "1 thing in the tables is doubtful" in opened("sources").texts
    (own / "targets.csv").unlink()
    said = again(shown).texts
    assert "These places are no faults. Is this what is meant?" in said
    assert "This is about the tables that are still shown. Is it what is meant?" in said
    assert not [text for text in said if "can be used all the same" in text]
