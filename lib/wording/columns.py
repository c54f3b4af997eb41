"""Columns of tables as people read them: one heading, one way of writing each value."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import pandas as pd

from lib.model.quantity import Bound, ending, subtract
from lib.model.rows import records
from lib.wording.differing import Row, differs
from lib.wording.values import not_comparable
from lib.wording.words import Words

Column = tuple[str, Callable[[Row], str]]


def table(frame: pd.DataFrame, names: Sequence[str], words: Words) -> pd.DataFrame:
    """A frame as texts under headings in the reader's language.

    In: any frame of the figures. ``names`` are keys of :func:`columns`. Out: one text column each,
    in that order, a row for a row.
    """
    known = columns(words)
    rows = records(frame)
    return pd.DataFrame(
        {
            known[name][0]: pd.Series([known[name][1](row) for row in rows], dtype=str)
            for name in names
        }
    )


def columns(words: Words) -> dict[str, Column]:
    """Every column a table can show, by name."""
    _ = words.gettext
    return {
        "project": (_("Project"), lambda row: about(row, words)),
        "edition": (_("Edition"), lambda row: row["edition_id"]),
        "countries": (_("Country"), lambda row: words.countries(row["country_codes"])),
        "country": (_("Country"), lambda row: words.country(row["country_code"])),
        "number": (_("Number"), lambda row: bound(row, words)),
        "unit": (_("Unit"), lambda row: row["unit"]),
        "how_sure": (_("How sure"), lambda row: how_sure(row, words)),
        "amount": (_("Amount"), lambda row: amount(row, words)),
        "payer": (_("Payer"), lambda row: row["payer"] or _("not stated")),
        "payers": (_("Payer"), lambda row: ", ".join(row["payers"])),
        "payer_type": (
            _("Type of payer"),
            lambda row: words.organisation_type(row["organisation_type"]),
        ),
        "funding_kind": (_("Kind"), lambda row: words.funding_kind(row["funding_kind"])),
        "destination": (_("Published destination"), lambda row: row["destination"]),
        "period": (_("Period"), lambda row: words.period(row["start_date"], row["end_date"])),
        "period_said": (_("Period"), lambda row: row["period_text"]),
        "period_sure": (_("How sure"), lambda row: period_sure(row, words)),
        "due": (_("Due"), lambda row: words.date(row["due_date"])),
        "as_of": (_("As of"), lambda row: words.date(row["as_of_date"])),
        "date": (_("Date"), lambda row: words.date(row["date"])),
        "moment": (_("Date"), lambda row: words.date(row["moment"])),
        "result": (_("Result"), lambda row: result(row, words)),
        "result_as_of": (_("Result as of"), lambda row: reported(row, words)),
        "differs": (_("Also stated"), lambda row: differs(row, words)),
        "description": (_("What is said"), lambda row: row["description"]),
        "subject": (_("About"), lambda row: row["subject"] or about(row, words)),
        "publisher": (_("Publisher"), lambda row: row["publisher"]),
        "source": (_("Source"), lambda row: row["source"]),
        "locator": (_("Where in it"), lambda row: row["locator"]),
        "authority": (_("Kind of source"), lambda row: words.authority(row["authority"])),
        "statement": (_("Statement"), lambda row: row["statement_id"]),
        "headline": (_("Value shown first"), lambda row: yes(row["is_headline"], words)),
        "name": (_("Place"), lambda row: place(row, words)),
        "scope": (_("Scope"), lambda row: words.scope(row["scope"])),
        "site_role": (_("Role"), lambda row: words.site_role(row["site_role"])),
        "status": (_("Status"), lambda row: status(row, words)),
        "precision": (
            _("Drawn as"),
            lambda row: words.precision(row["precision"]) if row["is_shown"] else _("not drawn"),
        ),
        "named": (_("Announced, with a name"), lambda row: words.number(row["named_count"])),
        "announced": (_("Announced"), lambda row: f"{bound(row, words)} {row['unit']}".strip()),
        "drawn": (_("On the map"), lambda row: drawn(row, words)),
        "missing": (_("Not on the map"), lambda row: missing(row, words)),
        "projects": (_("Projects"), lambda row: ", ".join(row["projects"])),
        "label": (_("Edition or project"), lambda row: row["label"]),
        "duration": (_("Stated length"), lambda row: years(row["duration_years"], words)),
        "summed": (_("Sum of the parts"), lambda row: bound(row, words, "parts_")),
        "partner": (_("Organisation"), lambda row: row["name"]),
        "partner_role": (_("Role"), lambda row: role(row, words)),
        "note": (_("Note"), lambda row: row["note"]),
        "statement_count": (_("Statements"), lambda row: words.number(row["statement_count"])),
        "site_count": (_("Places"), lambda row: words.number(row["site_count"])),
        "edition_name": (_("Edition"), lambda row: row["name"]),
        "programme_name": (_("Programme"), lambda row: row["name"]),
        "indicator": (_("Indicator"), lambda row: row["indicator"]),
        "row_count": (_("Statements"), lambda row: words.number(row["row_count"])),
        "project_count": (_("Projects"), lambda row: words.number(row["project_count"])),
        "published": (_("Published"), lambda row: words.date(row["published_date"])),
        "language": (_("Language"), lambda row: words.language_name(row["language_code"])),
    }


def about(row: Row, words: Words) -> str:
    """Whom a row speaks about: its project, else its edition, the programme or the foundation."""
    if row["project"]:
        return str(row["project"])
    if row.get("scope") == "foundation":
        return words.gettext("foundation as a whole")
    if row.get("edition_id"):
        return words.edition(str(row["edition_id"]))
    return words.gettext("whole programme")


def place(row: Row, words: Words) -> str:
    """The name of a place; a row that stands for a whole country has the country's."""
    is_country = row["precision"] == "country"
    return words.country(str(row["country_code"])) if is_country else str(row["name"])


def bound(row: Row, words: Words, prefix: str = "") -> str:
    """The bound of a row as a number with its sign."""
    approximate = bool(row.get(f"{prefix}is_approximate", False))
    return words.bound(row[f"{prefix}low"], row[f"{prefix}high"], approximate)


def amount(row: Row, words: Words) -> str:
    """Money of a row in full digits."""
    return words.amount(row["low"], row["high"], bool(row["is_approximate"]), row["currency_code"])


def result(row: Row, words: Words) -> str:
    """The result that answers a target, else what was found that does not."""
    others = row.get("other_results") or ()
    if row["is_comparable"] or not others:
        return bound(row, words, "result_")
    return not_comparable(others, words)


def how_sure(row: Row, words: Words) -> str:
    """How sure a row's number is, as a word."""
    kind = ending(row["low"], row["high"], bool(row["is_approximate"]))
    if not row.get("is_rest", False):  # no source states what is left of an amount
        return words.qualifier(kind)
    if kind == "exact":
        return words.gettext("calculated")
    return words.gettext("{sure}, calculated").format(sure=words.qualifier(kind))


def status(row: Row, words: Words) -> str:
    """How far a place is; who reports it where that is not who names the place."""
    said, publisher = words.status(row["status"]), row.get("status_publisher", "")
    return f"{said} ({publisher})" if publisher else said


def reported(row: Row, words: Words) -> str:
    """When the result beside a target was reported; one that is counted has no date of its own."""
    if row["result_kind"] == "counted":
        return counted(words, row["before_count"])
    return words.date(row["result_as_of_date"])


def counted(words: Words, before_count: int = 0) -> str:
    """How a result was found that no source states as a number.

    ``before_count`` places were there before the edition that they are counted for.
    """
    said = words.gettext("counted place by place, reported at different dates")
    if not before_count:
        return said
    before = words.gettext("{n} of them before the edition began")
    return f"{said}, {before.format(n=words.number(before_count))}"


def period_sure(row: Row, words: Words) -> str:
    """How sure the dates of a period are, as a word."""
    if not (row["is_start_stated"] or row["is_end_stated"]):
        return words.qualifier("not_stated")
    sure = words.qualifier("about" if row["is_approximate"] else "exact")
    if not row["is_end_stated"]:
        return words.gettext("{sure}, end not stated").format(sure=sure)
    if not row["is_start_stated"]:
        return words.gettext("{sure}, start not stated").format(sure=sure)
    return sure


def role(row: Row, words: Words) -> str:
    """What an organisation does in a project; a payer of the project is no partner."""
    if row["partner_role"] == "payer":
        return words.gettext("named as paying into the project")
    if row["partner_role"] == "local_entity" and row["group_name"]:
        form = words.gettext("local company or foundation of {group}")
        return form.format(group=row["group_name"])
    return words.partner_role(str(row["partner_role"]))


def drawn(row: Row, words: Words) -> str:
    """How many places and areas of a project are on the map; empty for none."""
    points, areas = row["point_count"], row["area_count"]
    kinds = [
        (points, words.ngettext("{n} place", "{n} places", points)),
        (areas, words.ngettext("{n} area", "{n} areas", areas)),
    ]
    return ", ".join(form.format(n=words.number(count)) for count, form in kinds if count)


def missing(row: Row, words: Words) -> str:
    """How many places of a project are not on the map, and why; empty for none."""
    _ = words.gettext
    announced = Bound(row["low"], row["high"], row["is_approximate"], row["stated_count"])
    rest = subtract(announced, Bound(row["named_count"], row["named_count"]))
    said = []
    if rest.stated_count and rest.high > 0:
        said.append(_("{n} without names").format(n=words.bound(*rest[:3])))
    if row["unlocated"]:
        count = words.number(len(row["unlocated"]))
        said.append(_("{n} not in the gazetteer").format(n=count))
    if row["elsewhere_count"]:
        count = words.number(row["elsewhere_count"])
        said.append(_("{n} in countries that are not selected").format(n=count))
    return ", ".join(said)


def yes(value: object, words: Words) -> str:
    """A truth value as a word."""
    return words.gettext("yes") if value else words.gettext("no")


def years(value: float, words: Words) -> str:
    """A length in years."""
    if math.isnan(value):
        return words.gettext("not stated")
    count = int(value)
    return words.ngettext("{n} year", "{n} years", count).format(n=words.number(count))
