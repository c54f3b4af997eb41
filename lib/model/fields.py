"""Kinds of columns: each is checked as the text that stands in the file, then typed.

Checking text before typing keeps the value as the person wrote it for the fault message; a typed
reader would have changed or dropped it first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, cast

import numpy as np
import pandas as pd
import pandera.pandas as pa
from babel import Locale
from babel.numbers import list_currencies

from lib.model.languages import LANGUAGES

# Codes of the locale data that are no countries of ISO 3166-1. XK is none of its names either, but
# one of the codes it leaves to its users, and all the world writes Kosovo so.
_NO_COUNTRIES = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]
)
COUNTRY_CODES = tuple(
    code
    for code in map(str, Locale.parse("en").territories)
    if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
)
# Codes of the locale data that are no money: metals, tests, funds, "no currency".
_NO_CURRENCIES = re.compile("X(?!AF|CD|CG|OF|PF)")
CURRENCY_CODES = tuple(sorted(c for c in list_currencies() if not _NO_CURRENCIES.match(c)))

_ONE_LANGUAGE = f"({'|'.join(LANGUAGES)})"
_KINDS = {
    "text": r".*\S.*",
    "identifier": r"[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9][A-Za-z0-9_-]*)?",
    "number": r"[0-9]+(\.[0-9]+)?",
    "count": r"[0-9]+",
    "year": r"(19|20)[0-9][0-9]",
    "date": r"(19|20)[0-9][0-9](-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?",
    "boolean": r"true|false|TRUE|FALSE",  # capitals are what spreadsheets write into CSV
    "language": r"[a-z]{2}",
    "languages": rf"{_ONE_LANGUAGE}( +{_ONE_LANGUAGE})*",
    "color": r"#[0-9A-Fa-f]{6}",
    "url": r"https?://\S+",
    "latitude": r"-?([0-8]?[0-9](\.[0-9]+)?|90(\.0+)?)",
    "longitude": r"-?((1[0-7][0-9]|[0-9]?[0-9])(\.[0-9]+)?|180(\.0+)?)",
}
PATTERNS = {kind: re.compile(pattern, re.DOTALL) for kind, pattern in _KINDS.items()}
NUMBERS = frozenset({"number", "count", "year", "latitude", "longitude"})


def column(  # noqa: ANN401 - pandera's Field is typed Any
    kind: str,
    *,
    required: bool = True,
    unique: bool = False,
    reference: str = "",
    is_ratio: bool = False,
    is_spare: bool = False,
) -> Any:
    """A column of one kind; ``reference`` names the table whose first column it points into.

    A number that ``is_ratio`` has three decimals as well as any others; of amounts and counts they
    are doubted, because many languages part thousands with a point. ``is_spare``: it may be empty,
    and a table need not have it.
    """
    if kind not in PATTERNS:
        raise ValueError(f"{kind!r} is no kind of column; the kinds are {', '.join(PATTERNS)}")
    return _declared(
        kind=kind,
        required=required and not is_spare,
        reference=reference,
        unique=unique,
        is_ratio=is_ratio,
        is_spare=is_spare,
    )


def one_of(values: Sequence[str], *, required: bool = True, kind: str = "one_of") -> Any:  # noqa: ANN401
    """A column that holds one word of a closed list."""
    return _declared(
        kind=kind,
        required=required,
        reference="",
        unique=False,
        is_spare=False,
        allowed=tuple(values),
    )


def _declared(**rules: Any) -> Any:  # noqa: ANN401
    """What :mod:`lib.model.cells` judges by; pandera holds the declaration."""
    return pa.Field(metadata=rules)


def identifier(*, required: bool = True, unique: bool = False) -> Any:  # noqa: ANN401
    """An id: letters, digits, hyphen, underscore."""
    return column("identifier", required=required, unique=unique)


def reference(table: str, *, required: bool = True, is_spare: bool = False) -> Any:  # noqa: ANN401
    """The id of a row of another table."""
    return column("identifier", required=required, reference=table, is_spare=is_spare)


def country(*, required: bool = True) -> Any:  # noqa: ANN401
    """An ISO 3166-1 alpha-2 code."""
    return one_of(COUNTRY_CODES, required=required, kind="country")


def currency(*, required: bool = True) -> Any:  # noqa: ANN401
    """An ISO 4217 code."""
    return one_of(CURRENCY_CODES, required=required, kind="currency")


def typed(texts: pd.DataFrame, kinds: dict[str, str]) -> pd.DataFrame:
    """Checked texts as values: numbers as float (empty as NaN), booleans as bool, rest as text.

    In: the columns named in ``kinds`` (column name to kind). Out: the same columns, same order.
    """
    columns: dict[str, pd.Series[Any]] = {}
    for name, kind in kinds.items():
        if kind in NUMBERS:
            columns[name] = texts[name].replace("", np.nan).astype(float)
        elif kind == "boolean":
            columns[name] = texts[name].isin(["true", "TRUE"])
        else:
            columns[name] = texts[name]
    return pd.DataFrame(columns, index=texts.index)


def kinds_of(model: type[pa.DataFrameModel]) -> dict[str, dict[str, Any]]:
    """What a table model says of each column: kind, required, reference, unique, allowed."""
    columns = model.to_schema().columns
    return {str(name): cast("dict[str, Any]", columns[name].metadata) for name in columns}
