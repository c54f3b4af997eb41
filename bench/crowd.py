"""Many visitors at once: sessions of the reference page without a browser, by the harness's load.

Runs under the harness's own interpreter, as :mod:`bench.driver` does, which starts it.
"""

from __future__ import annotations

import importlib
from typing import Any

Row = dict[str, Any]


async def measured(one: Any, crowds: list[Row]) -> list[Row]:
    """Let crowds of growing size change a filter, again and again.

    ``one``: our page as a server of the harness. ``crowds``: ``users``, ``think`` (seconds between
    the changes of each), ``seconds``. Out: a row a crowd with what the harness tells of it, and the
    server's memory with that many sessions open (``rss_mb``), after their changes
    (``rss_after_mb``), and with a single one (``rss_one_mb``).
    """
    load = importlib.import_module("load")
    sessions: list[Any] = []
    rows = []
    try:
        await _opened(load, one, sessions, 1)
        alone = one.rss_mb()
        for crowd in crowds:
            await _opened(load, one, sessions, crowd["users"])
            memory = one.rss_mb()
            told = await load.run_users(
                sessions[: crowd["users"]], one, crowd["seconds"], crowd["think"]
            )
            memories = {"rss_one_mb": alone, "rss_mb": memory, "rss_after_mb": one.rss_mb()}
            rows.append({"n": abs(one.n), **crowd, **told, **memories})
    finally:
        for session in sessions:
            await session.close()
    return rows


async def _opened(load: Any, one: Any, sessions: list[Any], count: int) -> None:
    while len(sessions) < count:
        session = load.StreamlitUser(one, None)
        await session.open()
        sessions.append(session)
