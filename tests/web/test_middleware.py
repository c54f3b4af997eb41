"""The layers: on every response, whatever happens below; never in the way of a websocket."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.types import Message, Scope
from starlette.websockets import WebSocket

from lib.web import hashed_files as layers
from lib.web.middleware import A_YEAR, middleware
from lib.web.policy import security_headers, shell

SECRET = "postgres://user:password@host"
LONG = "a long text " * 1000
COMPONENT = "/_stcore/bidi-components/own.chart/"
HASHED = f"{COMPONENT}chart.0123456789abcdef.js"


async def failing(_request: Request) -> Response:
    raise RuntimeError(SECRET)


async def breaking_off(_request: Request) -> Response:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"begun"
        raise RuntimeError(SECRET)

    return StreamingResponse(pieces(), media_type="text/plain")


async def long(_request: Request) -> Response:
    return PlainTextResponse(LONG)


async def component(request: Request) -> Response:
    """What Streamlit answers for a component's file; counts how often it is asked."""
    path = request.path_params["path"]
    asked.append(path)
    headers = {"cache-control": "public", "access-control-allow-origin": "*"}
    is_there = path.startswith(("own.chart/chart.", "index."))
    return Response(LONG, 200 if is_there else 404, headers, "text/javascript")


asked: list[str] = []


async def moved(_request: Request) -> Response:
    return RedirectResponse("/long")


async def loose(_request: Request) -> Response:
    return PlainTextResponse("x", headers={"x-frame-options": "ALLOWALL", "x-own": "kept"})


async def echo(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(await socket.receive_text())
    await socket.close()


@pytest.fixture
def client() -> TestClient:
    app = Starlette(
        routes=[
            Route("/failing", failing),
            Route("/breaking-off", breaking_off),
            Route("/long", long),
            Route("/moved", moved),
            Route("/loose", loose),
            Route("/app/static/fonts/a.woff2", long),
            Route("/app/static/fonts/none.woff2", lambda _: PlainTextResponse("no", 404)),
            Route("/_stcore/bidi-components/{path:path}", component),
            Route("/static/js/{path:path}", component),
            WebSocketRoute("/echo", echo),
        ],
        middleware=middleware(),
    )
    return TestClient(app, raise_server_exceptions=False)


@pytest.mark.parametrize(
    ("path", "status"),
    [("/long", 200), ("/moved", 307), ("/nowhere", 404), ("/failing", 500), ("/loose", 200)],
)
def test_every_response_carries_every_header(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path, follow_redirects=False)
    assert answer.status_code == status
    wanted = security_headers(shell())
    assert {name: answer.headers.get_list(name) for name in wanted} == {
        name: [value] for name, value in wanted.items()
    }


def test_a_wrong_method_carries_them_too(client: TestClient) -> None:
    answer = client.post("/long")
    assert answer.status_code == 405
    assert answer.headers["x-frame-options"] == "DENY"


def test_a_failure_tells_the_visitor_nothing(client: TestClient) -> None:
    assert client.get("/failing").text == "Internal Server Error"


def test_a_failure_reaches_the_log_of_the_server() -> None:
    app = Starlette(routes=[Route("/failing", failing)], middleware=middleware())
    with pytest.raises(RuntimeError, match=SECRET):
        TestClient(app).get("/failing")


def test_a_failure_after_the_first_byte_is_not_answered_twice(client: TestClient) -> None:
    answer = client.get("/breaking-off")
    assert answer.status_code == 200
    assert SECRET not in answer.text


def test_other_headers_stay(client: TestClient) -> None:
    assert client.get("/loose").headers["x-own"] == "kept"


def test_long_texts_are_compressed_for_who_asks(client: TestClient) -> None:
    with client.stream("GET", "/long", headers={"accept-encoding": "gzip"}) as answer:
        body = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(body).decode() == LONG
    plain = client.get("/long", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers


def test_fonts_are_kept_for_a_year_missing_ones_are_not(client: TestClient) -> None:
    assert client.get("/app/static/fonts/a.woff2").headers["cache-control"] == A_YEAR
    assert "cache-control" not in client.get("/app/static/fonts/none.woff2").headers
    assert "cache-control" not in client.get("/long").headers


def test_hashed_files_of_components_are_kept_for_a_year(client: TestClient) -> None:
    for encoding in ("gzip", "identity"):
        answer = client.get(HASHED, headers={"accept-encoding": encoding})
        assert answer.text == LONG
        assert answer.headers["cache-control"] == A_YEAR
        assert answer.headers["content-type"].startswith("text/javascript")
        assert answer.headers["access-control-allow-origin"] == "*"
        assert answer.headers["x-content-type-options"] == "nosniff"
    missing = client.get(f"{COMPONENT}other.0123456789abcdef.js")
    assert (missing.status_code, missing.headers["cache-control"]) == (404, "public")
    unhashed = client.get(f"{COMPONENT}chart.js")
    assert (unhashed.status_code, unhashed.headers["cache-control"]) == (200, "public")


@pytest.mark.parametrize("address", [HASHED, "/static/js/index.DormvYxC.js"])
def test_hashed_files_are_compressed_once(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    compressed: list[bytes] = []

    def compress(content: bytes) -> bytes:
        compressed.append(content)
        return gzip.compress(content)

    monkeypatch.setattr(layers, "compress", compress)
    asked.clear()
    for _visit in range(3):
        with client.stream("GET", address, headers={"accept-encoding": "gzip, br"}) as answer:
            body = b"".join(answer.iter_raw())
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers["vary"] == "Accept-Encoding"
        assert int(answer.headers["content-length"]) == len(body)
        assert gzip.decompress(body).decode() == LONG
    assert compressed == [LONG.encode()]
    assert len(asked) == 1
    client.get(address, headers={"accept-encoding": "identity"})
    client.get("/static/js/plain.js", headers={"accept-encoding": "gzip"})
    folder, _, name = address.rpartition("/")
    client.get(f"{folder}/./{name}")
    client.get(f"{COMPONENT}other.0123456789abcdef.js", headers={"accept-encoding": "gzip"})
    assert compressed == [LONG.encode()]


def test_who_leaves_early_takes_nothing_from_the_next(tmp_path: Path) -> None:
    """A file that somebody did not wait for is kept whole, or not at all."""
    file = tmp_path / "index.js"
    file.write_text(LONG)
    layer = layers.HashedFiles(FileResponse(file))
    scope: Scope = {
        "type": "http",
        "method": "GET",
        "path": HASHED,
        "headers": [(b"accept-encoding", b"gzip")],
    }

    async def gone() -> Message:
        return {"type": "http.disconnect"}

    def asked_for() -> bytes:
        pieces: list[bytes] = []

        async def send(message: Message) -> None:
            pieces.append(message.get("body", b""))

        asyncio.run(layer(scope, gone, send))
        return b"".join(pieces)

    asked_for()
    assert gzip.decompress(asked_for()).decode() == LONG


def test_websockets_pass(client: TestClient) -> None:
    with client.websocket_connect("/echo") as socket:
        socket.send_text("hello")
        assert socket.receive_text() == "hello"


@pytest.mark.parametrize(
    ("path", "accept", "leads_to"),
    [
        ("/nonsense", "text/html", "/?page=nonsense"),
        ("/nonsense?edition=1&lang=de", "text/html", "/?page=nonsense&lang=de"),
        ("/funding/deeper", "text/html,*/*", "/?page=funding%2Fdeeper"),
        ("/a%20b%26c", "text/html", "/?page=a+b%26c"),
        ("/" + "x" * 500, "text/html", "/?page=" + "x" * 60),
        ("/funding", "text/html", ""),
        ("/funding/", "text/html", ""),
        ("/", "text/html", ""),
        ("/healthz", "text/html", ""),
        ("/nonsense", "*/*", ""),
        ("/funding/_stcore/health", "text/html", ""),
        ("/app/static/x", "text/html", ""),
        ("/robots.txt", "text/html", ""),
    ],
)
def test_readers_of_no_page_are_led_to_the_start(path: str, accept: str, leads_to: str) -> None:
    app = Starlette(middleware=middleware(pages=["funding"], routes=["/healthz"]))
    answer = TestClient(app).get(path, headers={"accept": accept}, follow_redirects=False)
    assert answer.headers.get("location", "") == leads_to
    assert answer.status_code == (303 if leads_to else 404)
    assert answer.headers["x-content-type-options"] == "nosniff"
