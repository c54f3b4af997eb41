"""The projects: each in full where a few are selected, else a table of all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import pandas as pd

from lib.charts import project as charts
from lib.charts.map_words import close_up
from lib.exports import places
from lib.exports.cited import behind, behind_rows, flat
from lib.exports.exhibits import Chart, Exhibit, Listing, Write, sentences
from lib.exports.pack import Section
from lib.exports.record import group, listed
from lib.figures import groups, shared_money, timeline
from lib.figures import project as figures
from lib.model.portfolio import Portfolio
from lib.model.quantity import NOT_STATED
from lib.model.rows import each
from lib.wording import project as texts
from lib.wording import sum_check
from lib.wording import timeline as timeline_words
from lib.wording.reading import not_found
from lib.wording.words import Words

MOST_PROFILES = 4  # projects that have a section each: an edition has as many
PROJECT: Final[places.Size] = (720, 290)  # pixels of its map: below its heading on half a page


def sections(portfolio: Portfolio, words: Words) -> list[Section]:
    """A section a project where these are few, else one with all of them as a table."""
    ids = figures.cards(portfolio)["project_id"].tolist()
    if 0 < len(ids) <= MOST_PROFILES:
        is_alone = portfolio.selection.is_one_project
        return [profile(portfolio, words, one, is_alone=is_alone) for one in ids]
    return [overview(portfolio, words)]


def overview(portfolio: Portfolio, words: Words) -> Section:
    """All projects, a row each."""
    rows = figures.cards(portfolio)
    names = portfolio.programmes.set_index("programme_id")["name"]
    rows = rows.assign(project=rows["name"], programme=rows["programme_id"].map(names))
    rows = rows.assign(**_money_alone(rows["money"]))
    table = Listing(
        name="project.cards",
        title=words.gettext("Projects"),
        frame=rows,
        write=texts.cards_table,
        words=words,
        empty=words.gettext("No project matches these filters."),
        **behind_rows(portfolio, rows),
    )
    question, finding = (
        words.gettext("Which projects are there?"),
        texts.page_title(len(rows), words),
    )
    return Section("projects", question, finding, (table,))


def _money_alone(amounts: Iterable[Any]) -> dict[str, list[Any]]:
    """The first amount of each project (``money`` of the cards) as columns of a bound."""
    stated = [one or (NOT_STATED, "", "") for one in amounts]
    columns = {
        name: [getattr(bound, name) for bound, *_rest in stated] for name in NOT_STATED._fields
    }
    columns["currency_code"] = [code for _bound, code, _kind in stated]
    return {f"money_{name}": cells for name, cells in columns.items()}


def profile(
    portfolio: Portfolio, words: Words, project_id: str, *, is_alone: bool = False
) -> Section:
    """One project in full, whatever else is filtered.

    Of one that is alone in its pack, the sections about places, disagreements, documents have the
    rest.
    """
    one = figures.of_project(portfolio, project_id)
    exhibits: tuple[Exhibit, ...] = (
        *_openings(one, words, project_id),
        *(() if is_alone else _map(one, words, project_id)),
        *_statements(one, words, project_id),
        *_money(one, words, project_id),
        *(() if is_alone else _differing(one, words, project_id)),
        _partners(one, words, project_id),
        *(() if is_alone else [_documents(one, words, project_id)]),
    )
    row = next(iter(each(figures.cards(one))))
    return Section(
        f"project.{project_id}",
        words.gettext("What is known of this project?"),
        str(row.name),
        exhibits,
        _lead(one, words),
        _behind_lead(one),
    )


def _behind_lead(one: Portfolio) -> tuple[str, ...]:
    """The documents of the lines below the heading, also of what else they say is stated."""
    row = next(iter(each(figures.cards(one))))
    periods = timeline.periods(one)
    own = periods[(periods["row_kind"] == "project") | periods["is_disputed"]]
    ids = [*row.statement_ids, *flat(own["statement_ids"])]
    found: tuple[str, ...] = behind(one, ids)["source_ids"]
    return tuple(dict.fromkeys([row.source_id, *found]))


def _lead(one: Portfolio, words: Words) -> tuple[str, ...]:
    """Edition, programme, countries; what it is; how much it promises and when."""
    row = next(iter(each(figures.cards(one))))
    programmes = one.programmes.set_index("programme_id")["name"]
    periods = timeline_words.labelled(timeline.periods(one), words)
    own = next(iter(each(periods[periods["row_kind"] == "project"])))
    period = timeline_words.with_others(own, words)
    announced, when = words.gettext("Places announced"), words.gettext("Period")
    return (
        texts.place(row, str(programmes[row.programme_id]), words),
        str(row.description),
        words.of(announced, texts.promise(row, words)),
        words.of(when, period),
    )


def _openings(one: Portfolio, words: Words, project_id: str) -> tuple[Chart, ...]:
    """Reports of opened places over time, where there are two at least."""
    frame = figures.openings(one, project_id)
    dated = frame[(frame["row_kind"] == "result") & frame["position"].notna()]
    if len(dated) < 2:
        return ()
    reading = texts.openings(frame, words)
    chart = Chart(
        name=f"project.openings.{project_id}",
        title=reading.heading,
        short=words.gettext("Reports over time"),
        reading=reading,
        frame=frame,
        draw=charts.openings,
        write=texts.openings_table,
        words=words,
        **behind(one, frame["statement_id"]),
    )
    return (chart,)


def _map(one: Portfolio, words: Words, project_id: str) -> tuple[Exhibit, ...]:
    codes = one.project_countries["country_code"].tolist()
    window = places.framed(one, "project", codes, PROJECT)
    window = window._replace(names=close_up(codes))
    return (
        places.sites(one, words, (window,), f"project.sites.{project_id}"),
        *places.not_shown(one, words, f"project.not_shown.{project_id}"),
    )


def _statements(one: Portfolio, words: Words, project_id: str) -> list[Listing]:
    """What is stated about the project, a table a kind."""
    _ = words.gettext
    headings = {
        "targets": _("Targets"),
        "results": _("Results"),
        "milestones": _("Dates"),
        "context": _("About the project"),
    }
    return [
        _listing(one, words, f"project.{name}.{project_id}", heading,
                 figures.statements(one, name), texts.statements_table)
        for name, heading in headings.items()
    ]  # fmt: skip


def _money(one: Portfolio, words: Words, project_id: str) -> tuple[Exhibit, ...]:
    """What is stated for the project alone, then what it shares with others."""
    _ = words.gettext
    alone = _listing(one, words, f"project.money.{project_id}", _("Money"), figures.money(one),
                     texts.money_table,
                     _("No amount was found for this project alone."))  # fmt: skip
    more, inside = shared_money.not_attributable(one), shared_money.perhaps_inside(one)
    shared = sentences(
        f"project.shared_money.{project_id}",
        _("Money for more than this project"),
        sum_check.not_attributable(more, inside, words),
        **behind(one, [*more["statement_id"], *inside["statement_id"]]),
    )
    return alone, *shared


def _differing(one: Portfolio, words: Words, project_id: str) -> list[Listing]:
    return [group(one, words, found, project_id) for found in groups.shown(one)]


def _partners(one: Portfolio, words: Words, project_id: str) -> Listing:
    rows = figures.partners(one)
    title = words.gettext("Organisations")
    return _listing(one, words, f"project.partners.{project_id}", title, rows,
                    texts.partners_table)  # fmt: skip


def _documents(one: Portfolio, words: Words, project_id: str) -> Listing:
    name, title = f"project.sources.{project_id}", words.gettext("Sources")
    return listed(one, words, figures.sources(one), name, title)


def _listing(
    one: Portfolio,
    words: Words,
    name: str,
    title: str,
    rows: pd.DataFrame,
    write: Write,
    empty: str = "",
) -> Listing:
    return Listing(
        name=name,
        title=title,
        frame=rows,
        write=write,
        words=words,
        empty=empty or not_found(words),
        **behind_rows(one, rows),
    )
