"""What of a printed table stays on one page."""

from __future__ import annotations

import pandas as pd
import pytest

from lib.exports.columns import columns
from lib.exports.kept import LAST, MOST_WHOLE, TALLEST, Kept, kept


def of(rows: list[list[str]]) -> Kept:
    table = pd.DataFrame(rows, columns=["Value", "What is said"])
    return kept([one._asdict() for one in columns(table)], rows)


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, Kept(True, 0)), (MOST_WHOLE, Kept(True, 0)), (7, Kept(False, 3)), (40, Kept(False, LAST))],
)
def test_short_tables_stay_whole_of_others_the_last_rows(count: int, expected: Kept) -> None:
    assert of([["5", "Five centres."]] * count) == expected


def test_what_is_longer_than_half_a_page_is_parted() -> None:
    long = "word " * 30 * TALLEST
    assert of([["5", long]] * 2) == Kept(False, 0)
    assert of([["5", "short"]] * 12 + [["5", long]]) == Kept(False, 0)
