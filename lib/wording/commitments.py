"""Words of sums of commitments: by edition, programme, project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from lib.model.quantity import Bound, add, bound_of
from lib.model.rows import each
from lib.model.schema import ORGANISATION_TYPES
from lib.wording.columns import table as columns_table
from lib.wording.money import short, span
from lib.wording.reading import Reading, no_amount, nothing_selected
from lib.wording.shares import Share
from lib.wording.words import Words

MOST = 12  # projects that are drawn

Sums = Sequence[tuple[str, Bound]]


def grouped(frame: pd.DataFrame, key: str, names: Mapping[str, str], several: str) -> pd.DataFrame:
    """Money by a key and type of payer, as charts and tables name it.

    Out: the same rows with ``group_id`` (``key``), ``name``; groups in the order of ``names``,
    ``several`` for money of more than one at the end; types in the order of the schema.
    """
    order = {one: number for number, one in enumerate([*names, ""])}
    types = {one: number for number, one in enumerate(ORGANISATION_TYPES)}
    places = frame.assign(
        group=frame[key].map(order), place=frame["organisation_type"].map(types)
    ).sort_values(["group", "place"], kind="stable", ignore_index=True)
    name = [names.get(one, several) for one in places[key]]
    return places.drop(columns=["group", "place"]).assign(group_id=places[key], name=name)


def by_group(
    frame: pd.DataFrame, currency_code: str, measured: str, projects: int, words: Words
) -> Reading:
    """Words of money by groups (columns of :func:`grouped`, one currency).

    ``measured`` says what a bar is; ``projects`` is how many are selected.
    """
    _ = words.gettext
    groups = frame.groupby("group_id", sort=False)
    sums = [(str(own["name"].iloc[0]), add(own)) for _group, own in groups]
    return Reading(
        title=_most(sums, currency_code, words),
        subtitle=measured,
        how_to_read=_(
            "A piece of a bar is what one type of payer has committed at least. Hatching up to a "
            "heavy cap is what may come on top of all pieces; an arrow that fades means that no "
            "upper end is stated; a wavy end means about. Money stated for several projects "
            "counts where all of them are selected. Currencies are never added to each other."
        ),
        coverage=statements(int(frame["stated_count"].sum()), words),
        alternative=_drawn(sums, currency_code, words),
        empty=_nothing(frame, currency_code, projects, words),
    )


def by_edition_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Money by edition and type of payer as a table."""
    return columns_table(
        frame, ["edition_name", "payer_type", "amount", "how_sure", "row_count"], words
    )


def by_programme_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Money by programme and type of payer as a table."""
    return columns_table(
        frame, ["programme_name", "payer_type", "amount", "how_sure", "row_count"], words
    )


def named(frame: pd.DataFrame, projects: pd.DataFrame) -> pd.DataFrame:
    """Money by project: the same rows with ``project`` (its name), ``edition_id``."""
    known = projects.set_index("project_id").loc[frame["project_id"]]
    return frame.assign(project=known["name"].to_numpy(), edition_id=known["edition_id"].to_numpy())


def by_project(frame: pd.DataFrame, currency_code: str, projects: int, words: Words) -> Reading:
    """Words of money by project (columns of :func:`named`), of which ``MOST`` are drawn."""
    _ = words.gettext
    sums = [(row.project, bound_of(row)) for row in each(frame)]
    return Reading(
        title=_most(sums, currency_code, words),
        subtitle=_("Commitments to single projects in {currency}, beside their places").format(
            currency=currency_code
        ),
        how_to_read=_(
            "The end of a bar says how sure the sum is, as on every chart; its colour is that of "
            "the edition. What is stated for several projects together is not divided among them."
        ),
        coverage=_rest(frame, currency_code, projects, words),
        alternative=_drawn(sums[:MOST], currency_code, words),
        empty=_nothing(frame, currency_code, projects, words),
    )


def by_project_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Money by project beside sites as a table."""
    names = ["project", "edition", "amount", "how_sure", "row_count", "site_count"]
    return columns_table(frame, names, words)


def _rest(frame: pd.DataFrame, currency_code: str, projects: int, words: Words) -> str:
    """What of all projects is drawn, and what the others have together."""
    rest = frame.iloc[MOST:]
    if rest.empty:
        return own_amounts(len(frame), projects, words)
    bound = add(rest)
    return words.ngettext(
        "Drawn are the {most} of which most is certain; {n} other project has {amount}. The table "
        "has all.",
        "Drawn are the {most} of which most is certain; {n} other projects have {amount} together. "
        "The table has all.",
        len(rest),
    ).format(
        most=words.number(MOST),
        n=words.number(len(rest)),
        amount=short(*bound[:3], currency_code, words),
    )


def _most(sums: Sums, currency_code: str, words: Words) -> str:
    """Which of some sums is the largest; where bounds overlap, of which most is certain."""
    _ = words.gettext
    if not sums:
        return ""
    (name, first), *others = sorted(sums, key=lambda one: -one[1].low)
    form = _("Most is certain for {name}: {amount}") if others else _("{name}: {amount}")
    is_sure = not any(bound.is_approximate for _name, bound in sums)
    if others and is_sure and first.low > max(bound.high for _name, bound in others):
        form = _("{name} has the most: {amount}")
    return form.format(name=name, amount=short(*first[:3], currency_code, words))


def _drawn(sums: Sums, currency_code: str, words: Words) -> str:
    """The chart for those who cannot see it."""
    _ = words.gettext
    said = [
        _("{name}: {amount}").format(name=name, amount=span(*bound[:3], currency_code, words))
        for name, bound in sums
    ]
    return _("Bar chart of commitments. {rows}.").format(rows=words.clauses(said))


def own_amounts(count: int, projects: int, words: Words) -> str:
    """How many of the selected projects have money that is stated for them alone."""
    _ = words.gettext
    return Share(
        _("The project has an amount of its own"),
        _("The project has no amount of its own"),
        _("Each of the {total} projects has an amount of its own"),
        _("None of the {total} projects has an amount of its own"),
        words.ngettext(
            "{n} of {total} projects has an amount of its own",
            "{n} of {total} projects have an amount of their own",
            count,
        ),
    ).said(count, projects, words)


def statements(count: int, words: Words) -> str:
    """How many statements an amount was added from."""
    return words.ngettext("{n} stated amount", "{n} stated amounts", count).format(
        n=words.number(count)
    )


def _nothing(frame: pd.DataFrame, currency_code: str, projects: int, words: Words) -> str:
    """Why a chart of money is empty; empty when it is not."""
    if len(frame):
        return ""
    if not projects:
        return nothing_selected(words)
    if not currency_code:
        return no_amount(words)
    return words.selected(
        words.gettext("No commitment in {currency} is stated for this selection."),
        words.gettext("No commitment in {currency} is stated."),
    ).format(currency=currency_code)
