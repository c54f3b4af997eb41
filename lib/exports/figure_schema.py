"""The columns of a figure as a Data Package describes them (Frictionless Table Schema)."""

from __future__ import annotations

from typing import Any, get_args

import pandas as pd

from lib.exports.rows import filed, kind
from lib.model.quantity import Ending
from lib.wording.figure_columns import meaning
from lib.wording.words import Words


def schema(frame: pd.DataFrame, words: Words) -> dict[str, Any]:
    """The table schema of the rows of a figure: each column with its type, bounds explained."""
    plain = filed(frame)
    return {"fields": [_field(str(name), plain[name], words) for name in plain]}


def _field(name: str, column: pd.Series[Any], words: Words) -> dict[str, Any]:
    title, said = meaning(name, words)
    return {
        "name": name,
        "type": kind(name, column),
        **({"title": title} if title else {}),
        **({"description": said} if said else {}),
        **({"constraints": {"enum": [*get_args(Ending)]}} if name.endswith("ending") else {}),
    }
