"""The selection said in a sentence."""

from __future__ import annotations

from typing import NamedTuple

from lib.model.portfolio import Portfolio
from lib.model.selection import Ignored
from lib.wording.words import Words


class Chosen(NamedTuple):
    """A value that a filter is set to, and what the reader calls it."""

    filter: str
    value: str
    name: str


def chosen(portfolio: Portfolio, words: Words) -> list[Chosen]:
    """Every value that narrows the portfolio, in the order of the filters."""
    selection, named = portfolio.selection, portfolio.everything
    programmes = named.programmes.set_index("programme_id")["name"]
    partners = named.partners.set_index("partner_id")["name"]
    page = [words.gettext("programme page only")] if selection.evidence == "page" else []
    return [
        *(Chosen("edition", code, words.edition(code)) for code in selection.edition),
        *(Chosen("programme", code, str(programmes[code])) for code in selection.programme),
        *(Chosen("country", code, words.country(code)) for code in selection.country),
        *(Chosen("partner", code, str(partners[code])) for code in selection.partner),
        *(Chosen("evidence", "page", name) for name in page),
    ]


def sentence(portfolio: Portfolio, words: Words) -> str:
    """What is shown, in a plain sentence: the filters, then how much is left."""
    _ = words.gettext
    projects = _projects(portfolio, words)
    countries = _countries(portfolio, words)
    if not portfolio.selection.is_filtered:
        return _("Showing all {editions}, {projects} and {countries}.").format(
            editions=_editions(portfolio, words), projects=projects, countries=countries
        )
    return _("Showing {filters}: {projects} of {total}, in {countries}.").format(
        filters=" · ".join(one.name for one in chosen(portfolio, words)),
        projects=projects,
        countries=countries,
        total=words.number(len(portfolio.everything.projects)),
    )


def caveats(portfolio: Portfolio, words: Words) -> list[str]:
    """What a filter cannot do: projects in several countries are never divided by country."""
    if not portfolio.selection.country:
        return []
    links = portfolio.everything.project_countries
    kept = portfolio.project_countries
    names = portfolio.projects.set_index("project_id")["name"]
    said = []
    for project, name in names.items():
        every = set(links.loc[links["project_id"] == project, "country_code"])
        rest = every - set(kept.loc[kept["project_id"] == project, "country_code"])
        if rest:
            said.append(
                words.gettext(
                    "{project} also works in {countries}: its numbers are not divided by country."
                ).format(project=name, countries=words.joined(words.country(c) for c in rest))
            )
    return said


def ignored(values: tuple[Ignored, ...], words: Words) -> str:
    """What in the address was not understood: pages that are not there, values of no filter."""
    lost = [value.value[:60] for value in values if value.parameter == "page"]
    rest = [value for value in values if value.parameter != "page"]
    said = [
        words.gettext("There is no page “{page}”; this is the overview.").format(page=page)
        for page in lost[:1]
    ]
    if rest:
        said.append(
            words.gettext("Ignored, because no filter knows it: {values}.").format(
                values=words.joined(f"{value.parameter} = {value.value[:60]}" for value in rest[:5])
            )
        )
    return " ".join(said)


def count(portfolio: Portfolio, words: Words) -> str:
    """How many projects are left, in three words."""
    return words.gettext("{n} of {total} projects").format(
        n=words.number(len(portfolio.projects)),
        total=words.number(len(portfolio.everything.projects)),
    )


def _editions(portfolio: Portfolio, words: Words) -> str:
    n = len(portfolio.editions)
    return words.ngettext("{n} edition", "{n} editions", n).format(n=words.number(n))


def _projects(portfolio: Portfolio, words: Words) -> str:
    n = len(portfolio.projects)
    return words.ngettext("{n} project", "{n} projects", n).format(n=words.number(n))


def _countries(portfolio: Portfolio, words: Words) -> str:
    n = int(portfolio.project_countries["country_code"].nunique())
    return words.ngettext("{n} country", "{n} countries", n).format(n=words.number(n))
