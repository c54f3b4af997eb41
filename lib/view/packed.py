"""The board pack of a visit, worked out once for all files that are made of it."""

from __future__ import annotations

from datetime import date

from lib.exports.contents import pack_of
from lib.exports.pack import Pack
from lib.view.kept import kept
from lib.view.visit import Visit


def packed(visit: Visit) -> Pack:
    """What is shown, with its words and sources, and what has changed where versions are compared.

    It says the day on which it is made.
    """
    since, day = visit.since.earlier if visit.since else None, date.today()
    return kept(
        visit.apart(),
        ("pack", day),
        lambda: pack_of(visit.portfolio, visit.selection, since, day),
    )
