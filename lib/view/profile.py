"""Profiles: one project in full, some side by side."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from lib.charts import project as charts
from lib.figures import funding, groups, places, timeline
from lib.figures import project as figures
from lib.model.portfolio import Portfolio
from lib.model.rows import each
from lib.model.selection import MOST_PROJECTS
from lib.view import differing, panels, world
from lib.view.block import chart_block
from lib.view.navigation import link
from lib.view.text import literal, muted
from lib.view.visit import Visit
from lib.wording import funding as funding_words
from lib.wording import places as place_words
from lib.wording import project as texts
from lib.wording import record as record_words
from lib.wording import sum_check
from lib.wording import timeline as timeline_words
from lib.wording.reading import not_found


def choice(visit: Visit) -> tuple[str, ...]:
    """The projects chosen to be looked at; none means cards of all."""
    full = visit.portfolio.everything
    names = full.projects.set_index("project_id")["name"]
    _ = visit.words.gettext
    chosen: list[str] = st.multiselect(
        _("Look at a project, or compare up to three"),
        full.projects["project_id"].tolist(),
        key="project",
        format_func=lambda project: str(names[project]),
        max_selections=MOST_PROJECTS,
        placeholder=_("All projects"),
        wrap=False,  # its height is known before it is drawn
    )
    return tuple(chosen)


def whole(visit: Visit, project_id: str) -> None:
    """One project in full."""
    one = figures.of_project(visit.portfolio, project_id)
    words = visit.words
    _ = words.gettext
    back = _("All projects")
    row = next(iter(each(figures.cards(one))))
    # With the note or without it, what stands below keeps its place.
    with st.container(key="profile"):
        link(visit, "projects", f"← {back}")
        panels.page_title(str(row.name))
        if visit.portfolio.selection.without_evidence().is_filtered:
            st.markdown(muted(_("A profile shows the whole project, whatever is filtered.")))
        _head(visit, one)
    alone = replace(visit, portfolio=one)
    left, right = st.columns([3, 2])
    with left:
        _openings(alone, project_id)
        _partners(alone)
    with right, st.container(border=True, key="project-map"):
        shown = places.shown(one)
        reading = world.reading(alone)
        codes = list(row.country_codes)
        views = [world.frame_of(alone, codes, *size) for size in (world.PHONE, (480, 340))]
        is_moving = world.moves(alone, "project-map")
        world.shown(alone, views, "project-map-deck", reading.alternative, is_moving=is_moving)
        world.legend(alone)
        st.markdown(muted(reading.coverage))
        for why, what in place_words.not_shown(shown, places.unnamed(one), words).items():
            st.markdown(muted(words.of(why, what)))
    _statements(alone)
    _rest(alone)


def short(visit: Visit, project_id: str) -> None:
    """One project in short, for comparing it with others."""
    one = figures.of_project(visit.portfolio, project_id)
    alone = replace(visit, portfolio=one)
    _head(alone, one)
    st.markdown(muted(world.reading(alone).coverage))
    _statements(alone, is_brief=True)
    _money(alone, is_brief=True)
    _partners(alone)
    _sources(alone, is_brief=True)


def _head(visit: Visit, one: Portfolio) -> None:
    row = next(iter(each(figures.cards(one))))
    programmes = one.programmes.set_index("programme_id")["name"]
    words = visit.words
    st.markdown(muted(texts.place(row, str(programmes[row.programme_id]), words)))
    st.markdown(literal(row.description))
    period = timeline_words.labelled(timeline.periods(one), words)
    own = period[period["row_kind"] == "project"].iloc[0]
    _ = words.gettext
    with st.container(key=f"value-{row.project_id}"):
        st.metric(_("Places announced"), literal(texts.promise(row, words)))
    label = _("Period")
    st.markdown(f"{literal(label)}: **{literal(own['period_text'])}**")


def _openings(visit: Visit, project_id: str) -> None:
    frame = figures.openings(visit.portfolio, project_id)
    dated = frame[(frame["row_kind"] == "result") & frame["position"].notna()]
    if len(dated) < 2:
        return
    words = visit.words
    chart_block(visit, "project.openings", frame,
                lambda dated: charts.openings(dated, words, visit.palette),
                lambda: texts.openings(frame, words), texts.openings_table,
                statement_ids=frame["statement_id"])  # fmt: skip


def _statements(visit: Visit, *, is_brief: bool = False) -> None:
    words, _ = visit.words, visit.words.gettext
    headings = {
        "targets": _("Targets"),
        "results": _("Results"),
        "milestones": _("Dates"),
        "context": _("About the project"),
    }
    for name, heading in headings.items():
        rows = figures.statements(visit.portfolio, name)
        key = f"{name}-{'-'.join(visit.portfolio.projects['project_id'])}"
        key += "-brief" if is_brief else ""
        panels.listing(visit, heading, rows,
                       partial(texts.statements_table, is_brief=is_brief), key,
                       not_found(words, is_page_only=visit.selection.evidence == "page"),
                       {_("Publisher"): "url"})  # fmt: skip


def _partners(visit: Visit) -> None:
    words, _ = visit.words, visit.words.gettext
    rows = figures.partners(visit.portfolio)
    key = f"partners-{'-'.join(visit.portfolio.projects['project_id'])}"
    panels.listing(visit, _("Organisations"), rows, texts.partners_table, key,
                   not_found(words, is_page_only=visit.selection.evidence == "page"))  # fmt: skip


def _money(visit: Visit, *, is_brief: bool = False) -> None:
    """What is stated for the project alone, then what it shares with others."""
    words, _ = visit.words, visit.words.gettext
    money = figures.money(visit.portfolio)
    key = "-".join(visit.portfolio.projects["project_id"]) + ("-brief" if is_brief else "")
    panels.listing(visit, _("Money"), money,
                   partial(funding_words.stated_table, is_brief=is_brief), f"money-{key}",
                   _("No amount was found for this project alone."),
                   {_("Publisher"): "url"})  # fmt: skip
    shared = funding.not_attributable(visit.portfolio)
    panels.sentences(visit, _("Money for more than this project"),
                     lambda: sum_check.not_attributable(shared, words),
                     f"shared-money-{key}")  # fmt: skip


def _sources(visit: Visit, *, is_brief: bool = False) -> None:
    words, _ = visit.words, visit.words.gettext
    documents = figures.sources(visit.portfolio)
    key = "-".join(visit.portfolio.projects["project_id"]) + ("-brief" if is_brief else "")
    panels.listing(visit, _("Sources"), documents,
                   partial(record_words.sources_table, is_brief=is_brief), f"sources-{key}",
                   not_found(words, is_page_only=visit.selection.evidence == "page"),
                   {_("Source"): "url"})  # fmt: skip


def _rest(visit: Visit) -> None:
    _ = visit.words.gettext
    words = visit.words
    _money(visit)
    found = groups.shown(visit.portfolio)
    if found:
        st.subheader(literal(_("Where sources differ on this project")), anchor=False)
        differing.cards(visit, found, "differ")
    sites = places.sites(visit.portfolio)
    panels.listing(visit, _("Places"), sites, place_words.sites_table, "project-sites",
                   not_found(words, is_page_only=visit.selection.evidence == "page"))  # fmt: skip
    _sources(visit)
