"""The tables of a printed pack that stand behind its charts, and what of a table a page holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lib.exports.exhibits import Chart, Exhibit, Listing, Map
from lib.exports.kept import kept
from lib.exports.pack import Pack
from lib.exports.plain import REGISTER, Most, Plain, table

MOST_INSIDE: Final = 16  # rows of a table among charts; longer ones stand behind them
MOST_ROWS: Final = Most(120, 30)  # of any table; more are for a workbook


def kept_table(rows: Plain) -> Plain:
    """A table with what of it stays together."""
    return {**rows, **kept(rows["columns"], rows["rows"])._asdict()}


def is_long(one: Exhibit) -> bool:
    """Whether a table would part the charts of its section by pages."""
    if not isinstance(one, Listing) or one.name in (REGISTER, "project.cards"):
        return False
    return len(one.frame) > MOST_INSIDE


def tabled_as(one: Chart | Map, pack: Pack) -> str:
    """The exhibit whose table has the rows of another: a map of all has those of a project's."""
    if isinstance(one, Chart):
        return one.name
    maps = [
        other for other in pack.exhibits() if isinstance(other, Map) and not other.reading.empty
    ]
    sites = set(one.frame["site_id"])
    return next((other.name for other in maps if sites <= set(other.frame["site_id"])), one.name)


def appendix(pack: Pack) -> Sequence[Plain]:
    """The tables of all charts and maps, with those too long to stand between them."""
    _ = pack.words.gettext
    tables = [
        {
            "kind": "table",
            "name": f"behind.{one.name}",
            "title": one.title,
            "of": "",
            "sources": [],
            "spans": "",
            "is_disputed": False,
            "note": one.note if isinstance(one, Listing) else one.reading.how_to_read,
            "is_register": False,
            **kept_table(table(one, pack, MOST_ROWS)),
        }
        for one in pack.exhibits()
        if (
            isinstance(one, Chart | Map)
            and not one.reading.empty
            and tabled_as(one, pack) == one.name
        )
        or (isinstance(one, Listing) and is_long(one) and not one.is_reference)
    ]
    section = {
        "name": "behind",
        "question": _("Which numbers are drawn?"),
        "finding": _("The numbers behind the charts"),
        "lead": (),
        "is_short": False,
        "is_apart": False,
        "exhibits": tables,
    }
    return [section] if tables else []
