"""The layers that every request passes before it reaches Streamlit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from gzip import compress
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.web.policy import security_headers, shell

FONTS: Final = "/app/static/fonts/"
COMPONENT_FILE: Final = re.compile(r"/_stcore/bidi-components/[\w.-]+/[\w-]+\.[0-9a-f]{16}\.js")
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


class ComponentFiles:
    """Serves the hashed files of components, each read and compressed once.

    Streamlit reads such a file at every request, and the layer above would compress it at every
    request. What is kept is what Streamlit served: there is no more of it than there are files.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: dict[str, Response] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _is_component_file(scope):
            await self.app(scope, receive, send)
            return
        path: str = scope["path"]
        answer = self.kept.get(path) or await self._fetched(scope, receive)
        if answer.status_code == 200:
            self.kept[path] = answer
        await answer(scope, receive, send)

    async def _fetched(self, scope: Scope, receive: Receive) -> Response:
        """What Streamlit answers, compressed when it is the file.

        Streamlit is asked for it as it is: its own compression is quick rather than small.
        """
        answer, pieces = Response(), []
        asked = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer.status_code = message["status"]
                answer.raw_headers = list(message["headers"])
            else:
                pieces.append(message.get("body", b""))

        await self.app({**scope, "headers": asked}, receive, collect)
        answer.body = b"".join(pieces)
        if answer.status_code == 200:
            answer.body = await run_in_threadpool(compress, answer.body)
            answer.headers["content-encoding"] = "gzip"
            answer.headers["content-length"] = str(len(answer.body))
            answer.headers.add_vary_header("Accept-Encoding")
        return answer


def _is_component_file(scope: Scope) -> bool:
    """Whether a request is for a hashed file, from somebody who takes it compressed."""
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and COMPONENT_FILE.fullmatch(scope["path"]) is not None
        and "gzip" in Headers(scope=scope).get("accept-encoding", "")
    )


def middleware() -> list[Middleware]:
    """The layers from the outside in: headers, compression, what to keep, components.

    Streamlit leaves its bundles uncompressed for a proxy to do it; here they are compressed on
    the way, which makes the first visit download a sixth.
    """
    return [
        Middleware(SecurityHeaders, headers=security_headers(shell())),
        Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5),
        Middleware(LongCache),
        Middleware(ComponentFiles),
    ]
