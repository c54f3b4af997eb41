"""The selection said in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from lib.model.options import Registered
from lib.model.portfolio import Portfolio
from lib.model.selection import Ignored, Selection
from lib.wording import lists
from lib.wording.words import Words, words

MOST_IGNORED: Final = 5  # that are named
MOST_LETTERS: Final = 60  # of a name or a value that nobody knows


def speech(selection: Selection) -> Words:
    """The words of a selection: its language, the evidence, whether a filter is set."""
    return words(
        selection.language,
        is_page_only=selection.evidence == "page",
        is_selected=selection.without_evidence().is_filtered,
    )


class Chosen(NamedTuple):
    """A value that a filter is set to, and what the reader calls it."""

    filter: str
    value: str
    name: str


def chosen(selection: Selection, named: Registered, words: Words) -> list[Chosen]:
    """Every value that narrows the tables, in the order of the filters.

    ``named`` are the tables before any filter, in the language of ``words``.
    """
    programmes = named.programmes.set_index("programme_id")["name"]
    partners = named.partners.set_index("partner_id")["name"]
    page = [words.gettext("programme page only")] if selection.evidence == "page" else []
    names = named.projects.set_index("project_id")["name"]
    return [
        *(Chosen("edition", code, words.edition(code)) for code in selection.edition),
        *(Chosen("programme", code, str(programmes[code])) for code in selection.programme),
        *(Chosen("country", code, words.country(code)) for code in selection.country),
        *(Chosen("partner", code, str(partners[code])) for code in selection.partner),
        *(Chosen("project", code, str(names[code])) for code in selection.project),
        *(Chosen("evidence", "page", name) for name in page),
    ]


def no_project_fits(words: Words) -> str:
    """What is said where filters leave no project."""
    return words.gettext("No project fits all of these filters together.")


def in_the_way(portfolio: Portfolio, words: Words) -> list[tuple[Chosen, int]]:
    """Every chosen value without which there would be projects, with how many."""
    selection, named = portfolio.selection, portfolio.everything
    left = [
        (one, len(named.select(selection.without(one.filter, one.value)).projects))
        for one in chosen(selection, named, words)
    ]
    return [(one, count) for one, count in left if count]


def way_out(one: Chosen, count: int, words: Words) -> str:
    """How many projects there are without a filter."""
    form = words.ngettext("Without {filter}: {n} project", "Without {filter}: {n} projects", count)
    return form.format(filter=one.name, n=words.number(count))


def ways_out(found: Sequence[tuple[Chosen, int]], words: Words) -> list[str]:
    """Which filters to take away (rows of :func:`in_the_way`); none alone may help."""
    if not found:
        return [words.gettext("No single filter stands in the way: take several of them away.")]
    return [way_out(one, count, words) for one, count in found]


def sentence(portfolio: Portfolio, words: Words) -> str:
    """What of a portfolio is shown, in a plain sentence."""
    countries = int(portfolio.project_countries["country_code"].nunique())
    size = (len(portfolio.editions), len(portfolio.projects), countries)
    return said(portfolio.selection, portfolio.everything, size, words)


def said(selection: Selection, named: Registered, size: tuple[int, int, int], words: Words) -> str:
    """What is shown: the filters, then how much is left (``size``: editions, projects, countries).

    ``named`` as in :func:`chosen`.
    """
    _ = words.gettext
    n, m, k = size
    editions = words.ngettext("{n} edition", "{n} editions", n).format(n=words.number(n))
    projects = words.ngettext("{n} project", "{n} projects", m).format(n=words.number(m))
    countries = words.ngettext("{n} country", "{n} countries", k).format(n=words.number(k))
    if not selection.is_filtered:
        return _("Showing all {editions}, {projects} and {countries}.").format(
            editions=editions, projects=projects, countries=countries
        )
    return _("Showing {filters}: {projects} of {total}, in {countries}.").format(
        filters=" · ".join(one.name for one in chosen(selection, named, words)),
        projects=projects,
        countries=countries,
        total=words.number(len(named.projects)),
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


def also_elsewhere(count: int, words: Words) -> str:
    """What a filter by country cannot do for so many of the projects; empty for none."""
    if not count:
        return ""
    return words.ngettext(
        "{n} of these projects also works in other countries: its numbers are not divided by "
        "country.",
        "{n} of these projects also work in other countries: their numbers are not divided by "
        "country.",
        count,
    ).format(n=words.number(count))


def ignored(
    lost: Sequence[Ignored],
    gone: Sequence[Ignored],
    words: Words,
    *,
    is_rolled_up: bool = False,
) -> str:
    """What in the address was not understood: ``lost`` on all pages, ``gone`` from this one.

    ``is_rolled_up``: are the totals the only page?
    """
    _ = words.gettext
    pages = [_shown(one.value) for one in lost if one.parameter == "page"]
    form = _("There is no page “{page}”; this is the overview.")
    if is_rolled_up:
        form = _("There is no page “{page}” where only sums are known; these are the totals.")
    said = [form.format(page=page) for page in pages[:1]]
    unknown = [one for one in lost if not one.is_too_much and one.parameter != "page"]
    absent = [one for one in gone if not one.is_too_much]
    too_much = [one for one in (*lost, *gone) if one.is_too_much]

    def tell(form: str, some: Sequence[Ignored]) -> None:
        if some:
            named = [_asked(one, words) for one in some]
            said.append(form.format(values=lists.beginning(named, MOST_IGNORED, words)))

    tell(_("Ignored, because no filter knows it: {values}."), unknown)
    tell(_("The link asks for something that is not here, or no longer: {values}."), absent)
    tell(_("Left out, because no more of it can be shown at once: {values}."), too_much)
    return " ".join(said)


def _asked(one: Ignored, words: Words) -> str:
    """A parameter of an address with its value."""
    name, value = _shown(one.parameter), _shown(one.value)
    if not value.strip():
        return words.gettext("{name} without a value").format(name=name)
    return f"{name} = {value}"


def _shown(text: str) -> str:
    """The beginning of a text of anybody's; signs that are not seen, or turn a line, by number."""
    cut = text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]}…"
    return "".join(one if one.isprintable() else f"U+{ord(one):04X}" for one in cut)


def count(portfolio: Portfolio, words: Words) -> str:
    """How many projects are left, in three words."""
    return words.gettext("{n} of {total} projects").format(
        n=words.number(len(portfolio.projects)),
        total=words.number(len(portfolio.everything.projects)),
    )
