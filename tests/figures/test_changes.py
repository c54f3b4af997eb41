"""What changed: held against the files themselves, and against the figures of both sides."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from lib.figures import changes, key, registers
from lib.figures.compare import compare
from lib.figures.naming import QUANTITY
from lib.figures.registers import REGISTERS
from lib.model.fields import kinds_of
from lib.model.portfolio import Portfolio
from lib.model.schema import OPTIONAL, STATEMENT_TABLES, TABLES
from lib.model.selection import Selection
from lib.model.store import load
from lib.wording.changed import registers_table as changes_table
from lib.wording.words import words
from tests.fixture import copies

pytestmark = pytest.mark.integration

Row = dict[str, str]
KEYS, PROPERTIES = ["a", "b"], ["x", "y", "z"]
CELLS = {
    "x": st.sampled_from(["", "one", "two"]),
    "y": st.sampled_from([0.0, 1.5, float("nan")]),
    "z": st.booleans(),
}


@st.composite
def frames(draw: st.DrawFn) -> pd.DataFrame:
    """A frame with a key of two columns, in any order."""
    ids = draw(st.lists(st.tuples(st.sampled_from("pqr"), st.integers(0, 3)), unique=True))
    rows = [
        {**dict(zip(KEYS, one, strict=True)), **draw(st.fixed_dictionaries(CELLS))} for one in ids
    ]
    return pd.DataFrame(rows, columns=[*KEYS, *PROPERTIES]).astype({"y": float, "z": bool})


def plain(rows: pd.DataFrame) -> dict[tuple[Any, ...], dict[str, Any]]:
    """The rows by their key, what is missing as None."""
    return {
        tuple(row[key] for key in KEYS): {
            name: None if row[name] != row[name] else row[name] for name in PROPERTIES
        }
        for row in rows.to_dict("records")
    }


@settings(max_examples=40)
@given(rows=frames())
def test_nothing_changed_between_a_frame_and_itself(rows: pd.DataFrame) -> None:
    assert compare(rows, rows, KEYS, PROPERTIES).empty
    assert compare(rows, rows.iloc[::-1], KEYS, PROPERTIES).empty


@settings(max_examples=40)
@given(one=frames(), other=frames())
def test_what_is_added_one_way_is_removed_the_other(one: pd.DataFrame, other: pd.DataFrame) -> None:
    there, back = compare(one, other, KEYS, PROPERTIES), compare(other, one, KEYS, PROPERTIES)

    def told(found: pd.DataFrame, change: str, *more: str) -> set[tuple[Any, ...]]:
        some = found[found["change"] == change]
        cells = some[[*KEYS, *more]].astype(object)
        return set(cells.where(cells.notna(), None).itertuples(index=False, name=None))

    assert told(there, "added") == told(back, "removed")
    assert told(there, "removed") == told(back, "added")
    assert told(there, "changed", "property", "then", "now") == told(
        back, "changed", "property", "now", "then"
    )


@settings(max_examples=40)
@given(then=frames(), now=frames())
def test_what_changed_leads_from_one_to_the_other(then: pd.DataFrame, now: pd.DataFrame) -> None:
    found, rows, target = plain(then), compare(then, now, KEYS, PROPERTIES), plain(now)
    for row in rows.to_dict("records"):
        one = tuple(row[key] for key in KEYS)
        if row["change"] == "removed":
            del found[one]
        elif row["change"] == "added":
            found[one] = target[one]
        else:
            before = None if row["then"] != row["then"] else row["then"]
            assert found[one][row["property"]] == before
            found[one][row["property"]] = None if row["now"] != row["now"] else row["now"]
    assert found == target


def spoilt(folder: Path, name: str, change: Callable[[list[Row]], list[Row]]) -> None:
    """Change the rows of a table in a copy."""
    path = folder / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    header = list(rows[0])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(change(rows))


def rows_of(folder: Path, name: str) -> list[Row]:
    if name in OPTIONAL and not (folder / f"{name}.csv").exists():
        return []
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def some_changed(folder: Path, seed: int) -> Path:
    """The tables of the checkout, some values, dates, texts and places of which were others."""
    import shutil

    copy = Path(shutil.copytree(copies.REAL, folder / "old"))
    dice = random.Random(seed)
    tied = {row[name] for row in rows_of(copy, "parts") for name in ("total_id", "part_id")}
    tied |= {row["contradicts_id"] for name in STATEMENT_TABLES for row in rows_of(copy, name)}
    tied |= {row["statement_id"] for row in rows_of(copy, "statement_projects")}
    tied |= {row["statement_id"] for row in rows_of(copy, "editions")}

    def statements(rows: list[Row]) -> list[Row]:
        found = []
        for row in rows:
            lucky = dice.random()
            if lucky < 0.1 and row["statement_id"] not in tied and row["is_headline"] == "false":
                continue
            if lucky < 0.3 and row.get("value"):
                row = row | {"value": str(dice.randrange(1, 9000)), "qualifier": "about"}
            elif lucky < 0.4:
                row = row | {"as_of_date": "2019-05", "locator_en": "elsewhere"}
            elif lucky < 0.42 and "milestone_kind" in row:
                row = row | {"qualifier": "about"}
            elif lucky < 0.45:
                row = row | {"locator_it": "altrove"}
            found.append(row)
        return found

    for name in STATEMENT_TABLES:
        spoilt(copy, name, statements)
    spoilt(copy, "sites", lambda rows: [row for row in rows if dice.random() > 0.2])
    spoilt(copy, "project_partners", lambda rows: [row for row in rows if dice.random() > 0.1])
    spoilt(
        copy,
        "sources",
        lambda rows: [
            row | ({"title": "Another title"} if dice.random() < 0.1 else {}) for row in rows
        ],
    )
    return copy


def compared(kind: str, name: str, old: Path, new: Path) -> set[tuple[str, str, str, str]]:
    """The differences of two files by plain dicts: table, key, change, property in English."""
    model = TABLES[name]
    keys = model.Config.unique or [next(iter(kinds_of(model)))]
    columns = {
        version if language == "en" else "": text
        for text, versions in model.texts().items()
        for language, version in versions.items()
    }
    others = {one for versions in model.texts().values() for one in versions.values()}
    before, after = (
        {"/".join(row[str(key)] for key in keys): row for row in rows_of(folder, name)}
        for folder in (old, new)
    )
    found = {(name, one, "added", "") for one in after.keys() - before.keys()}
    found |= {(name, one, "removed", "") for one in before.keys() - after.keys()}
    for one in before.keys() & after.keys():
        for column in before[one]:
            if before[one][column] == after[one][column]:
                continue
            told = columns.get(column, "" if column in others else column)
            if kind == "statements" and column in QUANTITY and name != "milestones":
                told = "quantity"
            if told:
                found.add((name, one, "changed", told))
    return found


@pytest.fixture(scope="module", params=[1, 2])
def sides(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Tables that were changed at random, read, beside those of the checkout; both folders."""
    old = some_changed(tmp_path_factory.mktemp("changed"), request.param)
    return load(old), load(copies.REAL), old


@pytest.fixture(scope="module")
def every(sides: Any) -> pd.DataFrame:
    """Every change of a statement between the two."""
    then, now = (side.select(Selection()) for side in sides[:2])
    return changes.statements(then, now)


def test_statements_are_those_that_the_files_say(sides: Any, every: pd.DataFrame) -> None:
    rows, old = every, sides[2]
    found = list(
        rows[["table", "statement_id", "change", "property"]].itertuples(index=False, name=None)
    )
    expected = set().union(
        *(compared("statements", name, old, copies.REAL) for name in STATEMENT_TABLES)
    )
    assert len(found) == len(set(found)) > 50
    assert set(found) == expected


def test_other_rows_are_those_that_the_files_say(sides: Any) -> None:
    then, now, old = sides
    rows = registers.changes(then.select(Selection()), now.select(Selection()))
    found = list(rows[["table", "key", "change", "property"]].itertuples(index=False, name=None))
    expected = set().union(*(compared("", name, old, copies.REAL) for name in REGISTERS))
    assert len(found) == len(set(found)) > 10
    assert set(found) == expected


def test_each_table_is_compared_once() -> None:
    assert {*REGISTERS, *STATEMENT_TABLES} == set(TABLES)
    assert len({*REGISTERS}) == len(REGISTERS)


def test_what_the_portfolio_is_called_is_compared(tmp_path: Path, made: Portfolio) -> None:
    picture = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
    folder = copies.copied(tmp_path)
    (folder / "logo.svg").write_bytes(picture)
    spoilt(folder, "portfolio", lambda rows: [
        rows[0] | {"portfolio_id": "other", "title_en": "Old name", "accent_color": "#7A3E00",
                   "languages": "en it de fr es", "logo": "logo.svg"}
    ])  # fmt: skip
    then, now = load(folder).select(Selection()), made.select(Selection())
    rows = changes_table(registers.changes(then, now), words("en"))
    found = rows.loc[rows["Kind"] == "Portfolio", ["Name", "What happened", "Before", "Now"]]
    assert found.to_numpy().tolist() == [
        ["Made portfolio", "changed: title", "Old name", "Made portfolio"],
        ["Made portfolio", "changed: languages",
         "English, Italian, German, French and Spanish", "not stated"],
        ["Made portfolio", "changed: accent colour", "#7A3E00", "not stated"],
        ["Made portfolio", "changed: logo", "picture of 1 kB", "not stated"],
    ]  # fmt: skip
    (folder / "portfolio.csv").unlink()
    rows = registers.changes(load(folder).select(Selection()), now)
    said = rows.loc[rows["table"] == "portfolio", ["change", "property", "then", "now"]]
    assert said.to_numpy().tolist() == [
        ["changed", "title", "", "Made portfolio"],
        ["changed", "funder_id", "", "Foundation"],
    ]


@pytest.mark.parametrize(
    "chosen",
    [
        Selection(),
        Selection(edition=("1",), language="it"),
        Selection(country=("DE",), language="de"),
        Selection(evidence="page"),
        Selection(edition=("1",), country=("IN",)),
    ],
    ids=str,
)
def test_each_key_figure_is_the_one_of_its_side(sides: Any, chosen: Selection) -> None:
    then, now = (side.select(chosen) for side in sides[:2])
    found = changes.key_figures(then, now)
    for prefix, side in (("then_", then), ("", now)):
        own = key.key_figures(side).set_index(["figure_id", "currency_code"])
        for row in found.to_dict("records"):
            name = (row["figure_id"], row["currency_code"])
            if name in own.index:
                expected = own.loc[[name]].iloc[0]
                for column in ("low", "high", "stated_count", "of_count", "whole_low"):
                    same = row[f"{prefix}{column}"], expected[column]
                    assert same[0] == same[1] or (same[0] != same[0] and same[1] != same[1])
            else:
                assert not row[f"{prefix}stated_count"]
        stated = own[own["stated_count"] > 0]
        names = found.set_index(["figure_id", "currency_code"]).index
        assert set(stated.index) <= set(names)
    figures = zip(found["low"], found["then_low"], found["is_changed"], strict=True)
    assert all(
        is_changed for low, then_low, is_changed in figures if low < then_low or low > then_low
    )


def test_a_selection_narrows_both_sides(sides: Any, every: pd.DataFrame) -> None:
    then, now, _ = sides
    for chosen in (Selection(edition=("1",)), Selection(programme=("refugees",))):
        rows = changes.statements(then.select(chosen), now.select(chosen))
        inside = set(then.select(chosen).statements["statement_id"])
        inside |= set(now.select(chosen).statements["statement_id"])
        for side in (then, now):  # key figures speak of what is promised for more than them
            money = side.select(chosen).not_attributable("funding")
            inside |= set(money.loc[money["funding_kind"] == "commitment", "statement_id"])
        expected = every[every["statement_id"].isin(inside)]
        columns = ["statement_id", "change", "property"]
        assert set(rows[columns].itertuples(index=False)) == set(
            expected[columns].itertuples(index=False)
        )
        assert len(rows)


def test_what_a_changed_number_was_stands_beside_what_it_is(
    sides: Any, every: pd.DataFrame
) -> None:
    rows, old = every, sides[2]
    numbers = rows[(rows["change"] == "changed") & (rows["property"] == "quantity")]
    assert len(numbers) > 5
    for row in numbers.to_dict("records"):
        (was,) = (
            one for one in rows_of(old, row["table"]) if one["statement_id"] == row["statement_id"]
        )
        said = f"{was['qualifier']} {was['value']} {was.get('currency_code', '')}".strip()
        assert row["then"] == said
        assert row["then_low"] == row["then_high"] == float(was["value"])
        assert row["then_is_approximate"]


def test_ids_are_told_by_name(tmp_path: Path, made: Portfolio) -> None:
    folder = copies.copied(tmp_path)
    first, second = (row["source_id"] for row in rows_of(folder, "sources")[:2])
    target = next(row for row in rows_of(folder, "context") if row["source_id"] == first)
    spoilt(
        folder,
        "context",
        lambda rows: [
            row | ({"source_id": second} if row["statement_id"] == target["statement_id"] else {})
            for row in rows
        ],
    )
    found = changes.statements(load(folder).select(Selection()), made)
    (row,) = found[found["property"] == "source_id"].to_dict("records")
    names = {one["source_id"]: one for one in rows_of(copies.FOLDER, "sources")}
    assert row["then"].startswith(f"{names[second]['publisher']}: ")
    assert row["now"].startswith(f"{names[first]['publisher']}: ")
    assert row["source_id"] == first


def test_one_thing_more_is_not_another_unit(tmp_path: Path, made: Portfolio) -> None:
    folder = copies.copied(tmp_path)
    target = next(row for row in rows_of(folder, "targets") if row["qualifier"] == "exact")
    ids = {target["statement_id"]}
    spoilt(
        folder,
        "targets",
        lambda rows: [row | ({"value": "1"} if row["statement_id"] in ids else {}) for row in rows],
    )
    then = load(folder).select(Selection())
    found = changes.statements(then, made)
    assert found[["statement_id", "property"]].to_numpy().tolist() == [[*ids, "quantity"]]
    assert found["unit"].tolist() != found["then_unit"].tolist()
    in_german = load(folder).select(Selection(language="de"))
    mixed = changes.statements(in_german, made)
    assert set(mixed["property"]) <= {"quantity", "locator", "description"}


def test_what_one_side_lacks_is_not_compared(sides: Any, every: pd.DataFrame) -> None:
    then, now = (side.select(Selection()) for side in sides[:2])
    lacking = frozenset(
        {("targets", "locator_en"), ("results", "value"), ("context", "locator_de")}
    )
    left = changes.statements(then, now, lacking)
    is_gone = ((every["table"] == "targets") & (every["property"] == "locator")) | (
        (every["table"] == "results") & (every["property"] == "quantity")
    )
    assert is_gone.any()
    assert_frame_equal(left, every[~is_gone].reset_index(drop=True))


def test_rows_are_counted_once_however_much_of_them_changed(
    sides: Any, every: pd.DataFrame
) -> None:
    found, old = changes.counts(every), sides[2]
    for row in found.to_dict("records"):
        told = compared("statements", row["table"], old, copies.REAL)
        for change in ("added", "removed", "changed"):
            expected = {one for _table, one, kind, _property in told if kind == change}
            assert row[f"{change}_count"] == len(expected)


def test_rows_are_in_the_order_of_projects(sides: Any, every: pd.DataFrame) -> None:
    found = every["project_id"].tolist()
    order = ["", *sides[1].select(Selection()).projects["project_id"]]
    assert found == sorted(found, key=order.index)
