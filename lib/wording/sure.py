"""How sure a number is, in a few words beside its mark."""

from __future__ import annotations

from typing import Any

from lib.model.quantity import ending
from lib.wording.conventions import SPACE
from lib.wording.words import Words


def plain_certainty(row: Any, words: Words) -> str:
    """What the end of a mark means for its number (a row with the bound columns)."""
    _ = words.gettext
    return {
        "exact": _("a plain number in its source"),
        "at_least": _("a minimum: nothing limits it above"),
        "up_to": _("a ceiling: it may be fewer, or none"),
        "range": _("a range, because a part of it is only a ceiling"),
        "about": _("approximate in its source"),
        "not_stated": _("no number stated"),
    }[ending(row.low, row.high, bool(row.is_approximate))]


def due(row: Any, words: Words) -> str:
    """When a target is due, where that is stated."""
    date = getattr(row, "due_date", "")
    said = words.gettext("due by {date}").format(date=words.date(date)) if date else ""
    return said.replace(" ", SPACE)
