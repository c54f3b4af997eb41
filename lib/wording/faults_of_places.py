"""Words of faults where tables come from: files, engines, databases."""

from __future__ import annotations

from lib.model.faults import Rule
from lib.wording.words import Words


def unread(words: Words) -> dict[Rule, str]:
    """What keeps a file from being read."""
    _ = words.gettext
    return {
        "unreadable": _(
            "Reading this failed ({detail}). Save the tables as CSV, UTF-8, with commas; the log "
            "of the dashboard says more."
        ),
        "too_slow": _(
            "Reading this took longer than {detail} seconds and was given up. Where the machine "
            "is busy, try again; else bring fewer rows, or smaller files."
        ),
        "not_whole": _(
            "This file is not whole, or it is not what its name says. Copy or download it again; "
            "if that does not help, save it anew."
        ),
        "packed_otherwise": _(
            "This archive has a password, or is packed in a way that is not read here. Pack it "
            "anew as a usual zip, without a password."
        ),
        "empty_archive": _("This archive holds nothing. Pack the tables into it again."),
        "empty_file": _(
            "The file is empty: 0 bytes. Copy it again; a table without rows has its header."
        ),
        "leads_out": _(
            "An entry of this archive leads out of it. Pack the tables anew, from the folder that "
            "holds them."
        ),
        "other_workbook": _("A workbook of this kind is not read here. Save it as .xlsx."),
        "book_beside": _(
            "A workbook comes alone: beside it stand other tables, and most of the tables are not "
            "among them. Bring the workbook, or the files of all tables."
        ),
        "broken_workbook": _(
            "This workbook is not whole, or written as no spreadsheet writes one. Open it in a "
            "spreadsheet and save it anew as .xlsx; if it does not open, copy it again."
        ),
        "quotes": _(
            "The quotation marks of the field that begins here do not pair up. Close the field "
            "with one, and double those that belong to its text."
        ),
        "no_file": _(
            "This is no file that can be read: a link that leads nowhere or to itself, a pipe, or "
            "a fault of the disk. Put the table itself in its place."
        ),
        "no_permission": _(
            "The dashboard may not read this file or folder. Give the user it runs as the right to."
        ),
        "in_folders": _(
            "The tables lie in folders below ({detail}), and not all in one. Put all of them side "
            "by side into one folder."
        ),
    }


def engines(words: Words) -> dict[Rule, str]:
    """What keeps an engine from adding up."""
    _ = words.gettext
    return {
        "engine_missing": _(
            "This engine is not installed. Install requirements-engines.txt, or what the engine "
            "needs; or take DASHBOARD_ENGINE away."
        ),
        "engine_unreachable": _(
            "No engine answers at the address in DASHBOARD_ENGINE ({detail}). Correct it, or start "
            "the engine; the log of the server says more."
        ),
        "not_reduced": _(
            "The engine did not add up the rows of this table ({detail}). It reads Parquet files "
            "in the folder of the tables, or its own tables of these names. Where they are CSV "
            "files, take DASHBOARD_ENGINE away; the log of the server says more."
        ),
    }


def databases(words: Words) -> dict[Rule, str]:
    """What keeps a database from being read."""
    _ = words.gettext
    return {
        "database_address": _(
            "This is no address of a PostgreSQL database. It is written "
            "postgresql://user:password@host:port/database?schema=name; signs such as @ : / in a "
            "password are percent-encoded."
        ),
        "database_unreachable": _(
            "No database answers at the address in DASHBOARD_DATA. Start it, or correct host and "
            "port; it is asked again every few seconds. The log of the dashboard says more."
        ),
        "database_closed": _(
            "The database server answers, but lets nobody in. Check user, password and database in "
            "DASHBOARD_DATA, and whether it is still starting; it is asked again every few "
            "seconds. The log of the dashboard says more."
        ),
        "database_slow": _(
            "The database has not answered within {detail} s. Look whether it is overloaded or "
            "locked, or whether a view takes too long; it is asked again every few seconds."
        ),
        "database_failed": _(
            "Reading failed in the database ({detail}). The log of the dashboard says more."
        ),
        "not_granted": _(
            "The user of the dashboard may not read this table. Grant USAGE on the schema {detail} "
            "and SELECT on its tables."
        ),
        "missing_table": _(
            "The schema {detail} has no such table or view. Create it: make template writes "
            "schema.sql, which creates all of them."
        ),
    }
