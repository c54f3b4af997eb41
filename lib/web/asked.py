"""Which page a browser asks for, told before the browser has loaded what draws it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

# A page by its name, the query of its address, the language that the browser prefers.
Tell = Callable[[str, Mapping[str, Sequence[str]], str], object]


class AskedFor:
    """Tells of every page that a browser asks for; ``tell`` must return at once."""

    def __init__(self, app: ASGIApp, pages: Collection[str], tell: Tell) -> None:
        self.app = app
        self.pages = {"", *pages}
        self.tell = tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if is_for_reading(scope) and (page := scope["path"].strip("/")) in self.pages:
            query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
            preferred = Headers(scope=scope).get("accept-language", "")
            self.tell(page, query, preferred.split(",")[0].split(";")[0].strip())
        await self.app(scope, receive, send)


def is_for_reading(scope: Scope) -> bool:
    """Whether a browser asks for a page, not for a file or a socket."""
    is_get = scope["type"] == "http" and scope["method"] == "GET"
    return is_get and "text/html" in Headers(scope=scope).get("accept", "")
