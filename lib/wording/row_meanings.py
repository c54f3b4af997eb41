"""What a row of each table is, for those who fill the tables in."""

from __future__ import annotations

from lib.wording.words import Words


def row(table: str, words: Words) -> str:
    """What a row of a table is, with what its columns do not say by themselves."""
    _ = words.gettext
    return {
        "portfolio": _(
            "A row is the portfolio itself: what it is called, how it looks. There is one, or "
            "none. languages are the codes of those that the tables speak, the first one first. "
            "logo is the name of a picture beside the tables, or a data: address. group_name is "
            "the group of companies that a local_entity belongs to. funder_id is the foundation "
            "whose portfolio it is: every other payer is a co-funder. Without it no payer is "
            "called either."
        ),
        "programmes": _("A row is a programme of the foundation that projects belong to."),
        "editions": _(
            "A row is an edition: a round of projects with its years, empty where no source says."
        ),
        "projects": _("A row is a project."),
        "project_countries": _("A row is a project in a country."),
        "partners": _("A row is an organisation that takes part without being counted as a payer."),
        "project_partners": _(
            "A row is an organisation in one role in a project (empty project: the programme)."
        ),
        "funders": _(
            "A row is a payer, or a group of payers of which not all are named. project_id: the "
            "one project that a source names it as paying into."
        ),
        "funding": _(
            "A row is a statement about money. is_share_open: the source leaves open whether the "
            "amount is the payer's own share, or a total to which the payer adds."
        ),
        "indicators": _(
            "A row is something counted, with its unit; total_id names the sum it may enter."
        ),
        "targets": _("A row is a statement of a promised value."),
        "results": _("A row is a statement of a reported value."),
        "milestones": _(
            "A row is a dated event or a period. period and start with a project are when it "
            "runs; what began before it is an event."
        ),
        "context": _("A row is a statement in words, or a number about the foundation as a whole."),
        "statement_projects": _(
            "A row is a project that a statement about several projects covers."
        ),
        "parts": _("A row is a part of a stated total."),
        "sites": _("A row is a place in one role."),
        "sources": _("A row is a document."),
        "rates": _(
            "A row is an exchange rate of a day: how much of the quote currency one of the base is."
        ),
    }[table]
