"""Misnamed: which table a file or a sheet seems to hold whose name is not quite that of one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from lib.files.faults import Fault

MISSING: Final = ("missing_file", "missing_as_described")
_ALIKE: Final = 0.85  # of the letters of two names
_BETWEEN: Final = re.compile(r"[^\w]+")


def meant_table(name: str, tables: Collection[str]) -> str:
    """The table whose name stands within ``name`` as words, or is nearly it; "" for none.

    Programs add a number to a second download, the name of the workbook to each of its sheets. Of
    tables that stand within each other it is the longest: ``project-countries`` is no ``projects``.
    """
    plain = _BETWEEN.sub("_", name.casefold()).strip("_")
    ordered = sorted(tables, key=len, reverse=True)
    within = (table for table in ordered if f"_{table}_" in f"_{plain}_")
    return next(within, "") or next(iter(get_close_matches(plain, ordered, 1, _ALIKE)), "")


def spare(
    titles: Mapping[str, str], tables: Collection[str], missing: Mapping[str, str]
) -> Iterator[Fault]:
    """What is told of files or sheets that are no tables, by their place and their title.

    ``missing``: tables that are not there, with the place where they would be; one that seems to
    stand under another name is told with that.
    """
    for place, title in titles.items():
        table = meant_table(title, tables)
        if table in missing:
            yield Fault(place, 0, "", "", "misnamed", table)
        else:
            yield Fault(place, 0, "", "", "ignored_file")


def without_misnamed(faults: list[Fault], missing: Mapping[str, str]) -> list[Fault]:
    """Faults without those tables that are told as misnamed, and so not as missing."""
    found = {missing[one.detail] for one in faults if one.rule == "misnamed"}
    return [one for one in faults if one.rule not in MISSING or one.file not in found]
