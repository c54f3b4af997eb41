"""The tables: one model each, the only place where a column is spelled."""

from __future__ import annotations

import pandera.pandas as pa

from lib.model.fields import column, country, currency, identifier, one_of, reference
from lib.model.quantity import QUALIFIERS

AUTHORITIES = ("official", "partner", "press", "reference")
ORGANISATION_TYPES = (
    "foundation",
    "company",
    "association",
    "public",
    "ngo",
    "mixed",
    "unknown",
)
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
PARTNER_ROLES = (
    "implementer",
    "public_partner",
    "business_partner",
    "consortium_partner",
    "programme_partner",
    "non_financial_partner",
    "evaluator",
    "local_generali_entity",
)


class Programmes(pa.DataFrameModel):
    """A row is a programme of the foundation that projects belong to."""

    programme_id: str = identifier(unique=True)
    name_en: str = column("text")
    name_it: str = column("text")


class Editions(pa.DataFrameModel):
    """A row is an edition: a round of projects with its years, empty where no source says."""

    edition_id: str = identifier(unique=True)
    start_year: str = column("year", required=False)
    end_year: str = column("year", required=False)
    duration_years: str = column("count", required=False)
    statement_id: str = reference("statements", required=False)


class Projects(pa.DataFrameModel):
    """A row is a project."""

    project_id: str = identifier(unique=True)
    edition_id: str = reference("editions")
    programme_id: str = reference("programmes")
    name: str = column("text")
    model_name: str = column("text", required=False)
    description_en: str = column("text")
    description_it: str = column("text")
    source_id: str = reference("sources")
    locator: str = column("text", required=False)


class ProjectCountries(pa.DataFrameModel):
    """A row is a project in a country."""

    project_id: str = reference("projects")
    country_code: str = country()

    class Config:
        unique = ["project_id", "country_code"]


class Partners(pa.DataFrameModel):
    """A row is an organisation that takes part without being counted as a payer."""

    partner_id: str = identifier(unique=True)
    name: str = column("text")
    organisation_type: str = one_of(ORGANISATION_TYPES)
    country_code: str = country(required=False)
    source_id: str = reference("sources")
    locator: str = column("text", required=False)
    note_en: str = column("text", required=False)
    note_it: str = column("text", required=False)


class ProjectPartners(pa.DataFrameModel):
    """A row is an organisation in one role in a project (empty project: the programme)."""

    project_id: str = reference("projects", required=False)
    partner_id: str = reference("partners")
    partner_role: str = one_of(PARTNER_ROLES)

    class Config:
        unique = ["project_id", "partner_id", "partner_role"]


class Funders(pa.DataFrameModel):
    """A row is a payer, or a group of payers of which not all are named."""

    funder_id: str = identifier(unique=True)
    name_en: str = column("text")
    name_it: str = column("text")
    organisation_type: str = one_of(ORGANISATION_TYPES)
    country_code: str = country(required=False)
    is_group: str = column("boolean")
    group_id: str = reference("funders", required=False)
    source_id: str = reference("sources")
    locator: str = column("text", required=False)
    note_en: str = column("text", required=False)
    note_it: str = column("text", required=False)


class Indicators(pa.DataFrameModel):
    """A row is something counted, with its unit; ``total_id`` names the sum it may enter."""

    indicator_id: str = identifier(unique=True)
    indicator_kind: str = one_of(("people", "places", "organisations", "other"))
    total_id: str = one_of(("people", "places"), required=False)
    name_en: str = column("text")
    name_it: str = column("text")
    unit_one_en: str = column("text")
    unit_many_en: str = column("text")
    unit_one_it: str = column("text")
    unit_many_it: str = column("text")


class Statement(pa.DataFrameModel):
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
    locator: str = column("text")
    description_en: str = column("text")
    description_it: str = column("text")


class Funding(Statement):
    """A row is a statement about money."""

    funder_id: str = reference("funders", required=False)
    funding_kind: str = one_of(FUNDING_KINDS)
    value: str = column("number", required=False)
    currency_code: str = currency()
    scope: str = one_of(SCOPES)


class Targets(Statement):
    """A row is a statement of a promised value."""

    indicator_id: str = reference("indicators")
    value: str = column("number", required=False)
    scope: str = one_of(SCOPES)


class Results(Targets):
    """A row is a statement of a reported value."""


class Milestones(Statement):
    """A row is a dated event or a period."""

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


class StatementProjects(pa.DataFrameModel):
    """A row is a project that a statement about several projects covers."""

    statement_id: str = reference("statements")
    project_id: str = reference("projects")

    class Config:
        unique = ["statement_id", "project_id"]


class Parts(pa.DataFrameModel):
    """A row is a part of a stated total."""

    total_id: str = reference("statements")
    part_id: str = reference("statements")
    is_complete: str = column("boolean")
    is_certain: str = column("boolean")

    class Config:
        unique = ["total_id", "part_id"]


class Sites(pa.DataFrameModel):
    """A row is a place in one role."""

    site_id: str = identifier(unique=True)
    project_id: str = reference("projects")
    name: str = column("text")
    admin_level: str = column("text")
    country_code: str = country()
    site_role: str = one_of(("origin", "expansion"))
    status: str = one_of(("planned", "active", "unknown"))
    latitude: str = column("latitude", required=False)
    longitude: str = column("longitude", required=False)
    precision: str = one_of(("place", "admin_area", "country"))
    is_announced_place: str = column("boolean")
    gazetteer: str = column("text", required=False)
    gazetteer_id: str = column("identifier", required=False)
    source_id: str = reference("sources")
    locator: str = column("text", required=False)
    status_source_id: str = reference("sources", required=False)
    as_of_date: str = column("date", required=False)
    note_en: str = column("text", required=False)
    note_it: str = column("text", required=False)


class Sources(pa.DataFrameModel):
    """A row is a document."""

    source_id: str = identifier(unique=True)
    publisher: str = column("text")
    title: str = column("text", required=False)
    description_en: str = column("text", required=False)
    description_it: str = column("text", required=False)
    language_code: str = column("language")
    published_date: str = column("date", required=False)
    url: str = column("url")
    authority: str = one_of(AUTHORITIES)
    is_programme_page: str = column("boolean")


STATEMENT_TABLES = ("funding", "targets", "results", "milestones", "context")
TABLES: dict[str, type[pa.DataFrameModel]] = {
    "programmes": Programmes,
    "editions": Editions,
    "projects": Projects,
    "project_countries": ProjectCountries,
    "partners": Partners,
    "project_partners": ProjectPartners,
    "funders": Funders,
    "funding": Funding,
    "indicators": Indicators,
    "targets": Targets,
    "results": Results,
    "milestones": Milestones,
    "context": Context,
    "statement_projects": StatementProjects,
    "parts": Parts,
    "sites": Sites,
    "sources": Sources,
}
