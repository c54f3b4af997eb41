"""What each rule that tables break asks for."""

from __future__ import annotations

from lib.model.faults import Rule
from lib.wording.doubts import doubts
from lib.wording.faults_of_places import databases, engines, unread
from lib.wording.words import Words


def rules(words: Words) -> dict[Rule, str]:
    """What to do about a broken rule, by the rule."""
    kinds = (unread, _file_rules, _cell_rules, _table_rules, engines, databases, doubts)
    return {rule: said for kind in kinds for rule, said in kind(words).items()}


def _file_rules(words: Words) -> dict[Rule, str]:
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


def _cell_rules(words: Words) -> dict[Rule, str]:
    _ = words.gettext
    return {
        "control_character": _("{detail} belongs in no text. Delete it, or save the file anew."),
        "outer_blank": _("A blank stands before or after “{detail}”, shown as ␣. Delete it."),
        "required": _("This field must not be empty."),
        "not_empty": _("This field must hold a text."),
        "identifier": _(
            "An id has letters, digits, hyphens and underscores only, with at most one slash."
        ),
        "strange_letter": _("An id has plain Latin letters and digits; this one holds {detail}."),
        "number": _(
            "A number has digits and at most one decimal point, no sign, no separators. A decimal "
            "comma is declared in datapackage.json, as decimalChar of the field."
        ),
        "number_cell": _(
            "This is no number that is certain. In a workbook, write it into a cell that holds a "
            "number: digits alone, no per cent, no words."
        ),
        "money_in_number": _(
            "This cell holds digits alone. The currency goes into currency_code; take it out here."
        ),
        "sure_in_number": _(
            "This cell holds digits alone. How sure the number is (about, at least, up to) goes "
            "into qualifier; take the word or sign out here."
        ),
        "decimal_point": _("Decimals stand after a point, not a comma: {detail}."),
        "negative": _(
            "Nothing here is below zero. Write the number without a sign; what was taken back is a "
            "statement in words."
        ),
        "ambiguous_number": _(
            "Does the point part thousands or decimals? Write the one that is meant: {detail}; in "
            "a spreadsheet, as a number. In CSV, decimalChar of the field in datapackage.json says "
            "it for all."
        ),
        "decimal_char": _(
            "This column is declared to be written with “{detail}” for the decimals."
        ),
        "digits": _("A number has no more than {detail} digits: more cannot be kept exactly."),
        "count": _("A count is a whole number of digits only."),
        "year": _("A year has four digits, 1900 to 2099."),
        "date": _("A date is written YYYY, YYYY-MM or YYYY-MM-DD."),
        "no_such_day": _("The calendar has no such day. Correct the date."),
        "ambiguous_date": _("Which of the two is the month? Write the year first: {detail}."),
        "boolean": _("Write true or false."),
        "country": _("Not an ISO 3166-1 country code of two capital letters."),
        "currency": _("Not an ISO 4217 currency code of three capital letters."),
        "language": _("Not an ISO 639-1 language code of two small letters."),
        "languages": _(
            "Name languages by their codes with spaces between, the first one first; known are: "
            "{languages}."
        ),
        "color": _("A colour is written as # with six signs of 0 to 9 and A to F: #0B5C70."),
        "url": _("An address starts with http:// or https:// and has no spaces."),
        "latitude": _("A latitude is a decimal number from -90 to 90."),
        "longitude": _("A longitude is a decimal number from -180 to 180."),
        "one_of": _("Only these values are known: {detail}."),
        "unique": _(
            "This must stand there once, but it stands in the lines {detail}. Keep one of them, or "
            "give each its own."
        ),
        "unique_across": _(
            "A statement in {detail} has this id, too. Give one of the two another."
        ),
        "near_duplicate": _("Only capital letters tell this id from {detail}. Change one of them."),
    }


def _table_rules(words: Words) -> dict[Rule, str]:
    _ = words.gettext
    return {
        "unknown_reference": _(
            "No row with this id was found in: {detail}. Correct the id, or add the row."
        ),
        "near_reference": _(
            "No row has this id, but one has {detail}. Is {detail} meant? Correct the id, or add "
            "the row."
        ),
        "two_headlines": _("A quantity has one headline; this is a second one. Set it to false."),
        "no_headline": _("No statement about this quantity is the headline. Set one to true."),
        "page_is_headline": _(
            "The programme page speaks about this quantity, so its statement must be the headline."
        ),
        "date_order": _("The end lies before the start ({detail})."),
        "coordinates_pair": _("Give both latitude and longitude, or neither."),
        "outside_country": _(
            "The point does not lie in {detail}. Check the sign, the order and the country."
        ),
        "value_and_qualifier": _(
            "The qualifier is {detail}. Every qualifier but not_stated needs a number; not_stated "
            "has none."
        ),
        "silent_language": _(
            "No table has a text in the language {detail}, which is named here. Write the texts, "
            "or take it out of the list."
        ),
        "missing_translation": _("The same text is there in another language. Add this one."),
        "mixed_currencies": _(
            "The total and this part are in different currencies ({detail}), which are never added."
        ),
        "mixed_units": _(
            "The total and this part count different things ({detail}), which are never added."
        ),
        **_identity_rules(words),
        "not_positive": _("A rate is more than zero. Write how much one of the base is worth."),
        "future_rate": _(
            "Nobody knows the rate of a day that is yet to come. Correct the date, or take the row "
            "out."
        ),
        "inverse_rate": _(
            "By the rate the other way round, of the same time, this one is {detail}. Correct the "
            "wrong one, or take it out."
        ),
        "no_rows": _(
            "Without a project there is nothing to show. Add the rows; where a table was emptied "
            "by mistake, bring the one before."
        ),
        "same_currency": _("Both currencies of a rate are the same. Correct one of them."),
        "part_of_itself": _(
            "{detail} is a part of this part, too, so that neither would be counted. Take out one "
            "of the rows."
        ),
    }


def _identity_rules(words: Words) -> dict[Rule, str]:
    _ = words.gettext
    return {
        "single_row": _("The tables are one portfolio. Keep one row."),
        "contrast": _(
            "On the light pages this colour has a contrast of {detail}; below 4.5 it cannot be "
            "read. Take a darker one."
        ),
        "logo_missing": _(
            "No picture of this name lies beside the tables. Put it there, or empty the cell. A "
            "workbook or a database holds it in the cell: data:image/png;base64,…"
        ),
        "logo_kind": _(
            "This is no logo that can be shown ({detail}). Take a PNG of at most 2000 by 2000 "
            "pixels, or an SVG with a viewBox, of at most 200 kB."
        ),
        "logo_unsafe": _(
            "The SVG holds what no logo needs: {detail}. Save it as a plain drawing, letters as "
            "paths, nothing from elsewhere."
        ),
    }
