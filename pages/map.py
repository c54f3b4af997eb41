"""Map: where does the work take place?"""

import streamlit as st

from lib.figures import places as figures
from lib.view import bookmark, moving, panels, regions, world
from lib.view.block import foot, head
from lib.view.visit import current
from lib.wording import map as map_texts
from lib.wording import places as texts

visit = current()
words, _ = visit.words, visit.words.gettext
shown, sites = figures.shown(visit.portfolio), figures.sites(visit.portfolio)
reading = world.reading(visit)
panels.finding(visit, "map.title", lambda: map_texts.page_title(shown, words))
parts = regions.parts_of(visit)
beside = regions.beside(visit, parts)
grid = st.grid(4, min_column_width=regions.CELL, border=True)
with (
    grid.cell(column_span=3, row_span=len(beside)),
    st.container(gap="xsmall", key="block-places.sites"),
):
    head(reading)
    presets = regions.presets(visit, parts)
    with st.container(horizontal=True, vertical_alignment="center"):
        view = st.segmented_control(
            _("View"), list(presets), key=bookmark.VIEW, required=True,
            default=bookmark.start(bookmark.VIEW, [*presets], "home"), persist_state="session",
            format_func=lambda name: presets[name], label_visibility="collapsed",
        )  # fmt: skip
        is_moving = moving.is_wanted(visit, "map")
    views = regions.views(visit, parts, view)
    world.shown(visit, views, f"map-{view}", reading.alternative, is_moving=is_moving,
                codes=parts.codes_of(view))  # fmt: skip
    world.legend(visit)
    foot(visit, "places.sites", sites, reading, texts.sites_table,
         shown["statement_ids"].explode().dropna(), term="named",
         counted_from=figures.documents(sites))  # fmt: skip
for draw in beside:
    with grid.cell():
        draw(views[-1])
regions.below(visit, parts, view)
panels.listing(visit, _("Announced, named and shown"), shown, texts.shown_table, "shown",
               _("No project matches these filters."))  # fmt: skip
