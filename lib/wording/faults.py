"""Words of faults: what is wrong with a table, and what to do about it."""

from __future__ import annotations

from datetime import datetime

from lib.model.faults import UNREAD, Fault, count
from lib.model.keeper import Trouble
from lib.model.languages import LANGUAGES
from lib.wording.fault_rules import rules
from lib.wording.words import Words


def page_title(number: int, words: Words) -> str:
    """The title of the page of faults."""
    return words.ngettext(
        "The tables cannot be used: {n} fault", "The tables cannot be used: {n} faults", number
    ).format(n=words.number(number))


def rule(fault: Fault, words: Words) -> str:
    """The rule a fault breaks, with the remedy, in the reader's language."""
    said = rules(words)[fault.rule].format(
        detail=fault.detail, column=fault.column, languages=", ".join(LANGUAGES)
    )
    if fault.detail and fault.rule in ("country", "currency", "language"):
        meant = words.gettext("Is {code} meant?").format(code=fault.detail)
        said = f"{said} {meant}"
    if not fault.more:
        return said
    more = words.ngettext("{n} more like this.", "{n} more like this.", fault.more)
    return f"{said} {more.format(n=words.number(fault.more))}"


def standing(read_at: datetime, trouble: Trouble, words: Words) -> str:
    """That the tables on the screen are not the newest, since when, and why."""
    since, moment = words.moment(trouble.since), words.moment(read_at)
    unread = next((fault for fault in trouble.faults if fault.rule in UNREAD), None)
    if unread:
        lost = words.gettext("The database has not been readable since {since}.")
        held = words.gettext("What you see are its tables as they were read {moment}.")
        said = (lost.format(since=since), rule(unread, words), held.format(moment=moment))
        return " ".join(said)
    several = words.ngettext(
        "Newer tables are there since {since}, but cannot be used: {n} fault.",
        "Newer tables are there since {since}, but cannot be used: {n} faults.",
        wrong := count(fault for fault in trouble.faults if not fault.is_doubt),
    )
    what = words.gettext("What you see are the last good ones, read {moment}.")
    return f"{several.format(since=since, n=words.number(wrong))} {what.format(moment=moment)}"


def doubts_title(number: int, words: Words) -> str:
    """How many things in tables that can be used somebody should look at."""
    return words.ngettext(
        "{n} thing in the tables is doubtful", "{n} things in the tables are doubtful", number
    ).format(n=words.number(number))
