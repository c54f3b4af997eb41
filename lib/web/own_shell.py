"""The page in which Streamlit starts, with what it must hold from the first moment."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.web.asked import is_for_reading

# The weights that every page begins with; a face that came late would set its titles anew.
FACES: Final = (
    "IBMPlexSans-Regular.ba711a30",
    "IBMPlexSans-Medium.5660f8a6",
    "IBMPlexSans-SemiBold.f7804803",
    "source-serif-4-latin-600-normal.f2b7e1cf",
)
MOST_ROWS: Final = 40  # that a table has at once
LINE: Final = 1.875  # rem that a row of one line takes
_STYLE: Final = Path(__file__).with_name("shell.css")
_END: Final = b"</head>"
# They tell one version of Streamlit's file from another, not one of what is added to it.
_VERSIONS: Final = ("etag", "last-modified")
# Streamlit is asked for the whole file, and as it is: compressed, nothing can be added to it.
_NOT_ASKED: Final = (b"accept-encoding", b"if-modified-since", b"if-none-match")


def additions(fonts: str) -> bytes:
    """What the head of the shell gets: typefaces to fetch at once, room that is kept.

    ``fonts`` is the address of their folder.
    """
    faces = "".join(
        f'<link rel="preload" href="{fonts}{face}.woff2" as="font" type="font/woff2" crossorigin>'
        for face in FACES
    )
    # A header and rows of one line each; what takes more cannot be known before it is drawn.
    tables = "".join(
        f'[class*="st-key-rows-{rows}-"] [data-testid="stSkeleton"]'
        f"{{height:{LINE * (rows + 1):g}rem}}"
        for rows in range(1, MOST_ROWS + 1)
    )
    style = _STYLE.read_text(encoding="utf-8")
    return f"{faces}<style>{style}{tables}</style>".encode()


class OwnShell:
    """Puts ``head`` at the end of the head of every HTML page.

    Streamlit learns from the script how wide a page is and which typefaces it has, long after it
    has begun to draw: what is there already would jump.
    """

    def __init__(self, app: ASGIApp, head: bytes) -> None:
        self.app = app
        self.head = head

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not is_for_reading(scope):
            await self.app(scope, receive, send)
            return
        asked = [pair for pair in scope["headers"] if pair[0] not in _NOT_ASKED]
        begin: Message | None = None
        pieces: list[bytes] = []

        async def send_whole(message: Message) -> None:
            nonlocal begin
            if message["type"] == "http.response.start" and _is_html(message):
                begin = message
                return
            if begin is None or message["type"] != "http.response.body":
                await send(message)
                return
            pieces.append(message.get("body", b""))
            if not message.get("more_body", False):
                body = b"".join(pieces).replace(_END, self.head + _END, 1)
                headers = MutableHeaders(scope=begin)
                headers["content-length"] = str(len(body))
                for name in _VERSIONS:
                    del headers[name]
                await send(begin)
                await send({"type": "http.response.body", "body": body})

        await self.app({**scope, "headers": asked}, receive, send_whole)


def _is_html(message: Message) -> bool:
    return Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
