"""When: periods of editions and projects, dated events."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from lib.figures.disagreements import open_groups, other_periods
from lib.figures.once import once
from lib.figures.promises import projects
from lib.figures.statements import described, property_of
from lib.model.portfolio import Portfolio
from lib.model.rows import each, frame, grouped


def position(date: str, *, is_end: bool = False) -> float:
    """A partial ISO date as a decimal year: its first moment, or its last with ``is_end``.

    "2023" is 2023.0, as an end 2024.0; "2024-07" as an end 2024.583; "" is NaN.
    """
    if not date:
        return float("nan")
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    start = float(year)
    if not month:
        return start + 1.0 if is_end else start
    start += (int(month) - 1) / 12
    if not day:
        return start + 1 / 12 if is_end else start
    return start + (int(day) - (0 if is_end else 1)) / 31 / 12


@once
def periods(portfolio: Portfolio) -> pd.DataFrame:
    """Periods of the selected editions and, below each, of its projects.

    Out: ``row_kind`` (edition, project), ``edition_id``, ``project_id``, ``label``, ``start``,
    ``end`` (decimal years, NaN where not stated), ``start_date``, ``end_date``,
    ``is_start_stated``, ``is_end_stated``, ``is_approximate``, ``duration_years``,
    ``statement_ids`` (tuple), ``is_disputed``, ``other_periods`` (tuple of start and end: what else
    is stated).
    """
    disputed, others = set(open_groups(portfolio).index), other_periods(portfolio)
    told = _told(portfolio)
    members = grouped(each(projects(portfolio), "project_id", "name", "edition_id"), "edition_id")
    # The years of an edition are no sum: they hold for any part of it.
    source_of, pages = property_of(portfolio, "source_id"), set(portfolio.pages)
    years = set(portfolio.everything.editions["statement_id"]) & source_of.keys()
    is_whole = portfolio.selection.evidence == "all"
    known = {one for one in years if is_whole or source_of[one] in pages}
    found: list[dict[str, object]] = []
    for edition in each(portfolio.everything.editions):
        if edition.edition_id not in members:
            continue
        says = edition.statement_id in known or edition.statement_id == ""
        start = f"{edition.start_year:.0f}" if says and edition.start_year > 0 else ""
        end = f"{edition.end_year:.0f}" if says and edition.end_year > 0 else ""
        ids = (edition.statement_id,) if edition.statement_id in known else ()
        head = _row("edition", edition.edition_id, "", "", start, end, ids)
        head["duration_years"] = edition.duration_years if says else np.nan
        found.append(head)
        for project in members[edition.edition_id]:
            found.append(_project_row(edition.edition_id, project, told))
    rows = frame(found, _PERIODS)
    also = [
        tuple(dict.fromkeys(span for one in ids for span in others.get(one, ())))
        for ids in rows["statement_ids"]
    ]
    return rows.assign(
        is_disputed=[any(i in disputed for i in ids) for ids in rows["statement_ids"]],
        other_periods=pd.Series(also, index=rows.index, dtype=object),
    )


@once
def span(portfolio: Portfolio) -> tuple[float, float]:
    """The first and the last moment of all periods of the whole record, whatever is selected.

    Decimal years, NaN where no date is stated; charts of the record share them, so that what is
    drawn under one filter can be compared with what is drawn under another.
    """
    every = periods(portfolio.everything)
    dates = pd.concat([every["start"], every["end"]]).astype(float)
    return float(dates.min()), float(dates.max())


_PERIODS = [
    *("row_kind", "edition_id", "project_id", "label", "start", "end", "start_date", "end_date"),
    *("is_start_stated", "is_end_stated", "is_approximate", "duration_years", "statement_ids"),
]


def _project_row(edition_id: str, project: Any, told: _Told) -> dict[str, object]:
    project_id = project.project_id
    headlines = [row for row in told.milestones.get(project_id, []) if row.is_headline]
    headlines.sort(key=lambda row: row.subject != "")  # what is about a part of it comes last
    own = [row for row in headlines if row.milestone_kind == "period"][:1]
    # Where no period is stated: the project's start, else the span of a commitment to it.
    own = own or [row for row in headlines if row.milestone_kind == "start"][:1]
    own = own or told.money.get(project_id, [])[:1]
    start, end = (own[0].start_date, own[0].end_date) if own else ("", "")
    ids = tuple(row.statement_id for row in own)
    row = _row("project", edition_id, project_id, project.name, start, end, ids)
    row["is_approximate"] = any(row.qualifier == "about" for row in own)
    spans = [row for row in told.milestones.get(project_id, []) if row.duration_years > 0]
    spans.sort(key=lambda row: not row.is_headline)
    row["duration_years"] = spans[0].duration_years if spans else np.nan
    return row


class _Told(NamedTuple):
    """What says when: milestones, and commitments with a start, by project."""

    milestones: dict[str, list[Any]]
    money: dict[str, list[Any]]


def _told(portfolio: Portfolio) -> _Told:
    money = portfolio.funding
    dated = money[
        money["is_headline"] & (money["funding_kind"] == "commitment") & (money["start_date"] != "")
    ]
    milestones = grouped(each(portfolio.milestones), "project_id")
    return _Told(milestones, grouped(each(dated, *_SPAN), "project_id"))


_SPAN = ("project_id", "statement_id", "qualifier", "start_date", "end_date")


def _row(
    kind: str,
    edition_id: str,
    project_id: str,
    label: str,
    start: str,
    end: str,
    statement_ids: tuple[str, ...],
) -> dict[str, object]:
    return {
        "row_kind": kind,
        "edition_id": edition_id,
        "project_id": project_id,
        "label": label,
        "start": position(start),
        "end": position(end, is_end=True),
        "start_date": start,
        "end_date": end,
        "is_start_stated": bool(start),
        "is_end_stated": bool(end),
        "is_approximate": False,
        "statement_ids": statement_ids,
    }


def events(portfolio: Portfolio) -> pd.DataFrame:
    """Dated events of the selection, earliest first.

    Out: described rows of ``milestones`` with ``position`` (decimal year); periods left out.
    """
    rows = portfolio.milestones
    rows = rows[rows["milestone_kind"].isin(["start", "opening", "event"])]
    moment = rows["start_date"].where(rows["start_date"] != "", rows["as_of_date"])
    rows = described(portfolio, rows.assign(moment=moment))
    placed = rows.assign(position=[position(date) for date in rows["moment"]])
    placed = placed[placed["position"].notna()]
    return placed.sort_values("position", kind="stable", ignore_index=True)
