"""Every public figure by name, each called with nothing but a portfolio."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from lib.figures import (
    answers,
    changes,
    co_funders,
    compare,
    continents,
    disagreements,
    drawn_flow,
    flow,
    funding,
    groups,
    key,
    key_money,
    key_row,
    naming,
    places,
    profile,
    project,
    promises,
    rates,
    record,
    registers,
    rollup,
    shared_money,
    statements,
    targets,
    timeline,
    totals,
)
from lib.figures.once import once
from lib.model.engine import ledger_of
from lib.model.ledger import Ledger
from lib.model.portfolio import Portfolio
from lib.model.quantity import Bound
from lib.model.rows import each
from lib.model.selection import Selection

MODULES = (
    answers,
    changes,
    co_funders,
    compare,
    continents,
    disagreements,
    drawn_flow,
    flow,
    funding,
    groups,
    key,
    key_money,
    key_row,
    naming,
    places,
    profile,
    project,
    promises,
    rates,
    record,
    registers,
    rollup,
    shared_money,
    statements,
    targets,
    timeline,
    totals,
)


def _of_each(
    figure: Callable[[Portfolio, str], pd.DataFrame],
) -> Callable[[Portfolio], pd.DataFrame]:
    """A figure of one project, for all selected projects one below the other."""

    def of_all(portfolio: Portfolio) -> pd.DataFrame:
        frames = [figure(portfolio, one) for one in portfolio.projects["project_id"]]
        return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()

    return of_all


_ledger = once(ledger_of)


def _of_ledger(
    figure: Callable[[Ledger, Selection], pd.DataFrame],
) -> Callable[[Portfolio], pd.DataFrame]:
    """A figure of a ledger, for the selection of a portfolio."""
    return lambda portfolio: figure(_ledger(portfolio.everything), portfolio.selection)


def _nothing(portfolio: Portfolio) -> Portfolio:
    """The same tables under a selection that nothing matches."""
    return portfolio.select(replace(portfolio.selection, edition=("none",)))


def _first_row_gone(portfolio: Portfolio) -> pd.DataFrame:
    """What changed where the first project was not there yet."""
    rows = portfolio.projects
    found = compare.compare(rows.iloc[1:], rows, ["project_id"], ["name"])
    return found.assign(table="projects")


FRAMES: dict[str, Callable[[Portfolio], pd.DataFrame]] = {
    "rollup.counts": _of_ledger(rollup.counts),
    "rollup.funding_by_edition": _of_ledger(rollup.funding_by_edition),
    "rollup.funding_by_programme": _of_ledger(rollup.funding_by_programme),
    "rollup.funding_by_project": _of_ledger(rollup.funding_by_project),
    "rollup.targets_by_indicator": _of_ledger(rollup.targets_by_indicator),
    "statements.counting_co_funders": statements.counting_co_funders,
    "statements.described": lambda p: statements.described(p, p.statements),
    "changes.counts": lambda p: changes.counts(changes.statements(p, p)),
    "changes.key_figures": lambda p: changes.key_figures(p, p),
    "changes.statements": lambda p: changes.statements(_nothing(p), p),
    "compare.compare": lambda p: compare.compare(p.projects, p.projects, ["project_id"], ["name"]),
    "naming.comparable": lambda p: naming.comparable(_first_row_gone(p), frozenset(), "en"),
    "naming.named": lambda p: naming.named(_first_row_gone(p), p, p),
    "naming.ordered": lambda p: naming.ordered(_first_row_gone(p), ["projects"], p, p),
    "registers.changes": lambda p: registers.changes(_nothing(p), p),
    "disagreements.linked": disagreements.linked,
    "disagreements.totals_against_parts": disagreements.totals_against_parts,
    "statements.with_unit": lambda p: statements.with_unit(p, p.results),
    "drawn_flow.drawn": lambda p: drawn_flow.drawn(flow.flow(p)),
    "flow.flow": flow.flow,
    "flow.outside_the_flow": flow.outside_the_flow,
    "funding.by_funder_type": funding.by_funder_type,
    "funding.by_project": funding.by_project,
    "co_funders.counts": co_funders.counts,
    "funding.commitments": funding.commitments,
    "funding.committed": lambda p: funding.committed(p, by_co_funders=False),
    "shared_money.not_attributable": shared_money.not_attributable,
    "shared_money.perhaps_inside": shared_money.perhaps_inside,
    "funding.of_nobody": funding.of_nobody,
    "funding.paid": lambda p: funding.paid(p, by_co_funders=False),
    "funding.payers": funding.payers,
    "key.key_figures": key.key_figures,
    "key_money.converted": key_money.converted,
    "key_money.money": key_money.money,
    "places.announced": places.announced,
    "places.arcs": places.arcs,
    "places.by_country": places.by_country,
    "places.shown": places.shown,
    "places.sites": places.sites,
    "places.unnamed": places.unnamed,
    "profile.key_figures": profile.key_figures,
    "project.cards": project.cards,
    "project.money": project.money,
    "project.openings": _of_each(project.openings),
    "project.partners": project.partners,
    "project.sources": project.sources,
    "project.statements": lambda p: project.statements(p, "targets"),
    "rates.converted": lambda p: rates.converted(p, by_co_funders=False),
    "rates.stated": rates.stated,
    "record.cited": lambda p: record.cited(p, p.statements["statement_id"].head(5)),
    "record.coverage": record.coverage,
    "record.sources": record.sources,
    "record.statements": record.statements,
    "promises.by_project": lambda p: promises.by_project(p, "people"),
    "targets.in_other_units": targets.in_other_units,
    "targets.other_promises": targets.other_promises,
    "targets.people": targets.people,
    "targets.places": targets.places,
    "promises.projects": promises.projects,
    "promises.promised": lambda p: promises.promised(p, "places"),
    "targets.reported": targets.reported,
    "targets.unmatched": targets.unmatched,
    "timeline.events": timeline.events,
    "timeline.periods": timeline.periods,
    "totals.by_country": _of_ledger(totals.by_country),
    "totals.by_currency": _of_ledger(totals.by_currency),
    "totals.by_indicator": _of_ledger(totals.by_indicator),
    "totals.by_project": _of_ledger(lambda own, chosen: totals.by_project(own, chosen, "EUR")),
    "totals.located": _of_ledger(totals.located),
    "totals.places": _of_ledger(totals.places),
}
OTHERS: dict[str, Callable[[Portfolio], object]] = {
    "answers.are_whole": lambda p: answers.are_whole(p.results),
    "answers.columns": lambda _p: answers.columns("reported", Bound(1, 2), [], "cities"),
    "answers.of_total": lambda p: answers.of_total(p, "places"),
    "answers.statement_ids": answers.statement_ids,
    "answers.to": lambda p: [
        answers.to(row, answers.of_total(p, "people"))
        for row in each(promises.by_project(p, "people"))
    ],
    "naming.names": lambda p: naming.names(p, "sources"),
    "funding.side": lambda _p: funding.side(by_co_funders=True),
    "naming.reference": lambda _p: naming.reference("projects", "source_id"),
    "totals.also_elsewhere": lambda p: totals.also_elsewhere(_ledger(p.everything), p.selection),
    "totals.currencies": lambda p: totals.currencies(_ledger(p.everything)),
    "totals.size": lambda p: totals.size(_ledger(p.everything), p.selection),
    "disagreements.are_disputed": lambda p: disagreements.are_disputed(
        p, p.everything.statements["statement_id"]
    ),
    "continents.continent": lambda p: tuple(
        map(continents.continent, p.project_countries["country_code"])
    ),
    "continents.grouped": lambda p: continents.grouped(p.project_countries["country_code"], 3),
    "continents.apart": lambda p: continents.apart(p.project_countries["country_code"]),
    "continents.continents": lambda p: continents.continents(p.project_countries["country_code"]),
    "disagreements.count": disagreements.count,
    "disagreements.groups": disagreements.groups,
    "disagreements.open_groups": disagreements.open_groups,
    "disagreements.other_periods": disagreements.other_periods,
    "disagreements.others": lambda p: disagreements.others(p, p.statements["statement_id"]),
    "co_funders.named": co_funders.named,
    "co_funders.named_by": co_funders.named_by,
    "places.documents": lambda p: places.documents(p.sites),
    "statements.status_source": lambda p: [*map(statements.status_source, p.sites.itertuples())],
    "funding.left_out": funding.left_out,
    "timeline.span": timeline.span,
    "drawn_flow.shares": lambda p: drawn_flow.shares(p.funding["currency_code"].nunique()),
    "groups.headline_reason": lambda p: [
        groups.headline_reason([*each(rows)])
        for _, rows in disagreements.linked(p).groupby("quantity_id")
    ],
    "groups.shown": groups.shown,
    "key_row.row": lambda p: key_row.row("projects", Bound(len(p.projects), len(p.projects))),
    "profile.first_amounts": profile.first_amounts,
    "project.following": lambda p: [
        project.following(p, one) for one in p.everything.projects["project_id"]
    ],
    "project.of_project": lambda p: [
        project.of_project(p, one) for one in p.projects["project_id"]
    ],
    "record.source_of": record.source_of,
    "statements.property_of": lambda p: statements.property_of(p, "quantity_id"),
    "rollup.promised": lambda p: rollup.promised(_ledger(p.everything), p.selection),
    "rollup.committed": lambda p: rollup.committed(_ledger(p.everything), p.selection),
    "timeline.position": lambda p: [timeline.position(d) for d in p.milestones["start_date"]],
}
