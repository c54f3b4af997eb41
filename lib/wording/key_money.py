"""Words of the key figures about money: why the bound is there, whose it is, what is open."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from lib.model.quantity import ending
from lib.wording import co_funders, converted, money
from lib.wording.card import LONGEST, Card, Row
from lib.wording.co_funders import is_part
from lib.wording.conventions import SPACE
from lib.wording.flow import published_of
from lib.wording.nouns import nouns
from lib.wording.reading import no_amount
from lib.wording.words import Words


def money_card(row: Row, flow: pd.DataFrame, named: Sequence[str], words: Words) -> Card:
    _ = words.gettext
    noun = nouns(words)[row["figure_id"]]
    if not row["is_attributable"]:
        whole = words.money(row["whole_low"], row["whole_high"], False, row["currency_code"])
        return Card(
            noun,
            _("not attributable"),
            _("{amount} for the whole programme").format(amount=whole),
            _with_nobodys(
                words.read(
                    _("How much of it goes to this selection was not found in the sources read."),
                    _("The programme page does not say how much of it goes to this selection."),
                ),
                row,
                words,
            ),
            "not_stated",
            "",
        )
    if not row["stated_count"]:
        said = _with_nobodys(no_amount(words), row, words)
        return Card(noun, _("not stated"), "", said, "not_stated", "")
    bounds = row["low"], row["high"], bool(row["is_approximate"])
    value = words.money(*bounds, row["currency_code"])
    if len(value) > LONGEST:
        value = money.short(*bounds, row["currency_code"], words)
    sure = ending(row["low"], row["high"], row["is_approximate"])
    if row["figure_id"] != "co_funding":
        own = (_span(row, words), _beyond(row, words), _whose(row, words))
        return Card(noun, value, _destination(row, flow, words), " ".join(filter(None, own)),
                    sure, "")  # fmt: skip
    shared = (*_share(row, words), _whose(row, words))
    said = _with_nobodys(" ".join(filter(None, shared)), row, words)
    return Card(noun, value, _named(row, named, words), said, sure, _not_same(row, words))


def _with_nobodys(said: str, row: Row, words: Words) -> str:
    """What a card says, with the money beside both figures of which no payer is named."""
    amounts = [
        words.money(low, high, bool(about), code)
        for (low, high, about, _n), code in row["of_nobody"]
    ]
    if not amounts:
        return said
    form = words.gettext("Plus {amounts} without a named payer, in neither figure.")
    return f"{said} {form.format(amounts=words.joined(amounts))}"


def converted_card(row: Row, words: Words) -> Card:
    """A total in one currency, named as converted, with the day and the source of each rate."""
    noun = nouns(words)[row["figure_id"]]
    low, high, is_approximate = row["low"], row["high"], bool(row["is_approximate"])
    return Card(
        noun,
        money.short(low, high, is_approximate, row["currency_code"], words),
        converted.coverage(row, words),
        converted.rates(row, words),
        ending(low, high, is_approximate),
        "",
    )


def _destination(row: Row, flow: pd.DataFrame, words: Words) -> str:
    own = flow[flow["is_own"].astype(bool) & (flow["currency_code"] == row["currency_code"])]
    if not own["is_published"].any():
        _ = words.gettext
        return words.read(_("no published destination"), _("no destination on the programme page"))
    amount = words.money(*published_of(own)[:3], row["currency_code"])
    return words.ngettext(
        "{amount} has a published destination", "{amount} have a published destination", 1
    ).format(amount=amount)


def _span(row: Row, words: Words) -> str:
    _ = words.gettext
    for paid in row["paid"]:
        amount = words.money(paid.low, paid.high, paid.is_approximate, row["currency_code"])
        return _("As announced; {amount} is reported as paid out.").format(amount=amount)
    if row["statement_ids"] and row["high"] < math.inf:
        return words.read(
            _("As announced; how much of it was paid was not found in the sources read."),
            _("As announced; the programme page does not say how much of it was paid."),
        )
    return words.read(
        _("Announced as a minimum; how much of it was paid was not found in the sources read."),
        _("Announced as a minimum; the programme page does not say how much of it was paid."),
    )


def _beyond(row: Row, words: Words) -> str:
    """Money stated for more than the selection; empty without any."""
    if math.isnan(row["whole_low"]):
        return ""
    whole = words.money(row["whole_low"], row["whole_high"], False, row["currency_code"])
    return words.gettext(
        "{amount} is stated for more than this selection: not attributable."
    ).format(amount=whole)


def _named(row: Row, named: Sequence[str], words: Words) -> str:
    total = row["differs"][0][0] if row["differs"] else float("nan")
    return co_funders.named(len(named), total, words) if is_part(len(named), total) else ""


def _share(row: Row, words: Words) -> tuple[str, ...]:
    """Whether the money of co-funders is their share, where a source leaves that open."""
    if not row["open_share_count"]:
        return _span(row, words), _beyond(row, words)
    said = words.gettext(
        "Their share, or a total they add to: the wording allows both. Never added to the "
        "foundation’s own money."
    )
    return (said,)


def _whose(row: Row, words: Words) -> str:
    """How many amounts nobody is named for; of a sum over all payers also what may overlap."""
    said = []
    if n := row["unnamed_count"]:
        said.append(
            words.ngettext(
                "Who pays it is not said of {n} amount.",
                "Who pays them is not said of {n} amounts.",
                n,
            ).format(n=words.number(n))
        )
    if row["figure_id"] == "committed_in_all" and (n := row["open_share_count"]):
        said.append(
            words.ngettext(
                "{n} amount may be a total to which other payers add.",
                "{n} amounts may be totals to which other payers add.",
                n,
            ).format(n=words.number(n))
        )
    return " ".join(said)


def _not_same(row: Row, words: Words) -> str:
    if not row["differs"]:
        return ""
    own, *others = (words.bound(*value[:3]) for value in row["differs"])
    numbers = [number for number in dict.fromkeys(others) if number != own]
    return f"≠{SPACE}" + words.gettext("{numbers} co-funders").format(numbers=", ".join(numbers))
