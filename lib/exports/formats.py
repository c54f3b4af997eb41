"""The kinds of files that a pack can become, and those of a figure alone.

What makes one is imported when the first is made: some hundred modules that nobody waits for, and
no process holds, before somebody asks for a file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from lib.exports.pack import Pack


class Format(NamedTuple):
    """How a file is made of a pack, with its media type; its suffix is its name in ``FORMATS``."""

    make: Callable[[Pack], bytes]
    media_type: str


def _pdf(pack: Pack) -> bytes:
    from lib.exports.pdf import pdf

    return pdf(pack)


def _slides(pack: Pack) -> bytes:
    from lib.exports.slides import slides
    from lib.exports.stamped import stamped

    return stamped(slides(pack), pack.day)


def _workbook(pack: Pack) -> bytes:
    from lib.exports.stamped import stamped
    from lib.exports.workbook import workbook

    return stamped(workbook(pack), pack.day)


def _web_page(pack: Pack) -> bytes:
    from lib.exports.web_page import web_page

    return web_page(pack)


def _data_package(pack: Pack) -> bytes:
    from lib.exports.data_package import data_package

    return data_package(pack)


class Picture(NamedTuple):
    """How one figure of a pack, asked for by its name, becomes a picture, with its media type."""

    make: Callable[[Pack, str], bytes]
    media_type: str


def _png(pack: Pack, name: str) -> bytes:
    from lib.exports.pictures import picture

    return picture(pack, name, "png")


def _svg(pack: Pack, name: str) -> bytes:
    from lib.exports.pictures import picture

    return picture(pack, name, "svg")


PICTURES: Final[Mapping[str, Picture]] = {
    "png": Picture(_png, "image/png"),
    "svg": Picture(_svg, "image/svg+xml"),
}
FORMATS: Final[Mapping[str, Format]] = {
    "pdf": Format(_pdf, "application/pdf"),
    "pptx": Format(
        _slides, "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ),
    "xlsx": Format(_workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "html": Format(_web_page, "text/html"),
    "zip": Format(_data_package, "application/zip"),
}
