"""Downloads of the record itself."""

from __future__ import annotations

from functools import partial

import streamlit as st

from lib.model.package import packed
from lib.model.schema import TABLES
from lib.view import download, panels
from lib.view.text import muted
from lib.view.visit import Visit


def downloads(visit: Visit) -> None:
    """Every table as CSV, the file it was read from if it is one, and all of them together."""
    _ = visit.words.gettext
    package = visit.package

    def whole() -> bytes:
        return packed(package.folder())

    with st.container(border=True, key="downloads"):
        panels.heading(_("Download the tables"))
        st.markdown(
            muted(_("All tables in full, whatever is filtered; together they are a Data Package."))
        )
        with st.container(horizontal=True, gap="small"):
            download.button(_("All tables (zip)"), whole, "scale-up-impact.zip", "all-tables")
            for name in TABLES:
                download.button(name, partial(package.csv, name), f"{name}.csv", f"table-{name}")
