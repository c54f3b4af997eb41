"""The reference page as an application, served like the dashboard: ``streamlit run bench/page.py``.

It shows the portfolio in the folder ``DASHBOARD_DATA`` through the engine ``DASHBOARD_ENGINE``;
start it in the folder of ``dashboard.py``.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from bench.page_warm import warm_up
from lib.model.outlines import GEO
from lib.web.middleware import middleware
from lib.web.routes import PROBES, routes
from lib.web.settings import starting

HERE = Path(__file__).resolve().parent

# Nothing is answered before the warm-up is over, so that whoever asks is told yes.
app = st.App(
    HERE / "page_script.py",
    lifespan=starting(warm_up),
    routes=[
        *routes(is_ready=lambda: True, geo=GEO),
        Mount("/app/static", StaticFiles(directory=HERE.parent / "lib" / "static")),
    ],
    middleware=middleware(routes=PROBES),
)

if __name__ == "__main__":
    app.run()
