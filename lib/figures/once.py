"""Once a source: a figure of a frozen portfolio never changes, so it is computed one time."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast
from weakref import WeakKeyDictionary

import pandas as pd

from lib.model.ledger import Ledger
from lib.model.portfolio import Portfolio

P = ParamSpec("P")
R = TypeVar("R")
Source = TypeVar("Source", Portfolio, Ledger)

_kept: WeakKeyDictionary[Portfolio | Ledger, dict[tuple[Any, ...], Any]] = WeakKeyDictionary()


def once(figure: Callable[Concatenate[Source, P], R]) -> Callable[Concatenate[Source, P], R]:
    """Keep what a figure returns for as long as its source lives; arguments must be hashable.

    A frame is handed out as a copy of its own, so that nobody can change what others are given;
    a shallow one would leave a weak reference behind at every call.
    """

    @wraps(figure)
    def kept(source: Source, /, *args: P.args, **kwargs: P.kwargs) -> R:
        found = _kept.setdefault(source, {})
        key = (figure, args, tuple(sorted(kwargs.items())))
        if key not in found:
            made = figure(source, *args, **kwargs)
            found[key] = made.copy() if isinstance(made, pd.DataFrame | pd.Series) else made
        result = found[key]
        if isinstance(result, pd.DataFrame | pd.Series):
            return cast(R, result.copy())
        return cast(R, result)

    return kept
