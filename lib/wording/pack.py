"""Words about the board pack itself: its kinds of files."""

from __future__ import annotations

from typing import NamedTuple

from lib.wording.words import Words


class Kind(NamedTuple):
    """What a kind of file is called, and what it is good for."""

    name: str
    use: str


def steps(words: Words) -> list[str]:
    """How far a file is, while it is made."""
    _ = words.gettext
    return [
        _("Working out the figures …"),
        _("Writing the file …"),
        _("The file is made; the browser has it."),
    ]


def failed(words: Words) -> str:
    """What stands in the place of a file that could not be made."""
    return words.gettext("The file could not be made. The log of the server says why.")


def kinds(words: Words) -> dict[str, Kind]:
    """Every kind of file, by its suffix."""
    _ = words.gettext
    return {
        "pdf": Kind(_("PDF"), _("to print and to hand out")),
        "pptx": Kind(_("PowerPoint"), _("slides whose charts and tables can be edited")),
        "xlsx": Kind(_("Excel"), _("every figure and table, with bounds in columns of their own")),
        "html": Kind(_("Web page"), _("one file with charts to explore, without a network")),
        "zip": Kind(_("Data"), _("tables and figures as CSV, JSON and Parquet")),
    }
