"""Words of the key figures: noun, why the bound is there, what another source says."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from lib.model.quantity import ending
from lib.model.rows import each
from lib.wording import converted, lists, money
from lib.wording.co_funders import is_part
from lib.wording.columns import bound
from lib.wording.conventions import alphabetical
from lib.wording.direction import closed
from lib.wording.nouns import nouns
from lib.wording.reading import coverage
from lib.wording.words import Words

Row = Mapping[str, Any]
LONGEST = 16  # letters of an amount that a card has room for


class Card(NamedTuple):
    """The words of one key figure."""

    noun: str
    value: str
    coverage: str
    reason: str
    how_sure: str
    differs: str


def card(
    row: Row,
    flow: pd.DataFrame,
    named: Sequence[str],
    programmes: Mapping[str, str],
    words: Words,
) -> Card:
    """The words of a row of ``key_figures``.

    ``flow`` is the frame of the funding flow, ``named`` the co-funders that have a name,
    ``programmes`` the programmes' names.
    """
    figure = row["figure_id"]
    if figure in ("committed", "co_funding", "committed_in_all"):
        return _money(row, flow, named, words)
    if figure.endswith("_converted"):
        return _converted(row, words)
    if figure in ("places", "people"):
        return _promised(row, words)
    return _projects(row, programmes, words) if figure == "projects" else _countries(row, words)


def _money(row: Row, flow: pd.DataFrame, named: Sequence[str], words: Words) -> Card:
    _ = words.gettext
    noun = nouns(words)[row["figure_id"]]
    if not row["is_attributable"]:
        whole = words.money(row["whole_low"], row["whole_high"], False, row["currency_code"])
        return Card(
            noun,
            _("not attributable"),
            _("{amount} for the whole programme").format(amount=whole),
            _("How much of it goes to this selection was not found in the sources read."),
            "not_stated",
            "",
        )
    if not row["stated_count"]:
        reason = _("No amount was found for this selection in the sources read.")
        return Card(noun, _("not stated"), "", reason, "not_stated", "")
    bounds = row["low"], row["high"], bool(row["is_approximate"])
    value = words.money(*bounds, row["currency_code"])
    if len(value) > LONGEST:
        value = money.short(*bounds, row["currency_code"], words)
    sure = ending(row["low"], row["high"], row["is_approximate"])
    if row["figure_id"] != "co_funding":
        said = (_span(row, words), _beyond(row, words), _whose(row, words))
        return Card(noun, value, _destination(row, flow, words), " ".join(filter(None, said)),
                    sure, "")  # fmt: skip
    shared = (*_share(row, words), _whose(row, words))
    return Card(noun, value, _named(row, named, words), " ".join(filter(None, shared)), sure,
                _not_same(row, words))  # fmt: skip


def _converted(row: Row, words: Words) -> Card:
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
    own = flow[~flow["is_co_funder"] & flow["is_published"]]
    own = own[own["currency_code"] == row["currency_code"]]
    if own.empty:
        return words.gettext("no published destination")
    amount = words.money(
        own["low"].sum(), own["high"].sum(), bool(own["is_approximate"].any()), row["currency_code"]
    )
    return words.ngettext(
        "{amount} has a published destination", "{amount} have a published destination", 1
    ).format(amount=amount)


def _span(row: Row, words: Words) -> str:
    _ = words.gettext
    for paid in row["paid"]:
        amount = words.money(paid.low, paid.high, paid.is_approximate, row["currency_code"])
        return _("As announced; {amount} is reported as paid out.").format(amount=amount)
    if row["statement_ids"] and row["high"] < math.inf:
        return _("As announced; how much of it was paid was not found in the sources read.")
    return _("Announced as a minimum; how much of it was paid was not found in the sources read.")


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
    if not is_part(len(named), total):
        return ""
    return words.ngettext(
        "{n} of {total} co-funders is named", "{n} of {total} co-funders are named", len(named)
    ).format(n=words.number(len(named)), total=words.number(total))


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
    return "≠ " + words.gettext("{numbers} co-funders").format(numbers=", ".join(numbers))


def _promised(row: Row, words: Words) -> Card:
    _ = words.gettext
    is_places = row["figure_id"] == "places"
    noun = _("Places announced") if is_places else _("People to be reached")
    kind = ending(row["low"], row["high"], row["is_approximate"])
    reasons = {
        "range": _("A range, because a statement says only “up to”."),
        "up_to": _("A ceiling: it may be fewer, or none."),
        "at_least": _("A minimum, because a statement says “more than”."),
        "about": _("Approximate, because a statement says “about”."),
        "exact": _("Every statement gives a plain number."),
        "not_stated": _("No number was found for this selection in the sources read."),
    }
    reason = reasons[kind]
    if row["is_approximate"] and kind in ("range", "up_to", "at_least"):
        reason += " " + _("Parts of it are approximate.")
    if is_places and row["stated_count"] > 1:
        reason += " " + _("Each project counts in its own unit.")
    differs = ""
    if row["differs"]:
        stated, summed = row["differs"][0], row["differs"][1]
        differs = "≠ " + _("{stated} stated, {summed} summed").format(
            stated=words.bound(*stated[:3]), summed=words.bound(*summed[:3])
        )
    elif row["disputed_count"]:
        n = row["disputed_count"]
        differs = "≠ " + words.ngettext("{n} project", "{n} projects", n).format(n=words.number(n))
    said = coverage(row["stated_count"], row["of_count"], words)
    return Card(noun, bound(row, words), said, reason, kind, differs)


def _projects(row: Row, programmes: Mapping[str, str], words: Words) -> Card:
    form = words.gettext("{group}: {n}")
    said: dict[str, list[str]] = {"edition": [], "programme": []}
    for kind, one, count in row["members"]:
        name = words.edition(one) if kind == "edition" else programmes[one]
        said[kind].append(form.format(group=closed(name), n=words.number(count)))
    return Card(
        words.gettext("Projects"),
        words.number(row["low"]),
        lists.some(said["edition"], words),
        lists.some(said["programme"], words),
        "exact",
        "",
    )


def _countries(row: Row, words: Words) -> Card:
    names = alphabetical(words.country(code) for _kind, code, _n in row["members"])
    return Card(
        words.gettext("Countries"),
        words.number(row["low"]),
        "",
        lists.some(names, words),
        "exact",
        "",
    )


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
