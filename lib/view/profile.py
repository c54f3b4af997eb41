"""A profile: one project to show to others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from lib.charts.map_words import close_up
from lib.figures import groups, places
from lib.figures import profile as key
from lib.figures import project as figures
from lib.model.rows import each
from lib.model.selection import MOST_PROJECTS
from lib.view import (
    card,
    cite,
    differing,
    frames,
    moving,
    panels,
    periods,
    printed,
    profile_charts,
    profile_details,
    world,
)
from lib.view.choices import carriers
from lib.view.disclosure import apart
from lib.view.kept import kept
from lib.view.navigation import link
from lib.view.text import literal, muted
from lib.view.unbroken import held
from lib.view.visit import Visit
from lib.wording import places as place_words
from lib.wording import profile as key_words
from lib.wording import project as texts
from lib.wording.reading import not_found

CARD = 290  # pixels that a key figure has at least


def choice(visit: Visit) -> tuple[str, ...]:
    """The projects chosen to be looked at; none means cards of all."""
    full = visit.portfolio.everything
    names = dict(zip(full.projects["project_id"], full.projects["name"], strict=True))
    _ = visit.words.gettext
    chosen: list[str] = st.multiselect(
        _("Look at a project, or compare up to three"),
        full.projects["project_id"].tolist(),
        key="project",
        format_func=lambda project: names[project],
        max_selections=MOST_PROJECTS,
        placeholder=_("All projects"),
        wrap=False,  # its height is known before it is drawn
    )
    return tuple(chosen)


def whole(visit: Visit, project_id: str) -> None:
    """One project in full: its key figures, what became of them, where; the rest folded."""
    alone = replace(visit, portfolio=figures.of_project(visit.portfolio, project_id))
    row = next(iter(each(figures.cards(alone.portfolio))))
    _head(visit, alone, row)
    _key_figures(alone)
    left, right = st.columns([2, 1])
    with left:
        if not profile_charts.openings(alone, project_id):
            profile_charts.reached(alone)
        profile_charts.in_other_units(alone)
        periods.block(alone)
    with right:
        _map(alone, list(row.country_codes))
    found = groups.shown(alone.portfolio)
    if found:
        st.subheader(literal(visit.words.gettext("Where sources differ on this project")),
                     anchor=False)  # fmt: skip
        differing.cards(alone, found, "differ")
    profile_details.show(visit, [alone.portfolio])


def _head(visit: Visit, alone: Visit, row: Any) -> None:
    """Whom it is about: name with finding, edition, programme, countries, what it does."""
    words = visit.words
    back = words.gettext("All projects")
    found = key.key_figures(alone.portfolio)
    programmes = visit.portfolio.everything.programmes.set_index("programme_id")["name"]
    # With the note or without it, what stands below keeps its place.
    with st.container(key="profile"):
        link(visit, "projects", f"← {back}")
        panels.page_title(kept(alone, "title", lambda: key_words.title(row.name, found, words)))
        if visit.portfolio.selection.without_evidence().is_filtered:
            note = words.gettext("A profile shows the whole project, whatever is filtered.")
            st.markdown(muted(note))
        st.markdown(muted(texts.place(row, str(programmes[row.programme_id]), words)))
        st.markdown(literal(held(row.description)))


def _key_figures(visit: Visit) -> None:
    """What was announced and reported, whom it is to reach, what it costs: a card each."""
    missing = not_found(visit.words)
    grid = st.grid(4, min_column_width=CARD, border=True, key="key-figures")
    for row in each(key.key_figures(visit.portfolio)):
        with grid.cell():
            _key_figure(visit, row, missing)


def _key_figure(visit: Visit, row: Any, missing: str) -> None:
    said = key_words.card(row, visit.words, missing)
    name = f"{row.figure_id}-{row.project_id}"

    def evidence() -> None:
        with st.container(
            horizontal=True, gap="xsmall", vertical_alignment="center", key=f"sure-{name}"
        ):
            card.how_sure(said, visit.words)
            if said.differs:
                about = {"partner": carriers(visit, row.project_id)}
                st.markdown(card.differing(visit, said.differs, **about), width="content")
            cite.sources(visit, row.statement_ids, name, counted_from=row.source_ids)
            printed.cited(visit, row.statement_ids, name, row.source_ids)

    with card.framed(name, said, border=False):
        apart(evidence)


def _map(visit: Visit, codes: Sequence[str]) -> None:
    """Where it works, with what of it is not drawn."""
    one = visit.portfolio
    reading = world.reading(visit)
    with st.container(border=True, key="project-map"):
        views = frames.narrow(visit, codes)
        is_moving = moving.is_wanted(visit, "project-map")
        names = close_up(codes)
        world.shown(visit, views, "project-map-deck", reading.alternative,
                    is_moving=is_moving, names=names)  # fmt: skip
        world.legend(visit)
        st.markdown(muted(held(reading.coverage)))
        rest = place_words.not_shown(places.shown(one), places.unnamed(one), visit.words)
        for why, what in rest.items():
            st.markdown(muted(visit.words.of(why, what)))
