"""Rollups: the algebra of sums, and the same sums made with loops."""

from __future__ import annotations

import csv
from math import isclose
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from bench.portfolio import make
from lib.model.pandas_rows import PandasRows, columns_read
from lib.model.portfolio import Portfolio
from lib.model.quantity import QUALIFIERS
from lib.model.registers import Registers, read_registers
from lib.model.rollup import DIMENSIONS, MEASURES, READS, settled, summed
from tests.fixture import copies
from tests.fixture.plain import Plain
from tests.fixture.plain_rollup import as_plain, is_bound, rollup

pytestmark = pytest.mark.integration

MADE = Registers(
    **{name: copies.read(copies.FOLDER, name).rows for name in Registers.__dataclass_fields__}
)
IDS = [*"FT", *MADE.ties["statement_id"], "X"]

statements = st.fixed_dictionaries(
    {
        "statement_id": st.sampled_from(IDS),
        "edition_id": st.sampled_from(["", "1", "2"]),
        "project_id": st.sampled_from(["", "project-a", "project-b"]),
        "funder_id": st.sampled_from(["", "foundation", "member"]),
        "funding_kind": st.sampled_from(["commitment", "disbursement"]),
        "currency_code": st.sampled_from(["EUR", "USD", "RSD"]),
        "scope": st.sampled_from(["project", "part"]),
        "is_headline": st.booleans(),
        "source_id": st.sampled_from(["page", "study"]),
        "value": st.integers(0, 10**9).map(lambda quarters: quarters / 4),
        "qualifier": st.sampled_from(QUALIFIERS),
    }
)
portfolios = st.lists(statements, max_size=12)


def frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Statements as the reader types them."""
    columns = columns_read("funding")
    made = pd.DataFrame(rows, columns=columns).astype({"value": float, "is_headline": bool})
    texts = [name for name in columns if name not in ("value", "is_headline")]
    made = made.astype(dict.fromkeys(texts, str))
    return made.assign(value=made["value"].mask(made["qualifier"] == "not_stated"))


def rolled(*batches: list[dict[str, Any]]) -> pd.DataFrame:
    """The rollup of statements that come in batches."""
    return PandasRows(MADE, lambda _: [frame(rows) for rows in batches]).rolled("funding")


@settings(max_examples=15)
@given(rows=portfolios)
def test_sums_are_bounds_of_one_currency(rows: list[dict[str, Any]]) -> None:
    found = rolled(rows)
    assert list(found) == [*DIMENSIONS["funding"], *MEASURES["funding"]]
    assert not found.isna().any(axis=None)
    assert all(is_bound(row.low, row.high) for row in found.itertuples())
    assert int(found["row_count"].sum()) == len(rows)
    assert (found["stated_count"] <= found["row_count"]).all()
    assert (found["approximate_count"] <= found["stated_count"]).all()
    assert not found.duplicated(list(DIMENSIONS["funding"])).any()
    for code in ("EUR", "USD", "RSD"):
        own = [row for row in rows if row["currency_code"] == code]
        of_code = found[found["currency_code"] == code]
        assert of_code["row_count"].sum() == len(own)
        stated = [row for row in own if row["qualifier"] not in ("up_to", "not_stated")]
        assert of_code["low"].sum() == sum(row["value"] for row in stated)


@settings(max_examples=15)
@given(one=portfolios, other=portfolios)
def test_the_rollup_of_all_rows_is_the_sum_of_rollups(
    one: list[dict[str, Any]], other: list[dict[str, Any]]
) -> None:
    together = rolled(one + other)
    assert_frame_equal(summed([rolled(one), rolled(other)], "funding"), together)
    assert_frame_equal(rolled(one, other), together)


@settings(max_examples=15)
@given(rows=portfolios, data=st.data())
def test_the_order_of_rows_is_irrelevant(rows: list[dict[str, Any]], data: st.DataObject) -> None:
    assert_frame_equal(rolled(data.draw(st.permutations(rows))), rolled(rows))


@settings(max_examples=15)
@given(rows=portfolios)
def test_categories_roll_as_texts_do(rows: list[dict[str, Any]]) -> None:
    texts = frame(rows)
    names = [name for name in texts if name not in ("value", "is_headline", "statement_id")]
    categories = texts.astype(dict.fromkeys(names, "category"))
    found = PandasRows(MADE, lambda _: [categories]).rolled("funding")
    assert_frame_equal(found, rolled(rows))


@settings(max_examples=15)
@given(rows=portfolios)
def test_a_missing_text_is_the_empty_text(rows: list[dict[str, Any]]) -> None:
    texts = frame(rows)
    for kind in ("str", "category"):
        holes = texts["edition_id"].mask(texts["edition_id"] == "").astype(kind)  # type: ignore[call-overload]
        found = PandasRows(MADE, lambda _, h=holes: [texts.assign(edition_id=h)])
        assert_frame_equal(found.rolled("funding"), rolled(rows))


@pytest.mark.parametrize("table", [*DIMENSIONS])
@pytest.mark.parametrize("place", [copies.FOLDER, copies.REAL], ids=["made", "real"])
def test_rollups_are_what_loops_find(place: Path, table: str, request: Any) -> None:
    portfolio: Portfolio = request.getfixturevalue("made" if place == copies.FOLDER else "real")
    found = PandasRows.of(portfolio).rolled(table)
    rows = found.astype(dict.fromkeys(DIMENSIONS[table], object)).to_dict("records")
    assert as_plain(rows, MEASURES[table]) == rollup(Plain(place).rows, table)


def test_generated_rows_sum_as_loops_over_their_files_do(tmp_path: Path) -> None:
    make(tmp_path, 400, parquet=False)
    with (tmp_path / "funding.csv").open(encoding="utf-8", newline="") as lines:
        plain = list(csv.DictReader(lines))
    rows = copies.read(tmp_path, "funding")
    assert not rows.faults
    found = PandasRows(read_registers(tmp_path), lambda _: [rows.rows]).rolled("funding")
    texts = found.astype(dict.fromkeys(DIMENSIONS["funding"], object)).to_dict("records")
    tables = {**Plain(tmp_path).rows, "funding": plain}
    assert as_plain(texts, MEASURES["funding"]) == rollup(tables, "funding")


@settings(max_examples=20)
@given(values=st.lists(st.floats(0, 1e12), min_size=2, max_size=30))
def test_fractions_add_to_the_last_digits(values: list[float]) -> None:
    row = {
        **dict.fromkeys(columns_read("funding"), ""),
        **{"currency_code": "EUR", "source_id": "page", "is_headline": True, "qualifier": "exact"},
    }
    found = rolled([{**row, "value": value} for value in values])
    assert isclose(found["low"].item(), sum(values), rel_tol=1e-12, abs_tol=1e-9)
    assert found["high"].item() == found["low"].item()


def test_rows_stay_as_they_are(made: Portfolio) -> None:
    before = {table: made.table(table).copy(deep=True) for table in READS.values()}
    for name, table in READS.items():
        PandasRows.of(made).rolled(name)
        assert_frame_equal(made.table(table), before[table])


def test_a_group_without_a_dimension_is_told() -> None:
    with pytest.raises(KeyError, match="country_code"):
        settled(pd.DataFrame({"project_id": ["a"], "row_count": [1]}), "sites")
