"""Map: where is it expanding?"""

import streamlit as st

from lib.charts.map_view import VIEWS
from lib.figures import places as figures
from lib.view import panels, world
from lib.view.block import foot, head
from lib.view.kept import kept
from lib.view.visit import current
from lib.wording import map as map_texts
from lib.wording import places as texts

visit = current()
portfolio, words = visit.portfolio, visit.words
_ = words.gettext
shown, sites = figures.shown(portfolio), figures.sites(portfolio)
unnamed = figures.unnamed(portfolio)
reading = world.reading(visit)
panels.page_title(kept(visit, "map.title", lambda: map_texts.page_title(shown, words)))
left, right = st.columns([3, 1])
with left, st.container(border=True, gap="xsmall", key="block-places.sites"):
    head(reading)
    presets = map_texts.presets(words)
    view = st.segmented_control(
        _("View"), list(presets), key="view", default="world", required=True,
        format_func=lambda name: presets[name], label_visibility="collapsed",
        persist_state="session",
    )  # fmt: skip
    chosen = world.world_view() if view == "world" else VIEWS[view]
    world.world(visit, chosen, 560, f"map-{view}", reading.alternative)
    world.legend(visit)
    foot(visit, "places.sites", sites, reading, texts.sites_table,
         shown["statement_ids"].explode().dropna())  # fmt: skip
with left:
    if view == "world":
        world.europe(visit, 480, "map-near")
    panels.sentences(visit, _("Not shown"),
                     lambda: map_texts.not_shown(shown, unnamed, words), "not-shown")  # fmt: skip
with right:
    for code in world.far_countries(visit):
        world.region(visit, code, 170, f"region-{code}")
panels.listing(visit, _("Announced, named and shown"), shown, texts.shown_table, "shown",
               _("No project matches these filters."))  # fmt: skip
