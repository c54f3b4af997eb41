"""The layers that every request passes before it reaches Streamlit."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.web.asked import AskedFor, Tell
from lib.web.hashed_files import COMPONENT_FILE, HashedFiles
from lib.web.lost import NoSuchPage
from lib.web.own_shell import OwnShell, additions
from lib.web.policy import security_headers, shell
from lib.web.uploads import Uploads, stored_by_streamlit

FONTS: Final = "/app/static/fonts/"
A_YEAR: Final = "public, max-age=31536000, immutable"


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


class LongCache:
    """Lets browsers keep the files that change name when they change: fonts, components.

    Streamlit's own hashed files carry such a header already.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not _is_named_by_content(scope["path"]):
            await self.app(scope, receive, send)
            return

        async def send_with_age(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] in (200, 206, 304):
                MutableHeaders(scope=message)["cache-control"] = A_YEAR
            await send(message)

        await self.app(scope, receive, send_with_age)


def _is_named_by_content(path: str) -> bool:
    return path.startswith(FONTS) or COMPONENT_FILE.fullmatch(path) is not None


def middleware(
    pages: Collection[str] = (),
    routes: Collection[str] = (),
    tell: Tell = lambda _page, _query, _language: None,
) -> list[Middleware]:
    """The layers from the outside in: headers, compression, uploads, then what is served.

    ``pages`` are the names of all pages, ``routes`` other addresses that a reader may open;
    ``tell`` is told which page is asked for.

    Streamlit leaves its bundles uncompressed for a proxy to do it; here they are compressed on
    the way, which makes the first visit download a sixth.
    """
    return [
        Middleware(SecurityHeaders, headers=security_headers(shell())),
        Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5),
        Middleware(Uploads, stored=stored_by_streamlit),
        Middleware(LongCache),
        Middleware(NoSuchPage, pages=pages, routes=routes),
        Middleware(AskedFor, pages=pages, tell=tell),
        Middleware(OwnShell, head=additions(FONTS)),
        Middleware(HashedFiles),
    ]
