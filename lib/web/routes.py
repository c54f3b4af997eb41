"""The addresses that the server answers beside the pages."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_LOG = logging.getLogger(__name__)
PROBES = ("/healthz", "/readyz")
ICON = Path(__file__).with_name("icon.png")
_NOT_STORED = {"cache-control": "no-store"}


class Outlines(StaticFiles):
    """Serves the GeoJSON files of one folder, nothing else that may lie in it."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        if not path.endswith(".geojson"):
            raise HTTPException(status_code=404)
        return await super().get_response(path, scope)

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["cache-control"] = "public, max-age=86400"
        if response.status_code != 304:
            response.headers["content-type"] = "application/geo+json"
        return response


def routes(is_ready: Callable[[], bool], geo: Path) -> list[BaseRoute]:
    """The routes ``/healthz``, ``/readyz``, ``/favicon.png``, ``/geo/<file>.geojson``.

    ``is_ready`` says whether checked tables are loaded; it may take its time (it is asked in a
    thread). ``geo`` is the folder of the outlines; raises ``RuntimeError`` when it is missing.
    """

    async def healthz(_request: Request) -> Response:
        return PlainTextResponse("ok", headers=_NOT_STORED)

    def readyz(_request: Request) -> Response:
        if _answers_yes(is_ready):
            return PlainTextResponse("ready", headers=_NOT_STORED)
        return PlainTextResponse("not ready", status_code=503, headers=_NOT_STORED)

    async def icon(_request: Request) -> Response:
        return FileResponse(ICON, headers={"cache-control": "public, max-age=86400"})

    return [
        *(Route(path, probe) for path, probe in zip(PROBES, (healthz, readyz), strict=True)),
        # Streamlit's shell names this address. An icon that is set by the page instead is read,
        # looked at and kept anew in every run, by a library of five megabytes.
        Route("/favicon.png", icon),
        Mount("/geo", Outlines(directory=geo)),
    ]


def _answers_yes(is_ready: Callable[[], bool]) -> bool:
    """The answer; a question that fails is a no whose reason is for the log, not for the wire."""
    try:
        return is_ready()
    except Exception:
        _LOG.exception("The question whether checked tables are loaded failed")
        return False
