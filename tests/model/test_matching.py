"""Words that somebody types, found whatever their accents, case and order."""

from __future__ import annotations

import pandas as pd
import pytest

from lib.model.matching import fold, folded, holding


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Đà Nẵng", "da nang"),
        ("MÜNCHEN Straße", "munchen strasse"),
        ("Città d’Añatuya", "citta d'anatuya"),
        ("Łódź, Tromsø", "lodz, tromso"),
        ("Хасково", "хасково"),
        ("≥ 800,000", "≥ 800,000"),
    ],
)
def test_a_text_without_case_and_accents(text: str, plain: str) -> None:
    assert fold(text) == plain
    assert fold(plain) == plain


def test_every_word_is_there_in_any_order() -> None:
    texts = folded(pd.Series(["Haciendo Camino, Añatuya", "Camino", None, "a.b"]))
    for words, found in {
        "anatuya HACIENDO": [True, False, False, False],
        "camino": [True, True, False, False],
        " ": [True, True, True, True],
        "a.b": [False, False, False, True],
        "a+b": [False, False, False, False],
    }.items():
        assert holding(texts, words).tolist() == found
