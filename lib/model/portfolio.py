"""The portfolio: all tables as one frozen value, narrowed by a selection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from lib.model.brought import Brought
from lib.model.codes import Positions
from lib.model.options import options
from lib.model.rows import in_objects
from lib.model.schema import STATEMENT_TABLES, TABLES
from lib.model.selection import Selection


@dataclass(frozen=True, eq=False)
class Portfolio:
    """Every table, with the selection it was narrowed by.

    Tables hold the columns of :mod:`lib.model.schema`. Statement tables carry the bound columns of
    :mod:`lib.model.quantity` as well. ``coverage`` (statement_id, project_id) says which projects a
    statement is about. ``brought`` holds the files that the tables were read from, if they were.
    Frames are shared: derive new ones, never write into them.
    """

    portfolio: pd.DataFrame
    programmes: pd.DataFrame
    editions: pd.DataFrame
    projects: pd.DataFrame
    project_countries: pd.DataFrame
    partners: pd.DataFrame
    project_partners: pd.DataFrame
    funders: pd.DataFrame
    funding: pd.DataFrame
    indicators: pd.DataFrame
    targets: pd.DataFrame
    results: pd.DataFrame
    milestones: pd.DataFrame
    context: pd.DataFrame
    statement_projects: pd.DataFrame
    parts: pd.DataFrame
    sites: pd.DataFrame
    sources: pd.DataFrame
    rates: pd.DataFrame
    coverage: pd.DataFrame
    fingerprint: str
    outlines: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    selection: Selection = Selection()
    whole: Portfolio | None = None
    brought: Brought | None = None

    @property
    def everything(self) -> Portfolio:
        """The portfolio before any filter, in the same language."""
        return self.whole or self

    @property
    def pages(self) -> pd.Series[Any]:
        """The source_id of every programme page."""
        ids: pd.Series[Any] = self.sources["source_id"]
        return ids[self.sources["is_programme_page"]]

    @property
    def is_whole(self) -> bool:
        """Whether every project in every country is selected."""
        full = self.everything
        return len(self.projects) == len(full.projects) and len(self.project_countries) == len(
            full.project_countries
        )

    @property
    def statement_ids(self) -> pd.Series[Any]:
        """The statement_id of every statement, table by table."""
        ids = [self.table(name)["statement_id"] for name in STATEMENT_TABLES]
        found: pd.Series[Any] = pd.concat(ids)
        return found

    @cached_property
    def statements(self) -> pd.DataFrame:
        """All statements in one frame, with ``table`` (the table each comes from)."""
        if self.whole is not None:
            every = self.whole.statements
            return every[every["statement_id"].isin(self.statement_ids)].reset_index(drop=True)
        frames = [self.table(name).assign(table=name) for name in STATEMENT_TABLES]
        rows: pd.DataFrame = pd.concat(frames, ignore_index=True)
        return in_objects(rows.sort_values("statement_id", ignore_index=True))

    def table(self, name: str) -> pd.DataFrame:
        """One table by its name in ``TABLES``."""
        rows: pd.DataFrame = getattr(self, name)
        return rows

    def options(self) -> dict[str, list[str]]:
        """What each filter can be set to, in the order it is offered."""
        return options(self.everything)

    def select(self, selection: Selection) -> Portfolio:
        """The portfolio narrowed to a selection, its texts in the selection's language.

        A statement stays when every project it is about is selected; what is about more than the
        selection is in :meth:`not_attributable`. Selecting everything equals selecting nothing.
        """
        source = self.everything
        if "name" in source.programmes and source.selection.language != selection.language:
            raise ValueError(
                "texts of one language only are left: select from the loaded portfolio"
            )
        spoken = source.selection.language == selection.language and "name" in source.programmes
        full = source if spoken else source.in_language(selection.language)
        return _narrowed(full, selection)

    def in_all_countries(self) -> Portfolio:
        """The same projects with their sites in every country: announced places are not divided."""
        return self._in_all_countries if self.selection.country else self

    @cached_property
    def _in_all_countries(self) -> Portfolio:
        anywhere = self.selection.with_values("country", ())
        sites = _sites(self.everything, self.projects["project_id"], anywhere)
        return replace(self, sites=sites)

    def in_language(self, language: str) -> Portfolio:
        """The same portfolio with the texts of one language: ``name_en`` becomes ``name``.

        Of a language it is one for all who ask: what is kept of it, and of the projects in it, is
        worked out once for all selections, pages and packs.
        """
        if language not in self._spoken:  # of two who make it at once, both take the first
            self._spoken.setdefault(language, self._in_language(language))
        return self._spoken[language]

    @cached_property
    def _spoken(self) -> dict[str, Portfolio]:
        return {}

    def _in_language(self, language: str) -> Portfolio:
        spoken: dict[str, Any] = {
            name: in_objects(model.in_language(self.table(name), language))
            for name, model in TABLES.items()
        }
        spoken["coverage"] = in_objects(self.coverage)
        return replace(self, **spoken, selection=Selection(language=language), whole=None)

    def not_attributable(self, table: str) -> pd.DataFrame:
        """Headline statements about the selected projects and others, which cannot be divided.

        ``table`` names a statement table; columns as there. Empty when everything is selected.
        """
        full, kept = self.everything.table(table), self.table(table)
        full = full[full["statement_id"].isin(self.everything._spread)]
        touched = self.coverage.loc[
            self.coverage["project_id"].isin(self.projects["project_id"]), "statement_id"
        ]
        rest = full[~full["statement_id"].isin(kept["statement_id"])]
        rest = rest[rest["statement_id"].isin(touched) & rest["is_headline"]]
        if self.selection.evidence == "page":
            rest = rest[rest["source_id"].isin(self.pages)]
        return rest[rest["scope"] == "project"] if "scope" in rest else rest

    @cached_property
    def _spread(self) -> pd.Series[Any]:
        """The statements about several projects: no other can be about more than a selection."""
        ids: pd.Series[Any] = self.coverage["statement_id"]
        return ids[ids.duplicated()]

    @cached_property
    def _covered(self) -> dict[str, tuple[Positions, Positions]]:
        """For each statement table the rows that are about a project, and where that stands.

        Positions: texts would be looked for anew at every selection. -1 where it stands nowhere.
        """
        projects = pd.Index(self.projects["project_id"]).get_indexer(self.coverage["project_id"])
        found = {}
        for name in STATEMENT_TABLES:
            ids = pd.Index(self.table(name)["statement_id"])
            rows = ids.get_indexer(self.coverage["statement_id"])
            found[name] = rows[rows >= 0], projects[rows >= 0]
        return found


def _narrowed(full: Portfolio, selection: Selection) -> Portfolio:
    projects = _selected_projects(full, selection)
    ids = projects["project_id"]
    countries = full.project_countries[full.project_countries["project_id"].isin(ids)]
    if selection.country:
        countries = countries[countries["country_code"].isin(selection.country)]
    is_outside = np.append(~full.projects["project_id"].isin(ids).to_numpy(), True)  # -1, too
    statements: dict[str, Any] = {}
    for name, (rows, about) in full._covered.items():
        is_kept = np.ones(len(full.table(name)), dtype=bool)
        is_kept[rows[is_outside[about]]] = False
        statements[name] = full.table(name)[is_kept]
    if selection.evidence == "page":
        pages = full.pages
        statements = {n: rows[rows["source_id"].isin(pages)] for n, rows in statements.items()}
    links = full.project_partners["project_id"].isin([*ids, ""])
    if selection.evidence == "page":
        known = full.partners.loc[full.partners["source_id"].isin(full.pages), "partner_id"]
        links &= full.project_partners["partner_id"].isin(known)
    return replace(
        full,
        **statements,
        projects=projects,
        editions=full.editions[full.editions["edition_id"].isin(projects["edition_id"])],
        project_countries=countries,
        project_partners=full.project_partners[links],
        sites=_sites(full, ids, selection),
        selection=selection,
        whole=full,
    )


def _selected_projects(full: Portfolio, selection: Selection) -> pd.DataFrame:
    rows = full.projects
    keep = pd.Series(True, index=rows.index)
    if selection.edition:
        keep &= rows["edition_id"].isin(selection.edition)
    if selection.project:
        keep &= rows["project_id"].isin(selection.project)
    if selection.programme:
        keep &= rows["programme_id"].isin(selection.programme)
    if selection.country:
        links = full.project_countries
        inside = links.loc[links["country_code"].isin(selection.country), "project_id"]
        keep &= rows["project_id"].isin(inside)
    if selection.partner:
        carried = full.project_partners[full.project_partners["partner_role"] == "implementer"]
        inside = carried.loc[carried["partner_id"].isin(selection.partner), "project_id"]
        keep &= rows["project_id"].isin(inside)
    return rows[keep]


def _sites(full: Portfolio, project_ids: pd.Series[Any], selection: Selection) -> pd.DataFrame:
    """The sites of some projects, in the countries and by the sources of a selection."""
    sites = full.sites[full.sites["project_id"].isin(project_ids)]
    if selection.country:
        sites = sites[sites["country_code"].isin(selection.country)]
    return _sites_of(sites, full.pages) if selection.evidence == "page" else sites


def _sites_of(sites: pd.DataFrame, source_ids: pd.Series[Any]) -> pd.DataFrame:
    """Sites that the sources name; a status that only others report is not taken over."""
    named = sites[sites["source_id"].isin(source_ids)]
    reported = named["status_source_id"].isin(source_ids)
    announced = named["site_role"].map({"expansion": "planned", "origin": "unknown"})
    return named.assign(
        status=named["status"].where(reported, announced),
        as_of_date=named["as_of_date"].where(reported, ""),
    )
