"""Uploads: what a visitor may put into the memory of the server."""

from __future__ import annotations

import re
from asyncio import Semaphore
from collections.abc import Callable
from typing import Final
from weakref import WeakValueDictionary

from starlette.formparsers import MultiPartParser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

ADDRESS: Final = re.compile(r".*/_stcore/upload_file/([^/]+)/[^/]+")
FILES: Final = 40  # of a session: more than there are tables
BYTES: Final = 64 << 20  # of a session: as much as is read of them
ALL_BYTES: Final = 512 << 20  # of all sessions together
AT_ONCE: Final = 2  # of a session: further ones wait
ALL_AT_ONCE: Final = 16

Stored = Callable[[], dict[str, list[int]]]  # the sizes of the files that each session has stored


class Uploads:
    """Refuses files beyond what a session, and all together, may keep in memory.

    Streamlit asks of a file that the session lives, that it carries its token, that it is no larger
    than the setting says: it takes any number of such files, also some that no page asked for.
    """

    def __init__(self, app: ASGIApp, stored: Stored) -> None:
        self.app = app
        self.stored = stored
        self.turns: WeakValueDictionary[str, Semaphore] = WeakValueDictionary()
        self.under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        found = ADDRESS.fullmatch(scope["path"]) if scope["type"] == "http" else None
        if found is None or scope["method"] != "PUT":
            await self.app(scope, receive, send)
            return
        async with self.turns.setdefault(found[1], Semaphore(AT_ONCE)):
            if self.under_way >= ALL_AT_ONCE or self._is_too_much(found[1]):
                await PlainTextResponse("Too many files", status_code=429)(scope, receive, send)
                return
            self.under_way += 1
            try:
                await self.app(scope, receive, send)
            finally:
                self.under_way -= 1

    def _is_too_much(self, session: str) -> bool:
        sizes = self.stored()
        own = sizes.get(session, [])
        is_full = len(own) >= FILES or sum(own) >= BYTES
        return is_full or sum(map(sum, sizes.values())) >= ALL_BYTES


def keep_in_memory() -> None:
    """Let no part of an upload lie on a disk while it is taken in, as it would above a megabyte."""
    MultiPartParser.spool_max_size = BYTES


def stored_by_streamlit() -> dict[str, list[int]]:
    """What Streamlit keeps for its sessions; nothing before it runs."""
    from streamlit.runtime import exists, get_instance

    if not exists():
        return {}
    files: dict[str, dict[str, object]] = getattr(
        get_instance().uploaded_file_mgr, "file_storage", {}
    )
    return {
        session: [len(getattr(one, "data", b"")) for one in own.values()]
        for session, own in [*files.items()]
    }
