"""Codes: texts as positions in a short list, so that a filter is a look-up in an array."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

Positions = npt.NDArray[np.intp]
Mask = npt.NDArray[np.bool_]


class Coded(NamedTuple):
    """A column of texts: ``texts[codes]`` is the column."""

    codes: Positions
    texts: tuple[str, ...]

    def among(self, values: Sequence[str]) -> Mask:
        """Which rows hold one of the values; values that do not occur match nothing."""
        wanted = set(values)
        chosen: Mask = np.fromiter((text in wanted for text in self.texts), bool, len(self.texts))
        return chosen[self.codes]

    def at(self, rows: Positions) -> Coded:
        """The column at some of its rows, in their order."""
        return Coded(self.codes[rows], self.texts)

    def mapped(self, found: Sequence[str]) -> Coded:
        """The column with every text replaced by the one at its position in ``found``."""
        texts = tuple(dict.fromkeys(found))
        return Coded(positions(found, texts)[self.codes], texts)


class Links(NamedTuple):
    """Pairs of positions: what belongs to what."""

    left: Positions
    right: Positions


def coded(column: pd.Series[Any]) -> Coded:
    """A column of texts in codes; categories keep theirs."""
    texts = column.astype("category").cat
    codes = texts.codes.to_numpy().astype(np.intp)
    return Coded(codes, tuple(str(text) for text in texts.categories))


def positions(texts: Sequence[str], ids: Sequence[str]) -> Positions:
    """Where each text stands in ``ids``; ``len(ids)`` for one that does not."""
    order = {one: position for position, one in enumerate(ids)}
    return np.array([order.get(text, len(ids)) for text in texts], dtype=np.intp)
