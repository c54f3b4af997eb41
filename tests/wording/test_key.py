"""The title of the overview: what it says of money in several currencies."""

from __future__ import annotations

import pandas as pd
import pytest

from lib.wording.card import LONGEST
from lib.wording.headline import headline
from lib.wording.key import card
from lib.wording.words import words


def key() -> pd.DataFrame:
    rest = {"is_approximate": False, "stated_count": 1, "is_attributable": True}
    rows = [
        {"figure_id": "committed", "low": 100.0, "high": 100.0, "currency_code": "EUR"},
        {"figure_id": "committed", "low": 9000.0, "high": 9000.0, "currency_code": "INR"},
        {"figure_id": "projects", "low": 2.0, "high": 2.0, "currency_code": ""},
    ]
    return pd.DataFrame([row | rest for row in rows])


def flow(*links: tuple[str, float, bool]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"currency_code": code, "low": low, "is_published": is_published,
             "is_co_funder": False, "is_own": True,
             "projects": ("Aurora", "Breva") if is_published else ()}
            for code, low, is_published in links
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("links", "end"),
    [
        # Of the rupees nothing is published; of the euros all is: together they would be "most".
        ([("EUR", 100.0, True), ("INR", 9000.0, False)], "part of it without a published split"),
        ([("EUR", 40.0, True), ("EUR", 60.0, False), ("INR", 9000.0, False)],
         "most of it without a published split"),
        ([("EUR", 100.0, True), ("INR", 9000.0, True)], "committed"),
        ([("EUR", 100.0, False), ("INR", 9000.0, False)], "committed without a published split"),
    ],
)  # fmt: skip
def test_shares_of_unlike_currencies_are_never_mixed(
    links: list[tuple[str, float, bool]], end: str
) -> None:
    title = headline(key(), flow(*links), words("en"))
    assert title.startswith("2 projects, ")
    assert title.endswith(end)


def test_of_money_that_is_not_split_at_all_no_part_is_spoken_of() -> None:
    title = headline(key(), flow(("EUR", 100.0, False)), words("en", is_page_only=True))
    assert title.endswith(" committed; the programme page does not split it")


def test_a_long_range_of_money_is_said_in_short_and_holds() -> None:
    row = {
        **{"figure_id": "co_funding", "currency_code": "GBP", "low": 1777160.0, "high": 2584850.0},
        **{"is_approximate": False, "stated_count": 2, "is_attributable": True, "differs": ()},
        **{"open_share_count": 1, "unnamed_count": 0, "of_nobody": ()},
    }
    said = card(row, pd.DataFrame(), (), {}, words("en"))
    assert said.value.replace("\u00a0", " ") == "GBP 1.77–2.59 M"
    assert len(said.value) <= LONGEST
