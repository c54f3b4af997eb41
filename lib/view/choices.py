"""What a click on a row, a mark or a place chooses: a filter and its values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from lib.model.options import options
from lib.model.rows import each, grouped
from lib.view import address
from lib.view.visit import Reader


class Choice(NamedTuple):
    """A filter with the values that a click sets it to, and whose they are."""

    filter: str
    values: tuple[str, ...]
    name: str


def choose_project(visit: Reader, project_id: str) -> None:
    """Filter everything by the partners that carry a project."""
    address.choose("partner", carriers(visit, project_id))


def carriers(visit: Reader, project_id: str) -> list[str]:
    """The partners that carry a project: a filter by them leaves it."""
    links = visit.registers.project_partners
    own = links[(links["project_id"] == project_id) & (links["partner_role"] == "implementer")]
    found: list[str] = own["partner_id"].tolist()
    return found


def follow(visit: Reader) -> None:
    """Draw the whole page again where a part of it, which runs alone, changed the selection."""
    now, drawn = (one.with_values("project", ()) for one in (address.selected(), visit.selection))
    if now != drawn:
        st.rerun()


@dataclass(frozen=True)
class Chooser:
    """What the rows of a frame choose: their project, else their country, edition or programme.

    A row about several projects, or about none, chooses what else it names; in a profile, which no
    filter changes, no row chooses anything.
    """

    visit: Reader
    frame: pd.DataFrame

    def choices(self, some: slice) -> list[Choice | None]:
        """What each of some rows chooses."""
        known = [name for name in ("project_id", "project_ids", *_IDS) if name in self.frame]
        if self.visit.selection.project or not known:
            return []
        links = self.visit.registers.project_partners
        carried = grouped(each(links[links["partner_role"] == "implementer"]), "project_id")
        names, values = _names(self.visit), options(self.visit.registers)
        rows = each(self.frame[known].iloc[some])
        return [_of_row(row._asdict(), carried, names, values) for row in rows]


_IDS = {"country_code": "country", "edition_id": "edition", "programme_id": "programme"}
_Names = Mapping[str, Callable[[str], str]]


def _of_row(
    row: Mapping[str, Any],
    carried: Mapping[Any, Sequence[Any]],
    names: _Names,
    values: Mapping[str, Sequence[str]],
) -> Choice | None:
    """What one row chooses; what an earlier version had, and no filter has now, is no choice."""
    several = row.get("project_ids", ())
    project = row.get("project_id") or (several[0] if len(several) == 1 else "")
    if project in carried:
        partners = tuple(link.partner_id for link in carried[project])
        return Choice("partner", partners, names["project"](project))
    for column, name in _IDS.items():
        if row.get(column) in values[name]:
            return Choice(name, (row[column],), names[name](row[column]))
    return None


def _names(visit: Reader) -> _Names:
    """How a reader calls what can be chosen, by the filter."""
    tables, words = visit.registers, visit.words
    projects = dict(zip(tables.projects["project_id"], tables.projects["name"], strict=True))
    programmes = tables.programmes
    named = dict(zip(programmes["programme_id"], programmes["name"], strict=True))
    return {
        "project": lambda code: str(projects[code]),
        "country": words.country,
        "edition": words.edition,
        "programme": lambda code: str(named[code]),
    }
