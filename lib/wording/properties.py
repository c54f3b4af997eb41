"""Properties of rows as people read them: what each is called, how its values are written."""

from __future__ import annotations

from collections.abc import Callable

from lib.model.logo import logo_at
from lib.wording.words import Words


def tables(words: Words) -> dict[str, str]:
    """What a row of each table is called."""
    _ = words.gettext
    return {
        "portfolio": _("Portfolio"),
        "funding": _("Money"),
        "targets": _("Target"),
        "results": _("Result"),
        "milestones": _("Date"),
        "context": _("Other statement"),
        "projects": _("Project"),
        "project_countries": _("Country of a project"),
        "sites": _("Place"),
        "partners": _("Organisation"),
        "project_partners": _("Role in a project"),
        "funders": _("Payer"),
        "sources": _("Source"),
        "programmes": _("Programme"),
        "editions": _("Edition"),
        "indicators": _("Indicator"),
        "statement_projects": _("Project of a statement"),
        "parts": _("Part of a total"),
        "rates": _("Exchange rate"),
    }


def properties(words: Words) -> dict[str, str]:
    """What each property of a row is called, by its column."""
    return {**_of_statements(words), **_of_places(words), **_of_others(words)}


def written(column: str, text: str, words: Words) -> str:
    """A value of a property as people read it; what is empty is not stated."""
    if not text:
        return words.gettext("not stated")
    writer = _writers(words).get(column)
    return writer(text) if writer else text


def _of_statements(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "quantity": _("Value"),
        "table": _("Kind"),
        "edition_id": _("Edition"),
        "project_id": _("Project"),
        "subject": _("About"),
        "quantity_id": _("Quantity"),
        "qualifier": _("How sure"),
        "start_date": _("Start"),
        "end_date": _("End"),
        "as_of_date": _("As of"),
        "is_headline": _("Value shown first"),
        "contradicts_id": _("Contradicts"),
        "source_id": _("Source"),
        "locator": _("Where in it"),
        "description": _("What is said"),
        "funder_id": _("Payer"),
        "funding_kind": _("Kind"),
        "scope": _("Scope"),
        "indicator_id": _("Indicator"),
        "unit": _("Unit"),
        "milestone_kind": _("Kind"),
        "duration_years": _("Stated length"),
        "topic": _("Topic"),
    }


def _of_places(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "name": _("Name"),
        "country_code": _("Country"),
        "site_role": _("Role"),
        "status": _("Status"),
        "status_source_id": _("Source of the status"),
        "admin_level": _("Administrative level"),
        "latitude": _("Latitude"),
        "longitude": _("Longitude"),
        "precision": _("Drawn as"),
        "is_announced_place": _("Announced"),
        "gazetteer": _("Gazetteer"),
        "gazetteer_id": _("No. in the gazetteer"),
        "note": _("Note"),
    }


def _of_others(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "programme_id": _("Programme"),
        "model_name": _("Model"),
        "organisation_type": _("Type of organisation"),
        "is_group": _("Group of payers"),
        "is_share_open": _("Own share, or a total they add to"),
        "group_id": _("Group of payers"),
        "indicator_kind": _("Kind"),
        "total_id": _("Added into"),
        "unit_one": _("Unit"),
        "unit_many": _("Unit"),
        "start_year": _("Start"),
        "end_year": _("End"),
        "statement_id": _("Statement"),
        "publisher": _("Publisher"),
        "title": _("Title"),
        "language_code": _("Language"),
        "published_date": _("Published"),
        "url": _("Address"),
        "authority": _("Kind of source"),
        "is_programme_page": _("Programme page"),
        "is_complete": _("All parts are known"),
        "is_certain": _("Certainly a part"),
        "rate": _("Exchange rate"),
        "languages": _("Languages"),
        "accent_color": _("Accent colour"),
        "logo": _("Logo"),
        "group_name": _("Group of companies"),
    }


def _writers(words: Words) -> dict[str, Callable[[str], str]]:
    _ = words.gettext
    dates = ("start_date", "end_date", "as_of_date", "published_date", "start_year", "end_year")
    truths = (
        "is_headline",
        "is_announced_place",
        "is_group",
        "is_programme_page",
        "is_complete",
        "is_share_open",
    )
    return {
        **dict.fromkeys(dates, words.date),
        **dict.fromkeys(
            (*truths, "is_certain"), lambda text: _("yes") if text == "true" else _("no")
        ),
        **{
            "table": lambda text: tables(words)[text],
            "edition_id": words.edition,
            "qualifier": words.qualifier,
            "funding_kind": words.funding_kind,
            "scope": words.scope,
            "milestone_kind": words.milestone_kind,
            "duration_years": lambda text: _years(text, words),
            "country_code": words.country,
            "site_role": words.site_role,
            "status": words.status,
            "precision": words.precision,
            "latitude": lambda text: words.number(float(text)),
            "longitude": lambda text: words.number(float(text)),
            "organisation_type": words.organisation_type,
            "indicator_kind": words.indicator_kind,
            "total_id": words.indicator_kind,
            "language_code": words.language_name,
            "languages": lambda text: words.joined(map(words.language_name, text.split())),
            "logo": lambda text: _picture(text, words),
            "authority": words.authority,
        },
    }


def _picture(address: str, words: Words) -> str:
    """A picture in words: nobody reads the letters it is written in."""
    logo = logo_at(address)
    if logo is None:
        return words.gettext("not stated")
    size = words.number(max(1, round(len(logo.content) / 1000)))
    return words.gettext("picture of {n} kB").format(n=size)


def _years(text: str, words: Words) -> str:
    count = int(float(text))
    return words.ngettext("{n} year", "{n} years", count).format(n=words.number(count))
