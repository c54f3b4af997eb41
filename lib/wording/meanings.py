"""What columns mean: for those whose name and form do not say it."""

from __future__ import annotations

from lib.model.schema import STATEMENT_TABLES
from lib.wording.words import Words


def meaning(table: str, column: str, words: Words) -> str:
    """What a column of a table is for; "" where its name says so."""
    said = {
        **dict.fromkeys(STATEMENT_TABLES, _of_statements(words)),
        "funders": _of_funders(words),
        "parts": _of_parts(words),
        "indicators": _of_indicators(words),
        "sites": _of_sites(words),
    }
    return said.get(table, {}).get(column) or _of_others(words).get(column, "")


def _of_statements(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "edition_id": _("The edition it is about; empty for all of them."),
        "subject": _(
            "Proper names that the statement is about, when it is about less than the project, as "
            "the source has them."
        ),
        "quantity_id": _(
            "A name of your own for what is spoken about. Statements that share it speak about the "
            "same thing: a target with its result, or what two sources say."
        ),
        "qualifier": _(
            "How the source puts the number: exact, at_least, up_to, about; not_stated where it "
            "says none."
        ),
        "is_headline": _(
            "Whether totals use this statement: exactly one per quantity and table. The others are "
            "shown as also stated."
        ),
        "scope": _(
            "project: the whole project, edition or programme; part: one place or a share of it; "
            "earlier: before or outside of it; foundation: all that the foundation does. Totals "
            "add project."
        ),
        "start_date": _("When what it speaks of begins."),
        "end_date": _("When it ends, or is due."),
        "as_of_date": _("The moment at which it held; empty where the source does not say."),
        "contradicts_id": _("A statement that does not agree with this one."),
        "funder_id": _("Who pays; empty where the source names nobody, or several."),
        "funding_kind": _(
            "commitment: promised; earmark: set aside of a commitment; project_cost: full cost; "
            "requested: asked for; in_kind: worth of goods; disbursement: paid; annual: of a year."
        ),
    }


def _of_funders(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "is_group": _("Whether the row stands for several payers."),
        "group_id": _("The group of payers that this one is counted in."),
    }


def _of_parts(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "total_id": _("The statement that says the total."),
        "part_id": _("The statement that says the part."),
        "is_complete": _("Whether the parts listed are all parts of the total."),
        "is_certain": _("Whether it is known that the part lies within the total."),
    }


def _of_indicators(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "indicator_kind": _("What kind of thing is counted."),
        "total_id": _(
            "The total that its numbers may be added into; empty where they may not be added to "
            "others."
        ),
    }


def _of_sites(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "site_role": _("origin: there before or outside of the expansion; expansion: part of it."),
        "status": _("planned: announced; active: reported as working; unknown."),
        "precision": _("What the point stands for."),
        "is_announced_place": _(
            "Whether the place itself was announced; false for origins, and for areas in which "
            "unnamed places lie."
        ),
    }


def _of_others(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "partner_role": _("implementer is the organisation that carries the project."),
        "is_programme_page": _("Whether it is the page of the programme, which leads totals."),
        "rate": _("How much of the quote currency one of the base currency is worth."),
    }
