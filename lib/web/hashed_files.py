"""Files named by their content, of Streamlit and of components: compressed once, then kept."""

from __future__ import annotations

import asyncio
import re
from gzip import compress
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COMPONENT_FILE: Final = re.compile(r"/_stcore/bidi-components/[\w.-]+/[\w-]+\.[0-9a-f]{16}\.js")
STREAMLIT_FILE: Final = re.compile(r"/static/(js|css)/[\w.-]+\.[\w-]{8}\.(js|css)")


class HashedFiles:
    """Serves files that never change under their name, each read and compressed once.

    Streamlit reads such a file at every request, and the layer above would compress it at every
    request. What is kept is what Streamlit served: there is no more of it than there are files.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: dict[str, Response] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _is_hashed_file(scope):
            await self.app(scope, receive, send)
            return
        path: str = scope["path"]
        answer = self.kept.get(path) or await self._fetched(scope)
        if answer.status_code == 200:
            self.kept[path] = answer
        await answer(scope, receive, send)

    async def _fetched(self, scope: Scope) -> Response:
        """What Streamlit answers, compressed when it is the file.

        Streamlit is asked for it as it is: its own compression is quick rather than small. It does
        not hear that whoever asked has left: it would stop there, and all would get the half.
        """
        answer, pieces = Response(), []
        asked = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer.status_code = message["status"]
                answer.raw_headers = list(message["headers"])
            else:
                pieces.append(message.get("body", b""))

        await self.app({**scope, "headers": asked}, _no_news, collect)
        answer.body = b"".join(pieces)
        if answer.status_code == 200:
            answer.body = await run_in_threadpool(compress, answer.body)
            answer.headers["content-encoding"] = "gzip"
            answer.headers["content-length"] = str(len(answer.body))
            answer.headers.add_vary_header("Accept-Encoding")
        return answer


async def _no_news() -> Message:
    """What is heard of somebody who waits for the whole file: nothing, ever."""
    return await asyncio.Future()


def _is_hashed_file(scope: Scope) -> bool:
    """Whether a request is for a hashed file, from somebody who takes it compressed."""
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and any(name.fullmatch(scope["path"]) for name in (COMPONENT_FILE, STREAMLIT_FILE))
        and "gzip" in Headers(scope=scope).get("accept-encoding", "")
    )
