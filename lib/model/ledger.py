"""Ledger: rollups with their registers in codes, so that a selection is a few array look-ups."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.model.codes import Coded, Mask, coded, positions
from lib.model.covering import Covering, covering
from lib.model.faults import Fault, FaultyTables
from lib.model.options import options
from lib.model.registers import ADDITIVE, Registers
from lib.model.rollup import DIMENSIONS, Rollups
from lib.model.selection import Selection


class Ledger:
    """The rollups of one version of the tables, with the registers they refer to.

    Made once a version; every question afterwards costs what the size of the rollup costs, whatever
    the number of rows. Arrays are shared: derive new ones, never write into them.
    """

    def __init__(self, registers: Registers, rollups: Rollups, engine: str = "") -> None:
        """``rollups`` as :func:`lib.model.rollup.settled` gives them out, just made by ``engine``.

        Raises :class:`lib.model.faults.FaultyTables` where one names a project, edition, payer or
        indicator of no register: a sum that belongs to nothing would be lost.
        """
        self.registers = registers
        self.rollups = rollups
        self.engine = engine
        self.reduced_at = datetime.now(UTC)
        _refer(rollups, registers)
        self.project_ids: tuple[str, ...] = tuple(registers.projects["project_id"])
        self.edition = coded(registers.projects["edition_id"])  # in the order of project_ids
        self._programme = coded(registers.projects["programme_id"])
        links = registers.project_partners
        carriers = links[(links["partner_role"] == "implementer") & (links["project_id"] != "")]
        self.country = coded(registers.project_countries["country_code"])
        self._partner = coded(carriers["partner_id"])
        countries = registers.project_countries["project_id"]
        # A position in project_ids for each of country: who works where.
        self.country_project = positions(countries.tolist(), self.project_ids)
        self._partner_project = positions(carriers["project_id"].tolist(), self.project_ids)
        self._texts: dict[str, dict[str, Coded]] = {}
        self._arrays: dict[str, dict[str, npt.NDArray[Any]]] = {}
        self._covering: dict[str, Covering] = {}
        for table in DIMENSIONS:
            self._open(table)

    def texts(self, table: str, dimension: str) -> Coded:
        """A dimension of a rollup in codes: its own, or one that follows from the registers.

        These are ``spent_edition_id`` and ``programme_id`` of statements (those of what a statement
        is about; "" for several), ``organisation_type`` of funding ("unknown" without a payer),
        ``edition_id`` of sites and places (that of their project).
        """
        return self._texts[table][dimension]

    def array(self, table: str, name: str) -> npt.NDArray[Any]:
        """A measure of a rollup, a dimension ``is_…``, or the ``project`` of each row.

        ``project`` is a position in ``project_ids``; their number where a row names none.
        """
        return self._arrays[table][name]

    def options(self) -> dict[str, list[str]]:
        """What each filter can be set to; a single project is no filter of sums."""
        known = options(self.registers)
        return {name: values for name, values in known.items() if name != "project"}

    def projects(self, selection: Selection) -> Mask:
        """Which projects (in the order of ``project_ids``) the selection lets through."""
        keep = np.ones(len(self.project_ids), dtype=bool)
        if selection.edition:
            keep &= self.edition.among(selection.edition)
        if selection.programme:
            keep &= self._programme.among(selection.programme)
        if selection.country:
            inside = self.country_project[self.country.among(selection.country)]
            keep &= np.isin(np.arange(len(keep)), inside)
        if selection.partner:
            inside = self._partner_project[self._partner.among(selection.partner)]
            keep &= np.isin(np.arange(len(keep)), inside)
        if selection.project:
            inside = positions(selection.project, self.project_ids)
            keep &= np.isin(np.arange(len(keep)), inside)
        return keep

    def works_in(self, selection: Selection) -> Mask:
        """Which of ``country`` are selected countries of selected projects."""
        inside: Mask = self.projects(selection)[self.country_project]
        if selection.country:
            inside &= self.country.among(selection.country)
        return inside

    def country_count(self, selection: Selection) -> int:
        """In how many of the selected countries the selected projects work."""
        return int(np.unique(self.country.codes[self.works_in(selection)]).size)

    def kept(self, table: str, selection: Selection) -> Mask:
        """Which rows of a rollup a selection keeps, as ``Portfolio.select`` keeps rows.

        A statement stays when every project it is about is selected; a site stays when its project
        is, in a selected country.
        """
        projects = self.projects(selection)
        if table in self._covering:
            group, links = self._covering[table].group, self._covering[table].projects
            inside = np.ones(int(group.max(initial=-1)) + 1, dtype=bool)
            inside[links.left[~projects[links.right]]] = False
            keep: Mask = inside[group]
        else:
            keep = projects[self.array(table, "project")]
            if selection.country:
                keep &= self.texts(table, "country_code").among(selection.country)
        if selection.evidence == "page":
            keep &= self.array(table, "is_programme_page")
        return keep

    def _open(self, table: str) -> None:
        """One rollup in codes, with what follows from the registers."""
        rollup = self.rollups.table(table)
        kinds = rollup.dtypes.items()
        names = [str(name) for name, kind in kinds if isinstance(kind, pd.CategoricalDtype)]
        texts = {name: coded(rollup[name]) for name in names}
        arrays = {str(name): rollup[name].to_numpy() for name in rollup if name not in texts}
        own = texts["project_id"]
        arrays["project"] = positions(own.texts, self.project_ids)[own.codes]
        if "edition_id" in texts:
            about = covering(
                texts["edition_id"],
                texts["project_id"],
                texts["listed_ids"],
                self.project_ids,
                self.edition,
                self._programme,
            )
            texts |= {"spent_edition_id": about.edition, "programme_id": about.programme}
            self._covering[table] = about
        else:
            texts["edition_id"] = self.edition.at(arrays["project"])
        if "funder_id" in texts:
            funders = self.registers.funders
            types = dict(zip(funders["funder_id"], funders["organisation_type"], strict=True))
            payer = texts["funder_id"]
            found = [types.get(one, "unknown") for one in payer.texts]
            texts["organisation_type"] = payer.mapped(found)
        self._texts[table], self._arrays[table] = texts, arrays


def _refer(rollups: Rollups, registers: Registers) -> None:
    """Every id in a rollup is in its register."""
    known = {
        "project_id": ("projects", registers.projects["project_id"]),
        "edition_id": ("editions", registers.editions["edition_id"]),
        "funder_id": ("funders", registers.funders["funder_id"]),
        "indicator_id": ("indicators", registers.indicators["indicator_id"]),
    }
    faults = []
    for table in ADDITIVE:
        rollup = rollups.table(table)
        for dimension in known.keys() & {*rollup}:
            register, ids = known[dimension]
            is_optional = table != "sites" and dimension != "indicator_id"
            lost = {*rollup[dimension].cat.categories} - {*ids, *([""] if is_optional else [])}
            faults += [
                Fault(table, 0, dimension, one, "unknown_reference", register) for one in lost
            ]
    if faults:
        raise FaultyTables(tuple(sorted(faults)))
