"""The settings without which the server does not start."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Final

import pyarrow
import streamlit as st
from starlette.concurrency import run_in_threadpool

from lib.web.uploads import keep_in_memory

REQUIRED: Final = {
    "browser.gatherUsageStats": False,
    "server.enableStaticServing": True,
    "server.enableXsrfProtection": True,
    "server.enableCORS": True,
}


def starting(first: Callable[[], None]) -> Callable[[st.App], AbstractAsyncContextManager[None]]:
    """The life of the server: checked settings, then ``first``, and only then an answer."""

    @asynccontextmanager
    async def lifespan(_app: st.App) -> AsyncIterator[None]:
        check_settings()
        keep_in_memory()
        # Tables are sent through Arrow, a few kilobytes each: its own pool would keep megabytes.
        pyarrow.set_memory_pool(pyarrow.system_memory_pool())
        await run_in_threadpool(first)
        yield

    return lifespan


def check_settings() -> None:
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
