"""The shell as browsers get it: Streamlit's, with typefaces and room from the first moment."""

from __future__ import annotations

import gzip
import re
import tomllib
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from lib.view.pages import WHOLE
from lib.web.middleware import FONTS, middleware
from lib.web.own_shell import MOST_ROWS, additions
from lib.web.policy import script_hashes, shell

PAGE = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


async def streamlit(request: Request) -> Response:
    """What Streamlit answers: its shell, compressed for who takes it so."""
    headers = {"etag": '"one"', "last-modified": "Mon, 23 Nov 2026 10:00:00 GMT"}
    if "if-none-match" in request.headers:
        return Response(status_code=304)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return HTMLResponse(shell(), headers=headers)
    headers["content-encoding"] = "gzip"
    return HTMLResponse(gzip.compress(shell().encode()), headers=headers)


@pytest.fixture
def client() -> TestClient:
    routes = [
        Route("/", streamlit),
        Route("/healthz", lambda _: PlainTextResponse("</head>")),
    ]
    return TestClient(Starlette(routes=routes, middleware=middleware(routes=["/healthz"])))


@pytest.mark.parametrize("encoding", ["gzip, br", "identity"])
def test_a_reader_gets_the_shell_with_what_is_added(client: TestClient, encoding: str) -> None:
    answer = client.get("/", headers=PAGE | {"accept-encoding": encoding})
    added = additions(FONTS).decode()
    assert answer.text == shell().replace("</head>", f"{added}</head>")
    assert not {"etag", "last-modified"} & set(answer.headers)


def test_a_browser_does_not_keep_what_another_version_added(client: TestClient) -> None:
    again = client.get("/", headers=PAGE | {"if-none-match": '"one"'})
    assert (again.status_code, again.text) == (200, client.get("/", headers=PAGE).text)


def test_no_script_is_added(client: TestClient) -> None:
    assert script_hashes(client.get("/", headers=PAGE).text) == script_hashes(shell())


def test_whatever_is_no_page_passes_as_it_is(client: TestClient) -> None:
    assert client.get("/healthz", headers=PAGE).text == "</head>"
    assert client.get("/", headers={"accept": "*/*"}).text == shell()
    assert client.get("/", headers={"accept": "*/*"}).headers["etag"] == '"one"'
    assert client.head("/", headers=PAGE).status_code == 200


def test_typefaces_are_those_of_the_theme(root: Path) -> None:
    theme = tomllib.loads((root / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    wanted = {f"/{face['url']}" for face in theme["fontFaces"]}
    fetched = re.findall(r'href="(.+?)" as="font"', additions(FONTS).decode())
    assert len(fetched) == 4
    assert set(fetched) <= wanted


def test_every_table_that_can_be_shown_has_its_room() -> None:
    assert MOST_ROWS == WHOLE
    assert f"st-key-rows-{WHOLE}-" in additions(FONTS).decode()


def test_no_rule_for_the_screen_looks_through_the_whole_page() -> None:
    """Whatever stands in an element with ``:has`` is styled anew when anything in it changes."""
    css = (Path(__file__).parents[2] / "lib/web/shell.css").read_text(encoding="utf-8")
    for_screen = re.sub(r"/\*.*?\*/|@media print \{.*?\n\}", "", css, flags=re.DOTALL)
    assert ":has(" in for_screen
    whole = r"(?:html|body|:root|\.stApp|\[data-testid=\"?st(?:App|Main|MainBlockContainer)\"?\])"
    assert re.findall(rf"{whole}[^\s,>+~]*:has\(", for_screen) == []
