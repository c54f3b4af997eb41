"""The title of the overview."""

from __future__ import annotations

import pandas as pd

from lib.model.rows import each
from lib.wording import lists
from lib.wording.words import Words


def headline(key: pd.DataFrame, flow: pd.DataFrame, words: Words) -> str:
    """The title of the overview: what stands out under this selection."""
    _ = words.gettext
    rows = key.set_index("figure_id")
    n = int(rows.loc[["projects"], "low"].iloc[0])
    projects = words.ngettext("{n} project", "{n} projects", n).format(n=words.number(n))
    committed = key[key["figure_id"].isin(["committed", "committed_in_all"])]
    first = committed.iloc[0]
    if not n:
        return _("No project matches these filters")
    if not first["is_attributable"]:
        return _("{projects}; no commitment is stated for this selection alone").format(
            projects=projects
        )
    if not first["stated_count"]:
        return _("{projects}; no amount of money was found").format(projects=projects)
    amount = words.joined(
        words.money(row.low, row.high, bool(row.is_approximate), row.currency_code)
        for row in each(committed)
    )
    own = flow[~flow["is_co_funder"]]
    named = list(dict.fromkeys(name for names in own["projects"] for name in names))
    if len(named) < n and own["is_published"].all():
        form = _("{projects}; {amount} is stated for {names}")
        return form.format(projects=projects, amount=amount, names=lists.named(named, words))
    # Amounts in different currencies have no common share: most means most of each.
    whole = own.groupby("currency_code")["low"].sum()
    lost = own[~own["is_published"]].groupby("currency_code")["low"].sum()
    if len(whole) and (lost.reindex(whole.index, fill_value=0.0) > whole / 2).all():
        form = _("{projects}, {amount} committed, most of it without a published split")
    elif lost.any():
        form = _("{projects}, {amount} committed, part of it without a published split")
    else:
        form = _("{projects}, {amount} committed")
    return form.format(projects=projects, amount=amount)
