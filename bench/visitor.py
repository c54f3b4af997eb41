"""A visitor without a browser: a session of the dashboard at the protocol of Streamlit."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager
from types import TracebackType
from typing import Any
from urllib.parse import urlencode

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.typing import Origin, Subprotocol

PATIENCE = 120  # seconds for an answer
EARLY = ForwardMsg.FINISHED_EARLY_FOR_RERUN  # the page asked for another run by itself
_LIMITS: dict[str, Any] = {"max_size": None, "max_queue": None, "compression": None}


class Visitor(AbstractAsyncContextManager["Visitor"]):
    """One session, open within ``async with``: opens a page, changes filters, goes.

    ``base`` is the address of the server. Raises ``RuntimeError`` where an exception stands on the
    page, ``TimeoutError`` where no answer comes.
    """

    def __init__(self, base: str) -> None:
        self.base = base
        self.ids: dict[str, str] = {}  # of filters, by their keys
        self.page = ""
        self.query = ""  # of the address, as the page wrote it last

    async def __aenter__(self) -> Visitor:
        address = self.base.replace("http", "ws", 1) + "/_stcore/stream"
        self.socket = await websockets.connect(
            address, origin=Origin(self.base), subprotocols=[Subprotocol("streamlit")], **_LIMITS
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.socket.close()

    async def open(self, page: str, **query: Iterable[str]) -> None:
        """Open a page by its name, at an address with some parameters."""
        asked = BackMsg()
        asked.rerun_script.page_name = page
        self.query = urlencode(query, doseq=True)
        await self._run(asked)

    async def choose(self, name: str, values: Iterable[str]) -> None:
        """Set a filter to some values, as the widget writes them."""
        asked = BackMsg()
        asked.rerun_script.page_script_hash = self.page
        widget = asked.rerun_script.widget_states.widgets.add()
        widget.id = self.ids[name]
        widget.string_array_value.data.extend(values)
        await self._run(asked)

    async def _run(self, asked: BackMsg) -> None:
        """Have the script run, and wait until it has ended."""
        asked.rerun_script.query_string = self.query
        await self.socket.send(asked.SerializeToString())
        while True:
            raw = await asyncio.wait_for(self.socket.recv(), PATIENCE)
            told = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
            kind = told.WhichOneof("type")
            if kind == "navigation":  # a session begins on the first page, whatever is asked for
                self.page = told.navigation.page_script_hash
            elif kind == "page_info_changed":
                self.query = told.page_info_changed.query_string
            elif kind == "delta":
                self._note(told.delta.new_element)
            elif kind == "script_finished" and told.script_finished != EARLY:
                return

    def _note(self, element: Any) -> None:
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise RuntimeError(element.exception.message)
        if kind in ("button_group", "multiselect"):
            one = getattr(element, kind).id
            self.ids[one.rsplit("-", 1)[-1]] = one
