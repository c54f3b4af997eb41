"""Words of funding."""

from __future__ import annotations

import pandas as pd

from lib.model.rows import each
from lib.wording.columns import table as columns_table
from lib.wording.flow import published_of, whole_of
from lib.wording.lists import listed, named
from lib.wording.reading import Reading
from lib.wording.words import Words


def page_title(flow: pd.DataFrame, words: Words) -> str:
    """The title of the page: how much of the foundation's money has a published destination."""
    _ = words.gettext
    own = flow[flow["is_own"].astype(bool)] if len(flow) else flow
    if own.empty:
        return words.selected(
            words.read(
                _("No commitment is stated for this selection alone"),
                _("The programme page states no commitment for this selection alone"),
            ),
            words.read(
                _("No commitment is stated"),
                _("The programme page states no commitment"),
            ),
        )
    published = own[own["is_published"]]
    whole = [
        words.money_in_words(*whole_of(rows)[:3], str(code))
        for code, rows in own.groupby("currency_code", sort=False)
    ]
    amount = [
        words.money_in_words(*published_of(rows)[:3], str(code))
        for code, rows in own.groupby("currency_code", sort=False)
        if rows["is_published"].any()
    ]
    if published.empty:
        return words.read(
            _("No destination is published for {whole}"),
            _("The programme page gives no destination for {whole}"),
        ).format(whole=words.joined(whole))
    count = len(amount)
    form = words.read(
        words.ngettext(
            "Of {whole}, {amount} has a published destination",
            "Of {whole}, {amount} have a published destination",
            count,
        ),
        _("Of {whole}, the programme page gives a destination for {amount}"),
    )
    if len(published) == len(own):
        form = words.ngettext(
            "{amount} has a published destination",
            "{amount} have a published destination",
            count,
        )
    said = form.format(whole=words.joined(whole), amount=words.joined(amount))
    return said[:1].upper() + said[1:]  # it may begin with "at least"


def no_other(words: Words) -> str:
    """What stands for the amounts that have no place in the flow where there are none."""
    _ = words.gettext
    return words.selected(
        words.read(
            _("No other amount was found for this selection."),
            _("The programme page states no other amount for this selection."),
        ),
        words.read(
            _("No other amount was found in the sources read."),
            _("The programme page states no other amount."),
        ),
    )


def by_funder_type(frame: pd.DataFrame, left_out: tuple[int, int], words: Words) -> Reading:
    """Words of the split by type of payer; ``left_out`` as the figure of that name has it."""
    _ = words.gettext
    said = [
        _("{type}, {kind}: {amount}").format(
            type=words.organisation_type(row.organisation_type),
            kind=words.funding_kind(row.funding_kind),
            amount=words.amount(row.low, row.high, bool(row.is_approximate), row.currency_code),
        )
        for row in each(frame)
    ]
    said_of_kinds = [_("A commitment is a promise; money requested may not have been granted.")]
    if (frame["organisation_type"] == "mixed").any():
        said_of_kinds.append(
            _(
                "A payer of mixed type is several together: how their money divides by type was "
                "not found."
            )
        )
    method = " ".join(said_of_kinds)
    return Reading(
        title=_("What is stated of each type of payer"),
        subtitle=_("Amounts as stated, by type of payer and kind of money; kinds are never added"),
        measure=_("Amounts by type of payer and kind of money"),
        how_to_read=method,
        method=method,
        coverage=_counted(int(frame["stated_count"].sum()), left_out, words),
        alternative=_("Bar chart of amounts by type of payer. {rows}.").format(
            rows=listed(said, words)
        ),
        empty=words.selected(
            _("No amount with a named payer was found for this selection."),
            _("No amount with a named payer was found."),
        )
        if frame.empty
        else "",
    )


def _counted(stated: int, left_out: tuple[int, int], words: Words) -> str:
    """How many amounts are drawn, and how many would be counted twice if they were."""
    _ = words.gettext
    certain, possible = left_out
    said = words.ngettext("{n} stated amount", "{n} stated amounts", stated).format(
        n=words.number(stated)
    )
    if not (certain or possible):
        return said
    form = _("left out: {certain} inside another, {possible} perhaps")
    if not possible:
        form = _("left out: {certain} inside another")
    elif not certain:
        form = _("left out: {possible} perhaps inside another")
    rest = form.format(certain=words.number(certain), possible=words.number(possible))
    return words.clauses([said, rest])


def named_types(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """The split with the words its chart writes: type, kind, who pays."""
    return frame.assign(
        organisation_type_name=[
            words.organisation_type(kind) for kind in frame["organisation_type"]
        ],
        funding_kind_name=[words.funding_kind(kind) for kind in frame["funding_kind"]],
        label=[named(names, words) for names in frame["payers"]],
        funder_count=[len(names) for names in frame["payers"]],
    )


def by_funder_type_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """The split as a table."""
    return columns_table(
        frame, ["payer_type", "payers", "funding_kind", "amount", "how_sure"], words
    )


def stated_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Stated amounts as a table (described rows of ``funding``)."""
    names = [
        "project",
        "payer",
        "funding_kind",
        "amount",
        "how_sure",
        "period",
        "as_of",
        "publisher",
    ]
    return columns_table(frame, [*names, "locator", "description"], words)
