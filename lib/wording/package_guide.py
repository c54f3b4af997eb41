"""Words of the guide that lies in a Data Package."""

from __future__ import annotations

from lib.wording.words import Words


def introduction(words: Words) -> str:
    """What such a package is, and who reads it."""
    return words.gettext(
        "This is a Data Package: tables and figures, with a description that tools for "
        "Frictionless Data Packages understand. The dashboard reads it, too, as it reads other "
        "tables: to be shown, or to say what has changed since."
    )


def files(words: Words) -> dict[str, str]:
    """What lies where, by the path of a file or a folder."""
    _ = words.gettext
    return {
        "datapackage.json": _("Each table and each figure with its columns, and all sources."),
        "tables/": _(
            "The tables that all figures are worked out from, in all their languages: the rows of "
            "the selection, and of documents, organisations, payers and indicators those that "
            "these rows refer to."
        ),
        "figures/": _(
            "Each figure and each table of the board pack, with the same rows three times: as CSV, "
            "as JSON with title and sources, as Parquet. The CSV is that of the pages, to the byte."
        ),
    }


def picture(words: Words) -> str:
    """What a picture in it is."""
    return words.gettext("The logo that the tables name.")


def numbers(words: Words) -> list[str]:
    """How numbers, dates, lists are written."""
    _ = words.gettext
    return [
        _(
            "A number has two ends, low and high, and a word for how sure it is, ending. Where it "
            "is open above, or not stated, an end is empty and the word says which."
        ),
        _("Dates are years, months or days in ISO 8601, as precise as their sources."),
        _(
            "CSV is UTF-8 with a byte order mark; several values in one cell are separated by a "
            "semicolon, and a quote mark stands before a text that a spreadsheet would run."
        ),
    ]


def headings(words: Words) -> tuple[str, str, str, str]:
    """What is in it, its figures, how to read its numbers, under which licence it may be used."""
    _ = words.gettext
    return _("What is in it"), _("Figures"), _("How to read the numbers"), _("Licence")
