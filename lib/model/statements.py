"""The tables of statements: what every statement says, and what each kind adds."""

from __future__ import annotations

from lib.model.fields import column, currency, identifier, one_of, reference
from lib.model.quantity import QUALIFIERS
from lib.model.spoken import TableModel, spoken

FUNDING_KINDS = (
    "commitment",
    "earmark",
    "project_cost",
    "requested",
    "in_kind",
    "disbursement",
    "annual",
)
SCOPES = ("project", "part", "earlier", "foundation")


class Statement(TableModel):
    """What every statement says: about what, how surely, when, where it is written."""

    statement_id: str = identifier(unique=True)
    edition_id: str = reference("editions", required=False)
    project_id: str = reference("projects", required=False)
    subject: str = column("text", required=False)
    quantity_id: str = identifier()
    qualifier: str = one_of(QUALIFIERS)
    start_date: str = column("date", required=False)
    end_date: str = column("date", required=False)
    as_of_date: str = column("date", required=False)
    is_headline: str = column("boolean")
    contradicts_id: str = reference("statements", required=False)
    source_id: str = reference("sources")
    locator: str = spoken()
    description: str = spoken()


class Funding(Statement):
    """A row is a statement about money.

    ``is_share_open``: the source leaves open whether the amount is the payer's own share, or a
    total to which the payer adds.
    """

    funder_id: str = reference("funders", required=False)
    funding_kind: str = one_of(FUNDING_KINDS)
    value: str = column("number", required=False)
    currency_code: str = currency()
    scope: str = one_of(SCOPES)
    is_share_open: str = column("boolean", is_spare=True)


class Targets(Statement):
    """A row is a statement of a promised value."""

    indicator_id: str = reference("indicators")
    value: str = column("number", required=False)
    scope: str = one_of(SCOPES)


class Results(Targets):
    """A row is a statement of a reported value."""


class Milestones(Statement):
    """A row is a dated event or a period.

    ``period`` and ``start`` with a project are when it runs; what began before it is an ``event``.
    """

    milestone_kind: str = one_of(("period", "start", "opening", "event", "duration"))
    duration_years: str = column("count", required=False)


class Context(Statement):
    """A row is a statement in words, or a number about the foundation as a whole."""

    topic: str = identifier()
    value: str = column("number", required=False)
    value_text: str = column("text", required=False)
    unit: str = reference("indicators", required=False)
    currency_code: str = currency(required=False)
    scope: str = one_of(SCOPES)


class StatementProjects(TableModel):
    """A row is a project that a statement about several projects covers."""

    statement_id: str = reference("statements")
    project_id: str = reference("projects")

    class Config:
        unique = ["statement_id", "project_id"]


class Parts(TableModel):
    """A row is a part of a stated total."""

    total_id: str = reference("statements")
    part_id: str = reference("statements")
    is_complete: str = column("boolean")
    is_certain: str = column("boolean")

    class Config:
        unique = ["total_id", "part_id"]
