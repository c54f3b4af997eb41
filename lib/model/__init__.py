"""What there is: tables, bounds, selection, portfolio."""

from __future__ import annotations

import importlib
import sys

import pandas as pd

# Tables of statements are small: there texts as Python objects are half as slow to mask, look up
# or walk through as texts in Arrow's memory, whose every cell crosses a border.
pd.set_option("mode.string_storage", "python")  # before pandera looks what a text is

# Each asks once whether PySpark is there, and keeps the answer.
_ASKING = (
    "pandera.pandas",
    "pandera.backends.pandas.builtin_checks",
    "pandera.typing.pyspark",
    "pandera.typing.pyspark_sql",
)


def _import_pandera_alone() -> None:
    """Import pandera without Spark, and without what makes examples for tests.

    Where PySpark is installed pandera imports all of it, to check frames we never give it: half a
    second for everybody, with a warning. Spark belongs to those who ask for it, when they do. Where
    Hypothesis is installed, its four megabytes would lie in every server.
    """
    absent = [name for name in ("pyspark", "hypothesis") if name not in sys.modules]
    if "pandera" in sys.modules or "pyspark" in sys.modules:
        return
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]
    try:
        for name in _ASKING:
            importlib.import_module(name)
    finally:
        for name in absent:
            del sys.modules[name]


_import_pandera_alone()
