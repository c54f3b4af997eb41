"""What holds for every figure: it answers any selection, and gives away nothing of its own."""

from __future__ import annotations

import inspect
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from pandas.testing import assert_frame_equal

from lib.model import store
from lib.model.portfolio import Portfolio
from lib.model.schema import TABLES
from lib.model.selection import Selection
from tests.figures.every import FRAMES, MODULES, OTHERS
from tests.fixture import copies
from tests.fixture.choices import selections
from tests.fixture.plain import Plain

pytestmark = pytest.mark.integration

NOTHING = Selection(edition=("2",), programme=("refugees",))
REAL = Plain(copies.REAL).options()


def answers(portfolio: Portfolio) -> None:
    """Every figure answers, and keeps the columns it has when everything is selected."""
    for name, figure in FRAMES.items():
        found = figure(portfolio)
        assert isinstance(found, pd.DataFrame), name
        assert found.columns.is_unique, name
        for column in found:
            if str(column).startswith("is_") and len(found):
                kinds = {type(cell) for cell in found[column]}
                assert kinds <= {bool, float}, f"{name}: {column} {kinds}"
    for figure in OTHERS.values():
        figure(portfolio)


def test_no_figure_is_left_out() -> None:
    public = {
        f"{module.__name__.rpartition('.')[2]}.{name}"
        for module in MODULES
        for name, member in inspect.getmembers(module, inspect.isfunction)
        if member.__module__ == module.__name__ and not name.startswith("_")
    }
    assert {*FRAMES, *OTHERS} == public
    folder = Path(inspect.getfile(MODULES[0])).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__", "once"}
    assert {module.__name__.rpartition(".")[2] for module in MODULES} == modules


@settings(max_examples=3)
@given(selection=selections(REAL))
def test_every_figure_answers_every_selection(real: Portfolio, selection: Selection) -> None:
    answers(real.select(selection))


@pytest.mark.parametrize("evidence", ["all", "page"])
def test_every_figure_answers_when_nothing_is_selected(made: Portfolio, evidence: str) -> None:
    nothing = made.select(Selection(NOTHING.edition, NOTHING.programme, evidence=evidence))  # type: ignore[arg-type]
    assert nothing.projects.empty
    answers(nothing)


@pytest.fixture(scope="module")
def nothing(made: Portfolio) -> Portfolio:
    """The tables made for tests, of which a selection leaves nothing."""
    return made.select(NOTHING)


@pytest.mark.parametrize("name", [*FRAMES])
def test_columns_do_not_depend_on_the_selection(
    made: Portfolio, nothing: Portfolio, name: str
) -> None:
    if name == "project.openings":  # one frame a project, none without projects
        return
    figure = FRAMES[name]
    assert list(figure(nothing)) == list(figure(made))


EMPTIED = [
    ("results", "context", "statement_projects", "sites"),
    ("parts", "statement_projects", "funding", "project_partners"),
    ("parts", "targets"),
    ("milestones",),
    ("parts", "statement_projects", "funding", "targets", "results", "milestones", "context"),
    tuple(TABLES),
]


@pytest.mark.parametrize("names", EMPTIED, ids=lambda names: f"{len(names)}-{names[0]}")
def test_every_figure_answers_when_tables_hold_only_a_header(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    folder = copies.copied(tmp_path)
    if "milestones" in names:
        copies.edit(folder, "editions.csv", ",M1", ",")
    copies.header_only(folder, *names)
    if "projects" in names:  # as a selection that leaves nothing does
        said = '{"selection": {"edition": ["9"]}}'
        (folder / "datapackage.json").write_text(said, encoding="utf-8")
    raw = store.load(folder)
    answers(raw.select(Selection()))
    if names == EMPTIED[0]:  # what a filter does to a table without rows, once
        answers(raw.select(Selection(edition=("1",), country=("IT",), evidence="page")))


@pytest.mark.parametrize("name", [*FRAMES])
def test_a_frame_handed_out_is_not_the_portfolio_s_own(made: Portfolio, name: str) -> None:
    portfolio = made.select(Selection())
    before = {table: portfolio.table(table).copy(deep=True) for table in [*TABLES, "coverage"]}
    statements = portfolio.statements.copy(deep=True)
    first = FRAMES[name](portfolio)
    kept = first.copy(deep=True)
    spoil(first)
    for table, rows in before.items():
        assert is_same(portfolio.table(table), rows), table
        assert is_same(made.table(table), rows), table
    assert is_same(portfolio.statements, statements)
    assert_frame_equal(FRAMES[name](portfolio), kept)


def is_same(one: pd.DataFrame, other: pd.DataFrame) -> bool:
    """Whether two frames agree in all that :func:`spoil` touches; told in a tenth of the time."""
    names = [(frame.index.name, frame.columns.name) for frame in (one, other)]
    return one.equals(other) and names[0] == names[1]


def spoil(frame: pd.DataFrame) -> None:
    """Write into the cells of a frame, then over its columns, then into its shape."""
    for at, column in enumerate([*frame]):
        if len(frame) and not isinstance(frame.iat[0, at], tuple):
            frame.iat[0, at] = frame.iat[-1, at]
        frame[column] = 0
    frame["spoiled"] = True
    frame.index.name = "spoiled"
    frame.columns.name = "spoiled"
    frame.pop(frame.columns[0])
