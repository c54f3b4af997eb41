"""What each rule that files and their rows break asks for."""

from __future__ import annotations

from lib.model.faults import Rule
from lib.wording.words import Words


def files(words: Words) -> dict[Rule, str]:
    """What to do about a file that is not there, cannot be read, or holds no table."""
    _ = words.gettext
    return {
        "missing_file": _("This table is missing. Put it back, even if it holds only a header."),
        "missing_as_described": _(
            "datapackage.json names this file, but it is not there. Put it back, or correct the "
            "description."
        ),
        "missing_whole": _("The file that held all of the tables is gone. Put it back."),
        "no_tables": _(
            "None of the tables is here. Found: {detail}. Bring the files of a folder, or one zip "
            "or one workbook that holds them. Each is called as its table, such as projects.csv; "
            "make template writes empty ones."
        ),
        "empty_folder": _(
            "This folder holds no tables. Put them there, or correct the path; make template "
            "writes empty ones."
        ),
        "misnamed": _(
            "This seems to be the table {detail}, which is missing. Call it exactly so: a file "
            "{detail}.csv, or a sheet {detail} of a workbook."
        ),
        "absent": _(
            "There is no file and no folder of this name. Correct the path, or put the tables "
            "there; make template writes empty ones."
        ),
        "unreadable_description": _(
            "This is no readable description ({detail}). Correct it, or take it away: the tables "
            "are read without it, too."
        ),
        "locked": _(
            "This is an old workbook, or one with a password. Save it as .xlsx, without a password."
        ),
        "too_large": _(
            "This is more than can be read here ({detail}). Take out what is no part of the "
            "tables; in a workbook also cells far below or beside them."
        ),
        "binary": _(
            "This holds no text, whatever its name says, but this: {detail}. Save the table as "
            "CSV, or give the file the ending of its kind."
        ),
        "html": _("This is a web page, not a table. Download the file itself."),
        "lfs_pointer": _("This only says where the file lies. Fetch it: git lfs pull."),
        "merge_marks": _("Two versions stand here, to be merged. Keep one, take out the marks."),
        "truncated": _(
            "The file ends within a row, after {detail} fields were announced. Copy it again."
        ),
        "encoding": _("These bytes are no text in the encoding {detail}. Save the file as UTF-8."),
        "outside_folder": _("This leads out of the folder of the tables. Copy the file into it."),
        "not_as_described": _(
            "The file is another than datapackage.json describes ({detail}). Copy it again, or "
            "correct the description."
        ),
        "duplicate_file": _("This table stands in two files or sheets. Keep one. {detail}"),
        "changing": _("The files change all the time. They are read when nobody writes them."),
        "no_columns": _(
            "The first row names none of the columns of this table. Bring the table itself, or "
            "write the names of its columns above it."
        ),
        "missing_column": _("This column is missing. Add it; it may be empty where allowed."),
        "misspelt_column": _(
            "This column is missing; the header has {detail} instead. Write {column} there."
        ),
        "duplicate_column": _("This column stands twice. Keep one."),
        "unnamed_column": _(
            "Column {detail} has no name in the header, but holds something. Name it, or empty it."
        ),
        "nested_column": _(
            "This column holds lists or records ({detail}). A cell holds one text, number or date."
        ),
        "field_count": _(
            "The row has this many fields, the header has {detail}. Quote fields that hold commas."
        ),
        "one_field": _(
            "The whole row stands in one field. Part all rows with the same sign, such as a comma, "
            "and take away quotation marks around the whole row."
        ),
        "header_again": _("Here the header stands again. Delete this row."),
        "misfit_row": _(
            "Many cells of this row are empty, or hold what does not belong there: {detail}. Is "
            "the row shifted, a sum, or not filled in? Correct it, or take it out."
        ),
        "formula": _("This cell holds a formula. Put its value in its place."),
        "cell_error": _(
            "This cell holds an error of the spreadsheet. Write the value, or nothing."
        ),
        "merged_cells": _(
            "These cells are merged: the first one holds something, the others are empty. Undo "
            "that, and write into each what it is to hold."
        ),
        "shown_otherwise": _(
            "The workbook shows something else than this cell holds: its format is {detail}. Give "
            "numbers the format General, dates the format Text, and write what you mean: 320 "
            "thousand as 320000, a month as 2024-03, a year as 2024."
        ),
        "cell_twice": _(
            "The workbook holds this cell or row twice, and it is not certain which one counts. "
            "Open it in a spreadsheet, look at the row, and save it anew."
        ),
    }
