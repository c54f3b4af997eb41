"""Which page a browser asks for is told to whoever prepares it."""

from __future__ import annotations

from unittest.mock import Mock, call

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from lib.web.middleware import middleware

PAGE = {"accept": "text/html,*/*;q=0.8", "accept-language": "de-CH;q=0.9, fr;q=0.8"}


@pytest.fixture
def tell() -> Mock:
    return Mock()


@pytest.fixture
def client(tell: Mock) -> TestClient:
    every = Route("/{path:path}", lambda _: PlainTextResponse("there"), methods=["GET", "POST"])
    layers = middleware(pages=["map"], routes=["/healthz"], tell=tell)
    return TestClient(Starlette(routes=[every], middleware=layers))


def test_a_page_is_told_with_its_query_and_the_first_language(
    client: TestClient, tell: Mock
) -> None:
    assert client.get("/map?lang=it&edition=1&edition=2", headers=PAGE).text == "there"
    assert client.get("/", headers=PAGE).text == "there"
    assert tell.mock_calls == [
        call("map", {"lang": ["it"], "edition": ["1", "2"]}, "de-CH"),
        call("", {}, "de-CH"),
    ]


def test_who_names_no_language_is_told_as_well(client: TestClient, tell: Mock) -> None:
    client.headers.pop("accept-language", None)
    client.get("/", headers={"accept": "text/html"})
    assert tell.mock_calls == [call("", {}, "")]


@pytest.mark.parametrize("path", ["/healthz", "/static/map.js", "/geo/map", "/nowhere"])
def test_what_is_no_page_is_not_told(client: TestClient, tell: Mock, path: str) -> None:
    client.get(path, headers=PAGE, follow_redirects=False)
    client.post("/map", headers=PAGE)
    client.get("/map", headers={"accept": "*/*"})
    assert tell.mock_calls == []
