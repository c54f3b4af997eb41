"""Words of faults: what is wrong with a table, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from lib.model.faults import UNREAD, Fault, count
from lib.model.keeper import Trouble
from lib.model.languages import LANGUAGES
from lib.wording.fault_rules import rules
from lib.wording.words import Words

_ALL_GONE: Final = ("absent", "no_tables", "empty_folder")
_GONE: Final = (*_ALL_GONE, "missing_file", "missing_as_described", "missing_whole")
_MEANT: Final = ("country", "currency", "language", "date")  # whose detail is what is meant
_MOST: Final = 3  # files that a banner names


def page_title(number: int, words: Words) -> str:
    """The title of the page of faults."""
    return words.ngettext(
        "The tables cannot be used: {n} fault", "The tables cannot be used: {n} faults", number
    ).format(n=words.number(number))


def rule(fault: Fault, words: Words) -> str:
    """The rule a fault breaks, with the remedy, in the reader's language."""
    said = rules(words)[fault.rule].format(
        detail=_detail(fault, words), column=fault.column, languages=", ".join(LANGUAGES)
    )
    if fault.detail and fault.rule in _MEANT:
        meant = words.gettext("Is {code} meant?").format(code=fault.detail)
        said = f"{said} {meant}"
    return said


def more(faults: Iterable[Fault], words: Words) -> str:
    """How many further faults of a kind were found than are listed; "" for none."""
    number = sum(fault.more for fault in faults)
    if not number:
        return ""
    said = words.ngettext("{n} more like this.", "{n} more like this.", number)
    return said.format(n=words.number(number))


def _detail(fault: Fault, words: Words) -> str:
    """What a rule refers to; a limit as the reader writes numbers, in words."""
    if fault.rule != "too_large":
        return fault.detail
    _ = words.gettext
    number, _space, unit = fault.detail.rpartition(" ")
    said = {
        "bytes": _("{n} bytes"),
        "cells": _("{n} cells"),
        "rows": _("{n} rows"),
        "letters": _("{n} letters"),
        "files": _("{n} files"),
        "s": _("{n} seconds"),
        "RAM": _("memory"),
    }
    count = int(number.replace(",", "") or 0)
    return said.get(unit, fault.detail).replace("{n}", words.number(count))


def standing(read_at: datetime, trouble: Trouble, words: Words) -> str:
    """That the tables on the screen are not the newest, since when, and why."""
    since, moment = words.moment(trouble.since), words.moment(read_at)
    unread = next((fault for fault in trouble.faults if fault.rule in UNREAD), None)
    if unread:
        lost = words.gettext("The database has not been readable since {since}.")
        held = words.gettext("What you see are its tables as they were read {moment}.")
        said = (lost.format(since=since), rule(unread, words), held.format(moment=moment))
        return " ".join(said)
    what = words.gettext("What you see are the last good ones, read {moment}.")
    return f"{_unusable(trouble, words).format(since=since)} {what.format(moment=moment)}"


def _unusable(trouble: Trouble, words: Words) -> str:
    """That newer tables cannot be used, or that tables are gone; ``{since}`` is left open."""
    wrong = [fault for fault in trouble.faults if not fault.is_doubt]
    if all(fault.rule in _ALL_GONE for fault in wrong):
        return words.gettext("The tables are gone, noticed {since}.")
    if all(fault.rule in _GONE for fault in wrong):
        said = words.gettext("Tables are gone, noticed {since}: {files}.")
        files = _brief([fault.file for fault in wrong], words)
        return said.replace("{files}", files).replace("….", "…")
    several = words.ngettext(
        "Newer tables, noticed {since}, cannot be used: {n} fault.",
        "Newer tables, noticed {since}, cannot be used: {n} faults.",
        count(wrong),
    )
    return several.replace("{n}", words.number(count(wrong)))


def _brief(files: list[str], words: Words) -> str:
    """The first of some files, and that there are more."""
    shown = [one.replace("{", "{{").replace("}", "}}") for one in files[:_MOST]]
    return ", ".join([*shown, *["…"] * (len(files) > _MOST)])


def fewer_rows(doubts: Iterable[Fault], words: Words) -> str:
    """That tables have lost many of their rows since they were read before; empty if none has."""
    form = words.gettext("{file} had {before} rows, now {now}")
    lost = [
        form.format(
            file=one.file, before=words.number(int(one.detail)), now=words.number(int(one.value))
        )
        for one in doubts
        if one.rule == "fewer_rows"
    ]
    if not lost:
        return ""
    return words.gettext("Rows may have been lost: {tables}.").format(tables="; ".join(lost))


def doubts_title(number: int, words: Words) -> str:
    """How many things in tables that can be used somebody should look at."""
    return words.ngettext(
        "{n} thing in the tables is doubtful", "{n} things in the tables are doubtful", number
    ).format(n=words.number(number))
