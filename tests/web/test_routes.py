"""The addresses beside the pages: alive, ready, outlines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from lib.view import navigation
from lib.web.routes import ICON, routes

SECRET = "/srv/secret/projects.csv"


def client(geo: Path, is_ready: Callable[[], bool] = lambda: True) -> TestClient:
    return TestClient(Starlette(routes=routes(is_ready=is_ready, geo=geo)))


def failing() -> bool:
    raise RuntimeError(SECRET)


@pytest.fixture
def geo(tmp_path: Path) -> Path:
    folder = tmp_path / "geo"
    folder.mkdir()
    (folder / "small.geojson").write_text('{"type": "FeatureCollection", "features": []}')
    (folder / "README.md").write_text("not for visitors")
    (tmp_path / "outside.geojson").write_text("{}")
    return folder


def test_the_icon_is_ours_and_is_kept_for_a_day(geo: Path) -> None:
    answer = client(geo).get("/favicon.png")
    assert answer.content == ICON.read_bytes()
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"] == "public, max-age=86400"


@pytest.mark.parametrize("is_ready", [lambda: True, lambda: False, failing])
def test_alive_whatever_the_tables_are(geo: Path, is_ready: Callable[[], bool]) -> None:
    answer = client(geo, is_ready).get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok")
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("is_ready", "status", "text"),
    [(lambda: True, 200, "ready"), (lambda: False, 503, "not ready"), (failing, 503, "not ready")],
)
def test_ready_when_the_tables_are(
    geo: Path, is_ready: Callable[[], bool], status: int, text: str
) -> None:
    answer = client(geo, is_ready).get("/readyz")
    assert (answer.status_code, answer.text) == (status, text)
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["cache-control"] == "no-store"


def test_readiness_is_asked_anew_each_time(geo: Path) -> None:
    answers = iter([False, True])
    asked = client(geo, lambda: next(answers))
    assert [asked.get("/readyz").status_code for _ in range(2)] == [503, 200]


def test_why_it_is_not_ready_is_for_the_log(geo: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert SECRET not in client(geo, failing).get("/readyz").text
    assert SECRET in caplog.text


def test_outlines_have_their_type_their_age_their_tag(geo: Path) -> None:
    answer = client(geo).get("/geo/small.geojson")
    assert answer.json()["type"] == "FeatureCollection"
    assert answer.headers["content-type"] == "application/geo+json"
    assert answer.headers["cache-control"] == "public, max-age=86400"
    again = client(geo).get("/geo/small.geojson", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path",
    ["/geo/", "/geo/none.geojson", "/geo/README.md", "/geo/%2e%2e/outside.geojson", "/geo/../x"],
)
def test_nothing_else_is_served(geo: Path, path: str) -> None:
    assert client(geo).get(path).status_code == 404


def test_a_missing_folder_is_noticed_at_start(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="nowhere"):
        routes(is_ready=lambda: True, geo=tmp_path / "nowhere")


def test_every_page_can_be_asked_for_by_its_name(root: Path) -> None:
    scripts = {path.stem for path in (root / "pages").glob("*.py")}
    assert {*navigation.addresses(), navigation.TOTALS} == scripts
