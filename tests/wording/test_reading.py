"""Words around figures."""

from __future__ import annotations

import pytest

from lib.wording.reading import numbers


@pytest.mark.parametrize(
    ("found", "said"),
    [([], ""), ([3], "3"), ([2, 1], "1, 2"), ([5, 1, 3, 4], "1, 3–5"), ({7, 8, 9, 10}, "7–10")],
)
def test_numbers_in_a_row_are_spans(found: list[int], said: str) -> None:
    assert numbers(found) == said
