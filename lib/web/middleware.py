"""The layers that every request passes before it reaches Streamlit."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final
from urllib.parse import urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.web.policy import security_headers, shell

FONTS: Final = "/app/static/fonts/"
A_YEAR: Final = "public, max-age=31536000, immutable"
# Where Streamlit keeps files and sockets; the outlines are ours.
SERVED: Final = frozenset({"_stcore", "app", "component", "geo", "media", "static"})
LONGEST: Final = 60  # letters of a wrong address that are repeated


class SecurityHeaders:
    """Puts the security headers on every HTTP response, errors included.

    A request that raises is answered here, in plain words: the server's own answer to it would
    pass outside this layer, without the headers. The exception goes on to the server's log.
    """

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self.app = app
        self.headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        is_started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal is_started
            if message["type"] == "http.response.start":
                is_started = True
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        except Exception:
            if not is_started:
                failure = PlainTextResponse("Internal Server Error", status_code=500)
                await failure(scope, receive, send_with_headers)
            raise


class FontCache:
    """Lets browsers keep the fonts, which change name when they change.

    Streamlit's own hashed files carry such a header already.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(FONTS):
            await self.app(scope, receive, send)
            return

        async def send_with_age(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] in (200, 206, 304):
                MutableHeaders(scope=message)["cache-control"] = A_YEAR
            await send(message)

        await self.app(scope, receive, send_with_age)


class NoSuchPage:
    """Leads a reader who asks for a page that is not there to the start page, which says so.

    Streamlit itself would open a dialog in English, or below a page's address never load at all.
    Only what a browser asks for as a page is led away: files, sockets and probes pass.
    """

    def __init__(self, app: ASGIApp, pages: Collection[str], routes: Collection[str]) -> None:
        self.app = app
        self.known = {"", *pages, *(route.strip("/") for route in routes)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"].strip("/") if scope["type"] == "http" else ""
        if path in self.known or not self._is_page(scope, path):
            await self.app(scope, receive, send)
            return
        start = RedirectResponse(f"/?{urlencode({'page': path[:LONGEST]})}", status_code=303)
        await start(scope, receive, send)

    def _is_page(self, scope: Scope, path: str) -> bool:
        first, last = path.split("/")[0], path.split("/")[-1]
        is_asked_for = "text/html" in Headers(scope=scope).get("accept", "")
        is_inside = first in SERVED or "_stcore" in path
        return scope["method"] == "GET" and is_asked_for and not is_inside and "." not in last


def middleware(pages: Collection[str] = (), routes: Collection[str] = ()) -> list[Middleware]:
    """The layers from the outside in: headers, compression, cache of fonts, pages that are not.

    ``pages`` are the names of all pages, ``routes`` other addresses that a reader may open.

    Streamlit leaves its bundles uncompressed for a proxy to do it; here they are compressed on
    the way, which makes the first visit download a sixth.
    """
    return [
        Middleware(SecurityHeaders, headers=security_headers(shell())),
        Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5),
        Middleware(FontCache),
        Middleware(NoSuchPage, pages=pages, routes=routes),
    ]
