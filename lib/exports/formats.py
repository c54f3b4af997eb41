"""The kinds of files that a pack can become."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from lib.exports.data_package import data_package
from lib.exports.pack import Pack
from lib.exports.pdf import pdf
from lib.exports.slides import slides
from lib.exports.web_page import web_page
from lib.exports.workbook import workbook


class Format(NamedTuple):
    """How a file is made of a pack, with its media type; its suffix is its name in ``FORMATS``."""

    make: Callable[[Pack], bytes]
    media_type: str


FORMATS: Final[Mapping[str, Format]] = {
    "pdf": Format(pdf, "application/pdf"),
    "pptx": Format(
        slides, "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ),
    "xlsx": Format(workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "html": Format(web_page, "text/html"),
    "zip": Format(data_package, "application/zip"),
}
