"""Words of where money goes, and of who gives it: what stands at the ends of the flow."""

from __future__ import annotations

import pandas as pd

from lib.model.rows import each
from lib.wording.co_funders import is_part
from lib.wording.lists import named
from lib.wording.words import Words


def labelled(flow: pd.DataFrame, named: int, counted: float, words: Words) -> pd.DataFrame:
    """The flow with the words its chart writes.

    Out: the same rows with ``destination_id``, ``destination``, ``destination_note``,
    ``payer_note``. ``named`` of ``counted`` co-funders have a name (NaN: not said).
    """
    _ = words.gettext
    notes = []
    for row in each(flow):
        if row.is_co_funder and row.is_group and is_part(named, counted):
            notes.append(
                _("{named} named, {unnamed} without a name").format(
                    named=words.number(named), unnamed=words.number(counted - named)
                )
            )
        else:
            notes.append("")
    texts = [_destination(row, words) for row in each(flow)]
    nameless = {True: _("Further payers"), False: _("a payer who is not named")}
    return flow.assign(
        payer=[row.payer or nameless[bool(row.payer_id)] for row in each(flow)],
        payer_note=notes,
        destination_id=[
            "-".join(row.project_ids) or f"{row.payer_id}-not-published" for row in each(flow)
        ],
        destination=[text[0] for text in texts],
        destination_note=[text[1] for text in texts],
    )


def smaller(count: int, words: Words) -> str:
    """Several amounts that are drawn as one; the table has each."""
    return words.ngettext("{n} further amount", "{n} further amounts", count).format(
        n=words.number(count)
    )


def amounts(count: int, words: Words) -> str:
    """How many amounts a payer states."""
    return words.ngettext("{n} amount", "{n} amounts", count).format(n=words.number(count))


def _destination(row: object, words: Words) -> tuple[str, str]:
    _ = words.gettext
    kind = getattr(row, "destination_kind", "")
    names = named(getattr(row, "projects", ()), words)
    if kind == "project":
        return names, ""
    if kind == "payer":
        return amounts(getattr(row, "amount_count", 0), words), ""
    if kind == "smaller":
        return smaller(getattr(row, "amount_count", 0), words), ""
    if kind == "several_projects":
        return names, _("for them together; no share of each published")
    return no_split(words), ""


def no_split(words: Words) -> str:
    """What stands for the destination of money that has none."""
    _ = words.gettext
    return words.read(_("split not published"), _("no split on the programme page"))
