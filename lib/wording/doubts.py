"""Words of doubts: what in tables that can be used somebody should look at."""

from __future__ import annotations

from lib.model.faults import Rule
from lib.wording.words import Words


def doubts(words: Words) -> dict[Rule, str]:
    """What is doubtful, with what to do about it."""
    return {**_of_cells(words), **_between_tables(words)}


def _of_cells(words: Words) -> dict[Rule, str]:
    _ = words.gettext
    return {
        "ignored_column": _("The tables have no such column; it is ignored. Is it misspelt?"),
        "unspoken_text": _(
            "This text is in a language that portfolio.languages does not name ({detail}); it is "
            "ignored. Name the language there, or leave the text out."
        ),
        "ignored_file": _("This is none of the tables; it is ignored. Is its name misspelt?"),
        "guessed_encoding": _(
            "Read as {detail}, because it is not UTF-8. Are these words spelt as they should be?"
        ),
        "no_line_end": _(
            "Here the file ends, and not as other files of these tables do. Is it whole, to the "
            "last digit?"
        ),
        "fewer_rows": _("The table has this many rows, before it had {detail}. Is it whole?"),
        **_of_workbooks(words),
        "text_as_day": _(
            "This is a date in a column of texts. If a spreadsheet made it of something else, such "
            "as 1-3, write that in a cell with the format Text."
        ),
        "invisible": _("{detail} cannot be seen. Delete it, unless it is meant."),
        "garbled": _(
            "“{detail}” is what is left of a letter that was read wrongly. Type it again."
        ),
        "similar_id": _("This id looks like {detail}. Are both meant?"),
        "same_name": _("Two rows have this name. Are they one and the same?"),
        "future_date": _("This date is yet to come. Is it right?"),
        "former_word": _("This is what {detail} was called before. Write {detail}."),
        "year_as_day": _(
            "This day is what a spreadsheet makes of the year {detail} in a cell that shows dates. "
            "Is the year meant? Then write {detail} in a cell that holds text."
        ),
    }


def _of_workbooks(words: Words) -> dict[Rule, str]:
    _ = words.gettext
    return {
        "hidden_sheet": _(
            "The workbook hides this sheet, and yet it counts. Show it, or take it out if it is "
            "not meant to count."
        ),
        "hidden_row": _(
            "The workbook hides this row, and yet it counts. Show it, or delete it if it is not "
            "meant to count."
        ),
        "hidden_column": _(
            "The workbook hides this column, and yet it counts. Show it, or empty it if it is not "
            "meant to count."
        ),
        "other_sign": _(
            "The workbook shows one currency with this amount, the row names another ({detail}). "
            "Correct the format or currency_code."
        ),
        "word_beside": _(
            "The workbook shows a word with this amount that is no part of the cell: {detail}. "
            "Does the cell hold all that is meant?"
        ),
    }


def _between_tables(words: Words) -> dict[Rule, str]:
    _ = words.gettext
    return {
        "far_date": _(
            "This lies more than ten years outside of the edition ({detail}). Is the date right?"
        ),
        "rate_twice": _(
            "There is a rate for {detail} as well, in which this day lies; this one is used. Are "
            "both meant?"
        ),
        "rate_jump": _(
            "By the rate before it, this one was {detail}. Is it right, and the right way round?"
        ),
        "fraction_counted": _(
            "Of {detail} there are no fractions. Is the point in the right place?"
        ),
        "mixed_quantity": _(
            "Statements about this quantity count unlike things ({detail}), which are never "
            "compared. Correct the indicator, or give one of them another quantity_id."
        ),
        "added_beside": _(
            "This amount is added to {detail}: money of the same payer for a project that it may "
            "be for, too. If one is part of the other, write so in the table parts."
        ),
        "unnamed_beside": _(
            "No payer is named for this amount, and it may be the sum of {detail} and others. Name "
            "the payer, write in the table parts what it holds, or take it out if it is a sum."
        ),
        "same_statement": _(
            "This row says word for word what {detail} says. If it is the same one, take it out."
        ),
        "other_edition": _(
            "The project of this statement is of edition {detail}. Correct one of the two, unless "
            "it is meant."
        ),
        "unchecked_place": _(
            "Where {detail} lies is not known here, so that its places were not checked. Do they "
            "lie there?"
        ),
        "lost_result": _(
            "Before there was a result for this quantity, now there is none, only the target. Has "
            "a row of the results been lost?"
        ),
        **_of_twins(words),
        **_of_proportion(words),
        "no_country": _(
            "No row of project_countries says in which country this project is: what goes by "
            "country leaves it out. Add the row."
        ),
        "other_country": _(
            "The project of this place is not in this country, but in: {detail}. Correct one of "
            "the two, or add a row to project_countries."
        ),
    }


def _of_proportion(words: Words) -> dict[Rule, str]:
    _ = words.gettext
    return {
        "beyond_target": _(
            "This is more than ten times the target of the same quantity ({detail}). Is a digit "
            "too many, or a point in the wrong place, here or there?"
        ),
        "beyond_commitment": _(
            "With this payment its payer has paid the project more than it committed to it "
            "({detail}). Is the amount right? If it is more by intent, correct the commitment."
        ),
        "withdrawn_currency": _(
            "This currency has been no money since {detail}, and no date of the row is before. "
            "Correct the currency, or add the date."
        ),
        "unusual_rate": _(
            "One of the base currency is usually worth about {detail}. Is the rate right, and the "
            "right way round?"
        ),
    }


def _of_twins(words: Words) -> dict[Rule, str]:
    _ = words.gettext
    return {
        "same_amount": _(
            "{detail} is the same amount, of the same kind, by the same payer for the same "
            "project, and both are added. If it is the same money, give both one quantity_id."
        ),
        "same_count": _(
            "{detail} counts the same thing for the same project as another quantity. If both are "
            "about the same, give them one quantity_id, so that it counts once."
        ),
        "unlike_quantities": _(
            "The target of this project for the same indicator is {detail}. A result is set "
            "against it only under the same quantity_id; if this is its result, write {detail}."
        ),
    }
