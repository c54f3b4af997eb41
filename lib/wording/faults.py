"""Words of faults: what is wrong with a table, and what to do about it."""

from __future__ import annotations

from lib.model.faults import Fault
from lib.wording.words import Words


def page_title(count: int, words: Words) -> str:
    """The title of the page of faults."""
    return words.ngettext(
        "The tables cannot be used: {n} fault", "The tables cannot be used: {n} faults", count
    ).format(n=words.number(count))


def rule(fault: Fault, words: Words) -> str:
    """The rule a fault breaks, with the remedy, in the reader's language."""
    return _rules(words)[fault.rule].format(detail=fault.detail, column=fault.column)


def _rules(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "missing_file": _("This file is missing. Put it back, even if it holds only a header."),
        "unreadable": _(
            "This is not a readable table ({detail}). Save it as CSV, UTF-8, with commas."
        ),
        "missing_column": _("This column is missing. Add it; it may be empty where allowed."),
        "duplicate_column": _("This column stands twice. Keep one."),
        "field_count": _(
            "The row has this many fields, the header has {detail}. Quote fields that hold commas."
        ),
        "required": _("This field must not be empty."),
        "not_empty": _("This field must hold a text."),
        "identifier": _(
            "An id has letters, digits, hyphens and underscores only, with at most one slash."
        ),
        "number": _("A number has digits and at most one decimal point, no sign, no separators."),
        "count": _("A count is a whole number of digits only."),
        "year": _("A year has four digits, 1900 to 2099."),
        "date": _("A date is written YYYY, YYYY-MM or YYYY-MM-DD."),
        "boolean": _("Write true or false."),
        "country": _("Not an ISO 3166-1 country code of two capital letters."),
        "currency": _("Not an ISO 4217 currency code of three capital letters."),
        "language": _("Not an ISO 639-1 language code of two small letters."),
        "url": _("An address starts with http:// or https:// and has no spaces."),
        "latitude": _("A latitude is a decimal number from -90 to 90."),
        "longitude": _("A longitude is a decimal number from -180 to 180."),
        "one_of": _("Only these values are known: {detail}."),
        "unique": _("This value stands more than once, but must be unique. {detail}"),
        "unknown_reference": _(
            "No row with this id was found in: {detail}. Correct the id, or add the row."
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
        "missing_translation": _("The same text is there in another language. Add this one."),
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
