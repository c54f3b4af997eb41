"""Uploads: as many as tables need, and no more than the memory has room for."""

from __future__ import annotations

import anyio
import pytest
from starlette.applications import Starlette
from starlette.formparsers import MultiPartParser
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from lib.web import uploads
from lib.web.uploads import ALL_BYTES, AT_ONCE, BYTES, FILES, Uploads, keep_in_memory

ADDRESS = "/_stcore/upload_file/{session}/{file}"


async def taken(_request: Request) -> Response:
    return PlainTextResponse("taken")


def client(stored: dict[str, list[int]]) -> TestClient:
    """What stands before Streamlit, when its sessions have stored so much."""
    app = Starlette(routes=[Route(ADDRESS, taken, methods=["PUT", "DELETE"]), Route("/", taken)])
    return TestClient(Uploads(app, lambda: stored))


@pytest.mark.parametrize(
    ("stored", "status"),
    [
        ({}, 200),
        ({"me": [BYTES - 1]}, 200),
        ({"me": [BYTES]}, 429),
        ({"me": [1] * (FILES - 1)}, 200),
        ({"me": [1] * FILES}, 429),
        ({"you": [1] * FILES}, 200),
        ({f"{n}": [BYTES] for n in range(ALL_BYTES // BYTES)}, 429),
    ],
)
def test_a_session_has_room_for_tables(stored: dict[str, list[int]], status: int) -> None:
    assert client(stored).put("/_stcore/upload_file/me/1", content=b"x").status_code == status


def test_what_is_no_upload_passes() -> None:
    full = client({"me": [BYTES]})
    assert full.get("/").status_code == 200
    assert full.delete("/_stcore/upload_file/me/1").status_code == 200


def test_repeated_uploads_of_a_session_wait_for_each_other() -> None:
    now = most = 0

    async def slow(scope: object, receive: object, send: object) -> None:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await anyio.sleep(0.01)
        now -= 1

    layer = Uploads(slow, dict)

    async def many() -> None:
        async with anyio.create_task_group() as group:
            for number in range(10):
                path = f"/_stcore/upload_file/me/{number}"
                scope = {"type": "http", "method": "PUT", "path": path}
                group.start_soon(layer, scope, None, None)

    anyio.run(many)
    assert most == AT_ONCE
    assert layer.under_way == 0
    assert not layer.turns


def test_an_upload_that_fails_gives_its_place_back() -> None:
    async def failing(scope: object, receive: object, send: object) -> None:
        raise RuntimeError

    layer = Uploads(failing, dict)
    for _ in range(uploads.ALL_AT_ONCE + 1):
        with pytest.raises(RuntimeError):
            anyio.run(layer, {"type": "http", "method": "PUT", "path": ADDRESS}, None, None)
    assert layer.under_way == 0


def test_streamlit_keeps_files_where_they_are_counted() -> None:
    manager = MemoryUploadedFileManager("/_stcore/upload_file")
    manager.add_file("me", UploadedFileRec("1", "a.csv", "text/csv", b"12345"))
    assert {name: [*files] for name, files in manager.file_storage.items()} == {"me": ["1"]}
    assert manager.file_storage["me"]["1"].data == b"12345"


def test_no_part_of_an_upload_lies_on_a_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MultiPartParser, "spool_max_size", 1)
    keep_in_memory()
    assert MultiPartParser.spool_max_size >= BYTES
