"""Downloads of the record itself."""

from __future__ import annotations

import io
import zipfile
from functools import partial

import streamlit as st

from lib.model import store
from lib.model.schema import TABLES
from lib.view import download, panels
from lib.view.text import muted
from lib.view.visit import Visit


def downloads(visit: Visit) -> None:
    """Every table as the file it was read from, one by one or together as a Data Package."""
    _ = visit.words.gettext
    with st.container(border=True, key="downloads"):
        panels.heading(_("Download the tables"))
        st.markdown(
            muted(_("All tables in full, whatever is filtered; together they are a Data Package."))
        )
        with st.container(horizontal=True, gap="small"):
            download.button(_("All tables (zip)"), _package, "scale-up-impact.zip", "all-tables")
            for name in TABLES:
                download.button(name, partial(_table, name), f"{name}.csv", f"table-{name}")


def _table(name: str) -> bytes:
    return store.csv_bytes(store.folder(), name)


def _package() -> bytes:
    """The tables with their description, as one zip."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in store.package_files(store.folder()).items():
            archive.writestr(name, content)
    return packed.getvalue()
