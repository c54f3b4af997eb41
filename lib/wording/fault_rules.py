"""What each rule that tables break asks for."""

from __future__ import annotations

from lib.model.faults import Rule
from lib.wording.doubts import doubts
from lib.wording.faults_of_files import files
from lib.wording.faults_of_places import databases, engines, unread
from lib.wording.words import Words


def rules(words: Words) -> dict[Rule, str]:
    """What to do about a broken rule, by the rule."""
    kinds = (unread, files, _cell_rules, _table_rules, engines, databases, doubts)
    return {rule: said for kind in kinds for rule, said in kind(words).items()}


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
