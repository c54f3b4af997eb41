"""The rows of figures as files: read back, each says what the figure says."""

from __future__ import annotations

import csv
import io
import json
import math
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lib.exports.exhibits import Cards, Tabled
from lib.exports.pack import Pack
from lib.exports.rows import BOUNDS, csv_bytes, json_bytes, parquet_bytes, written
from lib.model.quantity import Bound, ending
from lib.wording.figure_columns import subjects
from lib.wording.words import words
from tests.exports.conftest import SELECTIONS, made

HOSTILE = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", '"; =1', "<b>&", "a,b\nc", ""]


def frames(pack: Pack) -> dict[str, pd.DataFrame]:
    return {one.name: one.frame for one in pack.exhibits() if isinstance(one, Tabled | Cards)}


@pytest.mark.parametrize("name", SELECTIONS)
def test_every_file_of_a_figure_has_its_rows(name: str) -> None:
    for figure, frame in frames(made(name, "it")).items():
        said = list(csv.DictReader(io.StringIO(csv_bytes(frame).decode("utf-8-sig"), newline="")))
        told = json.loads(json_bytes(frame, {"name": figure}))["rows"]
        kept = pq.read_table(io.BytesIO(parquet_bytes(frame))).to_pylist()
        assert len(said) == len(told) == len(kept) == len(frame)
        if "low" in frame and "is_approximate" in frame:
            for rows in (said, told, kept):
                _agree(rows, frame)


def _agree(rows: list[dict[str, Any]], frame: pd.DataFrame) -> None:
    for row, low, high, about in zip(
        rows, frame["low"], frame["high"], frame["is_approximate"], strict=True
    ):
        assert row["ending"] == ending(low, high, bool(about))
        assert row["low"] in (None, "") if math.isnan(low) else float(row["low"]) == low
        if math.isfinite(high):
            assert float(row["high"]) == high
        else:
            assert row["high"] in (None, "")


def test_parquet_has_the_same_types_whatever_is_selected() -> None:
    schemas = [
        {name: pq.read_schema(io.BytesIO(parquet_bytes(rows))) for name, rows in found.items()}
        for found in (frames(made(name, "en")) for name in ("all", "page only", "nothing"))
    ]
    for name in set(schemas[0]) & set(schemas[1]) & set(schemas[2]):
        first, *others = (
            dict(zip(one[name].names, one[name].types, strict=True)) for one in schemas
        )
        assert others == [first, first], name


def test_texts_are_literal_and_nothing_is_run() -> None:
    frame = pd.DataFrame({"text": HOSTILE, "statement_ids": [("=1", "a")] * len(HOSTILE)})
    said = list(csv.DictReader(io.StringIO(csv_bytes(frame).decode("utf-8-sig"), newline="")))
    assert [row["text"].removeprefix("'") for row in said] == HOSTILE
    assert not [row for row in said if row["text"][:1] in ("=", "+", "-", "@", "\t", "\r")]
    assert {row["statement_ids"] for row in said} == {"'=1; a"}
    told = json.loads(json_bytes(frame, {}))["rows"]
    kept = pq.read_table(io.BytesIO(parquet_bytes(frame))).to_pylist()
    assert [row["text"] for row in told] == [row["text"] for row in kept] == HOSTILE
    assert (kept[0]["statement_ids"], told[0]["statement_ids"]) == ("=1; a", ["=1", "a"])


def test_an_open_end_is_told_from_nothing_in_strict_json() -> None:
    other = Bound(3.0, math.inf)
    frame = pd.DataFrame(
        {
            "low": [5.0, math.nan],
            "high": [math.inf, math.nan],
            "is_approximate": [False, False],
            "differs": [(other,), ()],
        }
    )
    first, second = json.loads(json_bytes(frame, {}))["rows"]
    assert (first["low"], first["high"], first["ending"]) == (5.0, None, "at_least")
    assert (second["low"], second["high"], second["ending"]) == (None, None, "not_stated")
    assert first["differs"][0]["ending"] == "at_least"
    said = list(csv.DictReader(io.StringIO(csv_bytes(frame).decode("utf-8-sig"), newline="")))
    assert [(row["low"], row["high"], row["ending"]) for row in said] == [
        ("5.0", "", "at_least"),
        ("", "", "not_stated"),
    ]
    assert said[0]["differs"] == "3.."


@given(
    st.floats(min_value=0, allow_nan=False, allow_infinity=False),
    st.floats(min_value=0, allow_nan=False),
)
@example(1_234_567, 1_234_567)
@example(2_000_000, math.inf)
@example(0.1, 1_234_567.25)
def test_no_digit_of_a_number_is_lost(low: float, more: float) -> None:
    bound = Bound(low, max(low, more))
    text = str(written(bound))
    start, dots, end = text.partition("..")
    assert float(start) == bound.low
    assert (float(end) if end else math.inf if dots else bound.low) == bound.high
    assert not start.endswith(".0")
    assert "+" not in start


def test_every_bound_of_a_row_has_its_ending() -> None:
    assert set(BOUNDS) == set(subjects(words("en")))
    people = frames(made("all", "en"))["targets.people"]
    (named,) = [row for row in json.loads(json_bytes(people, {}))["rows"] if row["low"] == 800000]
    assert (named["high"], named["ending"]) == (None, "at_least")
    assert named["result_ending"] == "not_stated"
