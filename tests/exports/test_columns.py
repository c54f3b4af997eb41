"""How wide the columns of a printed table are, which are numbers, which stand below their rows."""

from __future__ import annotations

import pandas as pd
import pytest

from lib.exports.columns import Column, columns


def of(**cells: list[str]) -> dict[str, Column]:
    return {one.heading: one for one in columns(pd.DataFrame(cells), "Publisher")}


@pytest.mark.parametrize(
    ("cells", "is_number"),
    [
        (["2018", "2017"], False),
        (["2021–2023", "2021–2024", "Sept 2021–Dec 2024"], False),
        (["2022", "21 Jul 2022", "2024"], False),
        (["13", "≥ 2,000", "not stated"], True),
        (["EUR 500,000", "EUR 90,000"], True),
    ],
)
def test_years_stand_as_dates_do_and_numbers_at_right(cells: list[str], is_number: bool) -> None:
    assert of(Value=cells)["Value"].is_number == is_number


def test_a_publisher_has_room_for_the_number_of_its_document() -> None:
    found = of(Publisher=["PalermoToday"], Place=["PalermoToday"])
    assert found["Publisher"].share > found["Place"].share


def test_a_line_may_end_after_a_hyphen_between_letters_alone() -> None:
    found = of(Place=["Krapinsko-zagorska"], Code=["administrative-01"])
    assert found["Place"].share < len("Krapinsko-zagorska") + 2
    assert found["Code"].share > len("administrative-01")


def test_what_names_a_row_never_stands_below_it() -> None:
    held = {f"{number}": [f"{'word' * 3} {number}"] * 3 for number in range(8)}
    found = of(Project=["Centro per la Salute del Bambino, at some length"] * 3, **held)
    assert [one.heading for one in found.values() if one.is_below] == ["0"]


def test_smaller_letters_of_many_columns_leave_room_for_more_of_them() -> None:
    few, many = (
        of(Text=["word " * 20], **{str(one): ["a" * wide] for one in range(count)})
        for count, wide in ((7, 9), (8, 7))
    )
    taken = [sum(one.share for one in found.values()) for found in (few, many)]
    assert taken[1] > taken[0] * 1.05
