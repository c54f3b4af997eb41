"""When: periods of editions and projects, dated events."""

from __future__ import annotations

import numpy as np
import pandas as pd

from lib.figures.disagreements import open_groups
from lib.figures.once import once
from lib.figures.statements import described
from lib.figures.targets import projects
from lib.model.portfolio import Portfolio
from lib.model.rows import each, frame


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
    ``statement_ids`` (tuple), ``is_disputed``.
    """
    disputed = open_groups(portfolio).index
    # The years of an edition are no sum: they hold for any part of it.
    known = set(portfolio.everything.statements["statement_id"])
    if portfolio.selection.evidence == "page":
        sources = portfolio.sources
        pages = sources.loc[sources["is_programme_page"], "source_id"]
        every = portfolio.everything.statements
        known = set(every.loc[every["source_id"].isin(pages), "statement_id"])
    found: list[dict[str, object]] = []
    for edition in each(portfolio.everything.editions):
        members = projects(portfolio)
        members = members[members["edition_id"] == edition.edition_id]
        if members.empty:
            continue
        says = edition.statement_id in known or edition.statement_id == ""
        start = f"{edition.start_year:.0f}" if says and edition.start_year > 0 else ""
        end = f"{edition.end_year:.0f}" if says and edition.end_year > 0 else ""
        ids = (edition.statement_id,) if edition.statement_id in known else ()
        head = _row("edition", edition.edition_id, "", "", start, end, ids)
        head["duration_years"] = edition.duration_years if says else np.nan
        found.append(head)
        for project in each(members):
            found.append(_project_row(portfolio, edition.edition_id, project))
    rows = frame(found, _PERIODS)
    return rows.assign(
        is_disputed=[any(i in disputed for i in ids) for ids in rows["statement_ids"]]
    )


_PERIODS = [
    *("row_kind", "edition_id", "project_id", "label", "start", "end", "start_date", "end_date"),
    *("is_start_stated", "is_end_stated", "is_approximate", "duration_years", "statement_ids"),
]


def _project_row(portfolio: Portfolio, edition_id: str, project: object) -> dict[str, object]:
    rows = portfolio.milestones
    project_id = getattr(project, "project_id", "")
    own = rows[
        (rows["project_id"] == project_id)
        & rows["is_headline"]
        & (rows["quantity_id"] == f"{project_id}/period")
    ]
    if own.empty:
        own = _start_or_funding(portfolio, project_id)
    start = own["start_date"].iloc[0] if len(own) else ""
    end = own["end_date"].iloc[0] if len(own) else ""
    ids = tuple(own["statement_id"])
    label = getattr(project, "name", "")
    row = _row("project", edition_id, project_id, label, start, end, ids)
    row["is_approximate"] = bool((own["qualifier"] == "about").any())
    spans = rows[(rows["project_id"] == project_id) & rows["duration_years"].notna()]
    spans = spans.sort_values("is_headline", ascending=False, kind="stable")
    row["duration_years"] = spans["duration_years"].iloc[0] if len(spans) else np.nan
    return row


def _start_or_funding(portfolio: Portfolio, project_id: str) -> pd.DataFrame:
    """Where no period is stated: the project's start, else the span of a commitment to it."""
    starts, money = portfolio.milestones, portfolio.funding
    starts = starts[starts["is_headline"] & (starts["quantity_id"] == f"{project_id}/start")]
    spans = money[
        money["is_headline"]
        & (money["project_id"] == project_id)
        & (money["funding_kind"] == "commitment")
        & (money["start_date"] != "")
    ]
    return starts if len(starts) else spans.head(1)


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
