"""The title of the overview."""

from __future__ import annotations

import pandas as pd

from lib.model.rows import each
from lib.wording import lists
from lib.wording.reading import no_project
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
        return no_project(words)
    if not first["is_attributable"]:
        return words.read(
            _("{projects}; no commitment is stated for this selection alone"),
            _("{projects}; the programme page states no commitment for this selection alone"),
        ).format(projects=projects)
    if not first["stated_count"]:
        return no_money(words).format(projects=projects)
    amount = words.joined(
        words.money_in_words(row.low, row.high, bool(row.is_approximate), row.currency_code)
        for row in each(committed)
    )
    own = flow[flow["is_own"]]
    named = list(dict.fromkeys(name for names in own["projects"] for name in names))
    if len(named) < n and own["is_published"].all():
        form = _("{projects}; {amount} is stated for {names}")
        return form.format(projects=projects, amount=amount, names=lists.named(named, words))
    # Amounts in different currencies have no common share: most means most of each.
    whole = own.groupby("currency_code")["low"].sum()
    lost = own[~own["is_published"]].groupby("currency_code")["low"].sum()
    if len(own) and not own["is_published"].any():
        form = words.read(
            _("{projects}, {amount} committed without a published split"),
            _("{projects}, {amount} committed; the programme page does not split it"),
        )
    elif len(whole) and (lost.reindex(whole.index, fill_value=0.0) > whole / 2).all():
        form = words.read(
            _("{projects}, {amount} committed, most of it without a published split"),
            _("{projects}, {amount} committed; the programme page does not split most of it"),
        )
    elif lost.any():
        form = words.read(
            _("{projects}, {amount} committed, part of it without a published split"),
            _("{projects}, {amount} committed; the programme page does not split part of it"),
        )
    else:
        form = _("{projects}, {amount} committed")
    return form.format(projects=projects, amount=amount)


def no_money(words: Words) -> str:
    """What is said of ``{projects}`` for which no amount was found."""
    _ = words.gettext
    return words.read(
        _("{projects}; no amount of money was found"),
        _("{projects}; the programme page states no amount of money"),
    )
