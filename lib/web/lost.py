"""Addresses that are no page lead to the start page."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final
from urllib.parse import parse_qs, urlencode

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.web.asked import is_for_reading

# Where Streamlit keeps files and sockets; the outlines are ours.
SERVED: Final = frozenset({"_stcore", "app", "component", "geo", "media", "static"})
LONGEST: Final = 60  # letters of a wrong address that are repeated


class NoSuchPage:
    """Leads a reader who asks for a page that is not there to the start page, which says so.

    Streamlit itself would open a dialog in English, or below a page's address never load at all.
    Only what a browser asks for as a page is led away: files, sockets and probes pass. The reader's
    language goes along.
    """

    def __init__(self, app: ASGIApp, pages: Collection[str], routes: Collection[str]) -> None:
        self.app = app
        self.known = {"", *pages, *(route.strip("/") for route in routes)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"].strip("/") if scope["type"] == "http" else ""
        if path in self.known or not self._is_page(scope, path):
            await self.app(scope, receive, send)
            return
        asked = parse_qs(scope.get("query_string", b"").decode("latin-1"))
        query = {"page": path[:LONGEST]}
        if "lang" in asked:
            query["lang"] = asked["lang"][0]
        start = RedirectResponse(f"/?{urlencode(query)}", status_code=303)
        await start(scope, receive, send)

    def _is_page(self, scope: Scope, path: str) -> bool:
        first, last = path.split("/")[0], path.split("/")[-1]
        is_inside = first in SERVED or "_stcore" in path
        return is_for_reading(scope) and not is_inside and "." not in last
