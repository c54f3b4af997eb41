"""A comparison: some projects side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from lib.figures import groups, timeline
from lib.figures import profile as key
from lib.figures import project as figures
from lib.model.portfolio import Portfolio
from lib.model.rows import each
from lib.view import panels, periods, profile_charts, profile_details, table
from lib.view.choices import carriers
from lib.view.kept import kept
from lib.view.navigation import in_text, link
from lib.view.text import Marked, literal
from lib.view.unbroken import held
from lib.view.visit import Visit
from lib.wording import profile as key_words
from lib.wording import project as texts
from lib.wording import timeline as timeline_words
from lib.wording.conventions import DOT, SPACE
from lib.wording.differing import differs


def side_by_side(visit: Visit, project_ids: Sequence[str]) -> None:
    """Some projects beside each other: the same facts, on the same axes; the rest folded."""
    together = figures.of_project(visit.portfolio, *project_ids)
    alone = [figures.of_project(visit.portfolio, one) for one in project_ids]
    names = together.everything.projects.set_index("project_id")["name"]
    panels.page_title(visit.words.joined(names[list(project_ids)]))
    both = replace(visit, portfolio=together)
    with st.container(border=True, key="comparison"):
        rows = kept(both, ("comparison", *project_ids), lambda: _compared(visit, alone))
        table.show(len(rows), lambda some: rows.iloc[some], visit.words, "comparison")
        with st.container(horizontal=True, gap="small"):
            for one in project_ids:
                form = visit.words.gettext("Profile of {project}")
                link(visit, "projects", f"{form.format(project=names[one])}{SPACE}→", project=[one])
    profile_charts.reached(both)
    profile_charts.people(both)
    profile_charts.in_other_units(both)
    periods.block(both)
    profile_details.show(visit, alone)


def _compared(visit: Visit, alone: Sequence[Portfolio]) -> Any:
    """The facts of some projects as a table, one column each."""
    words, _ = visit.words, visit.words.gettext
    said: dict[str, list[str]] = {}
    names = []
    for one in alone:
        row = next(iter(each(figures.cards(one))))
        names.append(row.name)
        programmes = one.programmes.set_index("programme_id")["name"]
        period = timeline_words.labelled(timeline.periods(one), words)
        own = next(iter(each(period[period["row_kind"] == "project"])))
        facts = {
            _("Edition"): row.edition_id,
            _("Programme"): str(programmes[row.programme_id]),
            _("Country"): words.countries(row.country_codes),
            _("Partner"): words.joined(row.partners),
            **{
                key_words.noun(figure.figure_id, words): _with_others(
                    visit,
                    key_words.value(figure, words),
                    differs(figure._asdict(), words),
                    row.project_id,
                )
                for figure in each(key.key_figures(one))
            },
            _("Period"): _with_others(
                visit, own.period_text, timeline_words.others(own, words), row.project_id
            ),
            _("Disagreements"): _disagreements(visit, one, row.project_id),
            _("Sources"): words.number(len(figures.sources(one))),
        }
        for fact, what in facts.items():
            said.setdefault(fact, []).append(what)
    return texts.comparison(said, names, words)


def _with_others(visit: Visit, said: str, others: str, project_id: str) -> str:
    """A fact; what other sources say of it leads to the disagreements."""
    if not others:
        return said
    way = in_text(visit, "disagreements", held(others), partner=carriers(visit, project_id))
    return Marked(f"{literal(held(said))}{DOT}:red[{way}]")


def _disagreements(visit: Visit, one: Portfolio, project_id: str) -> str:
    """On how many points sources differ about a project, with the way to them."""
    count = len(groups.shown(one))
    said, partners = visit.words.number(count), carriers(visit, project_id)
    return in_text(visit, "disagreements", said, partner=partners) if count and partners else said
