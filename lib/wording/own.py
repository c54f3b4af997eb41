"""Words about the tables that a visitor brings."""

from __future__ import annotations

from lib.model.portfolio import Portfolio
from lib.wording.words import Words


def introduction(words: Words) -> list[str]:
    """What may be dropped, and what becomes of it."""
    _ = words.gettext
    return [
        _(
            "Drop an Excel workbook with a sheet for each table, a zip, or the CSV or Parquet "
            "files themselves. They are checked as the tables of this dashboard are: you see every "
            "fault with its place, or the whole dashboard over your tables."
        ),
        _("A logo that the table portfolio names is dropped with them, as PNG or SVG."),
        kept_apart(words),
    ]


def kept_apart(words: Words) -> str:
    """What becomes of files that are dropped."""
    return words.gettext(
        "Your files are kept in the memory of this session alone: nobody else sees them, they "
        "are written to no disk, and they are gone when you close or reload the page."
    )


def what_it_holds(portfolio: Portfolio, words: Words) -> str:
    """How much there is in tables without a fault."""
    return words.gettext("No faults: {counts}.").format(counts=counted(portfolio, words))


def counted(portfolio: Portfolio, words: Words) -> str:
    """How much there is in some tables."""
    projects, statements = len(portfolio.projects), len(portfolio.statements)
    places, sources = len(portfolio.sites), len(portfolio.sources)
    forms = [
        (words.ngettext("{n} project", "{n} projects", projects), projects),
        (words.ngettext("{n} statement", "{n} statements", statements), statements),
        (words.ngettext("{n} place", "{n} places", places), places),
        (words.ngettext("{n} source", "{n} sources", sources), sources),
    ]
    return words.joined(form.format(n=words.number(n)) for form, n in forms)
