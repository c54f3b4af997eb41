"""The sum check of funding in words: what adds up, what may lie inside, what is never added."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lib.model.quantity import add, bound_of, total
from lib.model.rows import each
from lib.wording.flow import published_of, whole_of
from lib.wording.words import Words


def sum_check(flow: pd.DataFrame, doubtful: pd.DataFrame, words: Words) -> list[str]:
    """The sum check in words: what the parts add up to, what may lie inside, what is not added."""
    _ = words.gettext
    lines = []
    keys = ["payer", "currency_code"]
    published = flow.groupby(keys, sort=False)["is_published"]
    wholes = total(flow.assign(low=flow["low_in_whole"]), keys)
    for whole, is_some, is_all in zip(each(wholes), published.any(), published.all(), strict=True):
        sums = {"whole": bound_of(whole)}
        if is_some and not is_all:
            rows = flow[(flow[keys] == [whole.payer, whole.currency_code]).all(axis=1)]
            sums |= {"parts": published_of(rows), "rest": add(rows[~rows["is_published"]])}
        money = {name: words.amount(*one[:3], whole.currency_code) for name, one in sums.items()}
        money["payer"] = whole.payer
        if not is_some:
            form = words.read(
                _("{payer}: no part of {whole} has a published destination."),
                _("{payer}: the programme page gives no destination for any part of {whole}."),
            )
            lines.append(form.format(**money))
        elif is_all:
            lines.append(_("{payer}: {whole} has a published destination.").format(**money))
        else:
            form = words.read(
                _(
                    "{payer}: of {whole}, {parts} has a published destination; the remaining "
                    "{rest} has none."
                ),
                _(
                    "{payer}: of {whole}, the programme page gives a destination for {parts}, and "
                    "none for the remaining {rest}."
                ),
            )
            lines.append(form.format(**money))
    lines += perhaps_inside(doubtful[doubtful["may_be_part_of"] != ""], words)
    of_nobody = flow[~(flow["is_own"] | flow["is_co_funder"]).astype(bool)]
    for code, rows in of_nobody.groupby("currency_code", sort=False):
        lines.append(
            _(
                "{amount} is stated without a named payer: it is neither in the foundation’s money "
                "nor in that of the co-funders."
            ).format(amount=words.amount(*whole_of(rows)[:3], str(code)))
        )
    is_open = flow["is_share_open"] & flow["is_co_funder"]
    if is_open.any() and not flow["is_co_funder"].all():
        lines.append(
            _(
                "The money of the foundation and of the co-funders is not added: the page can be "
                "read as the co-funders’ own share, or as a total to which they contribute. "
                "Only under the first reading does the sum of both exist."
            )
        )
    return lines


def perhaps_inside(rows: pd.DataFrame, words: Words) -> list[str]:
    """Amounts (described rows of ``funding``) that may lie inside a larger one, in words."""
    form = words.gettext(
        "{amount} for {project} is stated as well; whether it lies inside a larger "
        "commitment was not found, so it is neither added nor taken off."
    )
    return [
        form.format(
            amount=words.amount(row.low, row.high, bool(row.is_approximate), row.currency_code),
            project=row.project,
        )
        for row in each(rows)
    ]


def not_attributable(frame: pd.DataFrame, inside: pd.DataFrame, words: Words) -> list[str]:
    """Money stated for more than the selection, in words.

    ``inside``: what of the selection may lie inside it (``shared_money.perhaps_inside``).
    """
    _ = words.gettext

    def written(bound: Any, currency_code: str) -> str:
        low, high, is_approximate = bound.low, bound.high, bool(bound.is_approximate)
        return words.amount(low, high, is_approximate, currency_code)

    said = {row.statement_id: written(row, row.currency_code) for row in each(frame)}
    lines = []
    for row in each(frame):
        own = written(row.own, row.currency_code) if row.own.stated_count else ""
        form = _(
            "{amount} by {payer} is stated for more than this selection and cannot be divided: not "
            "attributable."
        )
        if row.part_of in said:
            form = _(
                "{amount} by {payer}, a part of the {whole}, is stated for more than this "
                "selection and cannot be divided: not attributable."
            )
        if row.is_divided:
            form = _(
                "{amount} by {payer} is stated for more than this selection; its published split "
                "gives nothing to this selection alone."
            )
            if own:
                form = _(
                    "{amount} by {payer} is stated for more than this selection; {own} of it is "
                    "for this selection, as its published split says."
                )
        lines.append(
            form.format(
                amount=said[row.statement_id],
                own=own,
                payer=row.payer or _("a payer who is not named"),
                whole=said.get(row.part_of, ""),
            )
        )
    return lines + perhaps_inside(inside, words)
