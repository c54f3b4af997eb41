"""Files that a visitor drops: read once in a session, however often the page is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from secrets import token_hex
from typing import Final, TypeVar

import streamlit as st

from lib.model.faults import Fault, FaultyTables

KINDS: Final = ("xlsx", "zip", "csv", "tsv", "txt", "parquet", "json", "svg", "png")
# Taken as well: workbooks that are seldom, and those that are not read, of which it is told.
_TAKEN: Final = ("xlsm", "xls", "xlsb", "xlt", "ods", "fods", "numbers")
_SESSION: Final = "dropped-in"
T = TypeVar("T")


def dropped(
    label: str, key: str, read: Callable[[Mapping[str, bytes]], T]
) -> T | tuple[Fault, ...] | None:
    """Where files can be dropped, and what ``read`` makes of them: faults where it refuses them.

    None without files. ``key`` names the place; what was read is kept in the session under it.

    The place is another one in each session: a browser that meets a server started anew would go on
    listing files that this one never had.
    """
    session = st.session_state.setdefault(_SESSION, token_hex(4))
    with st.container(key=key):
        files = st.file_uploader(
            label, [*KINDS, *_TAKEN], accept_multiple_files=True, key=f"{key}-{session}"
        )
    held = f"judged-{key}"
    if not files:
        st.session_state.pop(held, None)
        return None
    ids = tuple(file.file_id for file in files)
    seen = st.session_state.get(held)
    if seen is None or seen[0] != ids:
        names = [PurePosixPath(file.name.replace("\\", "/")).name for file in files]
        seen = (
            ids,
            _read(list(zip(names, (file.getvalue() for file in files), strict=True)), read),
        )
        st.session_state[held] = seen
    outcome: T | tuple[Fault, ...] = seen[1]
    return outcome


def _name(path: str) -> str:
    return PurePosixPath(path.replace("\\", "/")).name


def _read(
    files: list[tuple[str, bytes]], read: Callable[[Mapping[str, bytes]], T]
) -> T | tuple[Fault, ...]:
    names = [name for name, _content in files]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        return tuple(Fault(name, 0, "", "", "duplicate_file") for name in twice)
    try:
        return read(dict(files))
    except FaultyTables as error:
        return error.faults
