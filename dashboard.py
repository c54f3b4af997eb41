"""The dashboard as an application: which script, which routes, which middleware."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lib.model.engine import is_ready
from lib.model.outlines import GEO
from lib.view import ahead, navigation
from lib.view.warm import warm_up
from lib.web.middleware import middleware
from lib.web.routes import PROBES, routes
from lib.web.settings import starting

ROOT = Path(__file__).resolve().parent

app = st.App(
    ROOT / "lib" / "app.py",
    lifespan=starting(warm_up),
    routes=routes(is_ready=is_ready, geo=GEO),
    middleware=middleware(pages=navigation.addresses(), routes=PROBES, tell=ahead.begin),
)

if __name__ == "__main__":
    app.run()
