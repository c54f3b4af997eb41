"""Signs of money that a workbook shows beside amounts, against the currency of their row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pandera.pandas as pa
from babel import Locale

from lib.files.faults import Tally
from lib.files.formats import is_money
from lib.files.sheet import Sheet
from lib.model.faults import Fault
from lib.model.fields import CURRENCY_CODES, kinds_of
from lib.model.languages import LANGUAGES
from lib.model.meant import meant


def other_signs(sheet: Sheet, model: type[pa.DataFrameModel]) -> Iterator[Fault]:
    """A doubt for each amount that is shown with the sign of another currency than its row names.

    A sign of many currencies, such as $, is right for each of them; one that nobody knows for all.
    A word that is no money is a doubt, too.
    """
    kinds = kinds_of(model)
    named = [name for name, kind in kinds.items() if kind["kind"] == "currency"]
    if not sheet.signs or len(named) != 1 or named[0] not in sheet.header:
        return
    at = sheet.header.index(named[0])
    codes = {line: row[at] for line, row in zip(sheet.lines, sheet.rows, strict=True)}
    told = Tally(sheet.file)
    for column, signs in sheet.signs.items():
        if column not in kinds or kinds[column]["kind"] != "number":
            continue
        of_amount = sheet.header.index(column)
        amounts = {line: row[of_amount] for line, row in zip(sheet.lines, sheet.rows, strict=True)}
        for sign, lines in signs.items():
            fitting = _currencies_of(sign)
            is_word = not fitting and not is_money(sign)
            for line in lines:
                if is_word and amounts[line]:
                    told.add(line, column, amounts[line], "word_beside", sign)
                if fitting and amounts[line] and codes[line] and codes[line] not in fitting:
                    detail = f"{sign}, {codes[line]}"
                    told.add(line, column, amounts[line], "other_sign", detail)
    yield from told.faults


@cache
def _currencies_of(sign: str) -> frozenset[str]:
    """The currencies that a sign or a name may stand for."""
    sign = sign.strip()
    found = {meant(sign, "currency"), *({sign} & {*CURRENCY_CODES})} - {""}
    for language in LANGUAGES:
        symbols = Locale.parse(language).currency_symbols
        found |= {code for code in CURRENCY_CODES if symbols.get(code, "").endswith(sign)}
    return frozenset(found)
