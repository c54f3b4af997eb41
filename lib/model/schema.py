"""The tables: one model each, the only place where a column is spelled."""

from __future__ import annotations

from lib.model.fields import column, country, currency, identifier, one_of, reference
from lib.model.spoken import TableModel, spoken
from lib.model.statements import (
    Context,
    Funding,
    Milestones,
    Parts,
    Results,
    StatementProjects,
    Targets,
)

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
PARTNER_ROLES = (
    "implementer",
    "public_partner",
    "business_partner",
    "consortium_partner",
    "programme_partner",
    "non_financial_partner",
    "evaluator",
    "local_entity",
)


class Identity(TableModel):
    """A row is the portfolio itself: what it is called, how it looks. There is one, or none.

    ``languages`` are the codes of those that the tables speak, the first one first. ``logo`` is the
    name of a picture beside the tables, or a ``data:`` address. ``group_name`` is the group of
    companies that a ``local_entity`` belongs to. ``funder_id`` is the foundation whose portfolio it
    is: every other payer is a co-funder. Without it no payer is called either.
    """

    portfolio_id: str = identifier(unique=True)
    title: str = spoken()
    languages: str = column("languages", required=False)
    accent_color: str = column("color", required=False)
    logo: str = column("text", required=False)
    group_name: str = column("text", required=False)
    funder_id: str = reference("funders", is_spare=True)


class Programmes(TableModel):
    """A row is a programme of the foundation that projects belong to."""

    programme_id: str = identifier(unique=True)
    name: str = spoken()


class Editions(TableModel):
    """A row is an edition: a round of projects with its years, empty where no source says."""

    edition_id: str = identifier(unique=True)
    start_year: str = column("year", required=False)
    end_year: str = column("year", required=False)
    duration_years: str = column("count", required=False)
    statement_id: str = reference("statements", required=False)


class Projects(TableModel):
    """A row is a project."""

    project_id: str = identifier(unique=True)
    edition_id: str = reference("editions")
    programme_id: str = reference("programmes")
    name: str = column("text")
    model_name: str = column("text", required=False)
    description: str = spoken()
    source_id: str = reference("sources")
    locator: str = spoken(required=False)


class ProjectCountries(TableModel):
    """A row is a project in a country."""

    project_id: str = reference("projects")
    country_code: str = country()

    class Config:
        unique = ["project_id", "country_code"]


class Partners(TableModel):
    """A row is an organisation that takes part without being counted as a payer."""

    partner_id: str = identifier(unique=True)
    name: str = column("text")
    organisation_type: str = one_of(ORGANISATION_TYPES)
    country_code: str = country(required=False)
    source_id: str = reference("sources")
    locator: str = spoken(required=False)
    note: str = spoken(required=False)


class ProjectPartners(TableModel):
    """A row is an organisation in one role in a project (empty project: the programme)."""

    project_id: str = reference("projects", required=False)
    partner_id: str = reference("partners")
    partner_role: str = one_of(PARTNER_ROLES)

    class Config:
        unique = ["project_id", "partner_id", "partner_role"]


class Funders(TableModel):
    """A row is a payer, or a group of payers of which not all are named.

    ``project_id``: the one project that a source names it as paying into.
    """

    funder_id: str = identifier(unique=True)
    name: str = spoken()
    organisation_type: str = one_of(ORGANISATION_TYPES)
    country_code: str = country(required=False)
    is_group: str = column("boolean")
    group_id: str = reference("funders", required=False)
    project_id: str = reference("projects", required=False)
    source_id: str = reference("sources")
    locator: str = spoken(required=False)
    note: str = spoken(required=False)


class Indicators(TableModel):
    """A row is something counted, with its unit; ``total_id`` names the sum it may enter."""

    indicator_id: str = identifier(unique=True)
    indicator_kind: str = one_of(("people", "places", "organisations", "funders", "other"))
    total_id: str = one_of(("people", "places"), required=False)
    name: str = spoken()
    unit_one: str = spoken()
    unit_many: str = spoken()


class Sites(TableModel):
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
    locator: str = spoken(required=False)
    status_source_id: str = reference("sources", required=False)
    as_of_date: str = column("date", required=False)
    note: str = spoken(required=False)


class Sources(TableModel):
    """A row is a document."""

    source_id: str = identifier(unique=True)
    publisher: str = column("text")
    title: str = column("text", required=False)
    description: str = spoken(required=False)
    language_code: str = column("language")
    published_date: str = column("date", required=False)
    url: str = column("url")
    authority: str = one_of(AUTHORITIES)
    is_programme_page: str = column("boolean")


class Rates(TableModel):
    """A row is an exchange rate of a day: how much of the quote currency one of the base is."""

    base_currency_code: str = currency()
    quote_currency_code: str = currency()
    rate: str = column("number", is_ratio=True)
    rate_date: str = column("date")
    source_id: str = reference("sources")
    locator: str = spoken(required=False)

    class Config:
        unique = ["base_currency_code", "quote_currency_code", "rate_date"]


STATEMENT_TABLES = ("funding", "targets", "results", "milestones", "context")
OPTIONAL = ("portfolio", "rates")  # tables that need not be there
TABLES: dict[str, type[TableModel]] = {
    "portfolio": Identity,
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
    "rates": Rates,
}

# By table and column: words of earlier versions, with what stands in their place.
FORMER: dict[tuple[str, str], dict[str, str]] = {
    ("project_partners", "partner_role"): {"local_generali_entity": "local_entity"},
}
