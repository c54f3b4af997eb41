"""Words of project profiles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from lib.model.rows import each
from lib.wording.columns import table as columns_table
from lib.wording.conventions import DOT
from lib.wording.differing import differs
from lib.wording.lists import listed
from lib.wording.reading import Reading
from lib.wording.values import value
from lib.wording.words import Words


def page_title(count: int, words: Words) -> str:
    """The title above the cards."""
    return words.ngettext("{n} project", "{n} projects", count).format(n=words.number(count))


def place(row: object, programme: str, words: Words) -> str:
    """Edition, programme and countries of a project in one line."""
    return DOT.join(
        [
            words.edition(getattr(row, "edition_id", "")),
            programme,
            words.countries(getattr(row, "country_codes", ())),
        ]
    )


def promise(row: object, words: Words) -> str:
    """The announced places of a project with their unit."""
    if not getattr(row, "stated_count", 0):
        return words.gettext("not stated")
    low, high = getattr(row, "low", 0.0), getattr(row, "high", 0.0)
    number = words.bound(low, high, bool(getattr(row, "is_approximate", False)))
    return f"{number} {getattr(row, 'unit', '')}"


class Fact(NamedTuple):
    """What a card says of a project, and what other sources say of it: "≠ 15", else empty."""

    said: str
    differs: str

    @property
    def line(self) -> str:
        """Both in one line."""
        return f"{self.said}{DOT}{self.differs}" if self.differs else self.said


def facts(row: Any, words: Words) -> dict[str, Fact]:
    """What a card says of a project, in the same order on each: places, people, money."""
    _ = words.gettext
    people, money = _("not stated"), _("not stated")
    if row.people_stated_count:
        number = words.bound(row.people_low, row.people_high, bool(row.people_is_approximate))
        people = f"{number} {row.people_unit}"
    if row.money:
        bound, code, kind = row.money
        low, high, is_approximate, *_rest = bound
        amount = words.money(low, high, is_approximate, code)
        money = f"{amount}{DOT}{words.funding_kind(kind)}"
    return {
        _("Places announced"): Fact(
            promise(row, words), _also(row.differs, row.is_disputed, words)
        ),
        _("People to be reached"): Fact(
            people, _also(row.people_differs, row.people_is_disputed, words)
        ),
        _("Money for it alone"): Fact(money, _also((), row.money_is_disputed, words)),
    }


def _also(others: Sequence[Any], is_disputed: bool, words: Words) -> str:
    return differs({"differs": others, "is_disputed": is_disputed}, words)


def cards_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """The cards as a table (columns of ``project.cards``, with ``project`` and ``programme``)."""
    said = columns_table(frame, ["project", "edition", "countries"], words)
    said.insert(2, words.gettext("Programme"), frame["programme"].tolist())
    told = [facts(row, words) for row in each(frame)]
    for name in told[0] if told else ():
        said[name] = [own[name].line for own in told]
    said[words.gettext("About the project")] = frame["description"].tolist()
    return said


def comparison(
    rows: Mapping[str, Sequence[str]], names: Sequence[str], words: Words
) -> pd.DataFrame:
    """Projects side by side: a line a fact, a column a project.

    ``rows`` holds what is said of each under the name of the fact, ``names`` what the projects are
    called; of two that are called the same the second has its number.
    """
    heads: list[str] = []
    for name in names:
        number = sum(one == name for one in names[: len(heads)])
        heads.append(f"{name} ({number + 1})" if number else name)
    columns = zip(heads, zip(*rows.values(), strict=True), strict=True)
    return pd.DataFrame(
        {words.gettext("Fact"): list(rows)} | {name: list(said) for name, said in columns}
    )


def source(row: Any, sources: pd.DataFrame, words: Words) -> str:
    """Who names the project, and where in the document."""
    publisher = sources.set_index("source_id").loc[row.source_id, "publisher"]
    if not row.locator:
        return words.gettext("Source: {publisher}").format(publisher=publisher)
    return words.gettext("Source: {publisher}, {locator}").format(
        publisher=publisher, locator=row.locator
    )


def statements_table(frame: pd.DataFrame, words: Words, *, is_brief: bool = False) -> pd.DataFrame:
    """Statements of a project as a table (columns of ``project.statements``)."""
    names = ["description", "publisher"]
    if not is_brief:
        names = ["description", "headline", "as_of", "publisher", "locator"]
    said = columns_table(frame, names, words)
    marks = [differs(row._asdict(), words) for row in each(frame)]
    said.insert(0, words.gettext("Value"), [value(row, words) for row in each(frame)])
    said.insert(1, words.gettext("Also stated"), marks)
    return said


def openings(frame: pd.DataFrame, words: Words) -> Reading:
    """Words of how announced places were opened (columns of ``project.openings``)."""
    _ = words.gettext
    told = frame[(frame["row_kind"] == "result") & frame["position"].notna()]
    due = frame[(frame["row_kind"] == "target") & frame["position"].notna()]
    undated = int(((frame["row_kind"] == "result") & frame["position"].isna()).sum())
    title = _("Reports over time")
    if len(told):
        last = told.iloc[-1]
        title = _("{number} {unit} as of {date}").format(
            number=words.bound(last["low"], last["high"], bool(last["is_approximate"])),
            unit=last["unit"],
            date=words.date(last["as_of_date"]),
        )
        if len(due):
            title = _("{finding}; due by {date}: {number}").format(
                finding=title,
                number=words.bound(due.iloc[-1]["low"], due.iloc[-1]["high"]),
                date=words.date(due.iloc[-1]["as_of_date"]),
            )
    said = [
        words.of(
            words.date(row.as_of_date), words.bound(row.low, row.high, bool(row.is_approximate))
        )
        for row in each(pd.concat([told, due]))
    ]
    return Reading(
        title=title,
        subtitle=_("Dots are dated reports, a dotted line joins them, diamonds are stated targets"),
        measure=_("Dated reports and stated targets"),
        how_to_read=_(
            "A dot stands at the date its source speaks of, a diamond at the date by which the "
            "number was due. Reports without a date are left out and counted below."
        ),
        coverage=words.clauses(_reports(len(told), undated, words)),
        alternative=_("Dated reports and targets. {rows}.").format(rows=listed(said, words)),
    )


def _reports(dated: int, undated: int, words: Words) -> list[str]:
    """How many reports the axis holds, and how many it cannot."""
    said = [words.ngettext("{n} dated report", "{n} dated reports", dated)]
    rest = words.ngettext(
        "{n} without a date is left out", "{n} without a date are left out", undated
    )
    said += [rest] if undated else []
    return [one.format(n=words.number(n)) for one, n in zip(said, (dated, undated), strict=False)]


def openings_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Reports and targets as a table."""
    said = columns_table(frame, ["as_of", "number", "unit", "subject", "publisher"], words)
    kinds = {"result": words.gettext("result"), "target": words.gettext("target")}
    said.insert(0, words.gettext("Kind"), [kinds[kind] for kind in frame["row_kind"]])
    return said


def money_table(frame: pd.DataFrame, words: Words, *, is_brief: bool = False) -> pd.DataFrame:
    """Amounts of one project, not named again, as a table (rows of ``project.money``)."""
    if is_brief:
        names = ["payer", "funding_kind", "amount", "as_of", "publisher"]
        return columns_table(frame, names, words)
    names = ["amount", "funding_kind", "payer", "how_sure", "period", "as_of", "publisher"]
    return columns_table(frame, [*names, "locator", "description"], words)


def sites_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Places of a project as a table (columns of ``places.sites``)."""
    names = ["name", "country", "site_role", "status", "precision", "as_of", "publisher"]
    return columns_table(frame, [*names, "locator", "note"], words)


def partners_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Organisations of a project as a table (columns of ``project.partners``)."""
    return columns_table(frame, ["partner", "partner_role", "note"], words)
