"""The row of a key figure: a bound with all that may stand beside it."""

from __future__ import annotations

from lib.model.quantity import Bound

COLUMNS = [
    *("figure_id", "low", "high", "is_approximate", "stated_count", "of_count", "currency_code"),
    *("statement_ids", "differs", "disputed_count", "is_attributable", "whole_low", "whole_high"),
    *("members", "paid", "rates", "lacking", "unnamed_count", "open_share_count", "beyond"),
    "of_nobody",
]


def row(figure_id: str, bound: Bound, **more: object) -> dict[str, object]:
    """A row with ``COLUMNS``, of which :func:`lib.figures.key.key_figures` tells; at rest those
    that ``more`` does not name."""
    rest = {
        "of_count": bound.stated_count,
        "currency_code": "",
        "statement_ids": (),
        "differs": (),
        "disputed_count": 0,
        "is_attributable": True,
        "whole_low": float("nan"),
        "whole_high": float("nan"),
        "members": (),
        "paid": (),
        "rates": (),
        "lacking": (),
        "unnamed_count": 0,
        "open_share_count": 0,
        "beyond": (),
        "of_nobody": (),
    }
    return {"figure_id": figure_id, **bound._asdict(), **rest, **more}
