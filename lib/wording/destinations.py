"""Words of where money goes, and of who gives it: what stands at the ends of the flow."""

from __future__ import annotations

import pandas as pd

from lib.wording.co_funders import is_part
from lib.wording.lists import named
from lib.wording.words import Words


def labelled(flow: pd.DataFrame, named: int, counted: float, words: Words) -> pd.DataFrame:
    """The flow with the words its chart writes.

    Out: the same rows with ``destination_id``, ``destination``, ``destination_note``,
    ``payer_note``. ``named`` of ``counted`` co-funders have a name (NaN: not said).
    """
    _ = words.gettext
    note = ""
    if is_part(named, counted):
        note = _("{named} named, {unnamed} without a name").format(
            named=words.number(named), unnamed=words.number(counted - named)
        )
    are_groups = (flow["is_co_funder"] & flow["is_group"]).astype(bool)
    own = (flow[name] for name in _SAID if name in flow)
    said = list(zip(*own, strict=True))
    texts = {one: _destination(*one, words=words) for one in dict.fromkeys(said)}
    nameless = {True: _("Further payers"), False: _("a payer who is not named")}
    payers = list(zip(flow["payer_id"], flow["payer"], strict=True))
    ways = zip(flow["payer_id"], flow["project_ids"], strict=True)
    return flow.assign(
        payer=[payer or nameless[bool(payer_id)] for payer_id, payer in payers],
        payer_note=[note if is_group else "" for is_group in are_groups],
        destination_id=["-".join(ids) or f"{payer}-not-published" for payer, ids in ways],
        destination=[texts[one][0] for one in said],
        destination_note=[texts[one][1] for one in said],
    )


_SAID = ("destination_kind", "projects", "amount_count")


def smaller(count: int, words: Words) -> str:
    """Several amounts that are drawn as one; the table has each."""
    return words.ngettext("{n} further amount", "{n} further amounts", count).format(
        n=words.number(count)
    )


def amounts(count: int, words: Words) -> str:
    """How many amounts a payer states."""
    return words.ngettext("{n} amount", "{n} amounts", count).format(n=words.number(count))


def _destination(
    kind: str, projects: tuple[str, ...], amount_count: int = 0, *, words: Words
) -> tuple[str, str]:
    if kind == "project":
        return named(projects, words), ""
    if kind == "payer":
        return amounts(amount_count, words), ""
    if kind == "smaller":
        return smaller(amount_count, words), ""
    if kind == "several_projects":
        together = words.gettext("for them together; no share of each published")
        return named(projects, words), together
    return no_split(words), ""


def no_split(words: Words) -> str:
    """What stands for the destination of money that has none."""
    _ = words.gettext
    return words.read(_("split not published"), _("no split on the programme page"))
