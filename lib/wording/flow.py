"""Words of the flow of money from payers to destinations."""

from __future__ import annotations

import math

import pandas as pd

from lib.model.quantity import Bound, add
from lib.model.rows import each
from lib.wording.columns import table as columns_table
from lib.wording.lists import listed
from lib.wording.reading import Reading
from lib.wording.shares import Share
from lib.wording.words import Words

MOST_NAMED = 4  # amounts in a title


def flow(frame: pd.DataFrame, drawn: pd.DataFrame, words: Words) -> Reading:
    """Words of the flow: labelled rows of ``funding.flow``, and of those that are drawn."""
    _ = words.gettext
    lost = frame[~frame["is_published"]]
    title = _all_published(frame, words)
    if len(lost) > MOST_NAMED or (lost["low"].le(0) & lost["high"].eq(math.inf)).any():
        title = words.read(
            words.ngettext(
                "For {n} amount the split is not published",
                "For {n} amounts the split is not published",
                len(lost),
            ),
            words.ngettext(
                "For {n} amount the programme page gives no split",
                "For {n} amounts the programme page gives no split",
                len(lost),
            ),
        ).format(n=words.number(len(lost)))
    elif len(lost):
        plain_first = sorted(each(lost), key=lambda row: row.low < row.high)
        amounts = [
            words.money_in_words(row.low, row.high, bool(row.is_approximate), row.currency_code)
            for row in plain_first
        ]
        title = words.read(
            _("For {amounts} the split is not published"),
            _("For {amounts} the programme page gives no split"),
        ).format(amounts=words.joined(amounts))
    said = [
        _("{payer} to {destination}: {amount}").format(
            payer=row.payer,
            destination=row.destination,
            amount=words.amount(row.low, row.high, bool(row.is_approximate), row.currency_code),
        )
        for row in each(drawn)
    ]
    published = int(frame["is_published"].sum())
    subtitle, how, method = _ranked(words) if _is_ranked(drawn) else _flowing(frame, words)
    return Reading(
        title=title,
        subtitle=subtitle,
        measure=_("Commitments as stated, by payer, edition and destination"),
        how_to_read=how,
        method=method,
        coverage=_covered(published, len(frame), words),
        alternative=_("Flow from payers to destinations. {rows}.").format(rows=listed(said, words)),
        empty=words.selected(
            words.read(
                _(
                    "No commitment is stated for this selection alone. Money stated for more than "
                    "it is not attributable."
                ),
                _(
                    "The programme page states no commitment for this selection alone. Money "
                    "stated for more than it is not attributable."
                ),
            ),
            words.read(
                _("No commitment was found in the sources read."),
                _("The programme page states no commitment."),
            ),
        )
        if frame.empty
        else "",
    )


def whole_of(links: pd.DataFrame) -> Bound:
    """All that some links (rows of ``funding.flow`` in one currency) are parts of."""
    bounds = links[["low_in_whole", "high", "is_approximate", "stated_count"]]
    return add(bounds.rename(columns={"low_in_whole": "low"}))


def published_of(links: pd.DataFrame) -> Bound:
    """What of some links (rows of ``funding.flow`` in one currency) has a published destination.

    It is the least where other stated amounts may lie inside the same commitment.
    """
    bound = add(links[links["is_published"]])
    may_be_more = bound.stated_count > 0 and bool(links["may_hold_more"].any())
    return bound._replace(high=math.inf) if may_be_more else bound


def _covered(published: int, amounts: int, words: Words) -> str:
    """How many amounts have a destination; what is left of a stated one stands for that one."""
    _ = words.gettext
    everywhere = Share(
        _("The amount has a published destination"),
        _("The amount has no published destination"),
        _("Each of the {total} stated amounts has a published destination"),
        _("None of the {total} stated amounts has a published destination"),
        words.ngettext(
            "{n} of {total} stated amounts has a published destination",
            "{n} of {total} stated amounts have a published destination",
            published,
        ),
    )
    on_page = Share(
        _("The amount has a destination on the programme page"),
        _("The amount has no destination on the programme page"),
        _("Each of the {total} stated amounts has a destination on the programme page"),
        _("None of the {total} stated amounts has a destination on the programme page"),
        words.ngettext(
            "{n} of {total} stated amounts has a destination on the programme page",
            "{n} of {total} stated amounts have a destination on the programme page",
            published,
        ),
    )
    return (on_page if words.is_page_only else everywhere).said(published, amounts, words)


def _all_published(frame: pd.DataFrame, words: Words) -> str:
    """The finding where every amount has a destination."""
    if len(frame) != 1:
        return words.gettext("Every stated commitment has a published destination")
    row = next(iter(each(frame)))
    bound = (row.low, row.high, bool(row.is_approximate))
    return words.gettext("{payer}: {amount} for {destination}").format(
        payer=row.payer,
        amount=words.money_in_words(*bound, row.currency_code),
        destination=row.destination,
    )


def _is_ranked(drawn: pd.DataFrame) -> bool:
    """Whether payers are listed, because there are too many for a flow."""
    return "is_ranked" in drawn and bool(drawn["is_ranked"].any())


def _flowing(frame: pd.DataFrame, words: Words) -> tuple[str, str, str]:
    """What the flow shows, and how it is read: heights are compared in one currency only."""
    _ = words.gettext
    blocks = words.read(
        _(
            "Blocks on the left are payers. A plain ribbon has a published destination, a hatched "
            "one has none: it stays in one piece and is never spread by guesswork."
        ),
        _(
            "Blocks on the left are payers. A plain ribbon has a destination on the programme "
            "page, a hatched one has none there: it stays in one piece and is never spread by "
            "guesswork."
        ),
    )
    if frame["currency_code"].nunique() > 1:
        subtitle = _(
            "Commitments as stated: payer, edition, destination. Height is the amount, to a scale "
            "of its own in each currency; {hatching}"
        )
        scale = _(
            "Heights compare within one currency, never across. Amounts of different payers are "
            "not added."
        )
    else:
        subtitle = _(
            "Commitments as stated: payer, edition, destination. Height is the amount; {hatching}"
        )
        scale = _("Amounts of different payers are drawn to the same scale and are not added.")
    return subtitle.format(hatching=_hatching(words)), f"{blocks} {scale}", scale


def _hatching(words: Words) -> str:
    """What hatching means, by the evidence that was read."""
    _ = words.gettext
    return words.read(
        _("hatching means that no split was found in the sources read"),
        _("hatching means that the programme page gives no split"),
    )


def _ranked(words: Words) -> tuple[str, str, str]:
    """What a list of payers shows, and how it is read."""
    _ = words.gettext
    subtitle = _(
        "Commitments as stated, a bar a payer, the largest first; each currency has its own scale"
    )
    hatched = words.read(
        _(
            "Of an exact sum the hatched part has no published destination; of any other the "
            "hatched part lies between the least and the most that it can be."
        ),
        _(
            "Of an exact sum the hatched part has no destination on the programme page; of any "
            "other the hatched part lies between the least and the most that it can be."
        ),
    )
    how = _(
        "After “≥” the bar is the least that is stated. Lengths compare within one currency, never "
        "across. The table has every amount with its destination."
    )
    return subtitle, f"{hatched} {how}", f"{hatched} {how}"


def flow_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """The flow as a table."""
    return columns_table(
        frame, ["payer", "edition", "destination", "amount", "how_sure", "statement"], words
    )
