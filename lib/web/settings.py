"""The settings without which the server does not start."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import streamlit as st

REQUIRED: Final = {
    "browser.gatherUsageStats": False,
    "server.enableStaticServing": True,
    "server.enableXsrfProtection": True,
    "server.enableCORS": True,
}


@asynccontextmanager
async def checked_settings(_app: st.App) -> AsyncIterator[None]:
    """Refuse to start with other settings than the required ones.

    Streamlit looks for ``.streamlit/config.toml`` in the working folder; an ASGI server that was
    started elsewhere would quietly run with the defaults, which call home. Raises
    ``RuntimeError`` that names the settings concerned.
    """
    wrong = [name for name, value in REQUIRED.items() if st.get_option(name) != value]
    if wrong:
        raise RuntimeError(
            f"The settings of .streamlit/config.toml do not apply ({', '.join(wrong)}): "
            "start the server in the folder that holds dashboard.py"
        )
    yield
